//! The record of a plan: the whole document, reckoned from what the plan decides and from how it is judged. `plan`
//! writes it, and the auditor reckons it once more to hold a plan's own words against it. No solver is needed.

mod document;
pub mod parts;
pub mod register;
mod schools;
mod states;
mod ways;

pub use document::{Claims, record};
