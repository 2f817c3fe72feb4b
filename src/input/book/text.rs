//! Text files: which encoding, which separator, and the rows.

use super::separator::{self, FULL_WIDTH, STAND_IN};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::input::codes::books::{ENCODING, NOT_TEXT, OPEN_QUOTE, SEPARATOR};
use crate::input::leaf::FileRow;
use crate::input::meanings;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030};

/// A cell with so many line breaks is taken for a quote that was never closed.
const LINES_IN_CELL: usize = 3;
/// Lines by which two readings of a file are compared.
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
        return text.map(std::borrow::Cow::into_owned).or_else(|| {
            not_text(file, bytes, findings);
            None
        });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let mut read: Vec<(&'static Encoding, String)> = [GB18030, BIG5]
        .into_iter()
        .filter_map(|one| {
            let text = one.decode_without_bom_handling_and_without_replacement(bytes)?;
            // A control character in a table means that this is no text at all.
            let plain =
                !text.contains(|one: char| one.is_control() && !matches!(one, '\n' | '\r' | '\t'));
            plain.then(|| (one, text.into_owned()))
        })
        .collect();
    if read.len() > 1 {
        let known = |text: &str| separator::best(text, COMPARED).1;
        let (first, second) = (known(&read[0].1), known(&read[1].1));
        let keep = match first.cmp(&second) {
            std::cmp::Ordering::Greater => GB18030,
            std::cmp::Ordering::Less => BIG5,
            std::cmp::Ordering::Equal => likely(bytes),
        };
        read.retain(|(encoding, _)| *encoding == keep);
    }
    let Some((encoding, text)) = read.pop() else {
        not_text(file, bytes, findings);
        return None;
    };
    let name = if encoding == GB18030 { "GBK" } else { "Big5" };
    findings.push(Finding::new(&ENCODING, blanks! { encoding: name }).at(Place::file(file)));
    Some(text)
}

fn likely(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    if found == BIG5 { BIG5 } else { GB18030 }
}

fn not_text(file: &str, bytes: &[u8], findings: &mut Findings) {
    let byte = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to() + 1, |_| 1);
    findings.push(Finding::new(&NOT_TEXT, blanks! { byte: byte }).at(Place::file(file)));
}

/// The rows of a text file.
pub(super) fn grid(file: &str, bytes: &[u8], findings: &mut Findings) -> Option<Vec<FileRow>> {
    let text = decode(file, bytes, findings)?;
    let (mark, _) = separator::best(&text, COMPARED);
    if !matches!(mark, ',' | '\t') {
        let blanks = blanks! { mark: mark.to_string() };
        findings.push(Finding::new(&SEPARATOR, blanks).at(Place::file(file)));
    }
    Some(rows(file, &text, mark, findings))
}

/// Every record with the number that a spreadsheet would show: a cell that holds line breaks is
/// still one row, and a blank line is a row.
fn rows(file: &str, text: &str, mark: char, findings: &mut Findings) -> Vec<FileRow> {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if mark == FULL_WIDTH {
        text = text.replace(FULL_WIDTH, STAND_IN.encode_utf8(&mut [0; 4]));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator::byte(mark))
        .from_reader(text.as_bytes());
    let mut grid = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut seen) = (1, 0);
    // Text that is UTF-8 and may be ragged gives no error of any other kind.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        let end = byte_of(reader.position()).min(text.len());
        let raw = text.as_bytes().get(seen..end).unwrap_or_default();
        number += raw.iter().take_while(|byte| **byte == b'\n').count();
        seen = end;
        let lines = record.iter().map(|cell| cell.matches('\n').count()).max();
        let lines = lines.unwrap_or(0);
        let cells: Vec<String> = record
            .iter()
            .map(|cell| {
                if mark == FULL_WIDTH {
                    cell.replace(STAND_IN, FULL_WIDTH.encode_utf8(&mut [0; 4]))
                } else {
                    cell.to_owned()
                }
            })
            .collect();
        // Heads are often written over several lines, data are not.
        let is_head = cells.iter().filter(|cell| meanings::is_known(cell)).count() > 2;
        let slipped = lines >= LINES_IN_CELL && !is_head;
        if slipped {
            let blanks = blanks! { lines: lines + 1 };
            let place = Place::file(file).at_row(number);
            findings.push(Finding::new(&OPEN_QUOTE, blanks).at(place));
        }
        grid.push(FileRow {
            cells,
            slipped,
            ..FileRow::new(number)
        });
        number += 1;
    }
    grid
}

fn byte_of(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}
