//! A sheet or file with rows, and as which table it was chosen.

use super::columns::TableSpec;
use super::heads::HeadFit;
use super::meanings::{self, HeadRows};
use super::table::Leaf;
use super::{FINDINGS, GUIDE, LISTS};

/// Words in the names of sheets that hold no table, besides those that we write.
const NO_TABLES: &[&str] = &["下拉", "字典", "选项", "说明"];

/// A leaf with the path of its file.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: String,
    pub(super) leaf: Leaf,
    pub(super) shapes: Vec<HeadRows>,
}

impl Found {
    /// A leaf of the file with this path.
    pub(super) fn new(path: &str, leaf: Leaf) -> Self {
        Self {
            path: path.to_owned(),
            shapes: meanings::shapes(&leaf.rows),
            leaf,
        }
    }

    /// The sheet, or the file without the end of its name.
    pub(super) fn name(&self) -> &str {
        let file = self.leaf.file.as_str();
        match &self.leaf.sheet {
            Some(sheet) => sheet.trim(),
            None => file.rsplit_once('.').map_or(file, |one| one.0),
        }
    }

    pub(super) fn is_called(&self, spec: &TableSpec) -> bool {
        let name = self.name();
        let mut names = [spec.key, spec.name.zh, spec.name.en].into_iter();
        names.any(|one| one.eq_ignore_ascii_case(name)) || name == format!("{}表", spec.name.zh)
    }

    pub(super) fn holds_no_table(&self) -> bool {
        let name = self.name().to_lowercase();
        let ours = [GUIDE, LISTS, FINDINGS].map(|one| [one.zh, one.en]);
        let mut words = ours.iter().flatten().chain(NO_TABLES);
        self.leaf.sheet.is_some() && words.any(|word| name.contains(&word.to_lowercase()))
    }
}

/// A table and where it stands.
#[derive(Debug)]
pub(super) struct Chosen {
    /// Which leaf.
    pub(super) leaf: usize,
    /// Its heads.
    pub(super) fit: HeadFit,
    /// Nobody said so; its name or heads did.
    pub(super) guessed: bool,
}
