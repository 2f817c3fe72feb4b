//! A table laid out as a bureau files it: title, who fills it and when, heads, lined cells, the line to sign
//! and seal; it prints as it stands.

use super::form::{Cell, Form};
use crate::text::Lang;
use crate::workbook::dress::{self, lines, width};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Rows above the heads: the title, and the line of who and when.
const ABOVE: u32 = 2;
/// The narrowest and the widest column, halves of a Chinese character.
const WIDTHS: (usize, usize) = (6, 34);
/// So few columns may be wider, as wide as this.
const FEW: usize = 3;
const ALONE: usize = 72;
/// The widest a head may make its column.
const HEAD: usize = 10;
/// Wider sheets are printed on A3.
const A4: usize = 130;
/// How Excel numbers the sizes of paper.
const PAPER: (u8, u8) = (9, 8);
/// Height of a line of cells, points.
const LINE: usize = 16;
/// Longest name of a sheet, characters.
const NAME: usize = 31;

/// What stands around every table of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Around {
    /// In front of the title: the school year.
    pub(super) year: String,
    /// Who fills it in, and what must be seen at once.
    pub(super) left: String,
    /// Reckoned on.
    pub(super) right: String,
    /// The line to sign.
    pub(super) sign: &'static str,
    /// Page numbers, as a foot of Excel spells them.
    pub(super) foot: &'static str,
    /// The language.
    pub(super) lang: Lang,
}

/// The looks of a table, made once for a workbook.
pub(super) struct Looks {
    title: Format,
    left: Format,
    right: Format,
    head: Format,
    words: Format,
    count: Format,
    share: Format,
}

impl Looks {
    /// Black on white: it is going to be printed and stamped.
    pub(super) fn new(lang: Lang) -> Self {
        let font = match lang {
            Lang::Zh => "宋体",
            Lang::En => "Calibri",
        };
        let line = || {
            Format::new()
                .set_font_name(font)
                .set_align(FormatAlign::VerticalCenter)
        };
        let lined = || line().set_border(FormatBorder::Thin).set_text_wrap();
        Self {
            title: line()
                .set_bold()
                .set_font_size(18)
                .set_align(FormatAlign::Center),
            left: line().set_align(FormatAlign::Left),
            right: line().set_align(FormatAlign::Right),
            head: lined()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_num_format(dress::TEXT),
            words: lined().set_num_format(dress::TEXT),
            count: lined().set_align(FormatAlign::Center).set_num_format("0"),
            share: lined()
                .set_align(FormatAlign::Center)
                .set_num_format("0.0%"),
        }
    }
}

/// A name that a sheet may have, and that no other has yet.
pub(super) fn sheet_name(words: &str, taken: &mut Vec<String>) -> String {
    let plain: String = words
        .chars()
        .map(|one| {
            if "[]:*?/\\'".contains(one) || one.is_control() {
                '_'
            } else {
                one
            }
        })
        .collect();
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let same = |one: &String, other: &str| one.to_lowercase() == other.to_lowercase();
    let mut name = cut(&plain, NAME);
    let mut no = 1;
    while name.is_empty() || taken.iter().any(|one| same(one, &name)) {
        no += 1;
        name = format!("{}~{no}", cut(&plain, NAME - 5));
    }
    taken.push(name.clone());
    name
}

/// Writes a table into a sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    form: &Form,
    around: &Around,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let last = dress::col(form.heads.len().saturating_sub(1));
    let widths = widths(form);
    for (no, wide) in widths.iter().enumerate() {
        sheet.set_column_width(dress::col(no), dress::size(*wide))?;
    }
    above(sheet, form, around, looks)?;
    for (no, head) in form.heads.iter().enumerate() {
        sheet.write_string_with_format(ABOVE, dress::col(no), head, &looks.head)?;
    }
    sheet.set_row_height(ABOVE, height(&form.heads, &widths))?;
    for (no, cells) in form.rows.iter().enumerate() {
        let row = ABOVE + 1 + dress::row(no);
        let texts: Vec<String> = cells.iter().map(shown).collect();
        sheet.set_row_height(row, height(&texts, &widths))?;
        for (no, cell) in cells.iter().enumerate() {
            write_cell(sheet, (row, dress::col(no)), cell, looks)?;
        }
    }
    let mut end = ABOVE + 1 + dress::row(form.rows.len());
    for note in &form.notes {
        sheet.merge_range(end, 0, end, last, note, &looks.left)?;
        end += 1;
    }
    sheet.set_row_height(end, 30)?;
    sheet.merge_range(end, 0, end, last, around.sign, &looks.left)?;
    page(sheet, (end, last), &widths, around)
}

