//! `decisions.toml`: who refused, who was put where by hand, what was approved; why, by whom and when. It lies beside
//! the scenario, is laid over what `scenario.toml` says, and so holds for every command and in every later round.

use super::book;
use super::documents::Documents;
use super::manifest::Manifest;
use crate::finding::{Findings, Place};
use std::path::{Path, PathBuf};

/// Name of the file.
pub(super) const FILE: &str = "decisions.toml";

/// Whether something is written in a decisions file.
pub fn is_decided(place: &Place) -> bool {
    place.file.ends_with(FILE)
}

/// The name of the decisions file of a folder, in which these files lie: where a lone workbook there has one and the
/// folder has none, it is that of the workbook.
pub(super) fn of_folder(beside: &[String]) -> String {
    match lone_table(beside).map(own_name) {
        Some(own) if beside.contains(&own) && !beside.iter().any(|one| one == FILE) => own,
        _ => FILE.to_owned(),
    }
}

/// The name of the decisions file of a workbook: where it is alone in its folder and has none of its own, it is that of
/// the folder.
pub(super) fn of_file(name: &str, beside: &[String]) -> String {
    let own = own_name(name);
    let alone = lone_table(beside) == Some(name);
    let of_folder = beside.iter().any(|one| one == FILE);
    if alone && of_folder && !beside.contains(&own) {
        return FILE.to_owned();
    }
    own
}

fn own_name(workbook: &str) -> String {
    let stem = Path::new(workbook).file_stem().unwrap_or_default();
    format!("{}.{FILE}", stem.to_string_lossy())
}

/// The only table of a folder.
fn lone_table(beside: &[String]) -> Option<&str> {
    let mut tables = beside.iter().filter(|path| book::is_table(path));
    let one = tables.next()?;
    tables.next().is_none().then_some(one)
}

impl Documents {
    /// What belongs to the tables and lies beside them under this name: as decisions do, with the name of the workbook
    /// in front where there is one.
    pub fn beside(&self, name: &str) -> PathBuf {
        let file = self.decisions_file.file_name().unwrap_or_default();
        let file = file.to_string_lossy();
        let stem = file.strip_suffix(FILE).unwrap_or_default();
        self.decisions_file.with_file_name(format!("{stem}{name}"))
    }
}

/// What the decisions files say, that of the base first.
pub(super) fn read(documents: &Documents, findings: &mut Findings) -> Vec<Manifest> {
    let files = documents.decisions.iter();
    let read = files.map(|(name, bytes)| {
        let text = book::decode(name, bytes, findings).unwrap_or_default();
        Manifest::decisions(name, &text, findings)
    });
    read.collect()
}
