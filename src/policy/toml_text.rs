//! The text of a TOML document, in which everything has its row.

use crate::finding::Place;
use toml::de::{DeTable, Error};

/// A document and the name under which it is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TomlText<'d> {
    /// The name of its file.
    pub(crate) file: &'d str,
    /// All of it.
    pub(crate) text: &'d str,
}

impl<'d> TomlText<'d> {
    /// The document, as far as it can be understood, and each place where it cannot with the problem.
    pub(crate) fn parse(&self) -> (DeTable<'d>, Vec<(Place, String)>) {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        let problems = errors.iter().map(|error| self.problem(error)).collect();
        (document.into_inner(), problems)
    }

    /// Where an error is, and what it says.
    pub(crate) fn problem(&self, error: &Error) -> (Place, String) {
        let start = error.span().map_or(0, |span| span.start);
        (self.at(start), error.message().to_owned())
    }

    /// The row of a byte of the text, as the officer counts rows: the first is 1.
    pub(crate) fn at(&self, byte: usize) -> Place {
        let before = self.text.bytes().take(byte);
        let row = before.filter(|one| *one == b'\n').count() + 1;
        Place::file(self.file).at_row(row)
    }
}
