//! What a table holds (报表): its name, heads, rows of cells, and the lines below it.

use crate::input::{Column, TableSpec};
use crate::text::{Lang, Text};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Words; an id too, kept letter by letter, and never a formula.
    Words(String),
    /// A whole number.
    Count(i64),
    /// A share, shown in per cent: counted on top and below.
    Share(i64, i64),
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<i64> for Cell {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or_else(|| Self::Words(String::new()), Into::into)
    }
}

/// The cells of a row: `row![name, 3, share]`.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$($crate::annex::form::Cell::from($cell)),*] };
}
pub(super) use row;

/// One table.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// What it is called: the sheet, and the title above it.
    pub(super) name: Text,
    /// The school it is for; empty when it is for the county.
    pub(super) about: String,
    /// Heads, each with its unit behind when it has one.
    pub(super) heads: Vec<String>,
    /// Rows under the heads.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What must be known to read it, below the table.
    pub(super) notes: Vec<String>,
}

impl Form {
    /// A table with these heads.
    pub(super) fn new(name: Text, heads: &[Text], lang: Lang) -> Self {
        Self {
            name,
            about: String::new(),
            heads: heads.iter().map(|head| head.get(lang).to_owned()).collect(),
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A table that is read back with these columns.
    pub(super) fn of(spec: &TableSpec, lang: Lang) -> Self {
        let head = |column: &Column| {
            let (head, unit) = (column.head.get(lang), column.unit.get(lang));
            if unit.is_empty() {
                head.to_owned()
            } else {
                format!("{head}({unit})")
            }
        };
        Self {
            heads: spec.columns.iter().map(head).collect(),
            ..Self::new(spec.name, &[], lang)
        }
    }

    /// The same with rows.
    pub(super) fn with(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The same with a line below the table.
    pub(super) fn note(mut self, note: String) -> Self {
        self.notes.push(note);
        self
    }
}
