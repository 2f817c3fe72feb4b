//! The clean base of the reading tests, with rows added to its tables.

use lungang::finding::{Finding, Findings};
use lungang::input::{Documents, load_documents};
use std::path::Path;

/// A file with this name and nothing else.
pub(super) fn one(name: &str, bytes: &[u8]) -> Documents {
    let mut documents = Documents::default();
    documents.files.insert(name.to_owned(), bytes.to_vec());
    documents
}

/// The base as it lies in its folder.
pub(super) fn base() -> Documents {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input/base");
    load_documents(&[folder]).unwrap()
}

/// The rows of a table, its heads first.
pub(super) fn rows(documents: &Documents, file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(documents.files[file].as_slice());
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

/// Puts a table in the place of the old one.
pub(super) fn put(documents: &mut Documents, file: &str, rows: &[Vec<String>]) {
    let mut text = csv::Writer::from_writer(Vec::new());
    for row in rows {
        text.write_record(row).unwrap();
    }
    let bytes = text.into_inner().unwrap();
    documents.files.insert(file.to_owned(), bytes);
}

/// Adds a row like the first one to a table, with other words under some heads; its number.
pub(super) fn add(documents: &mut Documents, file: &str, cells: &[(&str, &str)]) -> usize {
    let mut all = rows(documents, file);
    let mut new = all[1].clone();
    for (head, words) in cells {
        let at = all[0].iter().position(|one| one == head);
        let at = at.unwrap_or_else(|| {
            for row in &mut all {
                row.push(String::new());
            }
            all[0].last_mut().unwrap().push_str(head);
            new.push(String::new());
            new.len() - 1
        });
        (*words).clone_into(&mut new[at]);
    }
    all.push(new);
    put(documents, file, &all);
    all.len()
}

/// The findings of a row under this head.
pub(super) fn told<'a>(findings: &'a Findings, row: usize, head: &str) -> Vec<&'a Finding> {
    let here = |one: &&Finding| {
        let place = one.place.as_ref();
        place.is_some_and(|at| at.row == Some(row) && at.column.as_deref() == Some(head))
    };
    findings.0.iter().filter(here).collect()
}

/// Their codes.
pub(super) fn codes(findings: &Findings, row: usize, head: &str) -> Vec<&'static str> {
    let all = told(findings, row, head).into_iter();
    all.map(|one| one.code.id).collect()
}
