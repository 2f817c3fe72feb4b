//! One value that is given twice in one place, such as two `--set` of it: nobody can say which is meant.

use super::edit::{Edit, SET, What};
use super::meaning::meaning;
use crate::blanks;
use crate::finding::Findings;
use crate::input::codes;
use crate::input::columns::{CellKind, Column};
use crate::input::manifest::FILE;
use crate::policy::Share;
use std::collections::BTreeMap;

/// What was given so far by one command, or in one document.
#[derive(Default)]
pub(super) struct Given<'e> {
    cells: BTreeMap<(&'e str, String, usize, &'static str), &'e Edit>,
    rules: BTreeMap<(&'e str, &'e [String]), &'e Edit>,
}

impl<'e> Given<'e> {
    /// Takes down the value of a rule.
    pub(super) fn rule(&mut self, edit: &'e Edit, findings: &mut Findings) {
        if !is_one_place(edit) {
            return;
        }
        let before = self.rules.insert((&edit.place.file, &edit.path), edit);
        let other = before.filter(|before| !same_value(value(before), value(edit)));
        tell(other, edit, findings);
    }

    /// Takes down the cell of a table; where all rows were meant before, this is the one that differs.
    pub(super) fn cell(
        &mut self,
        (table, row, column): (&str, usize, &'static Column),
        edit: &'e Edit,
        findings: &mut Findings,
    ) {
        if !is_one_place(edit) {
            return;
        }
        let at = (edit.place.file.as_str(), table.to_owned(), row, column.key);
        let before = self.cells.insert(at, edit);
        let narrower = |before: &&Edit| is_wide(before) && !is_wide(edit);
        let other = before.filter(|before| !narrower(before));
        let other = other.filter(|before| !is_same(column, value(before), value(edit)));
        tell(other, edit, findings);
    }

    /// Rows of a table were taken out: what is left of them has other numbers.
    pub(super) fn forget(&mut self, table: &str) {
        self.cells.retain(|at, _| at.1 != table);
    }
}

/// Whether nothing else lies between what is said here first and last: a command, or the scenario's own document.
fn is_one_place(edit: &Edit) -> bool {
    [SET, FILE].contains(&edit.place.file.as_str())
}

/// Whether any row was meant.
fn is_wide(edit: &Edit) -> bool {
    edit.path.iter().any(|part| part == "*")
}

fn value(edit: &Edit) -> &str {
    match &edit.what {
        What::Set(value) => value,
        What::Add(_) | What::Remove => "-",
    }
}

/// Whether two words of a rule mean the same: 12% is 0.12.
fn same_value(one: &str, other: &str) -> bool {
    let share = |word: &str| word.parse::<Share>().ok();
    one == other || share(one).is_some_and(|one| Some(one) == share(other))
}

/// Whether two words of a cell mean the same; one that goes up by something does so twice.
fn is_same(column: &Column, one: &str, other: &str) -> bool {
    let counts = matches!(column.kind, CellKind::Count(..) | CellKind::Points);
    let by = |word: &str| counts && word.starts_with(['+', '-']);
    if by(one) || by(other) {
        return false;
    }
    let meant = meaning(column, one);
    one == other || meant.is_some() && meant == meaning(column, other)
}

fn tell(before: Option<&Edit>, edit: &Edit, findings: &mut Findings) {
    if let Some(before) = before {
        let both = [before, edit].map(|one| format!("{}={}", one.shown(), value(one)));
        let [first, second] = both;
        let blanks = blanks! { first: first, second: second };
        findings.push(edit.told(&codes::GIVEN_TWICE, blanks));
    }
}
