//! Changes are laid on the cells before any of them is read.

use super::edit::{Edit, What};
use super::meaning::meaning;
use super::twice::Given;
use crate::blanks;
use crate::finding::{Findings, Place};
use crate::input::codes;
use crate::input::columns::{CellKind, Column, TableSpec};
use crate::input::manifest::{Decision, Manifest};
use crate::input::sheet::{Sheet, Sheets};
use crate::input::spelling;
use crate::input::table::FileRow;
use crate::input::tables::settings::{BANS, PINS, WAIVERS};
use crate::input::tables::{SERVICE, TABLES, TEACHERS, spec};
use crate::policy::nearest_hint;
use std::collections::BTreeSet;

/// Lays every change but those of rules on the sheets and the manifest; what remains are the changes
/// of rules, for the policy.
pub(in crate::input) fn apply(
    edits: &[Edit],
    manifest: &mut Manifest,
    sheets: &mut Sheets,
    findings: &mut Findings,
) -> Vec<Edit> {
    let (mut of_rules, mut given) = (Vec::new(), Given::default());
    for edit in edits {
        let first = edit.path.first().map_or("", String::as_str);
        let first = spec(first).map_or(first, |table| table.key);
        match (first, &edit.what) {
            _ if edit.is_of_rule() => {
                given.rule(edit, findings);
                of_rules.push(edit.clone());
            }
            ("rules", _) => {
                let example = "rules.rotation_share.at_least";
                let blanks = blanks! { path: edit.shown(), example: example };
                findings.push(edit.told(&codes::SHORT_PATH, blanks));
            }
            ("pins", What::Add(cells)) => manifest.pins.push(decision(&PINS, cells, edit)),
            ("bans", What::Add(cells)) => manifest.bans.push(decision(&BANS, cells, edit)),
            ("approvals" | "waivers", What::Add(cells)) => {
                manifest.waivers.push(decision(&WAIVERS, cells, edit));
            }
            _ => {
                if let Some(table) = TABLES.iter().find(|spec| spec.key == first) {
                    let sheet = sheets.entry(table.key);
                    let sheet = sheet.or_insert_with(|| Sheet::bare(table));
                    let removed = change_table(sheet, edit, &mut given, findings);
                    if table.key == TEACHERS.spec.key {
                        forget(&removed, manifest, sheets);
                    }
                    continue;
                }
                let mut known = vec!["rules", "pins", "bans", "approvals"];
                known.extend(TABLES.iter().map(|spec| spec.key));
                let nearest = nearest_hint(first, known.iter().copied());
                let blanks = blanks! { path: edit.shown(), nearest: nearest, known: known };
                findings.push(edit.told(&codes::UNKNOWN_PATH, blanks));
            }
        }
    }
    of_rules
}

/// What was said of people whose rows are taken out goes with them: their service, decisions about them, and
/// that somebody is married to them.
fn forget(ids: &BTreeSet<String>, manifest: &mut Manifest, sheets: &mut Sheets) {
    if ids.is_empty() {
        return;
    }
    let gone = |word: &str| ids.contains(&spelling::code(word));
    if let Some(sheet) = sheets.get_mut(SERVICE.spec.key) {
        let rows = std::mem::take(&mut sheet.table.rows).into_iter();
        let rows = rows
            .filter(|row| !gone(sheet.cell(row, "teacher")))
            .collect();
        sheet.table.rows = rows;
    }
    if let Some(sheet) = sheets.get_mut(TEACHERS.spec.key) {
        let rows = sheet.table.rows.iter().enumerate();
        let other = rows.filter(|(_, row)| gone(sheet.cell(row, "spouse")));
        let others: Vec<(usize, Place)> = other
            .map(|(at, row)| (at, sheet.place(row, "spouse")))
            .collect();
        for (at, place) in others {
            sheet.set(at, "spouse", "", &place);
        }
    }
    manifest.pins.retain(|one| !gone(one.word("teacher")));
    manifest.bans.retain(|one| !gone(one.word("teacher")));
}

