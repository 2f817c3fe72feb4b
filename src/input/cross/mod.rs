//! Checks across rows and tables: whatever each row alone cannot know.

mod classes;
pub(super) mod codes;
mod doubts;
mod ids;
mod people;
mod places;
mod rulings;
mod scale;
mod schools;
mod service;
mod tables;

use super::draft::{Draft, Placed, ReadTable};
use crate::finding::{About, Code, Finding, Findings};
use crate::text::Blanks;

/// Every check. A row that could not be read takes no part; it has been told already.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    ids::check(draft, findings);
    schools::check(draft, findings);
    places::check(draft, findings);
    classes::check(draft, findings);
    people::check(draft, findings);
    service::check(draft, findings);
    tables::check(draft, findings);
    rulings::check(draft, findings);
    doubts::check(draft, findings);
    scale::check(draft, findings);
}

/// One row, and whom its findings are about.
struct Teller<'a, T> {
    table: &'a ReadTable<T>,
    row: &'a Placed<T>,
    about: About,
    findings: &'a mut Findings,
}

impl<'a, T> Teller<'a, T> {
    /// A row about the county.
    fn county(table: &'a ReadTable<T>, row: &'a Placed<T>, findings: &'a mut Findings) -> Self {
        Self {
            table,
            row,
            about: About::County,
            findings,
        }
    }

    /// The same about a school.
    fn school(mut self, id: &str) -> Self {
        self.about = About::School(id.to_owned());
        self
    }

    /// The same about a teacher.
    fn teacher(mut self, id: &str) -> Self {
        self.about = About::Teacher(id.to_owned());
        self
    }

    /// Tells of the cell in a column.
    fn tell(&mut self, code: &'static Code, key: &str, blanks: Blanks) {
        let place = self.table.place(self.row, key);
        let finding = Finding::new(code, blanks).at(place);
        self.findings.push(finding.about(self.about.clone()));
    }
}
