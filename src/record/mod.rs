//! The record of a plan: the whole document, reckoned from what the plan decides and from how it is judged. `plan`
//! writes it, and the auditor reckons it once more to hold a plan's own words against it. No solver is needed.

mod again;
mod called;
mod claimed;
mod compare;
mod document;
mod gone;
mod labels;
mod names;
mod of_policy;
pub mod parts;
mod record_codes;
pub mod register;
mod schools;
mod since;
mod states;
mod told;
mod unsaid;
mod ways;

pub use again::{again, late, rebuilt, without_rows};
pub use claimed::{claimed, impossible};
pub use compare::{Difference, differences};
pub use document::{Claims, record};
pub use gone::{vanished, vanished_people};
pub use labels::label;
pub use names::other_names;
pub use record_codes::RECORD_CODES;
pub use since::since;
pub use states::of_everybody;
pub use told::{Trust, told};
