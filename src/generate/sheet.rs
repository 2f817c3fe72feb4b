//! A given table: heads, and rows with their numbers.

use super::codes;
use crate::finding::{Code, Finding, Findings, Place};
use crate::text::Words;
use crate::words;

/// A table as given.
pub(super) struct Given {
    /// File name shown to the user.
    file: String,
    heads: Vec<String>,
    /// Number of the row in the file, then its cells.
    pub(super) rows: Vec<(usize, Vec<String>)>,
}

impl Given {
    /// Reads a table whose first row holds the heads.
    pub(super) fn read(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<Self> {
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
            findings.push(Finding::new(&codes::NOT_A_TABLE, words! { file: file }).at(place));
            return None;
        }
        let (_, heads) = rows.remove(0);
        Some(Self {
            file: file.to_owned(),
            heads,
            rows,
        })
    }

    /// Whether there is a column with one of these heads.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        self.heads.iter().any(|head| names.contains(&head.as_str()))
    }

    /// Tells when there is no column with one of these heads.
    pub(super) fn ask(&self, names: &[&str], findings: &mut Findings) {
        if !self.has(names) {
            let facts =
                words! { file: self.file, column: names.first().copied().unwrap_or_default() };
            let finding = Finding::new(&codes::NO_COLUMN, facts);
            findings.push(finding.at(Place::file(self.file.clone())));
        }
    }

    /// The cell under the first of these heads; blank when there is none.
    pub(super) fn cell<'a>(&self, row: &'a [String], names: &[&str]) -> &'a str {
        self.heads
            .iter()
            .position(|head| names.contains(&head.as_str()))
            .and_then(|at| row.get(at))
            .map_or("", String::as_str)
    }

    /// A whole number, also written `440.0` or `1,685`; blank and `-` are 0.
    pub(super) fn count(
        &self,
        row: (usize, &[String]),
        names: &[&str],
        findings: &mut Findings,
    ) -> u32 {
        let cell = self.cell(row.1, names);
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
            self.bad(row, names, findings);
            0
        })
    }

    /// Tells that a cell is not understood.
    pub(super) fn bad(&self, row: (usize, &[String]), names: &[&str], findings: &mut Findings) {
        let found = self.cell(row.1, names);
        let facts = words! { column: names.first().copied().unwrap_or_default(), found: found };
        self.tell(&codes::BAD_CELL, row.0, facts, findings);
    }

    /// Tells something about a row.
    pub(super) fn tell(
        &self,
        code: &'static Code,
        row: usize,
        facts: Words,
        findings: &mut Findings,
    ) {
        let place = Place {
            row: Some(row),
            ..Place::file(self.file.clone())
        };
        findings.push(Finding::new(code, facts).at(place));
    }
}
