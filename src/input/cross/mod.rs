//! Checks across rows and tables: whatever each row alone cannot know.

mod classes;
pub(super) mod codes;
mod ids;
mod people;
mod rulings;
mod schools;
mod service;
mod tables;
mod tell;

use super::draft::Draft;
use crate::finding::Findings;

/// Every check. A row that could not be read takes no part; it has been told already.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    ids::check(draft, findings);
    schools::check(draft, findings);
    classes::check(draft, findings);
    people::check(draft, findings);
    service::check(draft, findings);
    tables::check(draft, findings);
    rulings::check(draft, findings);
}
