//! What is written on a sheet otherwise than in its cells: rows that are struck through, and comments on cells. Neither
//! counts, and both are told.

use super::columns::TableSpec;
use super::plan_sheets::MOVES;
use super::table::{FileRow, Leaf, letter};
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use std::collections::BTreeSet;

/// Longest piece of a comment that is shown, characters.
const SHOWN: usize = 60;
/// At most so many comments of one sheet are told.
const KEPT: usize = 1_000;

/// Of a sheet of a plan: each row that is struck through, and each comment.
pub(super) fn of_roll(leaf: &Leaf, spec: &'static TableSpec) -> Findings {
    let mut told = Findings::default();
    let mut rows = BTreeSet::new();
    for (row, at) in &leaf.struck {
        let found = cell(&leaf.rows, *row, *at);
        if !found.is_empty() && rows.insert(*row) {
            let blanks = blanks! { sheet: spec.name, found: found };
            told.push(Finding::new(&STRUCK_MOVE, blanks).at(place(leaf, &leaf.rows, *row, *at)));
        }
    }
    for (row, at, text) in leaf.comments.iter().take(KEPT) {
        let moves = spec.key == MOVES.key;
        let code: &'static Code = if moves { &COMMENT_ON_MOVE } else { &COMMENT };
        let blanks = blanks! { sheet: spec.name, found: shown(text) };
        told.push(Finding::new(code, blanks).at(place(leaf, &leaf.rows, *row, *at)));
    }
    told
}

/// Of a table: how many of its rows are struck through, and how many comments stand in them.
pub(super) fn of_table(leaf: &Leaf, rows: &[FileRow]) -> Findings {
    let mut told = Findings::default();
    let numbers: BTreeSet<usize> = rows.iter().map(|row| row.number).collect();
    let struck = leaf.struck.iter();
    let struck =
        struck.filter(|(row, at)| numbers.contains(row) && !cell(rows, *row, *at).is_empty());
    let struck: Vec<&(usize, usize)> = struck.collect();
    if let Some((row, at)) = struck.first() {
        let lines: BTreeSet<usize> = struck.iter().map(|one| one.0).collect();
        let blanks = blanks! { number: lines.len(), found: cell(rows, *row, *at) };
        told.push(Finding::new(&STRUCK_ROWS, blanks).at(place(leaf, rows, *row, *at)));
    }
    let comments = leaf.comments.iter();
    let mut comments = comments.filter(|one| numbers.contains(&one.0));
    if let Some((row, at, text)) = comments.next() {
        let blanks = blanks! { number: 1 + comments.count(), found: shown(text) };
        told.push(Finding::new(&COMMENTS, blanks).at(place(leaf, rows, *row, *at)));
    }
    told
}

/// A cell by the number of its row.
fn cell(rows: &[FileRow], row: usize, at: usize) -> &str {
    let no = rows.binary_search_by_key(&row, |one| one.number);
    let cell = no.ok().and_then(|no| rows.get(no)?.cells.get(at));
    cell.map_or("", String::as_str)
}

/// A cell, with what stands there; of one that is blank the row goes without saying.
fn place(leaf: &Leaf, rows: &[FileRow], row: usize, at: usize) -> Place {
    let found = cell(rows, row, at);
    let found = (!found.is_empty()).then(|| found.to_owned());
    Place {
        cell: Some(format!("{}{row}", letter(at))),
        row: found.is_some().then_some(row),
        found,
        ..leaf.place()
    }
}

/// The beginning of a comment, in one line.
fn shown(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}

crate::finding::codes! { pub(super),
    STRUCK_MOVE "A89" warning
        ["“{sheet}”这一行有删除线（“{found}”）：删除线不起作用，仍按有效读取。是否已作废？", "A row of \"{sheet}\" is struck through (\"{found}\"): that does not count, and the row is read as it stands. Is it void?"]
        ["作废的，删去这一行；有效的，去掉删除线。", "Delete the row if it is void; otherwise take the line off."];
    COMMENT_ON_MOVE "A90" warning
        ["“{sheet}”这一格有批注“{found}”：批注不起作用，仍按单元格所写审核。", "A cell of \"{sheet}\" bears the comment \"{found}\": comments do not count, and the cell is judged as it stands."]
        ["要改动方案的，改在单元格里；退出的用 --refuse；只是说明的，不用处理。", "What should change the plan belongs into the cell, a refusal is named with --refuse; nothing to do for a remark."];
    COMMENT "A91" note
        ["“{sheet}”这一格有批注“{found}”，没有读取。", "A cell of \"{sheet}\" bears the comment \"{found}\", which is not read."]
        ["要改动方案的，改在单元格里。", "What should change the plan belongs into the cell."];
    STRUCK_ROWS "I188" warning
        ["有{number}行带删除线（首处“{found}”）：删除线不起作用，照样读取。", "{number} rows are struck through (the first at \"{found}\"): that does not count, and they are read."]
        ["已作废的，删去该行或在“在岗状态”等列写明；有效的，去掉删除线。", "Delete rows that are void, or say so in their cells; otherwise take the line off."];
    COMMENTS "I189" note
        ["单元格上有{number}条批注，没有读取（首条“{found}”）。", "Comments on {number} cells are not read (the first: \"{found}\")."]
        ["批注中的情况要计入的，填到相应的列。", "Enter what they say in the columns where it belongs."];
}

/// Every kind of finding about what stands on a sheet beside its cells.
pub(super) const PENCIL_CODES: &[&Code] = CODES;
