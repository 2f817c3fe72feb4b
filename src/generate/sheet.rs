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
    pub(super) rows: Vec<(usize, Vec<String>)>,
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

    /// The cell of this key, other spellings as the key they stand for; blank when there is none.
    pub(super) fn cell<'a>(&self, row: &'a [String], key: &str) -> &'a str {
        let cell = self
            .position(key)
            .and_then(|at| row.get(at))
            .map_or("", String::as_str);
        let spelt = self.column(key).map_or(&[][..], |column| column.spellings);
        spelt
            .iter()
            .find(|(from, _)| *from == cell)
            .map_or(cell, |(_, to)| to)
    }

    /// A whole number, also written `440.0` or `1,685`; blank and `-` are 0.
    pub(super) fn count(&self, row: (usize, &[String]), key: &str, findings: &mut Findings) -> u32 {
        let cell = self.cell(row.1, key);
        if matches!(cell, "" | "-") {
            return 0;
        }
        let plain = cell.replace(',', "");
        let whole = plain
            .split_once('.')
            .map_or(plain.as_str(), |(whole, rest)| {
                if rest.bytes().all(|byte| byte == b'0') {
                    whole
                } else {
                    ""
                }
            });
        whole.parse().unwrap_or_else(|_| {
            self.bad(row, key, findings);
            0
        })
    }

    /// Tells that a cell is not understood.
    pub(super) fn bad(&self, row: (usize, &[String]), key: &str, findings: &mut Findings) {
        let head = self
            .position(key)
            .map_or(key, |at| self.written[at].as_str());
        let blanks = blanks! { column: head, found: self.cell(row.1, key) };
        self.tell(&codes::BAD_CELL, row.0, blanks, findings);
    }

    /// Tells something about a row.
    pub(super) fn tell(
        &self,
        code: &'static Code,
        row: usize,
        facts: Blanks,
        findings: &mut Findings,
    ) {
        let place = Place::file(self.file.clone()).at_row(row);
        findings.push(Finding::new(code, facts).at(place));
    }
}
