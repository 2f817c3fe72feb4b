//! Telling what is wrong with one row: where in it, and about whom.

use crate::finding::{About, Code, Finding, Findings};
use crate::input::draft::{Placed, ReadTable};
use crate::text::Blanks;

/// One row, and whom its findings are about.
pub(super) struct Teller<'a, T> {
    table: &'a ReadTable<T>,
    row: &'a Placed<T>,
    about: About,
    findings: &'a mut Findings,
}

impl<'a, T> Teller<'a, T> {
    /// A row about the county.
    pub(super) fn county(
        table: &'a ReadTable<T>,
        row: &'a Placed<T>,
        findings: &'a mut Findings,
    ) -> Self {
        Self {
            table,
            row,
            about: About::County,
            findings,
        }
    }

    /// The same about a school.
    pub(super) fn school(mut self, id: &str) -> Self {
        self.about = About::School(id.to_owned());
        self
    }

    /// The same about a teacher.
    pub(super) fn teacher(mut self, id: &str) -> Self {
        self.about = About::Teacher(id.to_owned());
        self
    }

    /// Tells of the cell in a column.
    pub(super) fn tell(&mut self, code: &'static Code, key: &str, blanks: Blanks) {
        let place = self.table.place(self.row, key);
        let finding = Finding::new(code, blanks).at(place);
        self.findings.push(finding.about(self.about.clone()));
    }
}
