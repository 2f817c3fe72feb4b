//! What is shown: everything here turns results into text or JSON and prints nothing itself.

#[cfg(feature = "microlp")]
mod answers;
mod changes;
#[cfg(feature = "microlp")]
mod comparison;
mod coverage;
mod findings;
#[cfg(feature = "microlp")]
mod frontier;
#[cfg(feature = "microlp")]
mod horizon;
mod judgement;
#[cfg(feature = "microlp")]
mod letters;
#[cfg(feature = "microlp")]
mod no_plan;
mod plan;
#[cfg(feature = "microlp")]
mod region;
mod roster_diff;
mod rules;
mod schema;
#[cfg(feature = "microlp")]
pub(crate) mod study_heads;
mod summary;
mod table;
#[cfg(feature = "microlp")]
mod teacher_besides;

#[cfg(feature = "microlp")]
pub use answers::{price_table, price_words, rule_answer, school_answer, teacher_answer};
pub(crate) use changes::changes;
#[cfg(feature = "microlp")]
pub use comparison::comparison;
#[cfg(feature = "microlp")]
pub(crate) use comparison::{overview, scenario_name};
pub use coverage::coverage;
pub use findings::{SHOWN, findings, tally};
#[cfg(feature = "microlp")]
pub use frontier::frontier;
#[cfg(feature = "microlp")]
pub(crate) use frontier::{curve, curve_note};
#[cfg(feature = "microlp")]
pub use horizon::horizon;
pub use judgement::judgements;
#[cfg(feature = "microlp")]
pub use letters::{replan, withstands};
#[cfg(feature = "microlp")]
pub use no_plan::no_plan;
pub use plan::plan;
#[cfg(feature = "microlp")]
pub(crate) use plan::verdict;
pub(crate) use plan::{WITHSTANDS, ended, proved, rule_verdict, shown_measures};
#[cfg(feature = "microlp")]
pub use region::region;
pub use roster_diff::roster_diff;
pub use rules::{RuleLine, rule_lines, rules};
pub(crate) use rules::{mark, title};
pub use schema::plan_schema;
pub use summary::summary;
pub use table::{Align, Table};
