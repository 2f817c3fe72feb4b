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
pub use lessons::{Lessons, itinerants, open_value, week};
pub use mentors::Mentors;
pub use titles::{Titles, appointments};
pub use visits::Visits;

use crate::facts::{Facts, values};
use crate::policy::RuleId;

/// Every secondary decision, in the order in which documents are read and programs are solved, with the
/// rules under which it is taken: where all of them are off, nothing of the kind is decided.
pub static SECONDARY: &[(&[RuleId], &dyn Secondary)] = &[
    // First, since an office that changes hands has lessons.
    (&[values::leader_exchange::RULE], &Leaders),
    (
        &[values::title_posts::RULE, values::titles_filled::RULE],
        &Titles,
    ),
    (&[values::contract_conversions::RULE], &Conversions),
    (&[values::itinerant_teaching::RULE], &Lessons),
    (&[values::visiting_lessons::RULE], &Visits),
    (&[values::mentor_pairs::RULE], &Mentors),
    (&[values::apprentices::RULE], &Apprentices),
];

/// The decisions that are taken; of the others nothing is solved, written or read.
pub fn decisions(facts: &Facts<'_>) -> impl Iterator<Item = &'static dyn Secondary> {
    let is_on = |rules: &[RuleId]| rules.iter().any(|rule| facts.book.is_on(*rule));
    let taken = SECONDARY.iter().filter(move |one| is_on(one.0));
    taken.map(|one| one.1)
}
