//! Deciding, in memory: solve, audit, explain a conflict, offer repairs, write the document.

mod compare;
mod conflict;
mod decided;
mod document;
mod relocate;
mod repair;
mod robustness;
mod seated;
mod solved;

pub use crate::record::parts::GoalPart;
pub use crate::rules::place_words;
pub(crate) use compare::in_figures;
pub use compare::{
    Differences, Figures, GoalFigure, LetterChange, Planned, SchoolChange, differences, figures,
    goal_changes, letter_changes, part_changes,
};
pub use conflict::{Conflict, Member, conflict, without};
pub use decided::{Decided, Decision, covered};
pub use document::{Before, before, solver_name, written, written_holding};
pub use relocate::{Did, Relocated, Relocator, Step};
pub use repair::{NoPlan, Relief, Repair, granting, no_plan, repairs};
pub(crate) use robustness::left;
pub use robustness::{Needed, Withstands, withstands};
pub use seated::seated;
pub use solved::{built, decide, decide_built, decide_on, given, letters};
