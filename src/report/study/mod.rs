//! What needs a solver: studies, explanations, new plans against old ones, conflicts.

mod answers;
mod comparison;
mod extra_duties;
mod frontier;
mod horizon;
mod letters;
mod no_plan;
mod region;

pub use answers::{price_table, price_words, rule_answer, school_answer, teacher_answer};
pub use comparison::comparison;
pub(crate) use comparison::{
    STAY, every, judged, overview, scenario_name, scenario_title, shown_goals, value,
};
pub(crate) use frontier::curve;
pub use frontier::frontier;
pub use horizon::horizon;
pub use letters::{replan, withstands};
pub use no_plan::no_plan;
pub use region::region;
