//! The bytes of a scenario: `scenario.toml`, its tables or workbooks, and its chain of policies.
//! Whoever wants to change a scenario changes these; there is one way from them to a roster.

use super::change::{Edit, Layer};
use super::manifest::{self, Manifest};
use super::{book, paths};
use crate::finding::Findings;
use crate::policy;
use indexmap::IndexMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadFault {
    /// There is no such folder or file, or the folder holds neither `scenario.toml` nor any table.
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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Documents {
    /// Bytes by path, in the order of reading.
    pub files: IndexMap<String, Vec<u8>>,
    /// Files that are too large to be loaded.
    pub too_large: Vec<String>,
    /// Where `columns.toml` belongs: beside the files.
    pub columns_file: PathBuf,
    /// Documents that change what the files say, the first one first.
    pub layers: Vec<Layer>,
    /// Changes of the command line, laid on last.
    pub edits: Vec<Edit>,
    /// What was found wrong while the files were looked for.
    pub findings: Findings,
}

impl Documents {
    /// The text of a file, when it is there and is text; of a policy that comes with the program.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        match self.files.get(path) {
            Some(bytes) => {
                std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok()
            }
            None => policy::shipped(path),
        }
    }

    /// The tables and workbooks among the files.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let all = self.files.iter();
        all.filter(|(path, _)| book::is_table(path))
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The tables and workbooks by the names that findings give them.
    pub fn originals(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.tables()
            .map(|(path, bytes)| (paths::shown(path), bytes))
    }

    pub(super) fn load(&mut self, folder: &Path, path: &str) -> Result<bool, ReadFault> {
        if self.files.contains_key(path) {
            return Ok(true);
        }
        let whole = folder.join(path);
        let refused = |source| ReadFault::Refused {
            path: whole.clone(),
            source,
        };
        let size = match fs::metadata(&whole) {
            Ok(about) => about.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(refused(error)),
        };
        if size > book::FILE_BYTES as u64 {
            self.too_large.push(path.to_owned());
            return Ok(true);
        }
        self.files
            .insert(path.to_owned(), fs::read(&whole).map_err(refused)?);
        Ok(true)
    }

    /// What `scenario.toml` says, when there is one; reading tells what is wrong with it.
    pub(super) fn load_manifest(&mut self, folder: &Path) -> Result<Option<Manifest>, ReadFault> {
        let there = self.load(folder, manifest::FILE)?;
        let text = self.text(manifest::FILE).unwrap_or_default();
        Ok(there.then(|| Manifest::read(text, &mut Findings::default())))
    }

    /// A policy and all that it extends.
    pub(super) fn load_policies(
        &mut self,
        folder: &Path,
        first: Option<String>,
    ) -> Result<(), ReadFault> {
        let mut next = first;
        let mut seen = Vec::new();
        while let Some(path) = next {
            if seen.contains(&path) || !self.load(folder, &path)? {
                break;
            }
            next = self
                .text(&path)
                .and_then(|text| paths::extends(&path, text));
            seen.push(path);
        }
        Ok(())
    }
}
