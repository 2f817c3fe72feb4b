//! A given table: heads, and rows with their numbers.

use super::codes;
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use crate::input::Column;
use crate::text::Blanks;

/// A table as given.
pub(super) struct Given {
    /// File name shown to the user.
    file: String,
    /// Heads as written.
    written: Vec<String>,
    /// The key of each column that is known, else its head.
    keys: Vec<String>,
    columns: &'static [Column],
    /// Number of the row in the file, then its cells.
    rows: Vec<(usize, Vec<String>)>,
}

/// One row of a table as given.
#[derive(Clone, Copy)]
pub(super) struct GivenRow<'a> {
    table: &'a Given,
    number: usize,
    cells: &'a [String],
}

impl Given {
    /// Reads a table whose first row holds the heads.
    pub(super) fn read(
        file: &str,
        bytes: &[u8],
        columns: &'static [Column],
        findings: &mut Findings,
    ) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(bytes);
        let mut rows = Vec::new();
        let mut sound = true;
        for record in reader.records() {
            let Ok(record) = record else {
                sound = false;
                break;
            };
            rows.push((
                rows.len() + 1,
                record.iter().map(str::to_owned).collect::<Vec<_>>(),
            ));
        }
        if !sound || rows.len() < 2 {
            let place = Place::file(file);
            findings.push(Finding::new(&codes::NOT_A_TABLE, blanks! { file: file }).at(place));
            return None;
        }
        let (_, written) = rows.remove(0);
        let key = |head: &String| {
            let known = columns.iter().find(|column| column.is_called(head));
            known.map_or_else(|| head.clone(), |column| column.key.to_owned())
        };
        Some(Self {
            file: file.to_owned(),
            keys: written.iter().map(key).collect(),
            written,
            columns,
            rows,
        })
    }

    /// Whether there is a column of this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|one| one == key)
    }

    fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The first of these heads that the table has, as its key.
    pub(super) fn first_of(&self, heads: &[&'static str]) -> Option<&'static str> {
        heads.iter().copied().find(|head| self.has(head))
    }

    /// Tells when there is no column of this key.
    pub(super) fn ask(&self, key: &str, findings: &mut Findings) {
        if !self.has(key) {
            let facts = if let Some(column) = self.column(key) {
                blanks! { file: self.file, column: column.head }
            } else {
                blanks! { file: self.file, column: key }
            };
            let finding = Finding::new(&codes::NO_COLUMN, facts);
            findings.push(finding.at(Place::file(self.file.clone())));
        }
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|one| one == key)
    }

    /// The rows below the heads.
    pub(super) fn rows(&self) -> impl Iterator<Item = GivenRow<'_>> {
        self.rows.iter().map(|(number, cells)| GivenRow {
            table: self,
            number: *number,
            cells,
        })
    }

    /// Tells something about the whole table.
    pub(super) fn tell(&self, code: &'static Code, findings: &mut Findings) {
        let place = Place::file(self.file.clone()).at_row(1);
        findings.push(Finding::new(code, Blanks::new()).at(place));
    }
}

impl<'a> GivenRow<'a> {
    /// The cell of this key, other spellings as the key they stand for; blank when there is none.
    pub(super) fn cell(&self, key: &str) -> &'a str {
        let at = self.table.position(key);
        let cell = at.and_then(|at| self.cells.get(at));
        let cell = cell.map_or("", String::as_str);
        let column = self.table.column(key);
        column.map_or(cell, |column| column.respelt(cell))
    }

    /// The words of a cell, when there are any.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        Some(self.cell(key).to_owned()).filter(|cell| !cell.is_empty())
    }

    /// A whole number, also written `440.0` or `1,685`; blank and `-` are 0.
    pub(super) fn count(&self, key: &str, findings: &mut Findings) -> u32 {
        let cell = self.cell(key);
        if matches!(cell, "" | "-") {
            return 0;
        }
        let plain = cell.replace(',', "");
        let whole = match plain.split_once('.') {
            Some((whole, rest)) if rest.bytes().all(|byte| byte == b'0') => whole,
            Some(_) => "",
            None => &plain,
        };
        whole.parse().unwrap_or_else(|_| {
            self.bad(key, findings);
            0
        })
    }

    /// Tells that a cell is not understood.
    pub(super) fn bad(&self, key: &str, findings: &mut Findings) {
        let at = self.table.position(key);
        let head = at.map_or(key, |at| self.table.written[at].as_str());
        let blanks = blanks! { column: head, found: self.cell(key) };
        self.tell(&codes::BAD_CELL, blanks, findings);
    }

    /// Tells something about the row.
    pub(super) fn tell(&self, code: &'static Code, blanks: Blanks, findings: &mut Findings) {
        let place = Place::file(self.table.file.clone()).at_row(self.number);
        findings.push(Finding::new(code, blanks).at(place));
    }
}
