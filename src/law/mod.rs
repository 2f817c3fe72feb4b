//! What must be, as data: exact values with date, clause and source. Value types and the reading of
//! `policy.toml`; what a rule does with its values stands in `rules/`.

mod book;
mod card;
mod load;
mod share;

pub use book::{GoalId, InForce, RuleBook, Value, Valued, Verified};
pub use card::{Card, Force, Kind, Param};
pub use load::{POLICY_CODES, PolicyDoc, load_book};
pub use share::Share;
