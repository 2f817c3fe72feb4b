//! Heads matched with columns.

use super::codes::files;
use super::columns::{Column, TableSpec};
use super::table::{Row, Table};
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use crate::words;

/// A table whose heads have been matched with its columns.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) table: Table,
    spec: &'static TableSpec,
    at: Vec<Option<usize>>,
}

impl Sheet {
    /// Matches heads; whatever does not match is told.
    pub(super) fn new(table: Table, spec: &'static TableSpec, findings: &mut Findings) -> Self {
        let place = |column: Option<&String>| Place {
            column: column.cloned(),
            ..table.place(table.head_row)
        };
        let name = spec.name;
        for head in table.head.iter().filter(|head| !head.is_empty()) {
            if !spec.columns.iter().any(|column| column.is_called(head)) {
                let facts = words! { table: name, head: head };
                let found = Finding::new(&files::UNKNOWN_COLUMN, facts);
                findings.push(found.at(place(Some(head))));
            }
        }
        let mut at = Vec::new();
        for column in spec.columns {
            let mut all = (0..table.head.len()).filter(|no| column.is_called(&table.head[*no]));
            at.push(all.next());
            if let Some(second) = all.next() {
                let facts = words! { column: column.head };
                let found = Finding::new(&files::DOUBLE_HEAD, facts);
                findings.push(found.at(place(table.head.get(second))));
            }
            if column.required && at.last() == Some(&None) {
                let facts = words! { table: name, column: column.head, key: column.key };
                findings.push(Finding::new(&files::MISSING_COLUMN, facts).at(place(None)));
            }
        }
        if table.rows.is_empty() && !spec.optional {
            let found = Finding::new(&files::NO_ROWS, words! { table: name });
            findings.push(found.at(place(None)));
        }
        Self { table, spec, at }
    }

    /// The name of the table.
    pub(super) fn name(&self) -> Text {
        self.spec.name
    }

    /// The column with this key.
    pub(super) fn column(&self, key: &str) -> Option<&'static Column> {
        self.spec.columns.iter().find(|column| column.key == key)
    }

    fn position(&self, key: &str) -> Option<usize> {
        let no = self
            .spec
            .columns
            .iter()
            .position(|column| column.key == key)?;
        self.at.get(no).copied().flatten()
    }

    /// Whether the table has the column at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// A cell as it stands there; blank when there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, key: &str) -> &'a str {
        self.position(key)
            .and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row: &Row, key: &str) -> Place {
        let found = self.cell(row, key);
        Place {
            column: self.position(key).map(|at| self.table.head[at].clone()),
            found: (!found.is_empty()).then(|| found.to_owned()),
            ..self.table.place(row.number)
        }
    }
}
