//! How the cells of our own workbooks look, and how wide their columns are.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline,
    Workbook, XlsxError,
};
use unicode_width::UnicodeWidthStr;

/// Rows and columns of a sheet.
pub(crate) const ROWS: u32 = 1_048_576;
/// Its columns.
pub(crate) const COLUMNS: u32 = 16_384;
/// Text kept letter by letter.
pub(crate) const TEXT: &str = "@";
/// A head as it stands, shown with a star behind.
const STARRED: &str = "@\" ＊\"";
/// Ink of heads.
const INK: Color = Color::RGB(0x1F_2A_44);
/// Paper of heads that must be filled.
const MUST: Color = Color::RGB(0xBD_D7_EE);
/// Paper of heads that may be blank.
const MAY: Color = Color::RGB(0xED_ED_ED);
/// Ink of examples and asides.
const GREY: Color = Color::RGB(0x76_76_76);
/// Lines of tables.
const LINE: Color = Color::RGB(0xBF_BF_BF);

/// An empty workbook whose bytes depend on nothing but what is written into it.
pub(crate) fn fresh(title: &str) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_author(env!("CARGO_PKG_NAME"))
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// A head; those that must be filled are darker, bold, and shown with a star.
pub(crate) fn head(required: bool) -> Format {
    let head = Format::new()
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE);
    if required {
        head.set_bold()
            .set_background_color(MUST)
            .set_num_format(STARRED)
    } else {
        head.set_background_color(MAY).set_num_format(TEXT)
    }
}

/// A cell of a table: text or number, of an example or not.
pub(crate) fn cell(text: bool, example: bool) -> Format {
    let mut cell = Format::new().set_align(FormatAlign::VerticalCenter);
    if text {
        cell = cell.set_num_format(TEXT);
    }
    if example {
        cell = cell.set_italic().set_font_color(GREY);
    }
    cell
}

/// A title above a sheet.
pub(crate) fn title() -> Format {
    Format::new()
        .set_bold()
        .set_font_size(16)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
}

/// Sentences: wrapped, from the top.
pub(crate) fn prose() -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format(TEXT)
}

/// A cell of a list with lines around it.
pub(crate) fn lined() -> Format {
    prose()
        .set_border(FormatBorder::Thin)
        .set_border_color(LINE)
}

/// The same as a link inside the workbook.
pub(crate) fn link() -> Format {
    lined()
        .set_font_color(Color::RGB(0x05_63_C1))
        .set_underline(FormatUnderline::Single)
}

/// Columns of a terminal or a sheet that a text takes: a Chinese character takes two.
pub(crate) fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// How many lines a wrapped text takes in a column of this width.
pub(crate) fn lines(text: &str, room: usize) -> usize {
    let room = room.max(1);
    text.lines()
        .map(|line| line.width().div_ceil(room).max(1))
        .sum::<usize>()
        .max(1)
}

/// A small whole number as the float that a sheet wants for widths and heights.
pub(crate) fn size(number: usize) -> f64 {
    f64::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// The number of a column or row, as a sheet counts them.
pub(crate) fn col(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The number of a row.
pub(crate) fn row(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
