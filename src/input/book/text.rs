//! Text files: which encoding, which mark separates the cells, and the rows.

use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::input::codes;
use crate::input::meanings;
use crate::input::table::FileRow;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030};
use std::borrow::Cow;
use std::cmp::Ordering;

/// The comma of Chinese text.
const FULL_WIDTH: char = '，';
/// Stands for it while the rows are split: a character that no text holds.
const STAND_IN: char = '\u{1f}';

const MARKS: [char; 4] = [',', '\t', ';', FULL_WIDTH];

/// A cell with so many line breaks is taken for a quote that was never closed.
const LINES_IN_CELL: usize = 3;
/// Lines by which readings of a file are compared.
const COMPARED: usize = 20;

/// The text, by its mark, else as strict UTF-8, else as the Chinese encoding that gives the more
/// known heads; `None` when none gives a text without faults. Any choice is told.
pub(in crate::input) fn decode(
    file: &str,
    bytes: &[u8],
    findings: &mut Findings,
) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
        if text.is_none() {
            not_text(file, bytes, findings);
        }
        return text.map(Cow::into_owned);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let decoded = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        // A control character in a table means that this is no text at all.
        let control = |one: char| one.is_control() && !matches!(one, '\n' | '\r' | '\t');
        (!text.contains(control)).then(|| text.into_owned())
    };
    let known = |text: &str| best_mark(text).1;
    let (name, text) = match (decoded(GB18030), decoded(BIG5)) {
        (Some(simple), Some(full)) => match known(&simple).cmp(&known(&full)) {
            Ordering::Less => ("Big5", full),
            Ordering::Equal if likely(bytes) == BIG5 => ("Big5", full),
            _ => ("GBK", simple),
        },
        (Some(simple), None) => ("GBK", simple),
        (None, Some(full)) => ("Big5", full),
        (None, None) => {
            not_text(file, bytes, findings);
            return None;
        }
    };
    findings.push(Finding::new(&codes::ENCODING, blanks! { encoding: name }).at(Place::file(file)));
    Some(text)
}

fn likely(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"cn"), Utf8Detection::Deny)
}

fn not_text(file: &str, bytes: &[u8], findings: &mut Findings) {
    let byte = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to() + 1, |_| 1);
    findings.push(Finding::new(&codes::NOT_TEXT, blanks! { byte: byte }).at(Place::file(file)));
}

/// The mark that gives the most known heads within one of the first lines, else the most cells in
/// the first line; with the number of known heads.
fn best_mark(text: &str) -> (char, usize) {
    let head = |mark: char| {
        let known = text.lines().take(COMPARED).map(|line| {
            let cells = line.split(mark).map(|cell| cell.trim_matches('"'));
            cells.filter(|cell| meanings::is_known(cell)).count()
        });
        known.max().unwrap_or(0)
    };
    let first = text.lines().next().unwrap_or_default();
    let mut best = (',', 0, 0);
    for mark in MARKS {
        let (known, cells) = (head(mark), first.matches(mark).count());
        if (known, cells) > (best.1, best.2) {
            best = (mark, known, cells);
        }
    }
    (best.0, best.1)
}

/// The rows of a text file.
pub(super) fn grid(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<Vec<FileRow>> {
    let text = decode(file, bytes, findings)?;
    let (mark, _) = best_mark(&text);
    if !matches!(mark, ',' | '\t') {
        let blanks = blanks! { mark: mark.to_string() };
        findings.push(Finding::new(&codes::SEPARATOR, blanks).at(Place::file(file)));
    }
    Some(rows(file, &text, mark, findings))
}

/// Every record with the number that a spreadsheet would show: a cell that holds line breaks is
/// still one row, and a blank line is a row.
fn rows(file: &str, text: &str, mark: char, findings: &mut Findings) -> Vec<FileRow> {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_wide = mark == FULL_WIDTH;
    if is_wide {
        text = text.replace(FULL_WIDTH, &STAND_IN.to_string());
    }
    let split_at = if is_wide { STAND_IN } else { mark };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(split_at).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut grid = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut seen) = (1, 0);
    // Text that is UTF-8 and may be ragged gives no error of any other kind.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let end = end.min(text.len());
        let raw = text.as_bytes().get(seen..end).unwrap_or_default();
        number += raw.iter().take_while(|byte| **byte == b'\n').count();
        seen = end;
        let lines = record.iter().map(|cell| cell.matches('\n').count()).max();
        let lines = lines.unwrap_or(0);
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if is_wide {
            let wide = |cell: &String| cell.replace(STAND_IN, &FULL_WIDTH.to_string());
            cells = cells.iter().map(wide).collect();
        }
        // Heads are often written over several lines, data are not.
        let is_head = cells.iter().filter(|cell| meanings::is_known(cell)).count() > 2;
        let slipped = lines >= LINES_IN_CELL && !is_head;
        if slipped {
            let blanks = blanks! { lines: lines + 1 };
            let place = Place::file(file).at_row(number);
            findings.push(Finding::new(&codes::OPEN_QUOTE, blanks).at(place));
        }
        grid.push(FileRow {
            number,
            cells,
            slipped,
        });
        number += 1;
    }
    grid
}
