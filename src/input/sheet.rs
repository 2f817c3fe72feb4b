//! A table whose heads have been matched with its columns.

use super::codes;
use super::columns::{Column, TableSpec};
use super::grade_heads;
use super::heads::{self, HeadFit};
use super::spell_heads::{self, SpellColumns};
use super::spelling;
use super::table::{FileRow, FileTable, Leaf};
use crate::blanks;
use crate::finding::{Finding, Findings, Place, Severity};
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// A column that real tables have in the place of the month of birth.
const AGE: &str = "年龄";
/// Tables that come with the program, so that a scenario may go without rows of its own.
const BY_DEFAULT: [&str; 2] = ["grid", "load"];
/// Heads of the names of classes.
const CLASS_NAMES: [&str; 7] = ["班级", "班号", "班名", "班别", "班级名称", "班级代码", "班"];
/// What heads say that spare somebody.
const PROTECTING: [&str; 10] = [
    "保护",
    "孕",
    "哺乳",
    "产假",
    "病",
    "残",
    "照顾",
    "照料",
    "不交流",
    "免交流",
];
/// Longest piece of a cell that is shown, characters.
const SHOWN: usize = 60;

/// The sheets of a scenario, by the keys of their tables.
pub(super) type Sheets = BTreeMap<&'static str, Sheet>;

/// A table whose heads have been matched with its columns.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) table: FileTable,
    pub(super) spec: &'static TableSpec,
    places: BTreeMap<&'static str, usize>,
    /// Where a change of a cell, or of a whole row, is written.
    changed: BTreeMap<(usize, Option<&'static str>), Place>,
}

impl Sheet {
    /// Settles which column stands where; whatever does not match is told.
    pub(super) fn new(leaf: &mut Leaf, fit: &HeadFit, findings: &mut Findings) -> Self {
        let spec = fit.spec;
        let mut sheet = Self {
            table: FileTable::new(leaf, fit, findings),
            spec,
            places: BTreeMap::new(),
            changed: BTreeMap::new(),
        };
        let mut used = BTreeSet::new();
        for (column, means) in spec.columns.iter().zip(&fit.means) {
            let Some(&(first, how)) = means.first() else {
                continue;
            };
            sheet.places.insert(column.key, first);
            used.insert(first);
            if let Some(&(second, _)) = means.get(1).filter(|one| one.1 == how) {
                used.insert(second);
                sheet.tell_double(column, first, second, findings);
            }
        }
        let of_grades = sheet.of_grades();
        let told = spec.columns.iter().filter(|column| column.required);
        for column in told.filter(|column| column.key != "grade" || of_grades.is_none()) {
            if !sheet.has(column.key) && !column.or_from.is_some_and(|key| sheet.has(key)) {
                used.extend(sheet.tell_missing(column, findings));
            }
        }
        if spec.key == "teachers" {
            let spells = spell_heads::columns(&sheet.table.head);
            used.extend(spells.into_iter().flat_map(SpellColumns::all));
        }
        if spec.key == "classes" {
            used.extend(sheet.class_names());
            used.extend(of_grades.into_iter().flatten());
        }
        sheet.tell_rest(&used, findings);
        if spec.key == "teachers" && !sheet.has("protections") && sheet.has("id") {
            let told = Finding::new(&codes::NO_PROTECTIONS, blanks! {});
            findings.push(told.at(sheet.head()));
        }
        sheet
    }

    /// Puts the words of the template in the place of the bureau's own, whole cells or members of a list.
    pub(super) fn respell(&mut self, words: &IndexMap<String, IndexMap<String, String>>) {
        for (key, words) in words {
            let Some(at) = self.places.get(key.as_str()).copied() else {
                continue;
            };
            let meant = |cell: &str| {
                let mut all = words.iter();
                let found = all.find(|(word, _)| spelling::tight(word) == spelling::tight(cell));
                found.map(|(_, means)| means.clone())
            };
            for row in &mut self.table.rows {
                let Some(cell) = row.cells.get_mut(at).filter(|cell| !cell.is_empty()) else {
                    continue;
                };
                let members = spelling::list(cell);
                if let Some(means) = meant(cell) {
                    *cell = means;
                } else if members.len() > 1 && members.iter().any(|one| meant(one).is_some()) {
                    let all = members
                        .iter()
                        .map(|one| meant(one).unwrap_or_else(|| (*one).to_owned()));
                    *cell = all.collect::<Vec<_>>().join(";");
                }
            }
        }
    }

