//! A table laid out as a bureau files it: title, who fills it and when, heads, lined cells, the line to sign
//! and seal; it prints as it stands.

use super::terminal::shown as words;
use super::{Cell, Table};
use crate::text::{Lang, Text};
use crate::workbook::dress::{self, lines, width};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

const SIGN: Text = Text::new(
    "制表人：                    审核人：                    单位负责人：                    （公章）          年    月    日",
    "Prepared by:                    Checked by:                    Head of the bureau:                    (seal)          Date:",
);
const FOOT: Text = Text::new("&C第 &P 页，共 &N 页", "&CPage &P of &N");

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
/// Longest text of a cell, characters as spreadsheets count them.
const CELL: usize = 32_767;
/// Stands at the end of a text that no cell can hold.
const CUT: char = '…';

/// What stands around every table of a workbook.
#[derive(Debug, Clone)]
pub struct Around {
    /// In front of the title: the school year.
    pub year: String,
    /// Who fills it in, and what must be seen at once.
    pub left: String,
    /// Reckoned on.
    pub right: String,
    /// At the foot of every page, on the left: by what the plan is known.
    pub foot: String,
    /// The language.
    pub lang: Lang,
}

/// A workbook of these tables, each on a sheet of its own.
pub fn workbook(title: Text, around: &Around, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = dress::fresh(title.get(around.lang))?;
    let looks = Looks::new(around);
    let mut taken = Vec::new();
    for table in tables {
        let name = if table.about.is_empty() {
            table.name.get(around.lang)
        } else {
            &table.about
        };
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(name, &mut taken))?;
        if table.hidden {
            sheet.set_very_hidden(true);
            bare(sheet, table, around.lang)?;
        } else {
            write(sheet, table, &looks)?;
        }
    }
    workbook.save_to_buffer()
}

/// Heads and cells as they are, for the program alone.
fn bare(sheet: &mut Worksheet, table: &Table, lang: Lang) -> Result<(), XlsxError> {
    for (no, one) in table.columns.iter().enumerate() {
        sheet.write_string(0, dress::col(no), words(&one.head, lang))?;
    }
    for (row, cells) in table.rows.iter().enumerate() {
        for (no, cell) in cells.iter().enumerate() {
            sheet.write_string(dress::row(row + 1), dress::col(no), shown(cell, lang))?;
        }
    }
    Ok(())
}

/// What stands around every table and how it looks, made once for a workbook.
struct Looks<'a> {
    around: &'a Around,
    title: Format,
    left: Format,
    right: Format,
    head: Format,
    words: Format,
    count: Format,
    share: Format,
}

impl<'a> Looks<'a> {
    /// Black on white: it is going to be printed and stamped.
    fn new(around: &'a Around) -> Self {
        let font = around.lang.pick("宋体", "Calibri");
        let font = Format::new().set_font_name(font);
        let line = || font.clone().set_align(FormatAlign::VerticalCenter);
        let lined = || line().set_border(FormatBorder::Thin).set_text_wrap();
        let centred = |look: Format| look.set_align(FormatAlign::Center);
        Self {
            around,
            title: centred(line().set_bold().set_font_size(18)),
            left: line().set_align(FormatAlign::Left),
            right: line().set_align(FormatAlign::Right),
            head: centred(lined().set_bold().set_num_format(dress::TEXT)),
            words: lined().set_num_format(dress::TEXT),
            count: centred(lined().set_num_format("0")),
            share: centred(lined().set_num_format("0.0%")),
        }
    }
}

