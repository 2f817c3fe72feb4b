//! The bytes of a scenario: `scenario.toml`, its tables and its chain of policies. Whoever wants to
//! change a scenario changes these; there is one way from them to a roster.

use super::manifest::{self, Manifest};
use super::paths;
use crate::finding::Findings;
use indexmap::IndexMap;
use std::io;
use std::path::{Path, PathBuf};

/// What cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadFault {
    /// There is no such folder, or it holds no `scenario.toml`.
    #[error("no scenario here: {path} not found")]
    NoScenario {
        /// The file that was looked for.
        path: PathBuf,
    },
    /// The system refuses to hand out a file that is there.
    #[error("cannot read {path}: {source}")]
    Refused {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The files of a scenario by their path as seen from its folder, such as `schools.csv` or
/// `../national/policy.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documents {
    /// Bytes by path, in the order of reading.
    pub files: IndexMap<String, Vec<u8>>,
}

impl Documents {
    /// The text of a file, when it is there and is text.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        let bytes = self.files.get(path)?;
        std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok()
    }
}

/// Loads every file that a scenario names. Files that are not there are left out; reading tells.
pub fn load_documents(folder: &Path) -> Result<Documents, ReadFault> {
    let mut documents = Documents::default();
    if !load(folder, manifest::FILE, &mut documents)? {
        return Err(ReadFault::NoScenario {
            path: folder.join(manifest::FILE),
        });
    }
    let text = documents
        .text(manifest::FILE)
        .unwrap_or_default()
        .to_owned();
    let manifest = Manifest::read(&text, &mut Findings::default());
    for spec in super::TABLES {
        load(folder, &manifest.table_path(spec), &mut documents)?;
    }
    let mut next = manifest.policy.clone();
    while let Some(path) = next {
        if documents.files.contains_key(&path) || !load(folder, &path, &mut documents)? {
            break;
        }
        next = documents
            .text(&path)
            .and_then(|text| paths::extends(&path, text));
    }
    Ok(documents)
}

fn load(folder: &Path, path: &str, documents: &mut Documents) -> Result<bool, ReadFault> {
    let whole = folder.join(path);
    match std::fs::read(&whole) {
        Ok(bytes) => {
            documents.files.insert(path.to_owned(), bytes);
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(ReadFault::Refused {
            path: whole,
            source,
        }),
    }
}
