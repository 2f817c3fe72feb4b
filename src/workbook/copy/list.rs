//! The sheet of findings in front of the copy: every finding with its place, what is wrong, and what
//! to do.

use super::cells::{At, name};
use super::styles::{Look, Styles};
use super::xml::escape;
use crate::blanks;
use crate::finding::{Finding, Findings, Severity};
use crate::text::{Blanks, Lang, Text};
use crate::workbook::dress;

const TITLE: Text = Text::new("{file}：查出的问题", "Findings in {file}");
const TALLY: Text = Text::new(
    "共{errors}处错误、{warnings}处提示、{notes}条说明。错误必须改正，提示请核实，说明仅供了解。点“单元格”可跳到所在位置。",
    "{errors} errors, {warnings} warnings, {notes} notes. Errors must be mended, warnings looked at. Click a cell to go there.",
);
/// What a copy of a workbook keeps.
pub(super) const KEPT: Text = Text::new(
    "本副本保留原工作簿的全部内容、格式、公式、图表和原有批注，只加了本页，并给有问题的单元格加了底色和批注；原有的数字签名失效。",
    "This copy keeps all contents, formats, formulas, charts and comments of the original; added are this sheet, and colour and comment on the cells with findings. A digital signature no longer holds.",
);
/// What a copy of other files keeps.
pub(super) const REWRITTEN: Text = Text::new(
    "本副本只保留各格的文字，原文件的格式、公式、列宽、合并单元格、图表等未保留；请在原文件中改正。",
    "This copy keeps the text of the cells only; formats, formulas, widths, merged cells and charts of the original are not kept. Mend the original.",
);
const MANY: Text = Text::new(
    "问题较多，只给前{n}个单元格加了批注，其余只加底色，详见下表。",
    "Only the first {n} cells with findings have comments; all have the colour and stand in this list.",
);
const HEADS: [Text; 8] = [
    Text::new("序号", "No."),
    Text::new("性质", "Weight"),
    Text::new("编号", "Code"),
    Text::new("表", "Sheet"),
    Text::new("单元格", "Cell"),
    Text::new("现填内容", "Found"),
    Text::new("问题", "What is wrong"),
    Text::new("处理办法", "What to do"),
];
/// Widths of the columns.
const WIDTHS: [usize; 8] = [6, 9, 8, 16, 9, 20, 60, 60];
/// The row of the heads.
const HEAD_ROW: usize = 5;
/// As many links as a sheet takes.
const LINKS: usize = 60_000;
/// Words of a cell that are shown in the list.
const FOUND: usize = 200;

/// A weight in words.
pub(super) const fn weight(severity: Severity) -> Text {
    match severity {
        Severity::Error => Text::new("错误", "Error"),
        Severity::Warning => Text::new("提示", "Warning"),
        Severity::Note => Text::new("说明", "Note"),
    }
}

/// One line of the list.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// The finding.
    pub(super) finding: &'a Finding,
    /// The sheet as the copy names it.
    pub(super) sheet: Option<String>,
    /// Its cell.
    pub(super) at: Option<At>,
    /// The whole row is meant.
    pub(super) row: bool,
}

