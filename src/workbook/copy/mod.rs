//! The officer's workbook once more, with a comment on every cell that a finding names and the list
//! of findings in front. Parts of the workbook that need no change are copied as they are.

mod cells;
mod front;
mod list;
mod notes;
mod package;
mod plain;
mod styles;
mod xml;

use super::{FINDINGS, dress};
use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::text::{Lang, Text};
use cells::At;
use front::SheetPart;
use list::{KEPT, Line, REWRITTEN};
use package::Package;
use rust_xlsxwriter::XlsxError;
use std::collections::BTreeMap;
use styles::Styles;
use xml::Broken;

/// More comments than this make a workbook slow to open; further cells have only the colour.
const COMMENTS: usize = 5_000;
/// So many findings of one cell are told in its comment.
const IN_CELL: usize = 8;
const HELP: Text = Text::new("办法：", "To do: ");
const MORE: Text = Text::new("另有{n}处，见“{sheet}”。", "{n} more: see \"{sheet}\".");

/// A file of the officer's, of which a commented copy is made.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// Its name without its folder, as findings name it.
    pub file: &'a str,
    /// Its bytes; when it is an XLSX or XLSM workbook, all that it holds is kept.
    pub bytes: Option<&'a [u8]>,
    /// Names and cells of its sheets, from the first row and column on; a CSV file is one sheet.
    pub sheets: &'a [(String, Vec<Vec<String>>)],
}

/// The original with comments and the list of findings, as an XLSX workbook (XLSM stays XLSM).
/// Findings of other files are left out.
pub fn commented(
    original: &Original<'_>,
    findings: &Findings,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mine = list::of_file(findings, original.file);
    let copy =
        |bytes: &[u8], names: Option<&[&str]>| edit(bytes, names, &mine, original.file, lang);
    if let Some(Ok(bytes)) = original.bytes.map(|bytes| copy(bytes, None)) {
        return Ok(bytes);
    }
    let sheets = original.sheets;
    let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    copy(&plain::workbook(sheets)?, Some(&names))
        .map_err(|Broken(what)| XlsxError::CustomError(what.to_owned()))
}

/// What is told of the cells of one sheet.
type Marks<'a> = BTreeMap<At, Vec<&'a Finding>>;

/// Edits a workbook whose sheets the findings call by these names, or as it does itself.
fn edit(
    bytes: &[u8],
    names: Option<&[&str]>,
    findings: &[Finding],
    file: &str,
    lang: Lang,
) -> Result<Vec<u8>, Broken> {
    let mut package = Package::open(bytes)?;
    let (main, sheets) = front::sheets(&mut package)?;
    let style_part = style_part(&mut package, &main)?;
    let mut styles = Styles::read(package.text(&style_part)?)?;
    let called: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let own = plain::unused(FINDINGS.get(lang), &called);
    let (lines, marks) = sort(findings, (names.unwrap_or(&called), &sheets));
    let mut left = COMMENTS;
    let mut cells = 0;
    for (no, mut marks) in marks {
        let part = &sheets.get(no).ok_or(Broken("sheet"))?.part;
        let xml = package.text(part)?;
        unmerge(&mut marks, &cells::merged(&xml)?);
        cells += marks.len();
        let texts = marks.iter().take(left);
        let texts = texts.map(|(at, told)| (*at, comment(told, &own, lang)));
        let texts: BTreeMap<At, String> = texts.collect();
        left -= texts.len();
        let worst = |told: &[&Finding]| told.iter().map(|one| one.severity).min();
        let colours = marks
            .iter()
            .filter_map(|(at, told)| Some((*at, worst(told)?)));
        let xml = cells::fill(&xml, &colours.collect(), &mut styles)?;
        let xml = notes::add(&mut package, part, xml, &texts)?;
        package.set(part, xml);
    }
    let kept = if names.is_none() { KEPT } else { REWRITTEN };
    let capped = (cells > COMMENTS).then_some(COMMENTS);
    let list = list::sheet(&lines, (file, kept, capped), &mut styles, lang);
    front::put(&mut package, (&main, &sheets), &own, list)?;
    package.set(&style_part, styles.write()?);
    package.close()
}

/// The part with the looks of cells, made when there is none.
fn style_part(package: &mut Package<'_>, main: &str) -> Result<String, Broken> {
    let relations = package.relations(main)?;
    if let Some(part) = relations.into_iter().find(|one| one.kind == "styles") {
        return Ok(part.part);
    }
    let part = package.free("xl/styles", ".xml");
    package.declare(&part, styles::CONTENT)?;
    package.relate(main, "styles", &part)?;
    package.set(&part, styles::LEAST.to_owned());
    Ok(part)
}

/// The lines of the list, and by sheet the cells to be marked.
fn sort<'a>(
    findings: &'a [Finding],
    (names, sheets): (&[&str], &[SheetPart]),
) -> (Vec<Line<'a>>, BTreeMap<usize, Marks<'a>>) {
    let mut lines = Vec::new();
    let mut marks: BTreeMap<usize, Marks<'_>> = BTreeMap::new();
    for finding in findings {
        let place = finding.place.as_ref();
        let sheet = place.and_then(|place| match &place.sheet {
            Some(sheet) => names.iter().position(|name| name == sheet),
            None => (names.len() == 1).then_some(0),
        });
        let cell = place.and_then(|place| cells::at(place.cell.as_deref()?));
        let row = place.and_then(|place| u32::try_from(place.row?).ok());
        let row = row.filter(|row| (1..=dress::ROWS).contains(row));
        let at = cell.or_else(|| Some((row?, 1)));
        if let (Some(sheet), Some(at)) = (sheet, at) {
            let marks = marks.entry(sheet).or_default();
            marks.entry(at).or_default().push(finding);
        }
        let line = Line {
            finding,
            sheet: sheet.and_then(|no| Some(sheets.get(no)?.name.clone())),
            at,
            row: cell.is_none(),
        };
        lines.push(((sheet, at), line));
    }
    // What concerns whole tables first, then sheet by sheet as the workbook has them.
    lines.sort_by_key(|(place, _)| *place);
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    (lines, marks)
}

/// Inside merged cells only the first is seen, so what is told of the others is told there.
fn unmerge(marks: &mut Marks<'_>, merged: &[(At, At)]) {
    for (first, last) in merged.iter().filter(|(first, last)| first.0 <= last.0) {
        let rows = marks.range((first.0, 0)..(last.0 + 1, 0));
        let within = |at: &At| at != first && (first.1..=last.1).contains(&at.1);
        let hidden: Vec<At> = rows.map(|(at, _)| *at).filter(within).collect();
        for at in hidden {
            let told = marks.remove(&at).unwrap_or_default();
            marks.entry(*first).or_default().extend(told);
        }
    }
}

/// What a comment says: every finding of the cell.
fn comment(told: &[&Finding], list: &str, lang: Lang) -> String {
    let says = |one: &&Finding| {
        let (weight, id) = (list::weight(one.severity).get(lang), one.code.id);
        let (says, help) = (one.says(lang), one.help(lang));
        let mark = lang.pick("：", ": ");
        format!("{weight} {id}{mark}{says}\n{}{help}", HELP.get(lang))
    };
    let mut texts: Vec<String> = told.iter().take(IN_CELL).map(says).collect();
    if told.len() > IN_CELL {
        let more = blanks! { n: told.len() - IN_CELL, sheet: list };
        texts.push(MORE.fill(lang, &more));
    }
    texts.join("\n\n")
}
