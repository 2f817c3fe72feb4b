//! A workbook with one sheet for every table, and the allowed values on the last.

use super::heads::{LAST_ROW, allowed, is_text, note, validation};
use super::{LISTS, dress};
use crate::input::{CellKind, Column, Page, TableSpec};
use crate::text::{Lang, Text};
use rust_xlsxwriter::{IgnoreError, Workbook, Worksheet, XlsxError};

/// Title in the properties of the file.
const TITLE: Text = Text::new(
    "教师交流轮岗数据",
    "Teacher rotation: the tables of a county",
);
/// Rows that are looked at for the width of a column.
const SAMPLE: usize = 200;
/// The narrowest and the widest column.
const WIDTHS: (usize, usize) = (8, 40);
/// Room for the star and the button of the filter.
const BUTTON: usize = 5;
/// Whole numbers below this are kept exactly by a cell.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The pages as one workbook: what `read_scenario` reads back to the same scenario.
pub fn book(pages: &[Page], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = dress::fresh(TITLE.get(lang))?;
    add_pages(&mut workbook, pages, false, lang)?;
    workbook.save_to_buffer()
}

/// Adds a sheet for every page, and the sheet of lists behind them; example rows look like it.
pub(super) fn add_pages(
    workbook: &mut Workbook,
    pages: &[Page],
    example: bool,
    lang: Lang,
) -> Result<(), XlsxError> {
    let lists = lists(pages, lang);
    for page in pages {
        let sheet = workbook.add_worksheet();
        sheet.set_name(page.spec.name.get(lang))?;
        write_heads(sheet, page, &lists, lang)?;
        write_rows(sheet, page, example)?;
        sheet.set_freeze_panes(1, named(page.spec))?;
        sheet.set_landscape();
        sheet.set_repeat_rows(0, 0)?;
    }
    write_lists(workbook.add_worksheet(), &lists, lang)
}

/// The heads, and what cells below them look like and are held to.
fn write_heads(
    sheet: &mut Worksheet,
    page: &Page,
    lists: &[List],
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_row_height(0, 30)?;
    for (no, column) in page.spec.columns.iter().enumerate() {
        let at = dress::col(no);
        if is_text(column.kind) {
            sheet.set_column_format(at, &dress::cell(true, false))?;
            sheet.ignore_error_range(1, at, LAST_ROW, at, IgnoreError::NumberStoredAsText)?;
        }
        sheet.set_column_width(at, dress::size(column_width(page, no, lang)))?;
        let head = column.head.get(lang);
        sheet.write_string_with_format(0, at, head, &dress::head(column.required))?;
        sheet.insert_note(0, at, &note(column, lang))?;
        let same = |one: &List| (one.0.key, one.1.key) == (page.spec.key, column.key);
        if let Some(held) = validation(column, lists.iter().position(same), lang)? {
            sheet.add_data_validation(1, at, LAST_ROW, at, &held)?;
        }
    }
    Ok(())
}

fn write_rows(sheet: &mut Worksheet, page: &Page, example: bool) -> Result<(), XlsxError> {
    let columns = page.spec.columns;
    let (text, digits) = (dress::cell(true, example), dress::cell(false, example));
    for (no, cells) in page.rows.iter().enumerate() {
        let row = dress::row(no + 1);
        for (no, (column, cell)) in columns.iter().zip(cells).enumerate() {
            let at = dress::col(no);
            if let Some(number) = number(column.kind, cell) {
                sheet.write_number_with_format(row, at, number, &digits)?;
            } else if !cell.is_empty() {
                // A string is never a formula, whatever it begins with.
                sheet.write_string_with_format(row, at, cell, &text)?;
            }
        }
    }
    let last = dress::row(page.rows.len().max(1));
    sheet.autofilter(0, 0, last, dress::col(columns.len().saturating_sub(1)))?;
    Ok(())
}

/// The number of a cell whose digits come back just as they are.
fn number(kind: CellKind, cell: &str) -> Option<f64> {
    if is_text(kind) {
        return None;
    }
    let number: f64 = cell.parse().ok()?;
    let exact = number.is_finite() && number.abs() < EXACT && number.to_string() == cell;
    exact.then_some(number)
}

/// Columns that stay in sight: the id and the name.
fn named(spec: &TableSpec) -> u16 {
    let keys: Vec<_> = spec.columns.iter().take(2).map(|one| one.key).collect();
    if keys == ["id", "name"] { 2 } else { 0 }
}

fn column_width(page: &Page, no: usize, lang: Lang) -> usize {
    let column = &page.spec.columns[no];
    let cells = page.rows.iter().take(SAMPLE);
    let cells = cells.filter_map(|cells| cells.get(no)).map(String::as_str);
    let mut widest = cells.map(dress::width).max().unwrap_or(0) + 2;
    if !matches!(column.kind, CellKind::Subjects | CellKind::Parts) {
        let words = allowed(column, lang);
        let word = words.iter().map(|one| dress::width(one)).max();
        widest = widest.max(word.unwrap_or(0) + 2);
    }
    let head = dress::width(column.head.get(lang)) + BUTTON;
    widest.max(head).clamp(WIDTHS.0, WIDTHS.1)
}

/// A column of a table that has a list, with its words; the sheet of lists has a column for each.
type List = (&'static TableSpec, &'static Column, Vec<&'static str>);

fn lists(pages: &[Page], lang: Lang) -> Vec<List> {
    let of = |page: &Page| {
        let spec = page.spec;
        let columns = spec.columns.iter();
        columns.map(move |column| (spec, column, allowed(column, lang)))
    };
    let all = pages.iter().flat_map(of);
    all.filter(|(_, _, words)| !words.is_empty()).collect()
}

fn write_lists(sheet: &mut Worksheet, lists: &[List], lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(LISTS.get(lang))?;
    sheet.set_row_height(0, 36)?;
    for (no, (spec, column, words)) in lists.iter().enumerate() {
        let at = dress::col(no);
        let (table, head) = (spec.name.get(lang), column.head.get(lang));
        let both = format!("{table}\n{head}");
        sheet.write_string_with_format(0, at, both, &dress::head(false))?;
        for (row, word) in words.iter().enumerate() {
            sheet.write_string(dress::row(row + 1), at, *word)?;
        }
        let widest = words.iter().copied().chain([table, head]).map(dress::width);
        let widest = widest.max().unwrap_or(0) + 2;
        sheet.set_column_width(at, dress::size(widest.clamp(WIDTHS.0, WIDTHS.1)))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
