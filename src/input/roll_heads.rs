//! Sheets of a workbook made by hand that look like a roll and lack a column without which none can be read: it is said
//! which, and which heads are not known, one of which it may be.

use super::beside_table::heads_clause;
use super::columns::Column;
use super::heads::HeadFit;
use super::meanings;
use super::plan_sheets::MOVES;
use super::roll_rows::WHO;
use super::table::Leaf;
use crate::blanks;
use crate::finding::{Code, Finding};
use serde_json::json;
use std::collections::BTreeSet;

/// Heads that are shown of a sheet that is none of a plan.
const SHOWN: usize = 8;

/// That a sheet looks like a roll and lacks who goes, or where to; nothing of any other.
pub(super) fn lacking(leaf: &Leaf) -> Option<Finding> {
    let fit = meanings::fit(&meanings::shapes(&leaf.rows), &MOVES)?;
    let known: BTreeSet<usize> = fit.known_columns_at().map(|one| one.0).collect();
    let has = |key: &str| fit.known_columns().any(|(column, ..)| column.key == key);
    let (who, to) = (WHO.iter().any(|key| has(key)), has("to"));
    if who == to {
        return None;
    }
    let lacks = column(if who { "to" } else { "name" })?;
    let unknown = (0..).zip(&fit.head).filter(|(at, head)| {
        let known = known.contains(at);
        !known && !head.is_empty()
    });
    let unknown: Vec<&str> = unknown.map(|(_, head)| head.as_str()).collect();
    let row = leaf.rows.get(fit.at + fit.deep - 1)?;
    let blanks = blanks! {
        found: leaf.sheet, sheet: MOVES.name, column: lacks.head, known: known_heads(&fit),
        heads: heads_clause(Some(&json!(unknown))),
    };
    Some(Finding::new(&LOOKS_LIKE_ROLL, blanks).at(leaf.place().at_row(row.number)))
}

fn column(key: &str) -> Option<&'static Column> {
    MOVES.columns.iter().find(|column| column.key == key)
}

/// The heads that are known, as they stand there.
fn known_heads(fit: &HeadFit) -> Vec<&str> {
    fit.known_columns().map(|(_, head, _)| head).collect()
}

/// The heads of a sheet, as far as they can be told: the first row with more than one word.
pub(super) fn heads_of(leaf: &Leaf) -> Vec<&str> {
    let filled = |cells: &'_ [String]| -> usize {
        cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .collect::<BTreeSet<_>>()
            .len()
    };
    let row = leaf.rows.iter().find(|row| filled(&row.cells) > 1);
    let cells = row.into_iter().flat_map(|row| &row.cells);
    let heads = cells.filter(|cell| !cell.is_empty()).map(String::as_str);
    heads.take(SHOWN).collect()
}

crate::finding::codes! { pub(super),
    LOOKS_LIKE_ROLL "A105" error
        ["“{found}”像是“{sheet}”（有{known}），但没有“{column}”这一列{heads}。", "\"{found}\" looks like \"{sheet}\" (it has {known}), but has no column \"{column}\"{heads}."]
        ["把这一列的列名改为“{column}”；没有这一列的，补上。有 plan.xlsx 的，直接用 plan.xlsx。", "Call that column \"{column}\"; add it where there is none. Where there is a plan.xlsx give that."];
}

/// Every kind of finding about sheets that look like a roll.
pub(super) const LOOK_CODES: &[&Code] = CODES;
