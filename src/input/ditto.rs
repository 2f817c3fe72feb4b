//! Ditto marks (同上, 〃): what several rows may share is read as the value above, and told; what belongs to one row, such as
//! its id, its name, a month or a number, is refused, since a table that was sorted since would lend it somebody else's.

use super::codes;
use super::columns::{CellKind, Column};
use super::plan_sheets::PLAN_SHEETS;
use super::sheet::Sheet;
use super::spelling;
use crate::blanks;
use crate::finding::{Code, Finding, Findings};
use serde_json::json;

/// Marks and words that stand for the cell above.
const ABOVE: &[&str] = &[
    "同上",
    "同上。",
    "(同上)",
    "同上行",
    "同上一行",
    "同上格",
    "上同",
    "同前",
    "仝上",
    "仝",
    "〃",
    "′′",
    "\"",
    "''",
    "“",
    "”",
    "``",
    "ditto",
    "do.",
    "same",
    "sameasabove",
    "asabove",
    "idem",
];
/// Words that stand for a cell beside or below, which is nowhere read.
const ELSEWHERE: &[&str] = &[
    "同左",
    "同右",
    "同下",
    "(同左)",
    "(同右)",
    "(同下)",
    "sameasleft",
    "asbelow",
];

/// Puts the value above in the place of each ditto mark, and tells it; one that stands for nothing is told.
pub(super) fn take(sheet: &mut Sheet, findings: &mut Findings) {
    for column in sheet.spec.columns {
        let Some(at) = sheet.at(column.key).filter(|_| is_read(sheet, column)) else {
            continue;
        };
        let mut above = String::new();
        for no in 0..sheet.table.rows.len() {
            let Some(row) = sheet.table.rows.get(no) else {
                continue;
            };
            let cell = row.cells.get(at).map_or("", String::as_str).to_owned();
            let word = spelling::tight(&cell).to_lowercase();
            let (is_above, is_mark) = (
                ABOVE.contains(&word.as_str()),
                ELSEWHERE.contains(&word.as_str()),
            );
            if !is_above && !is_mark {
                above = cell;
                continue;
            }
            let read = is_above && is_shared(column) && !spelling::says_nothing(&above);
            // Whatever is no word is refused by whoever reads the cell.
            let is_word = matches!(column.kind, CellKind::FreeText | CellKind::Id);
            if !read && !is_word {
                continue;
            }
            let code: &'static Code = if read {
                &codes::DITTO_READ
            } else {
                &codes::DITTO_REFUSED
            };
            let mut blanks = blanks! { column: column.head, found: cell };
            if read {
                blanks.insert("read".to_owned(), json!(above));
            }
            let told = Finding::new(code, blanks).at(sheet.place(row, column.key));
            findings.push(told);
            if read {
                sheet.copy_above(no, at, &above);
            }
        }
    }
}

/// Whether a column is read at all: the words of a plan's sheet are only shown.
fn is_read(sheet: &Sheet, column: &Column) -> bool {
    let of_plan = PLAN_SHEETS.iter().any(|spec| spec.key == sheet.spec.key);
    let words = matches!(column.kind, CellKind::FreeText) && !column.required;
    !of_plan || !words || column.key == "name"
}

/// Whether several rows may well share what a column holds, so that a ditto mark can mean only that.
fn is_shared(column: &Column) -> bool {
    let shared = matches!(
        column.kind,
        CellKind::FreeText
            | CellKind::Flag
            | CellKind::Choice(_)
            | CellKind::Choices(_)
            | CellKind::Subject
            | CellKind::Subjects
            | CellKind::School
            | CellKind::Schools
    );
    shared && !column.key.ends_with("name") && column.key != "id"
}
