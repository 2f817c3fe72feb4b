//! What must be, as data: exact values with date, clause and source. Value types and the reading of
//! `policy.toml`; what a rule does with its values stands in `rules/`.

mod agree;
mod book;
mod card;
pub mod coverage;
mod dated;
mod floor;
mod goal;
mod key;
mod kind;
mod limits;
mod load;
mod nearest;
mod policy_codes;
mod policy_doc;
mod reader;
mod retired;
mod rule_id;
mod share;
mod shipped;
mod stated;
mod valid;

pub use book::{InForce, RuleBook, Valued, Verified};
pub use card::{Card, Force, Kind, Mark, Param, Value};
pub use goal::GoalId;
pub(crate) use key::values;
pub use key::{Choice, Key, PolicyValue};
pub use load::load_book;
pub use nearest::{hint as nearest_hint, is_within, nearest};
pub use policy_codes::POLICY_CODES;
pub use reader::PolicyDoc;
pub(crate) use reader::TomlText;
pub use rule_id::RuleId;
pub use share::Share;
pub(crate) use shipped::of_the_same_name;
pub use shipped::{shipped, shipped_names, shipped_path};
pub use stated::{FORCE as STATED_FORCE, ORDER as STATED_ORDER, stated};
