//! XLS, XLSB and ODS: whole sheets at once.

use super::value::{borrowed, shown};
use super::xlsx::fill;
use super::{CUT_OFF, Leaf, Shut, area, biff, leaf, limits};
use crate::input::table::Row;
use calamine::{
    Data, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
};
use std::io::Cursor;

/// Every sheet of an XLS file.
pub(super) fn xls(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    biff::measure(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Shut::Encrypted,
        _ => Shut::Broken(CUT_OFF),
    })?;
    let mut leaves = all(file, &mut book)?;
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
    all(file, &mut book)
}

/// Every sheet of an ODS file.
pub(super) fn ods(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    area::measure(bytes)?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => Shut::Encrypted,
        _ => Shut::Broken(CUT_OFF),
    })?;
    all(file, &mut book)
}

fn all<'a, R: Reader<Cursor<&'a [u8]>>>(file: &str, book: &mut R) -> Result<Vec<Leaf>, Shut> {
    let sheets = book.sheets_metadata().to_vec();
    let mut leaves = Vec::new();
    for sheet in sheets.iter().filter(|one| one.typ == SheetType::WorkSheet) {
        let range = book.worksheet_range(&sheet.name);
        let range = range.map_err(|_| Shut::Broken(CUT_OFF))?;
        let mut leaf = leaf(file, Some(&sheet.name), rows(&range)?);
        leaf.hidden = sheet.visible != SheetVisible::Visible;
        leaves.push(leaf);
    }
    Ok(leaves)
}

fn rows(range: &Range<Data>) -> Result<Vec<Row>, Shut> {
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
        let mut row = Row::new(top as usize + below + 1);
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
