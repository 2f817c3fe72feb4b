//! The mathematical program: whole-number columns, rows that name their rule, goals in order.
//! "Model" always means this program, never the roster.

mod at_home;
mod bind;
mod extract;
mod lp;
mod lp_text;
mod mps;
mod refusals;
mod seats;
mod staffing;
mod titles;
mod types;

pub use lp::{Column, GoalSum, Lp, Row, Sense, Terms, Var, canonical, canonical_by, sums};
pub use lp_text::lp_text;
pub use mps::mps;
pub use staffing::{AppointVar, Arc, FillVar, HireVar, Shape, Staffing};
pub use titles::TitleTerm;
pub use types::Type;