    fn tell_double(&self, column: &Column, first: usize, second: usize, findings: &mut Findings) {
        let (one, other) = (self.table.head.get(first), self.table.head.get(second));
        let place = self.table.cell(self.table.head_row, second);
        let finding = if one == other {
            Finding::new(&codes::SAME_HEAD, blanks! { head: one })
        } else {
            let (table, key) = (self.spec.key, column.key);
            let blanks = blanks! {
                column: column.head, one: one, other: other, table: table, key: key,
            };
            Finding::new(&codes::DOUBLE_HEAD, blanks)
        };
        findings.push(finding.at(place));
    }

    /// Tells of a missing column; gives the one that real tables have in its place.
    fn tell_missing(&self, column: &Column, findings: &mut Findings) -> Option<usize> {
        let table = self.spec.name;
        let is_age = |head: &String| column.key == "birth" && heads::same(head, AGE);
        let age = self.table.head.iter().position(is_age);
        let finding = if let Some(head) = age.and_then(|at| self.table.head.get(at)) {
            let blanks = blanks! { table: table, head: head, column: column.head };
            Finding::new(&codes::AGE_ONLY, blanks)
        } else {
            let blanks = blanks! { table: table, column: column.head, key: column.key };
            Finding::new(&codes::MISSING_COLUMN, blanks)
        };
        findings.push(finding.at(self.head()));
        age
    }

    /// Tells of heads that are of no use, and of a table without rows.
    fn tell_rest(&self, used: &BTreeSet<usize>, findings: &mut Findings) {
        let name = self.spec.name;
        let numbered = self.table.head.iter().enumerate();
        let unused = numbered.filter(|(no, head)| !head.is_empty() && !used.contains(no));
        let unused: Vec<&String> = unused.map(|(_, head)| head).collect();
        if !unused.is_empty() {
            let of_teachers = self.spec.key == "teachers";
            let telling = |head: &&String| PROTECTING.iter().any(|word| head.contains(word));
            let protects = of_teachers && unused.iter().copied().any(|head| telling(&head));
            let blanks = blanks! { table: name, number: unused.len(), heads: unused };
            let mut told = Finding::new(&codes::UNKNOWN_COLUMN, blanks).at(self.head());
            // Whom such a column spares would be moved.
            if protects {
                told.severity = Severity::Warning;
            }
            findings.push(told);
        }
        if self.table.rows.is_empty() && self.spec.key == "service" {
            findings.push(Finding::new(&codes::NO_SERVICE, blanks! {}).at(self.head()));
        } else if self.table.rows.is_empty()
            && !self.spec.optional
            && !BY_DEFAULT.contains(&self.spec.key)
        {
            findings.push(Finding::new(&codes::NO_ROWS, blanks! { table: name }).at(self.head()));
        }
    }

    /// A table that the scenario does not have, so that rows can be added to it.
    pub(super) fn bare(spec: &'static TableSpec) -> Self {
        let head = spec.columns.iter().map(|column| column.key.to_owned());
        let places = spec.columns.iter().enumerate();
        Self {
            table: FileTable {
                whole: Place::file(spec.key),
                head: head.collect(),
                ..FileTable::default()
            },
            spec,
            places: places.map(|(at, column)| (column.key, at)).collect(),
            changed: BTreeMap::new(),
        }
    }

    /// Changes a cell; the place of the change is shown in its stead.
    pub(super) fn set(&mut self, row: usize, key: &'static str, value: &str, place: &Place) {
        let heads = self.table.head.len();
        let at = *self.places.entry(key).or_insert(heads);
        if at == heads {
            self.table.head.push(key.to_owned());
        }
        if let Some(row) = self.table.rows.get_mut(row) {
            if row.cells.len() <= at {
                row.cells.resize(at + 1, String::new());
            }
            value.clone_into(&mut row.cells[at]);
            self.changed.insert((row.number, Some(key)), place.clone());
        }
    }

