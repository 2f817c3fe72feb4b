//! Changes are laid on the cells before any of them is read.

use super::edit::{Edit, What};
use super::rows::{matching, names, same};
use crate::blanks;
use crate::finding::{Code, Finding, Findings};
use crate::input::codes;
use crate::input::columns::TableSpec;
use crate::input::kinds::CellKind;
use crate::input::manifest::{Decision, Manifest};
use crate::input::sheet::{Sheet, Sheets};
use crate::input::spelling;
use crate::input::tables::settings::{BANS, PINS, WAIVERS};
use crate::input::tables::{TABLES, spec};
use crate::policy::nearest_hint;
use crate::text::Blanks;

/// Lays every change but those of rules on the sheets and the manifest; what remains are the changes
/// of rules, for the policy.
pub(in crate::input) fn apply(
    edits: &[Edit],
    manifest: &mut Manifest,
    sheets: &mut Sheets,
    findings: &mut Findings,
) -> Vec<Edit> {
    let mut of_rules = Vec::new();
    for edit in edits {
        let mut tell = |code, blanks: Blanks| tell(findings, code, edit, blanks);
        let first = edit.path.first().map_or("", String::as_str);
        match (first, &edit.what) {
            _ if edit.is_of_rule() => of_rules.push(edit.clone()),
            ("rules", _) => {
                let example = "rules.rotation_share.at_least";
                tell(
                    &codes::SHORT_PATH,
                    blanks! { path: edit.shown(), example: example },
                );
            }
            ("pins", What::Add(cells)) => manifest.pins.push(decision(&PINS, cells, edit)),
            ("bans", What::Add(cells)) => manifest.bans.push(decision(&BANS, cells, edit)),
            ("waivers", What::Add(cells)) => {
                manifest.waivers.push(decision(&WAIVERS, cells, edit));
            }
            _ => {
                let table = TABLES.iter().find(|spec| spec.key == first);
                let Some(table) = table else {
                    let mut known = vec!["rules", "pins", "bans", "waivers"];
                    known.extend(TABLES.iter().map(|spec| spec.key));
                    let nearest = nearest_hint(first, known.iter().copied());
                    let path = edit.shown();
                    let blanks = blanks! { path: path, nearest: nearest, known: known };
                    tell(&codes::UNKNOWN_PATH, blanks);
                    continue;
                };
                let sheet = sheets.entry(table.key);
                let sheet = sheet.or_insert_with(|| Sheet::bare(table));
                change_table(sheet, edit, findings);
            }
        }
    }
    of_rules
}

fn tell(findings: &mut Findings, code: &'static Code, edit: &Edit, blanks: Blanks) {
    findings.push(Finding::new(code, blanks).at(edit.place.clone()));
}

fn change_table(sheet: &mut Sheet, edit: &Edit, findings: &mut Findings) {
    let table = edit.path.first().map_or("", String::as_str);
    let keys = spec(table).map_or(&[][..], |spec| spec.named_by);
    if let What::Add(cells) = &edit.what {
        for (key, _) in cells {
            check_column(sheet, table, key, edit, findings);
        }
        sheet.add_row(cells, &edit.place);
        return;
    }
    let column = match &edit.what {
        What::Set(_) => edit.path.get(keys.len() + 1),
        _ => None,
    };
    let wanted = 1 + keys.len() + usize::from(matches!(edit.what, What::Set(_)));
    if edit.path.len() != wanted {
        let parts = keys.iter().map(|key| format!("<{key}>"));
        let mut example: Vec<String> = vec![table.to_owned()];
        example.extend(parts);
        if matches!(edit.what, What::Set(_)) {
            example.push("<column>".to_owned());
        }
        let blanks = blanks! { path: edit.shown(), example: example.join(".") };
        tell(findings, &codes::SHORT_PATH, edit, blanks);
        return;
    }
    let row_words = &edit.path[1..=keys.len()];
    let meant = matching(sheet, keys, row_words);
    if meant.is_empty() {
        let row = row_words.join(".");
        let names = names(sheet, keys);
        let nearest = nearest_hint(&row, names.iter().map(String::as_str));
        let name = spec(table).map(|spec| spec.name);
        let blanks = blanks! { table: name, row: row, nearest: nearest };
        tell(findings, &codes::UNKNOWN_ROW, edit, blanks);
        return;
    }
    match (&edit.what, column) {
        (What::Remove, _) => {
            let mut at = 0;
            sheet.table.rows.retain(|_| {
                at += 1;
                !meant.contains(&(at - 1))
            });
        }
        (What::Set(value), Some(column)) if check_column(sheet, table, column, edit, findings) => {
            set_cells(sheet, &meant, column, value, edit, findings);
        }
        _ => {}
    }
}

fn check_column(
    sheet: &Sheet,
    table: &str,
    key: &str,
    edit: &Edit,
    findings: &mut Findings,
) -> bool {
    if sheet.column(key).is_some() {
        return true;
    }
    let columns = spec(table).map_or(&[][..], |spec| spec.columns);
    let nearest = nearest_hint(key, columns.iter().map(|column| column.key));
    let known: Vec<_> = columns.iter().map(|column| column.key).collect();
    let table = spec(table).map(|spec| spec.name);
    let blanks = blanks! { table: table, column: key, nearest: nearest, known: known };
    tell(findings, &codes::UNKNOWN_PATH_COLUMN, edit, blanks);
    false
}

fn set_cells(
    sheet: &mut Sheet,
    rows: &[usize],
    key: &str,
    value: &str,
    edit: &Edit,
    findings: &mut Findings,
) {
    let Some(column) = sheet.column(key) else {
        return;
    };
    let counts = matches!(column.kind, CellKind::Count(..) | CellKind::Points);
    let relative = counts && value.starts_with('+')
        || matches!(column.kind, CellKind::Count(..)) && value.starts_with('-') && value.len() > 1;
    let mut touched = false;
    for &at in rows {
        let Some(row) = sheet.table.rows.get(at) else {
            continue;
        };
        let stood = sheet.cell(row, key).to_owned();
        let mut becomes = value.to_owned();
        if relative {
            let by = spelling::whole(value.trim_start_matches('+'));
            let from = if spelling::says_nothing(&stood) {
                Some(0)
            } else {
                spelling::whole(&stood)
            };
            let Some((from, by)) = from.zip(by) else {
                let blanks = blanks! { column: column.head, found: stood, change: value };
                tell(findings, &codes::NOT_RELATIVE, edit, blanks);
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
        tell(findings, &codes::NOTHING_CHANGED, edit, blanks);
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
