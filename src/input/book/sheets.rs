//! What all workbooks have in common; XLS, XLSB and ODS, whose sheets are read at once.

use super::shut::{CUT_OFF, Shut};
use super::value::shown;
use super::{area, biff, limits};
use crate::input::table::{FileRow, Leaf};
use calamine::{
    Data, Dimensions, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb,
    XlsbError,
};
use std::io::Cursor;

/// Why a workbook cannot be opened.
pub(super) fn shut(needs_password: bool) -> Shut {
    if needs_password {
        Shut::Encrypted
    } else {
        CUT_OFF
    }
}

/// Every sheet of an XLS file.
pub(super) fn xls(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    biff::measure(bytes)?;
    let mut book =
        Xls::new(Cursor::new(bytes)).map_err(|error| shut(matches!(error, XlsError::Password)))?;
    let mut leaves = all(file, &mut book, rows)?;
    for leaf in &mut leaves {
        let name = leaf.sheet.clone().unwrap_or_default();
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        fill(leaf, &merged);
    }
    Ok(leaves)
}

/// Every sheet of an XLSB file.
pub(super) fn xlsb(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    let mut book = Xlsb::new(Cursor::new(bytes))
        .map_err(|error: XlsbError| shut(matches!(error, XlsbError::Password)))?;
    all(file, &mut book, rows)
}

/// Every sheet of an ODS file.
pub(super) fn ods(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    area::measure(bytes)?;
    let mut book = Ods::new(Cursor::new(bytes))
        .map_err(|error: OdsError| shut(matches!(error, OdsError::Password)))?;
    all(file, &mut book, rows)
}

/// Every sheet of a workbook, its cells read in the way of its format.
pub(super) fn all<'a, R: Reader<Cursor<&'a [u8]>>>(
    file: &str,
    book: &mut R,
    rows: impl Fn(&mut R, &str) -> Result<Vec<FileRow>, Shut>,
) -> Result<Vec<Leaf>, Shut> {
    let sheets = book.sheets_metadata().to_vec();
    let mut leaves = Vec::new();
    for sheet in sheets.iter().filter(|one| one.typ == SheetType::WorkSheet) {
        let mut leaf = Leaf::new(file, Some(&sheet.name), rows(book, &sheet.name)?);
        leaf.hidden = sheet.visible != SheetVisible::Visible;
        leaves.push(leaf);
    }
    Ok(leaves)
}

fn rows<'a, R: Reader<Cursor<&'a [u8]>>>(book: &mut R, sheet: &str) -> Result<Vec<FileRow>, Shut> {
    let range = book.worksheet_range(sheet);
    let range = range.map_err(|_| CUT_OFF)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    let mut room = limits::Room::default();
    for (below, cells) in range.rows().enumerate() {
        let Some(last) = cells.iter().rposition(|cell| *cell != Data::Empty) else {
            continue;
        };
        let wide = left as usize + last + 1;
        limits::column(wide - 1)?;
        room.row(wide)?;
        let mut all = vec![String::new(); left as usize];
        all.extend(cells.iter().take(last + 1).map(shown));
        rows.push(FileRow::new(top as usize + below + 1, all));
    }
    Ok(rows)
}

/// Only the first cell of merged ones holds the value; the rows below it mean the same.
pub(super) fn fill(leaf: &mut Leaf, merged: &[Dimensions]) {
    for area in merged.iter().filter(|area| area.end.0 > area.start.0) {
        let column = area.start.1 as usize;
        let (top, bottom) = (area.start.0 as usize + 1, area.end.0 as usize + 1);
        let first = leaf.rows.partition_point(|row| row.number <= top);
        let last = leaf.rows.partition_point(|row| row.number <= bottom);
        let above = leaf.rows.iter().take(first).next_back();
        let above = above.filter(|row| row.number == top);
        let value = above.and_then(|row| row.cells.get(column).cloned());
        let value = value.unwrap_or_default();
        for row in leaf.rows.get_mut(first..last).unwrap_or_default() {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, String::new());
            }
            if row.cells[column].is_empty() && !value.is_empty() {
                row.cells[column].clone_from(&value);
                leaf.filled.insert((row.number, column));
            }
        }
    }
}