/// Changes one table; the codes of the rows that were taken out.
fn change_table<'e>(
    sheet: &mut Sheet,
    edit: &'e Edit,
    given: &mut Given<'e>,
    findings: &mut Findings,
) -> BTreeSet<String> {
    let none = BTreeSet::new();
    let keys = sheet.spec.named_by;
    if let What::Add(cells) = &edit.what {
        for (key, _) in cells {
            column(sheet, key, edit, findings);
        }
        sheet.add_row(cells, &edit.place);
        return none;
    }
    let set = match &edit.what {
        What::Set(value) => Some(value),
        _ => None,
    };
    // A row that is taken out may be called in one word: `T00012.2019-09`.
    let joined = edit.path[1..].join(".");
    let path: Vec<String> = match set {
        Some(_) => edit.path[1..].to_vec(),
        None => joined
            .splitn(keys.len(), '.')
            .map(|part| part.trim().to_owned())
            .collect(),
    };
    if path.len() != keys.len() + usize::from(set.is_some()) {
        let mut example = vec![sheet.spec.key.to_owned()];
        example.extend(keys.iter().map(|key| format!("<{key}>")));
        example.extend(set.map(|_| "<column>".to_owned()));
        let blanks = blanks! { path: edit.shown(), example: example.join(".") };
        findings.push(edit.told(&codes::SHORT_PATH, blanks));
        return none;
    }
    let row_words = &path[..keys.len()];
    let meant = matching(sheet, keys, row_words);
    if meant.is_empty() {
        let row = row_words.join(".");
        let names = names(sheet, keys);
        let nearest = nearest_hint(&row, names.iter().map(String::as_str));
        let blanks = blanks! { table: sheet.spec.name, row: row, nearest: nearest };
        findings.push(edit.told(&codes::UNKNOWN_ROW, blanks));
        return none;
    }
    if let Some(value) = set {
        let key = edit.path.last().map_or("", String::as_str);
        if let Some(column) = column(sheet, key, edit, findings) {
            for &at in &meant {
                given.cell((sheet.spec.key, at, column), edit, findings);
            }
            set_cells(sheet, &meant, column, value, edit, findings);
        }
        return none;
    }
    given.forget(sheet.spec.key);
    let codes = meant.iter().filter_map(|at| sheet.table.rows.get(*at));
    let codes = codes.map(|row| spelling::code(sheet.cell(row, keys[0])));
    let codes = codes.collect();
    let mut at = 0..;
    let rows = &mut sheet.table.rows;
    rows.retain(|_| !at.next().is_some_and(|at| meant.contains(&at)));
    codes
}

/// The column with this key; that there is none is told.
fn column(of: &Sheet, key: &str, edit: &Edit, findings: &mut Findings) -> Option<&'static Column> {
    let (found, spec) = (of.column(key), of.spec);
    if found.is_none() {
        let known: Vec<_> = spec.columns.iter().map(|one| one.key).collect();
        let nearest = nearest_hint(key, known.iter().copied());
        let blanks = blanks! { table: spec.name, column: key, nearest: nearest, known: known };
        findings.push(edit.told(&codes::UNKNOWN_PATH_COLUMN, blanks));
    }
    found
}

fn set_cells(
    sheet: &mut Sheet,
    rows: &[usize],
    column: &'static Column,
    value: &str,
    edit: &Edit,
    findings: &mut Findings,
) {
    let counts = matches!(column.kind, CellKind::Count(..) | CellKind::Points);
    let relative = counts && value.starts_with('+')
        || matches!(column.kind, CellKind::Count(..)) && value.starts_with('-') && value.len() > 1;
    let mut touched = false;
    for &at in rows {
        let Some(row) = sheet.table.rows.get(at) else {
            continue;
        };
        let stood = sheet.cell(row, column.key).to_owned();
        let mut becomes = value.to_owned();
        if relative {
            let by = spelling::whole(value.trim_start_matches('+'));
            let from = if spelling::says_nothing(&stood) {
                "0"
            } else {
                &stood
            };
            let Some((from, by)) = spelling::whole(from).zip(by) else {
                let blanks = blanks! { column: column.head, found: stood, change: value };
                findings.push(edit.told(&codes::NOT_RELATIVE, blanks));
                return;
            };
            becomes = (from + by).to_string();
        }
        let blank = spelling::says_nothing(&stood) && spelling::says_nothing(&becomes);
        if !blank && !same(column, &stood, &becomes) {
            touched = true;
            sheet.set(at, column.key, &becomes, &edit.place);
        }
    }
    if !touched {
        let blanks = blanks! { path: edit.shown(), value: value };
        findings.push(edit.told(&codes::NOTHING_CHANGED, blanks));
    }
}

fn decision(spec: &'static TableSpec, cells: &[(String, String)], edit: &Edit) -> Decision {
    Decision::new(spec, edit.place.clone(), |key| {
        let found = cells.iter().find(|(one, _)| one == key);
        let word = found.map_or("", |(_, value)| value.as_str());
        match key {
            "amount" => word.parse().unwrap_or(0_i64).to_string(),
            _ => word.to_owned(),
        }
    })
}

/// The rows that these words name; `*` stands for any word.
fn matching(sheet: &Sheet, keys: &[&str], words: &[String]) -> Vec<usize> {
    let is_meant = |row: &FileRow| {
        keys.iter().zip(words).all(|(key, word)| {
            let column = sheet.column(key);
            word == "*" || column.is_some_and(|one| same(one, sheet.cell(row, key), word))
        })
    };
    let rows = sheet.table.rows.iter().enumerate();
    let meant = rows.filter(|(_, row)| is_meant(row));
    meant.map(|(at, _)| at).collect()
}

/// What the rows are called, joined as in a path.
fn names(sheet: &Sheet, keys: &[&str]) -> Vec<String> {
    let name = |row| {
        let cells = keys.iter().map(|key| sheet.cell(row, key));
        cells.collect::<Vec<_>>().join(".")
    };
    sheet.table.rows.iter().map(name).collect()
}

/// Whether a cell and a word of a path say the same.
fn same(column: &Column, cell: &str, word: &str) -> bool {
    let (one, other) = (spelling::tight(cell), spelling::tight(word));
    one == other || meaning(column, &one).is_some_and(|one| Some(one) == meaning(column, &other))
}
