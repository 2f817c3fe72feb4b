//! A table that is no workbook of ours to edit, written as one: text only.

use crate::workbook::dress;
use rust_xlsxwriter::XlsxError;

/// Rows that are looked at for the width of a column.
const SAMPLE: usize = 500;
/// The narrowest and the widest column.
const WIDTHS: (usize, usize) = (6, 50);
/// As many characters as a cell holds.
const CELL: usize = 32_767;
/// As many characters as the name of a sheet holds.
const NAME: usize = 31;

/// The sheets as a workbook of text cells.
pub(super) fn workbook(sheets: &[(String, Vec<Vec<String>>)]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = dress::fresh("")?;
    let mut names: Vec<String> = Vec::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        let name = fit(name, &names);
        sheet.set_name(&name)?;
        names.push(name);
        let format = dress::cell(true, false);
        let columns = dress::COLUMNS as usize;
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; widest.min(columns)];
        for (row, cells) in rows.iter().enumerate().take(dress::ROWS as usize) {
            let short = cells.iter().enumerate().take(columns);
            for (column, cell) in short.filter(|(_, cell)| !cell.is_empty()) {
                if row < SAMPLE {
                    widths[column] = widths[column].max(dress::width(cell) + 2);
                }
                // One letter may count as two.
                let text = match cell.encode_utf16().count() {
                    ..=CELL => cell.clone(),
                    _ => cell.chars().take(CELL.div_ceil(2)).collect(),
                };
                let (row, column) = (dress::row(row), dress::col(column));
                sheet.write_string_with_format(row, column, text, &format)?;
            }
        }
        for (column, width) in widths.into_iter().enumerate() {
            let width = dress::size(width.clamp(WIDTHS.0, WIDTHS.1));
            sheet.set_column_width(dress::col(column), width)?;
        }
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer()
}

/// The name as a sheet may be called, and as no other is.
fn fit(name: &str, taken: &[String]) -> String {
    let refused = |one: char| "[]:*?/\\".contains(one) || one < ' ';
    let plain = name.replace(refused, "_");
    match plain.trim_matches('\'') {
        blank if blank.trim().is_empty() => unused("Sheet", taken),
        plain => unused(plain, taken),
    }
}

/// The name, cut to what a sheet may be called, with a number behind it when it is taken; large
/// and small letters are the same.
pub(super) fn unused(name: &str, taken: &[impl AsRef<str>]) -> String {
    let taken = taken.iter().map(|one| one.as_ref().to_lowercase());
    let taken: Vec<String> = taken.collect();
    let taken = |name: &str| taken.contains(&name.to_lowercase());
    let cut = |most: usize| -> String {
        let mut units = 0;
        let fits = name.chars().take_while(|one| {
            units += one.len_utf16();
            units <= most
        });
        fits.collect()
    };
    let plain = cut(NAME);
    if !taken(&plain) {
        return plain;
    }
    let numbers = (2..=u32::MAX).map(|no| no.to_string());
    let mut names = numbers.map(|number| cut(NAME - number.len()) + &number);
    names.find(|name| !taken(name)).unwrap_or(plain)
}