fn above(
    sheet: &mut Worksheet,
    form: &Form,
    around: &Around,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let last = dress::col(form.heads.len().saturating_sub(1));
    let title = match around.lang {
        Lang::Zh => format!("{}{}{}", around.year, form.about, form.name.zh),
        Lang::En if form.about.is_empty() => format!("{}: {}", around.year, form.name.en),
        Lang::En => format!("{}: {}, {}", around.year, form.about, form.name.en),
    };
    sheet.set_row_height(0, 32)?;
    sheet.set_row_height(1, 20)?;
    sheet.merge_range(0, 0, 0, last, &title, &looks.title)?;
    // Two lines share the row: the left one takes what the right one leaves.
    let split = last.saturating_sub(last.saturating_add(1).div_ceil(3).max(1));
    if last < 3 {
        let both = format!("{}　　{}", around.left, around.right);
        sheet.merge_range(1, 0, 1, last, &both, &looks.left)?;
    } else {
        sheet.merge_range(1, 0, 1, split.max(1), &around.left, &looks.left)?;
        let from = split.max(1) + 1;
        if from < last {
            sheet.merge_range(1, from, 1, last, &around.right, &looks.right)?;
        } else {
            sheet.write_string_with_format(1, last, &around.right, &looks.right)?;
        }
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        // A string is never a formula, whatever it begins with.
        Cell::Words(words) => sheet.write_string_with_format(row, col, words, &looks.words)?,
        Cell::Count(count) => match i32::try_from(*count) {
            Ok(count) => sheet.write_number_with_format(row, col, count, &looks.count)?,
            Err(_) => sheet.write_string_with_format(row, col, count.to_string(), &looks.words)?,
        },
        Cell::Share(top, below) => match share(*top, *below) {
            Some(share) => sheet.write_number_with_format(row, col, share, &looks.share)?,
            None => sheet.write_string_with_format(row, col, "—", &looks.count)?,
        },
    };
    Ok(())
}

/// A share as the number that a cell shows in per cent.
fn share(top: i64, below: i64) -> Option<f64> {
    let (top, below) = (i32::try_from(top).ok()?, i32::try_from(below).ok()?);
    (below > 0).then(|| f64::from(top) / f64::from(below))
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) => words.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(..) => "100.0%".to_owned(),
    }
}

/// How wide each column is: as its cells want, and as its head needs in two or three lines.
fn widths(form: &Form) -> Vec<usize> {
    let most = if form.heads.len() > FEW {
        WIDTHS.1
    } else {
        ALONE
    };
    let column = |(no, head): (usize, &String)| {
        let cells = form.rows.iter().filter_map(|row| row.get(no));
        let cells = cells.map(|cell| width(&shown(cell))).max().unwrap_or(0) + 2;
        let head = (width(head) + 2).min(HEAD);
        cells.max(head).clamp(WIDTHS.0, most)
    };
    form.heads.iter().enumerate().map(column).collect()
}

/// The height of a row whose cells are wrapped.
fn height(cells: &[String], widths: &[usize]) -> f64 {
    let most = cells
        .iter()
        .zip(widths)
        .map(|(cell, wide)| lines(cell, wide.saturating_sub(1)));
    dress::size(most.max().unwrap_or(1) * LINE + 4)
}

fn page(
    sheet: &mut Worksheet,
    (end, last): (u32, u16),
    widths: &[usize],
    around: &Around,
) -> Result<(), XlsxError> {
    let paper = if widths.iter().sum::<usize>() > A4 {
        PAPER.1
    } else {
        PAPER.0
    };
    sheet.set_paper_size(paper);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, ABOVE)?;
    sheet.set_print_area(0, 0, end, last)?;
    sheet.set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer(around.foot);
    sheet.set_freeze_panes(ABOVE + 1, 0)?;
    Ok(())
}
