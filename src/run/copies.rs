//! Copies of the officer's own files with a comment on every cell that a finding names.

use super::RunFault;
use crate::finding::Findings;
use crate::input::{Documents, Page, pages};
use crate::text::{Lang, Text};
use crate::words;
use crate::workbook::{self, Original, XlsxError};
use std::io;
use std::path::PathBuf;

const NAME: Text = Text::new("{stem}（批注）.{end}", "{stem} (comments).{end}");
/// First bytes of an XLSX or XLSM workbook.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// A copy of every file that a finding names, by its name.
pub fn copies(
    documents: &Documents,
    findings: &Findings,
    lang: Lang,
) -> Result<Vec<(String, Vec<u8>)>, RunFault> {
    let mut copies = Vec::new();
    for (file, bytes, sheets) in documents.originals() {
        let mut places = findings.0.iter().filter_map(|one| one.place.as_ref());
        if sheets.is_empty() || !places.any(|place| place.file == file) {
            continue;
        }
        let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
        let end = if end.eq_ignore_ascii_case("xlsm") {
            "xlsm"
        } else {
            "xlsx"
        };
        let stem = stem.rsplit('/').next().unwrap_or(stem);
        let name = NAME.fill(lang, &words! { stem: stem, end: end });
        let original = Original {
            file,
            bytes: bytes.starts_with(ARCHIVE).then_some(bytes),
            sheets: &sheets,
        };
        let copy = workbook::commented(&original, findings, lang);
        let copy = copy.map_err(|error| fault(&name, error))?;
        copies.push((name, copy));
    }
    Ok(copies)
}

/// A scenario as one workbook that reads back as the same scenario.
pub fn one_workbook(documents: &Documents, lang: Lang) -> Result<Vec<u8>, RunFault> {
    let pages: Vec<Page> = pages(documents).0;
    workbook::book(&pages, lang).map_err(|error| fault("xlsx", error))
}

fn fault(name: &str, error: XlsxError) -> RunFault {
    RunFault::File {
        path: PathBuf::from(name),
        source: io::Error::other(error),
    }
}