/// A name that a sheet may have, and that no other has yet.
fn sheet_name(words: &str, taken: &mut Vec<String>) -> String {
    let barred = |one: char| "[]:*?/\\'".contains(one) || one.is_control();
    let plain = words.replace(barred, "_");
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
fn write(sheet: &mut Worksheet, table: &Table, looks: &Looks<'_>) -> Result<(), XlsxError> {
    let (lang, last) = (looks.around.lang, last(table));
    let heads = table.columns.iter();
    let heads: Vec<String> = heads.map(|one| words(&one.head, lang)).collect();
    let widths = widths(&heads, table, lang);
    for (no, wide) in widths.iter().enumerate() {
        sheet.set_column_width(dress::col(no), dress::size(*wide))?;
    }
    above(sheet, table, looks)?;
    for (no, head) in heads.iter().enumerate() {
        sheet.write_string_with_format(ABOVE, dress::col(no), head, &looks.head)?;
    }
    sheet.set_row_height(ABOVE, height(&heads, &widths))?;
    for (no, cells) in table.rows.iter().enumerate() {
        let row = ABOVE + 1 + dress::row(no);
        let texts: Vec<String> = cells.iter().map(|cell| shown(cell, lang)).collect();
        sheet.set_row_height(row, height(&texts, &widths))?;
        for (no, (cell, text)) in cells.iter().zip(&texts).enumerate() {
            write_cell(sheet, (row, dress::col(no)), (cell, text), looks)?;
        }
    }
    let mut end = ABOVE + 1 + dress::row(table.rows.len());
    for note in &table.notes {
        across(sheet, end, (0, last), note.get(lang), &looks.left)?;
        end += 1;
    }
    sheet.set_row_height(end, 30)?;
    across(sheet, end, (0, last), SIGN.get(lang), &looks.left)?;
    page(sheet, (end, last), &widths, looks.around)
}

/// Writes words across the columns from the first to the last of these, which may be the same one.
fn across(
    sheet: &mut Worksheet,
    row: u32,
    (first, last): (u16, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    if first < last {
        sheet.merge_range(row, first, row, last, text, look)?;
    } else {
        sheet.write_string_with_format(row, first, text, look)?;
    }
    Ok(())
}

/// The last column.
fn last(table: &Table) -> u16 {
    dress::col(table.columns.len().saturating_sub(1))
}

fn above(sheet: &mut Worksheet, table: &Table, looks: &Looks<'_>) -> Result<(), XlsxError> {
    let (around, last) = (looks.around, last(table));
    let title = match around.lang {
        Lang::Zh => format!("{}{}{}", around.year, table.about, table.name.zh),
        Lang::En if table.about.is_empty() => format!("{}: {}", around.year, table.name.en),
        Lang::En => format!("{}: {}, {}", around.year, table.about, table.name.en),
    };
    sheet.set_row_height(0, 32)?;
    sheet.set_row_height(1, 20)?;
    across(sheet, 0, (0, last), &title, &looks.title)?;
    // Two lines share the row: the left one takes what the right one leaves.
    let split = last.saturating_sub(last.saturating_add(1).div_ceil(3).max(1));
    let split = split.max(1);
    if last < 3 {
        let both = format!("{}　　{}", around.left, around.right);
        across(sheet, 1, (0, last), &both, &looks.left)?;
    } else {
        across(sheet, 1, (0, split), &around.left, &looks.left)?;
        across(sheet, 1, (split + 1, last), &around.right, &looks.right)?;
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    (cell, text): (&Cell, &str),
    looks: &Looks<'_>,
) -> Result<(), XlsxError> {
    let number = match cell {
        Cell::Count(count) | Cell::Against(count, _) => {
            let count = i32::try_from(*count).ok().map(f64::from);
            count.map(|count| (count, &looks.count))
        }
        Cell::Share(top, below) => share(*top, *below).map(|share| (share, &looks.share)),
        _ => None,
    };
    match (number, cell) {
        (Some((number, look)), _) => sheet.write_number_with_format(row, col, number, look)?,
        (None, Cell::Share(..)) => sheet.write_string_with_format(row, col, "—", &looks.count)?,
        // A string is never a formula, whatever it begins with.
        _ => sheet.write_string_with_format(row, col, as_cell(text), &looks.words)?,
    };
    Ok(())
}

/// A text as a cell can hold it: what is too long is cut, and shows it.
fn as_cell(text: &str) -> String {
    let mut left = CELL;
    if text.encode_utf16().count() <= left {
        return text.to_owned();
    }
    left -= CUT.len_utf16();
    let fits = |one: &char| {
        let room = left.checked_sub(one.len_utf16());
        left = room.unwrap_or(0);
        room.is_some()
    };
    text.chars().take_while(fits).chain([CUT]).collect()
}

/// A share as the number that a cell shows in per cent.
fn share(top: i64, below: i64) -> Option<f64> {
    let (top, below) = (i32::try_from(top).ok()?, i32::try_from(below).ok()?);
    (below > 0).then(|| f64::from(top) / f64::from(below))
}

/// What a cell shows; a share takes as much room as the whole.
fn shown(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Share(..) => "100.0%".to_owned(),
        other => words(other, lang),
    }
}

/// How wide each column is: as its cells want, and as its head needs in two or three lines.
fn widths(heads: &[String], table: &Table, lang: Lang) -> Vec<usize> {
    let most = if heads.len() > FEW { WIDTHS.1 } else { ALONE };
    let column = |(no, head): (usize, &String)| {
        let cells = table.rows.iter().filter_map(|row| row.get(no));
        let cells = cells.map(|cell| width(&shown(cell, lang)));
        let head = (width(head) + 2).min(HEAD);
        let widest = cells.max().unwrap_or(0) + 2;
        widest.max(head).clamp(WIDTHS.0, most)
    };
    heads.iter().enumerate().map(column).collect()
}

/// The height of a row whose cells are wrapped.
fn height(cells: &[String], widths: &[usize]) -> f64 {
    let cells = cells.iter().zip(widths);
    let most = cells.map(|(cell, wide)| lines(cell, wide.saturating_sub(1)));
    dress::size(most.max().unwrap_or(1) * LINE + 4)
}

fn page(
    sheet: &mut Worksheet,
    (end, last): (u32, u16),
    widths: &[usize],
    around: &Around,
) -> Result<(), XlsxError> {
    let wide = widths.iter().sum::<usize>() > A4;
    sheet.set_paper_size(if wide { PAPER.1 } else { PAPER.0 });
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, ABOVE)?;
    sheet.set_print_area(0, 0, end, last)?;
    sheet.set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    let left = match around.foot.as_str() {
        "" => String::new(),
        foot => format!("&L{foot}"),
    };
    sheet.set_footer(left + FOOT.get(around.lang));
    sheet.set_freeze_panes(ABOVE + 1, 0)?;
    Ok(())
}
