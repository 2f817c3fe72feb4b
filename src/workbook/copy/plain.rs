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
        let mut widths = vec![
            0;
            rows.iter()
                .map(Vec::len)
                .max()
                .unwrap_or(0)
                .min(dress::COLUMNS as usize)
        ];
        for (row, cells) in rows.iter().enumerate().take(dress::ROWS as usize) {
            let short = cells.iter().enumerate().take(dress::COLUMNS as usize);
            for (column, cell) in short.filter(|(_, cell)| !cell.is_empty()) {
                if row < SAMPLE {
                    widths[column] = widths[column].max(dress::width(cell) + 2);
                }
                // One letter may count as two.
                let text = match cell.encode_utf16().count() {
                    ..=CELL => cell.clone(),
                    _ => cell.chars().take(CELL.div_ceil(2)).collect(),
                };
                sheet.write_string_with_format(
                    dress::row(row),
                    dress::col(column),
                    text,
                    &format,
                )?;
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
    let plain: String = name
        .chars()
        .map(|one| {
            if "[]:*?/\\".contains(one) || one < ' ' {
                '_'
            } else {
                one
            }
        })
        .collect();
    let plain = plain.trim_matches('\'');
    let plain = if plain.trim().is_empty() {
        "Sheet"
    } else {
        plain
    };
    unused(plain, taken)
}

/// The name, cut to what a sheet may be called, with a number behind it when it is taken; large
/// and small letters are the same.
pub(super) fn unused(name: &str, taken: &[impl AsRef<str>]) -> String {
    let taken: Vec<String> = taken
        .iter()
        .map(|one| one.as_ref().to_lowercase())
        .collect();
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
    (2..=u32::MAX)
        .map(|no| {
            let number = no.to_string();
            format!("{}{number}", cut(NAME - number.len()))
        })
        .find(|name| !taken(name))
        .unwrap_or(plain)
}
