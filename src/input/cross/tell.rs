//! Findings about a school, a teacher or the county.

use crate::finding::{About, Code, Finding, Findings, Place};
use crate::text::Blanks;

/// Adds a finding about a school, a teacher or the county.
pub(super) fn tell(
    findings: &mut Findings,
    code: &'static Code,
    facts: Blanks,
    place: Place,
    about: About,
) {
    findings.push(Finding::new(code, facts).at(place).about(about));
}

/// Adds a finding about a school.
pub(super) fn school(
    findings: &mut Findings,
    code: &'static Code,
    facts: Blanks,
    place: Place,
    id: &str,
) {
    tell(findings, code, facts, place, About::School(id.to_owned()));
}

/// Adds a finding about a teacher.
pub(super) fn teacher(
    findings: &mut Findings,
    code: &'static Code,
    facts: Blanks,
    place: Place,
    id: &str,
) {
    tell(findings, code, facts, place, About::Teacher(id.to_owned()));
}
