//! What all workbooks have in common; XLS, XLSB and ODS, whose sheets are read at once.

use super::shut::{CUT_OFF, Shut};
use super::value::{borrowed, shown};
use super::{area, biff, limits};
use crate::input::leaf::{FileRow, Leaf};
use calamine::{
    Data, Dimensions, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb,
    XlsbError,
};
use std::io::Cursor;

/// Every sheet of an XLS file.
pub(super) fn xls(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    biff::measure(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Shut::Encrypted,
        _ => Shut::Broken(CUT_OFF),
    })?;
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
    let mut book: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => Shut::Encrypted,
        _ => Shut::Broken(CUT_OFF),
    })?;
    all(file, &mut book, rows)
}

/// Every sheet of an ODS file.
pub(super) fn ods(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    area::measure(bytes)?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => Shut::Encrypted,
        _ => Shut::Broken(CUT_OFF),
    })?;
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
    let range = range.map_err(|_| Shut::Broken(CUT_OFF))?;
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
        let mut row = FileRow::new(top as usize + below + 1);
        row.cells.resize(left as usize, String::new());
        row.cells.extend(
            cells
                .iter()
                .take(last + 1)
                .map(|cell| shown(&borrowed(cell))),
        );
        rows.push(row);
    }
    Ok(rows)
}

/// Only the first cell of merged ones holds the value; the rows below it mean the same.
pub(super) fn fill(leaf: &mut Leaf, merged: &[Dimensions]) {
    for area in merged.iter().filter(|area| area.end.0 > area.start.0) {
        let column = area.start.1 as usize;
        let number = |row: u32| row as usize + 1;
        let at = |rows: &[FileRow], number| rows.binary_search_by_key(&number, |one| one.number);
        let value = at(&leaf.rows, number(area.start.0))
            .ok()
            .and_then(|at| leaf.rows[at].cells.get(column).cloned())
            .unwrap_or_default();
        let first = leaf
            .rows
            .partition_point(|row| row.number <= number(area.start.0));
        let last = leaf
            .rows
            .partition_point(|row| row.number <= number(area.end.0));
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
