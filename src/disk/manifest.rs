//! What a set of documents says of itself (`documents.json`): which files belong to it, by their SHA-256, and to which
//! plan. Whether a file was edited by hand since, and to which plan it belongs, is told by it.

use super::{Named, read, sha256};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The name of the file.
pub const MANIFEST: &str = "documents.json";
/// Letters of a digest that are printed, on paper and as the name of a folder.
pub const KNOWN_BY: usize = 12;
/// The layout of the file.
const SCHEMA: &str = "lungang-documents/1";
/// Files that the program wrote beside a plan before there was a manifest.
const BEFORE: &[&str] = &[
    "plan.json",
    "report.html",
    "summary.md",
    "plan.xlsx",
    "filing.xlsx",
    "schools.xlsx",
];

/// What kind of documents they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A plan with all that goes with it.
    Plan,
    /// Notices to the people of a plan.
    Notices,
    /// Commented copies of the officer's tables.
    Copies,
    /// Scenarios side by side.
    Comparison,
    /// A trade-off curve.
    Frontier,
}

impl Kind {
    /// Whether they belong to a plan: those of another plan are then moved away.
    pub(super) fn is_of_a_plan(self) -> bool {
        matches!(self, Self::Plan | Self::Notices)
    }

    /// Whether new documents of one kind take the place of old ones of the other.
    pub(super) fn replaces(self, other: Self) -> bool {
        self == other || self.is_of_a_plan() && other.is_of_a_plan()
    }

    /// Whether old documents are worth keeping though nobody edited them.
    pub(super) fn is_kept(self) -> bool {
        self != Self::Copies
    }
}

/// Documents that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSet {
    /// What they are.
    pub kind: Kind,
    /// By what they are known: the digest of the plan, or of what else they show.
    pub digest: String,
    /// The files.
    pub files: Vec<Named>,
}

impl DocumentSet {
    /// Documents that show what the first of them says.
    pub fn of_first(kind: Kind, files: Vec<Named>) -> Self {
        let digest = files.first().map(|one| sha256(&one.bytes));
        Self {
            kind,
            digest: digest.unwrap_or_default(),
            files,
        }
    }

    /// What the set says of itself.
    pub fn manifest(&self) -> Manifest {
        let entry = |one: &Named| Entry {
            name: one.name.clone(),
            sha256: sha256(&one.bytes),
            kind: self.kind,
            digest: self.digest.clone(),
        };
        Manifest::of(self.files.iter().map(entry).collect())
    }

    /// The file of this name.
    pub(super) fn file(&self, name: &str) -> Option<&Named> {
        self.files.iter().find(|one| one.name == name)
    }
}

/// A file of a set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// Its name below the folder, with `/`.
    pub name: String,
    /// The SHA-256 of its bytes as they were written; empty where it is not known.
    pub sha256: String,
    /// What it belongs to.
    pub kind: Kind,
    /// To which plan, or to which study.
    pub digest: String,
}

/// The documents of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The layout of this file.
    pub schema: String,
    /// The digest of the plan, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The files by name.
    pub files: Vec<Entry>,
}

impl Manifest {
    /// Of these files.
    pub(super) fn of(mut files: Vec<Entry>) -> Self {
        files.sort();
        let plan = files.iter().find(|one| one.kind.is_of_a_plan());
        Self {
            schema: SCHEMA.into(),
            digest: plan.map(|one| one.digest.clone()),
            files,
        }
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        // Words and lists always become JSON.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// What a folder says of itself; a plan that was written before there was a manifest lies there by itself.
    pub fn read(folder: &Path) -> Option<Self> {
        match read(&folder.join(MANIFEST)) {
            Ok(bytes) => {
                let read: Self = serde_json::from_slice(&bytes).ok()?;
                (read.schema == SCHEMA).then_some(read)
            }
            Err(_) => Self::before(folder),
        }
    }

    fn before(folder: &Path) -> Option<Self> {
        let entries = std::fs::read_dir(folder).ok()?;
        let names =
            entries.map(|one| one.map(|one| one.file_name().to_string_lossy().into_owned()));
        let names: Vec<String> = names.collect::<Result<_, _>>().ok()?;
        let known = |name: &String| BEFORE.contains(&name.as_str()) || name == REDACTED;
        if !names.iter().filter(|name| !is_hidden(name)).all(known) {
            return None;
        }
        let plan = read(&folder.join("plan.json")).ok()?;
        let plan: serde_json::Value = serde_json::from_slice(&plan).ok()?;
        let digest = plan.get("digest")?.as_str()?;
        let masked = BEFORE.iter().map(|name| format!("{REDACTED}/{name}"));
        let names = BEFORE.iter().map(|name| (*name).to_owned()).chain(masked);
        let entry = |name| Entry {
            name,
            sha256: String::new(),
            kind: Kind::Plan,
            digest: digest.to_owned(),
        };
        Some(Self::of(names.map(entry).collect()))
    }

    /// The file of this name.
    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        self.files.iter().find(|one| one.name == name)
    }

    /// Whether any of its files lies in this folder below its own.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        let first = |one: &Entry| one.name.split('/').next() == Some(folder) && one.name != folder;
        self.files.iter().any(first)
    }
}

/// The folder of the set with pseudonyms inside that of a plan.
const REDACTED: &str = "redacted";

/// What systems leave in a folder without being asked.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || ["desktop.ini", "thumbs.db"].contains(&name.to_lowercase().as_str())
}

/// Whether a file is as its folder says that it was written; not where the folder says nothing of it.
pub fn same_as_written(file: &Path) -> bool {
    let folder = file.parent().unwrap_or(Path::new(""));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let manifest = Manifest::read(folder);
    let written = manifest.as_ref().and_then(|all| all.entry(&name));
    let is = read(file).map(|bytes| sha256(&bytes));
    written.is_some_and(|written| is.is_ok_and(|is| is == written.sha256))
}
