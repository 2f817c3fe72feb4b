//! What must be, as data: exact values with date, clause and source. Value types and the reading of
//! `policy.toml`; what a rule does with its values stands in `rules/`.

mod book;
mod card;
pub mod coverage;
mod dated;
mod kind;
mod load;
mod nearest;
mod policy_codes;
mod policy_doc;
mod reader;
mod share;
mod shipped;
mod toml_text;

pub use book::{GoalId, InForce, RuleBook, Value, Valued, Verified};
pub use card::{Card, Force, Kind, Param};
pub use load::{PolicyDoc, load_book};
pub use nearest::hint as nearest_hint;
pub use policy_codes::POLICY_CODES;
pub use share::Share;
pub use shipped::{shipped, shipped_path};
pub(crate) use toml_text::TomlText;
