//! A table whose rows are records: read from cells, written into cells, handed on with pseudonyms, and
//! as bytes for its digest.

use super::cells::Cells;
use super::columns::TableSpec;
use super::fields::ColumnOf;
use super::values::{Names, Pseudonyms, Redact};
use crate::disk::sha256;
use crate::domain::Roster;
use serde::Serialize;
use serde_json::{Value, to_value, to_vec};

/// So many letters of a row's digest are kept: enough to see that it was changed, too few to guess what it held.
pub const KNOWN_BY: usize = 4;

/// A table of the roster, declared once.
pub struct RecordTable<T: 'static> {
    /// What it is called, and its columns.
    pub spec: TableSpec,
    /// Its columns, and how they go into a record and out of it.
    pub fields: &'static [ColumnOf<T>],
    /// A record of which nothing is said: every field as its blank cell means it.
    pub blank: fn() -> T,
    /// Its records in a roster.
    pub rows: fn(&Roster) -> &Vec<T>,
}

impl<T> RecordTable<T> {
    /// One record; none when something in its row is wrong or missing, which is told.
    pub(super) fn read(&self, cells: &mut Cells<'_>) -> Option<T> {
        let mut one = (self.blank)();
        for field in self.fields {
            let told = cells.told;
            (field.read)(cells, &field.column, &mut one);
            // Whatever made a row no record stands among the findings.
            if !cells.whole && cells.told == told && cells.sound {
                cells.blank(field.column.key);
            }
        }
        (cells.sound && cells.whole).then_some(one)
    }

    /// The cells of records, one for every column.
    pub fn write(&self, rows: &[T], names: &Names<'_>) -> Vec<Vec<String>> {
        let blank = (self.blank)();
        let row = |one| {
            let cells = self.fields.iter();
            cells.map(|field| field.cell(one, &blank, names)).collect()
        };
        rows.iter().map(row).collect()
    }
}

impl<T: Clone> RecordTable<T> {
    /// The records as they may be handed on; `of` says for the place of a row who is called what.
    pub fn redacted<P: Pseudonyms>(&self, rows: &[T], of: impl Fn(usize) -> P) -> Vec<T> {
        let blank = (self.blank)();
        let row = |(no, one): (usize, &T)| {
            let (mut one, with) = (one.clone(), of(no));
            for field in self.fields {
                (field.redactor)(&mut one, &blank, field.redact, &with);
            }
            one
        };
        rows.iter().enumerate().map(row).collect()
    }
}

/// A table of records of any kind.
pub trait Records: Sync {
    /// What it is called, and its columns.
    fn spec(&'static self) -> &'static TableSpec;

    /// What is done to each column before a plan is handed on, by key.
    fn redactions(&self) -> Vec<(&'static str, Redact)>;

    /// The cells of its records in a roster, one for every column.
    fn cells(&self, roster: &Roster, names: &Names<'_>) -> Vec<Vec<String>>;

    /// Its records as canonical JSON, for a digest: in the order of the roster, each with its fields in
    /// the order of the record. Columns that came later stand there only where they say something, so
    /// that old digests stay as they are.
    fn canonical(&self, roster: &Roster) -> Vec<u8>;

    /// What is known of each record: the beginning of the digest of its cells, in which people and schools stand by their
    /// ids, and what the row is called by.
    fn row_digests(&self, roster: &Roster, names: &Names<'_>) -> Vec<String>;
}

impl<T: Serialize> Records for RecordTable<T> {
    fn spec(&'static self) -> &'static TableSpec {
        &self.spec
    }

    fn redactions(&self) -> Vec<(&'static str, Redact)> {
        let all = self.fields.iter();
        all.map(|one| (one.column.key, one.redact)).collect()
    }

    fn cells(&self, roster: &Roster, names: &Names<'_>) -> Vec<Vec<String>> {
        self.write((self.rows)(roster), names)
    }

    fn canonical(&self, roster: &Roster) -> Vec<u8> {
        to_vec(&canonical(self, (self.rows)(roster))).unwrap_or_default()
    }

    fn row_digests(&self, roster: &Roster, names: &Names<'_>) -> Vec<String> {
        let keys: Vec<&str> = self.fields.iter().map(|one| one.column.key).collect();
        let rows = self.cells(roster, names).into_iter().map(|cells| {
            let said = keys.iter().zip(&cells).filter(|one| !one.1.is_empty());
            let said = said.flat_map(|(key, cell)| [key, "=", cell, "\n"]);
            let said: String = said.collect();
            let begins: String = sha256(said.as_bytes()).chars().take(KNOWN_BY).collect();
            let named = |key: &&str| keys.iter().position(|one| one == key);
            let called = self.spec.named_by.iter().filter_map(named);
            let called = called.filter_map(|no| cells.get(no));
            let called: Vec<&str> = called.map(String::as_str).collect();
            format!("{begins} {}", called.join(" "))
        });
        rows.collect()
    }
}

/// The records as JSON.
fn canonical<T: Serialize>(table: &RecordTable<T>, rows: &[T]) -> Vec<Value> {
    let json = |one: &T| to_value(one).unwrap_or_default();
    let blank = json(&(table.blank)());
    let row = |one| {
        let mut value = json(one);
        for field in table.fields.iter().filter(|field| field.later) {
            let key = field.column.key;
            if let Value::Object(all) = &mut value
                && all.get(key) == blank.get(key)
            {
                all.shift_remove(key);
            }
        }
        value
    };
    rows.iter().map(row).collect()
}
