//! What is decided beside who goes where: one decision, one file, with its program, its lists in the
//! document and how they are read back. Another decision is a file here and its name in [`SECONDARY`].

mod apprentices;
mod conversions;
mod decision;
mod leaders;
mod lessons;
mod lessons_program;
mod mentors;
mod titles;
mod transport;
mod visits;

pub use apprentices::Apprentices;
pub use conversions::Conversions;
pub use decision::{Program, Proof, Secondary};
pub use leaders::Leaders;
pub use lessons::{Lessons, itinerants, week};
pub use mentors::Mentors;
pub use titles::{Titles, appointments};
pub use visits::Visits;

/// Every secondary decision, in the order in which documents are read and programs are solved.
pub static SECONDARY: &[&dyn Secondary] = &[
    &Titles,
    &Conversions,
    &Lessons,
    &Visits,
    &Mentors,
    &Leaders,
    &Apprentices,
];
