//! A letter as a page for word processors: A4, margins and type of an official letter (公文格式).

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run, RunFonts,
    SpecialIndentType,
};
use std::io::Cursor;
use unicode_width::UnicodeWidthStr;

/// A letter, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What stands above.
    pub title: String,
    /// To whom.
    pub to: String,
    /// Paragraphs; a head begins each part.
    pub body: Vec<Passage>,
    /// Who signs, and when.
    pub signed: Vec<String>,
    /// Small print below.
    pub foot: String,
}

/// One paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// Head of a part.
    Head(String),
    /// Text.
    Text(String),
}

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Half points: title, body, small print.
const TITLE: usize = 36;
const BODY: usize = 26;
const SMALL: usize = 18;
/// Fixed distance of lines, in twentieths of a point: as letters have it, and closer where one would run over its page.
const LINE: i32 = 400;
const CLOSE: i32 = 355;
/// Lines of a page at the first, title and foot taken off.
const LINES: usize = 31;
/// Halves of a Chinese character in a line, and Latin letters.
const IN_LINE: [usize; 2] = [67, 80];

/// The bytes of the file; the same letter gives the same bytes.
pub fn docx(letter: &Letter) -> std::io::Result<Vec<u8>> {
    let distance = if lines(letter) > LINES { CLOSE } else { LINE };
    let line = |text: &str, size, font| line(text, size, font, distance);
    let mut doc = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margins())
        .add_paragraph(line(&letter.title, TITLE, "宋体").align(AlignmentType::Center))
        .add_paragraph(line(&letter.to, BODY, "仿宋"));
    for one in &letter.body {
        let (text, font) = match one {
            Passage::Head(text) => (text, "黑体"),
            Passage::Text(text) => (text, "仿宋"),
        };
        let first = i32::try_from(BODY * 20).unwrap_or_default();
        let indent = Some(SpecialIndentType::FirstLine(first));
        doc = doc.add_paragraph(line(text, BODY, font).indent(Some(0), indent, None, None));
    }
    for text in &letter.signed {
        doc = doc.add_paragraph(line(text, BODY, "仿宋").align(AlignmentType::Right));
    }
    doc = doc.add_paragraph(line(&letter.foot, SMALL, "宋体"));
    let mut bytes = Cursor::new(Vec::new());
    doc.build()
        .pack(&mut bytes)
        .map_err(std::io::Error::other)?;
    Ok(bytes.into_inner())
}

/// Lines of a letter, reckoned from the width of its text.
fn lines(letter: &Letter) -> usize {
    let in_line = IN_LINE[usize::from(letter.title.is_ascii())];
    let body = letter.body.iter().map(|one| match one {
        Passage::Head(text) | Passage::Text(text) => text,
    });
    let all = body.chain(&letter.signed).chain([&letter.to]);
    all.map(|text| (text.width() + 4).div_ceil(in_line)).sum()
}

/// 30, 28, 25 and 26 mm: above, left, below, right; in twentieths of a point.
fn margins() -> PageMargin {
    PageMargin::new()
        .top(1701)
        .left(1587)
        .bottom(1417)
        .right(1474)
}

fn line(text: &str, size: usize, font: &str, distance: i32) -> Paragraph {
    let fonts = RunFonts::new()
        .east_asia(font)
        .ascii("Times New Roman")
        .hi_ansi("Times New Roman");
    let run = Run::new().add_text(text).size(size).fonts(fonts);
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(if size == TITLE {
            distance * 2
        } else {
            distance
        });
    Paragraph::new().add_run(run).line_spacing(spacing)
}