    /// Writes what stands above into a cell that says so.
    pub(super) fn copy_above(&mut self, row: usize, at: usize, above: &str) {
        let row = self.table.rows.get_mut(row);
        if let Some(cell) = row.and_then(|row| row.cells.get_mut(at)) {
            above.clone_into(cell);
        }
    }

    /// Adds a row; words that name no column are left out.
    pub(super) fn add_row(&mut self, cells: &[(String, String)], place: &Place) {
        let number = self.table.rows.last().map_or(1, |row| row.number) + 1;
        self.table.rows.push(FileRow::new(number, Vec::new()));
        let row = self.table.rows.len() - 1;
        for (key, value) in cells {
            if let Some(column) = self.column(key) {
                self.set(row, column.key, value, place);
            }
        }
        self.changed.insert((number, None), place.clone());
    }

    /// Changes a cell of a column by its key, where there is such a column.
    pub(super) fn put(&mut self, row: usize, key: &str, value: &str, place: &Place) {
        if let Some(column) = self.column(key) {
            self.set(row, column.key, value, place);
        }
    }

    /// The columns as `key←head`.
    pub(super) fn heads(&self) -> Vec<String> {
        let head = |at: &usize| self.table.head.get(*at).map_or("", String::as_str);
        let known = self.places.iter();
        let known = known.map(|(key, at)| format!("{key}←{}", head(at)));
        known.collect()
    }

    /// The column that names each class of a table with one row a class.
    pub(super) fn class_names(&self) -> Option<usize> {
        let mut heads = self.table.head.iter();
        heads.position(|head| CLASS_NAMES.iter().any(|word| heads::same(head, word)))
    }

    /// Where a table of classes says the grade that has no column of it: in the heads of columns, or in the names of
    /// classes.
    fn of_grades(&self) -> Option<Vec<usize>> {
        let other = self.spec.key != "classes" || self.has("grade");
        let columns = grade_heads::places(&self.table.head);
        let columns = Some(columns).filter(|columns| !columns.is_empty());
        let names = || self.class_names().map(|at| vec![at]);
        (!other).then(|| columns.or_else(names)).flatten()
    }

    /// Where the heads stand.
    pub(super) fn head(&self) -> Place {
        self.table.place(self.table.head_row)
    }

    /// The column with this key, or else with this head as the tables have it.
    pub(super) fn column(&self, key: &str) -> Option<&'static Column> {
        let mut columns = self.spec.columns.iter();
        let found = columns.clone().find(|column| column.key == key);
        found.or_else(|| columns.find(|column| column.is_called(key)))
    }

    /// Where a column stands.
    pub(super) fn at(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// Whether the table has the column at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// A cell as it stands there; blank when there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a FileRow, key: &str) -> &'a str {
        let cell = self.places.get(key).and_then(|at| row.cells.get(*at));
        cell.map_or("", String::as_str)
    }

    /// The cells of a row in the order of the table's columns.
    pub(super) fn cells(&self, row: &FileRow) -> Vec<String> {
        let keys = self.spec.columns.iter().map(|column| column.key);
        keys.map(|key| self.cell(row, key).to_owned()).collect()
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row: &FileRow, key: &str) -> Place {
        let found = self.cell(row, key);
        let of_row = (row.number, None)..=(row.number, Some("~"));
        // The place of the cell itself comes before that of the row.
        let mut changed = self.changed.range(of_row).rev();
        let changed = changed.find(|((_, of), _)| of.is_none_or(|of| of == key));
        let place = match (changed, self.places.get(key)) {
            (Some((_, place)), _) => place.clone(),
            (None, Some(at)) => self.table.cell(row.number, *at),
            (None, None) => self.table.place(row.number),
        };
        Place {
            found: (!found.is_empty()).then(|| shown(found)),
            ..place
        }
    }
}

/// The beginning of a cell.
fn shown(cell: &str) -> String {
    match cell.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", cell.get(..end).unwrap_or_default()),
        None => cell.to_owned(),
    }
}
