//! Copies of the officer's own files with a comment on every cell that a finding names.

use super::fault::RunFault;
use super::write::Named;
use crate::finding::Findings;
use crate::input::{COPY, Documents, plain_sheets};
use crate::text::Lang;
use crate::workbook::{self, Original, XlsxError};
use std::io;
use std::path::PathBuf;

/// A copy of every file that a finding names, by its name.
pub fn copies(
    documents: &Documents,
    findings: &Findings,
    lang: Lang,
) -> Result<Vec<Named>, RunFault> {
    let mut copies = Vec::new();
    for (file, bytes) in documents.originals() {
        let mut places = findings.0.iter().filter_map(|one| one.place.as_ref());
        if !places.any(|place| place.file == file) {
            continue;
        }
        let sheets = plain_sheets(file, bytes);
        if sheets.is_empty() {
            continue;
        }
        let (stem, end) = file.rsplit_once('.').unwrap_or((file, ""));
        let end = if end.eq_ignore_ascii_case("xlsm") {
            "xlsm"
        } else {
            "xlsx"
        };
        let stem = stem.rsplit('/').next().unwrap_or(stem);
        let name = format!("{stem}{}.{end}", COPY.get(lang));
        let original = Original {
            file,
            bytes: Some(bytes),
            sheets: &sheets,
        };
        let copy = workbook::commented(&original, findings, lang);
        let copy = copy.map_err(|error| fault(&name, error))?;
        copies.push(Named::new(name, copy));
    }
    Ok(copies)
}

pub(super) fn fault(name: &str, error: XlsxError) -> RunFault {
    RunFault::File {
        path: PathBuf::from(name),
        source: io::Error::other(error),
    }
}
