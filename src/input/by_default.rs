//! Tables that come with the program and are taken where a scenario has none of its own, which is told.

use super::book;
use super::codes;
use super::columns::TableSpec;
use super::documents::Documents;
use super::manifest::Manifest;
use super::meanings;
use super::sheet::{Sheet, Sheets};
use super::tables::{GRID, LOAD};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};

/// The tables, with their text.
const TEXTS: [(&TableSpec, &str); 2] = [
    (
        &GRID.spec,
        include_str!("../../scenarios/national/grid.csv"),
    ),
    (
        &LOAD.spec,
        include_str!("../../scenarios/national/load.csv"),
    ),
];

/// Whether a table is said to be that of our national scenario, beside which the own one was not left when it was copied.
fn is_of_national(documents: &Documents, manifest: &Manifest, spec: &TableSpec) -> bool {
    let (path, _) = manifest.table_place(spec);
    let ours = format!("/national/{}.csv", spec.key);
    path.ends_with(&ours) && !documents.files.contains_key(&path)
}

/// Takes those that are missing or have heads only. One that is said to stand somewhere is missing there.
pub(super) fn take(
    documents: &Documents,
    manifest: &Manifest,
    sheets: &mut Sheets,
    findings: &mut Findings,
) {
    for (spec, text) in TEXTS {
        let file = format!("{}.csv", spec.key);
        let said = manifest.tables.contains_key(spec.key);
        let blank = sheets
            .get(spec.key)
            .map(|sheet| sheet.table.rows.is_empty());
        let copied = is_of_national(documents, manifest, spec);
        let wanted = blank.unwrap_or(copied || !said && !documents.files.contains_key(&file));
        if !wanted {
            continue;
        }
        let place = Place::file(format!("built-in/{file}"));
        let mut leaves = book::open(&place.file, text.as_bytes(), findings);
        let Some(leaf) = leaves.first_mut() else {
            continue;
        };
        let shapes = meanings::shapes(&leaf.rows);
        if let Some(fit) = meanings::fit(&shapes, spec) {
            sheets.insert(spec.key, Sheet::new(leaf, &fit, findings));
            let blanks = blanks! { table: spec.name };
            findings.push(Finding::new(&codes::BY_DEFAULT, blanks).at(place));
        }
    }
}
