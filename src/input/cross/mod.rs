//! Checks across rows and tables: whatever each row alone cannot know.

mod classes;
mod codes;
mod examples;
mod forecast;
mod people;
mod postings;
mod rulings;
mod schools;
mod service;
mod tables;
mod tell;

use super::draft::Draft;
use crate::finding::Findings;

/// Every check. A row that could not be read takes no part; it has been told already.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    codes::check(draft, findings);
    examples::check(draft, findings);
    schools::check(draft, findings);
    classes::check(draft, findings);
    people::check(draft, findings);
    postings::check(draft, findings);
    service::check(draft, findings);
    tables::check(draft, findings);
    forecast::check(draft, findings);
    rulings::check(draft, findings);
}
