//! A table whose heads have been matched with its columns.

use super::codes::books::AGE_ONLY;
use super::codes::files::{DOUBLE_HEAD, MISSING_COLUMN, NO_ROWS, UNKNOWN_COLUMN};
use super::columns::{Column, TableSpec};
use super::heads::{self, Fit, How};
use super::table::{Row, Table};
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use crate::words;
use std::collections::BTreeMap;

/// A column that real tables have in the place of the month of birth.
const AGE: &str = "年龄";
/// Longest piece of a cell that is shown, characters.
const SHOWN: usize = 60;

/// A table whose heads have been matched with its columns.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) table: Table,
    spec: &'static TableSpec,
    at: Vec<Option<usize>>,
    places: BTreeMap<&'static str, usize>,
}

impl Sheet {
    /// Settles which column stands where; whatever does not match is told.
    pub(super) fn new(
        table: Table,
        fit: &Fit,
        spec: &'static TableSpec,
        findings: &mut Findings,
    ) -> Self {
        let head = Place {
            cell: None,
            ..table.place(table.head_row)
        };
        let name = spec.name;
        let mut used = Vec::new();
        let mut at = Vec::new();
        for (column, means) in spec.columns.iter().zip(&fit.means) {
            let mut best = means
                .iter()
                .filter(|one| Some(one.1) == means.first().map(|one| one.1));
            let first = best.next().map(|one| one.0);
            at.push(first);
            used.extend(first);
            if let Some((second, _)) = best.next() {
                used.push(*second);
                let facts = words! {
                    column: column.head,
                    one: first.and_then(|at| table.head.get(at)),
                    other: table.head.get(*second),
                    table: spec.key,
                    key: column.key,
                };
                let place = table.cell(table.head_row, *second);
                findings.push(Finding::new(&DOUBLE_HEAD, facts).at(place));
            }
            let other = |key| {
                spec.columns
                    .iter()
                    .zip(&fit.means)
                    .any(|(one, means)| one.key == key && !means.is_empty())
            };
            if column.required && first.is_none() && !column.or_from.is_some_and(other) {
                let is_age = |head: &String| column.key == "birth" && heads::same(head, AGE);
                let age = table.head.iter().position(is_age);
                used.extend(age);
                let age = age.and_then(|at| table.head.get(at));
                let finding = match age {
                    Some(head) => Finding::new(
                        &AGE_ONLY,
                        words! { table: name, head: head, column: column.head },
                    ),
                    None => Finding::new(
                        &MISSING_COLUMN,
                        words! { table: name, column: column.head, key: column.key },
                    ),
                };
                findings.push(finding.at(head.clone()));
            }
        }
        let numbered = table.head.iter().enumerate();
        let unused: Vec<&String> = numbered
            .filter(|(no, head)| !head.is_empty() && !used.contains(no))
            .map(|(_, head)| head)
            .collect();
        if !unused.is_empty() {
            let facts = words! { table: name, number: unused.len(), heads: unused };
            findings.push(Finding::new(&UNKNOWN_COLUMN, facts).at(head.clone()));
        }
        if table.rows.is_empty() && !spec.optional {
            findings.push(Finding::new(&NO_ROWS, words! { table: name }).at(head));
        }
        let keys = spec.columns.iter().map(|column| column.key);
        let places = keys
            .zip(&at)
            .filter_map(|(key, at)| Some((key, (*at)?)))
            .collect();
        Self {
            table,
            spec,
            at,
            places,
        }
    }

    /// The name of the table.
    pub(super) fn name(&self) -> Text {
        self.spec.name
    }

    /// The columns as `key←head`, and the heads that are of no use.
    pub(super) fn heads(&self) -> (Vec<String>, Vec<String>) {
        let head = |at: &usize| self.table.head.get(*at).map_or("", String::as_str);
        let known = self
            .places
            .iter()
            .map(|(key, at)| format!("{key}←{}", head(at)));
        let numbered = self.table.head.iter().enumerate();
        let unused =
            numbered.filter(|(at, head)| !head.is_empty() && !self.at.contains(&Some(*at)));
        (
            known.collect(),
            unused.map(|(_, head)| head.clone()).collect(),
        )
    }

    /// Where the heads stand.
    pub(super) fn head(&self) -> Place {
        self.table.place(self.table.head_row)
    }

    /// The column with this key.
    pub(super) fn column(&self, key: &str) -> Option<&'static Column> {
        self.spec.columns.iter().find(|column| column.key == key)
    }

    /// Whether the table has the column at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// A cell as it stands there; blank when there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, key: &str) -> &'a str {
        self.places
            .get(key)
            .and_then(|at| row.cells.get(*at))
            .map_or("", String::as_str)
    }

    /// The cells of a row in the order of the table's columns.
    pub(super) fn cells<'a>(&self, row: &'a Row) -> Vec<&'a str> {
        let cell = |at: &Option<usize>| at.and_then(|at| row.cells.get(at));
        self.at
            .iter()
            .map(|at| cell(at).map_or("", String::as_str))
            .collect()
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row: &Row, key: &str) -> Place {
        let found = self.cell(row, key);
        let place = match self.places.get(key) {
            Some(at) => self.table.cell(row.number, *at),
            None => self.table.place(row.number),
        };
        Place {
            found: (!found.is_empty()).then(|| shown(found)),
            ..place
        }
    }
}

/// The beginning of a cell.
pub(super) fn shown(cell: &str) -> String {
    match cell.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default()),
        None => cell.to_owned(),
    }
}

/// How the columns of a fit were recognised, least sure.
pub(super) fn least_sure(fit: &Fit) -> How {
    let all = fit.means.iter().filter_map(|means| means.first());
    all.map(|one| one.1).max().unwrap_or(How::Own)
}
