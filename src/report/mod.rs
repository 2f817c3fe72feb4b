//! What is shown: everything here turns results into text or JSON and prints nothing itself.

mod coverage;
mod findings;
mod judgement;
mod plan;
mod roster_diff;
mod rules;
mod schema;
mod table;

pub use coverage::coverage;
pub use findings::{SHOWN, findings, tally};
pub use judgement::judgements;
#[cfg(feature = "model")]
pub use judgement::shortfall;
pub use plan::plan;
pub use roster_diff::roster_diff;
pub use rules::{RuleLine, rule_lines, rules};
pub use schema::plan_schema;
pub use table::{Align, Table};
