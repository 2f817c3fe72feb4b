//! XLSX and XLSM.

use super::limits::Extras;
use super::shut::Shut;
use super::value::shown;
use super::{hidden, limits, marks, sheets};
use crate::input::table::{FileRow, Leaf};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Every sheet; what is hidden or merged is looked for only when there is any.
pub(super) fn read(file: &str, bytes: &[u8], extras: Extras) -> Result<Vec<Leaf>, Shut> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(shut)?;
    let hidden = extras.hidden.then(|| hidden::read(bytes));
    let hidden = hidden.unwrap_or_default();
    let mut leaves = sheets::all(file, &mut book, |book, sheet| {
        let (mut rows, filled) = rows(book, sheet, extras.formulas)?;
        if extras.formulas {
            unreckoned(book, sheet, &filled, &mut rows);
        }
        let rows = rows.into_iter();
        Ok(rows
            .map(|(number, cells)| FileRow::new(number, cells))
            .collect())
    })?;
    let marked = extras
        .marked
        .then(|| marks::read(bytes, &hidden::paths(bytes)));
    let mut marked = marked.unwrap_or_default();
    for leaf in &mut leaves {
        let name = leaf.sheet.clone().unwrap_or_default();
        if let Some(marked) = marked.remove(&name) {
            (leaf.struck, leaf.comments) = (marked.struck, marked.comments);
        }
        if let Some(hidden) = hidden.get(&name) {
            leaf.hidden_rows.clone_from(&hidden.rows);
            leaf.hidden_columns.clone_from(&hidden.columns);
        }
        if extras.merged {
            let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
            sheets::fill(leaf, &merged);
        }
    }
    Ok(leaves)
}

#[allow(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn shut(error: XlsxError) -> Shut {
    sheets::shut(matches!(error, XlsxError::Password))
}

/// Cells by the number of their row.
type Rows = BTreeMap<usize, Vec<String>>;
/// Cells that hold a value, by row number and column from 0.
type Filled = BTreeSet<(usize, usize)>;

/// A formula of which the file keeps no value stands in its cell as it is written; the reader of cells tells.
fn unreckoned(book: &mut Book<'_>, sheet: &str, filled: &Filled, rows: &mut Rows) {
    let Ok(formulas) = book.worksheet_formula(sheet) else {
        return;
    };
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let (number, column) = (top as usize + row + 1, left as usize + column);
        if formula.is_empty() || filled.contains(&(number, column)) {
            continue;
        }
        if let Some(cells) = rows.get_mut(&number) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = format!("={formula}");
        }
    }
}

/// The rows of a sheet; and, where that is asked, which cells hold a value.
fn rows(book: &mut Book<'_>, sheet: &str, ask: bool) -> Result<(Rows, Filled), Shut> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(shut)?;
    let mut room = limits::Room::default();
    // A file may list its rows in any order.
    let (mut rows, mut filled) = (Rows::new(), Filled::new());
    let mut now: (usize, Vec<String>) = (0, Vec::new());
    while let Some(cell) = cells.next_cell().map_err(shut)? {
        if *cell.get_value() == DataRef::Empty {
            continue;
        }
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        limits::column(column)?;
        if ask {
            filled.insert((number, column));
        }
        if number != now.0 {
            let wide = now.1.len();
            let begun = rows
                .remove(&number)
                .unwrap_or_else(|| Vec::with_capacity(wide));
            let (number, done) = std::mem::replace(&mut now, (number, begun));
            room.row(done.len())?;
            rows.insert(number, done);
        }
        if now.1.len() <= column {
            now.1.resize(column + 1, String::new());
        }
        now.1[column] = shown(cell.get_value());
    }
    rows.insert(now.0, now.1);
    Ok((rows, filled))
}