/// The lines with their tally as a sheet; above them stand what a copy of the file keeps and how many
/// cells have comments, when not all have.
pub(super) fn sheet(
    lines: &[Line<'_>],
    (file, kept, capped): (&str, Text, Option<usize>),
    styles: &mut Styles,
    lang: Lang,
) -> String {
    let mut rows = String::new();
    let (big, line) = (styles.look(Look::Title), styles.look(Look::Line));
    let room = WIDTHS.iter().sum::<usize>() - 8;
    let many = capped.map(|n| MANY.fill(lang, &blanks! { n: n }));
    let said = [
        TITLE.fill(lang, &blanks! { file: file }),
        TALLY.fill(lang, &tally(lines)),
        kept.get(lang).to_owned(),
        many.unwrap_or_default(),
    ];
    for (no, text) in said.into_iter().enumerate() {
        let (height, look) = match no {
            0 => (30, big),
            _ if text.is_empty() => (6, line),
            _ => (dress::lines(&text, room) * 16 + 4, line),
        };
        rows.push_str(&row(no + 1, height, &[(text, look)]));
    }
    let head = styles.look(Look::Head);
    let heads = HEADS.map(|text| (text.get(lang).to_owned(), head));
    rows.push_str(&row(HEAD_ROW, 24, &heads));
    let mut links = String::new();
    for (no, line) in lines.iter().enumerate() {
        let at = HEAD_ROW + 1 + no;
        rows.push_str(&line_row(line, no + 1, at, styles, lang));
        if no < LINKS
            && let (Some(sheet), Some(cell)) = (&line.sheet, line.at)
        {
            let target = format!("'{}'!{}", sheet.replace('\'', "''"), name(cell));
            links.push_str(&format!(
                "<hyperlink ref=\"E{at}\" location=\"{0}\" display=\"{0}\"/>",
                escape(&target)
            ));
        }
    }
    let column = |(width, no): (&usize, u8)| {
        format!("<col min=\"{no}\" max=\"{no}\" width=\"{width}\" customWidth=\"1\"/>")
    };
    let columns: String = WIDTHS.iter().zip(1..).map(column).collect();
    if !links.is_empty() {
        links = format!("<hyperlinks>{links}</hyperlinks>");
    }
    let last = HEAD_ROW + lines.len().max(1);
    let below = HEAD_ROW + 1;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"{HEAD_ROW}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A{below}\" sqref=\"A{below}\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>{columns}</cols><sheetData>{rows}</sheetData><autoFilter ref=\"A{HEAD_ROW}:H{last}\"/><mergeCells count=\"3\"><mergeCell ref=\"A2:H2\"/><mergeCell ref=\"A3:H3\"/><mergeCell ref=\"A4:H4\"/></mergeCells>{links}<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )
}

fn tally(lines: &[Line<'_>]) -> Blanks {
    let count = |severity| {
        let all = lines.iter().map(|line| line.finding.severity);
        all.filter(|one| *one == severity).count()
    };
    blanks! {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
    }
}

fn line_row(line: &Line<'_>, no: usize, at: usize, styles: &mut Styles, lang: Lang) -> String {
    let one = line.finding;
    let (body, link) = (styles.look(Look::Body), styles.look(Look::Link));
    let coloured = styles.look(Look::Weight(one.severity));
    let place = one.place.as_ref();
    let sheet = line.sheet.clone().or_else(|| place?.sheet.clone());
    let cell = match line.at {
        Some((row, _)) if line.row => ROW.fill(lang, &blanks! { row: row }),
        Some(at) => name(at),
        None => String::new(),
    };
    let found = place.and_then(|place| place.found.as_deref());
    let found: String = found.unwrap_or_default().chars().take(FOUND).collect();
    let (says, help) = (one.says(lang), one.help(lang));
    let linked = line.at.is_some() && line.sheet.is_some();
    let texts = [
        (no.to_string(), body),
        (weight(one.severity).get(lang).to_owned(), coloured),
        (one.code.id.to_owned(), body),
        (sheet.unwrap_or_default(), body),
        (cell, if linked { link } else { body }),
        (found, body),
        (says, body),
        (help, body),
    ];
    let cells = texts.iter().zip(WIDTHS);
    let lines = cells.map(|((text, _), width)| dress::lines(text, width - 2));
    row(at, lines.max().unwrap_or(1).min(25) * 15 + 3, &texts)
}

const ROW: Text = Text::new("第{row}行", "row {row}");

/// A row of texts from the first column on, each with its format.
fn row(at: usize, height: usize, cells: &[(String, usize)]) -> String {
    let mut text = format!("<row r=\"{at}\" ht=\"{height}\" customHeight=\"1\">");
    for ((value, style), column) in cells.iter().zip(1..) {
        let (name, value) = (name((dress::row(at), column)), escape(value));
        text.push_str(&match value.parse::<u32>() {
            Ok(number) if column == 1 => format!("<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>"),
            _ => format!(
                "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{value}</t></is></c>"
            ),
        });
    }
    text.push_str("</row>");
    text
}

/// The findings of one file, by place; those that stand in no file at all are the county's.
pub(super) fn of_file(findings: &Findings, file: &str) -> Vec<Finding> {
    let mine = |one: &&Finding| one.place.as_ref().is_none_or(|place| place.file == file);
    let mine = findings.0.iter().filter(mine).cloned().collect();
    Findings(mine).sorted().0
}
