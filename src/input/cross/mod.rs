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

use super::draft::Draft;
use crate::finding::{About, Code, Finding, Findings, Place};
use crate::text::Blanks;

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

/// Adds a finding about a school, a teacher or the county.
fn tell(findings: &mut Findings, code: &'static Code, facts: Blanks, place: Place, about: About) {
    findings.push(Finding::new(code, facts).at(place).about(about));
}

/// Adds a finding about a school.
fn school(findings: &mut Findings, code: &'static Code, facts: Blanks, place: Place, id: &str) {
    tell(findings, code, facts, place, About::School(id.to_owned()));
}

/// Adds a finding about a teacher.
fn teacher(findings: &mut Findings, code: &'static Code, facts: Blanks, place: Place, id: &str) {
    tell(findings, code, facts, place, About::Teacher(id.to_owned()));
}
