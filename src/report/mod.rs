//! What is shown: everything here turns results into text or JSON and prints nothing itself.

#[cfg(feature = "model")]
mod answers;
mod changes;
#[cfg(feature = "model")]
mod comparison;
mod coverage;
mod findings;
#[cfg(feature = "model")]
mod frontier;
#[cfg(feature = "model")]
mod horizon;
mod judgement;
#[cfg(feature = "model")]
mod letters;
#[cfg(feature = "model")]
mod no_plan;
mod plan;
#[cfg(feature = "model")]
mod region;
mod roster_diff;
mod rules;
mod schema;
#[cfg(feature = "model")]
pub(crate) mod study_heads;
mod summary;
mod table;
#[cfg(feature = "model")]
mod teacher_besides;

#[cfg(feature = "model")]
pub use answers::{price_table, price_words, rule_answer, school_answer, teacher_answer};
pub(crate) use changes::changes;
#[cfg(feature = "model")]
pub use comparison::comparison;
#[cfg(feature = "model")]
pub(crate) use comparison::{overview, scenario_name};
pub use coverage::coverage;
pub use findings::{SHOWN, findings, tally};
#[cfg(feature = "model")]
pub use frontier::frontier;
#[cfg(feature = "model")]
pub(crate) use frontier::{curve, curve_note};
#[cfg(feature = "model")]
pub use horizon::horizon;
pub use judgement::judgements;
#[cfg(feature = "model")]
pub use letters::{replan, withstands};
#[cfg(feature = "model")]
pub use no_plan::no_plan;
pub use plan::plan;
#[cfg(feature = "model")]
pub(crate) use plan::verdict;
pub(crate) use plan::{WITHSTANDS, ended, goal_name, pick, proved, rule_verdict, shown_measures};
#[cfg(feature = "model")]
pub use region::region;
pub use roster_diff::roster_diff;
pub use rules::{RuleLine, rule_lines, rules};
pub(crate) use rules::{mark, title};
pub use schema::plan_schema;
pub use summary::summary;
pub use table::{Align, Table};
