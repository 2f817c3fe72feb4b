//! `decisions.toml`: who refused, who was put where by hand, what was approved; why, by whom and when. It lies beside
//! the scenario, is laid over what `scenario.toml` says, and so holds for every command and in every later round.

use super::book;
use super::documents::Documents;
use super::manifest::Manifest;
use crate::finding::{Findings, Place};
use std::path::PathBuf;

/// Name of the file.
pub(super) const FILE: &str = "decisions.toml";

/// Whether something is written in a decisions file.
pub fn is_decided(place: &Place) -> bool {
    place.file.ends_with(FILE)
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

/// Which of two decisions about one person is the later word: what stands in a decisions file is later than what the
/// scenario says, and what stands below is later than what stands above.
pub(super) fn is_later(one: &Place, than: &Place) -> bool {
    is_decided(one) && (!is_decided(than) || one.row > than.row)
}
