//! A given table: heads, and rows with their numbers.

use super::codes;
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use crate::input::Column;
use crate::text::Blanks;
use csv::StringRecord;
use serde_json::json;

/// A table as given.
pub(super) struct Given {
    /// File name shown to the user.
    file: String,
    /// Heads as written.
    written: StringRecord,
    /// The key of each column that is known, else its head.
    keys: Vec<String>,
    columns: &'static [Column],
    rows: Vec<StringRecord>,
}

/// One row of a table as given.
#[derive(Clone, Copy)]
pub(super) struct GivenRow<'a> {
    table: &'a Given,
    number: usize,
    cells: &'a StringRecord,
}

impl Given {
    /// Reads a table whose first row holds the heads.
    pub(super) fn read(
        file: &str,
        bytes: &[u8],
        columns: &'static [Column],
        findings: &mut Findings,
    ) -> Option<Self> {
        let mut reader = csv::ReaderBuilder::new();
        reader
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All);
        // The crate takes off one mark; some tables begin with two.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let records = reader.from_reader(bytes).into_records();
        let mut rows = records.collect::<Result<Vec<_>, _>>().unwrap_or_default();
        if rows.len() < 2 {
            no_table(file, findings);
            return None;
        }
        let written = rows.remove(0);
        let key = |head: &str| {
            let known = columns.iter().find(|column| column.is_called(head));
            known.map_or(head, |column| column.key).to_owned()
        };
        Some(Self {
            file: file.to_owned(),
            keys: written.iter().map(key).collect(),
            written,
            columns,
            rows,
        })
    }

    fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|one| one == key)
    }

    /// Whether there is a column of this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// Tells of which of these keys there is no column.
    pub(super) fn ask(&self, keys: &[&str], findings: &mut Findings) {
        for &key in keys.iter().filter(|key| !self.has(key)) {
            let column = self.column(key);
            let column = column.map_or_else(|| json!(key), |column| json!(column.head));
            let blanks = blanks! { file: self.file, column: column };
            findings.push(Finding::new(&codes::NO_COLUMN, blanks).at(Place::file(&self.file)));
        }
    }

    /// The rows below the heads.
    pub(super) fn rows(&self) -> impl Iterator<Item = GivenRow<'_>> {
        self.rows.iter().zip(2..).map(|(cells, number)| GivenRow {
            table: self,
            number,
            cells,
        })
    }

    /// Tells something about a row; the first holds the heads.
    pub(super) fn tell(
        &self,
        row: usize,
        code: &'static Code,
        blanks: Blanks,
        findings: &mut Findings,
    ) {
        let place = Place::file(&self.file).at_row(row);
        findings.push(Finding::new(code, blanks).at(place));
    }
}

/// Tells that a file holds no table, or no school.
pub(super) fn no_table(file: &str, findings: &mut Findings) {
    let finding = Finding::new(&codes::NOT_A_TABLE, blanks! { file: file });
    findings.push(finding.at(Place::file(file)));
}

impl<'a> GivenRow<'a> {
    /// The cell of this key, other spellings as the key they stand for; blank when there is none.
    pub(super) fn cell(&self, key: &str) -> &'a str {
        let at = self.table.position(key);
        let cell = at.and_then(|at| self.cells.get(at)).unwrap_or_default();
        let column = self.table.column(key);
        column.map_or(cell, |column| column.respelt(cell))
    }

    /// The words of a cell, when there are any.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        Some(self.cell(key).to_owned()).filter(|cell| !cell.is_empty())
    }

    /// The point in the columns of these keys, when both are numbers.
    pub(super) fn point(&self, lon: &str, lat: &str) -> Option<(f64, f64)> {
        let at = |key| self.cell(key).parse().ok();
        at(lon).zip(at(lat))
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

    /// What the word of a cell stands for.
    pub(super) fn word<T>(
        &self,
        key: &str,
        find: fn(&str) -> Option<T>,
        findings: &mut Findings,
    ) -> Option<T> {
        let found = find(self.cell(key));
        if found.is_none() {
            self.bad(key, findings);
        }
        found
    }

    /// Tells that a cell is not understood.
    pub(super) fn bad(&self, key: &str, findings: &mut Findings) {
        let at = self.table.position(key);
        let head = at.and_then(|at| self.table.written.get(at)).unwrap_or(key);
        let blanks = blanks! { column: head, found: self.cell(key) };
        self.tell(&codes::BAD_CELL, blanks, findings);
    }

    /// Tells something about the row.
    pub(super) fn tell(&self, code: &'static Code, blanks: Blanks, findings: &mut Findings) {
        self.table.tell(self.number, code, blanks, findings);
    }
}
