//! The bytes of a scenario: `scenario.toml`, its tables or workbooks, and its chain of policies.
//! Whoever wants to change a scenario changes these; there is one way from them to a roster.

use super::change::{Edit, Layer};
use super::manifest::{self, Manifest};
use super::{COPY, TABLES, book, layers, mapping, paths};
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
    fn load_manifest(&mut self, folder: &Path) -> Result<Option<Manifest>, ReadFault> {
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

/// Loads a scenario: a folder, one workbook, or a list of files. Files that a scenario names but
/// that are not there are left out; reading tells.
pub fn load_documents(sources: &[PathBuf]) -> Result<Documents, ReadFault> {
    load_after(sources, &[])
}

/// The same; `above` are the documents that are based on these, to notice a circle.
pub(super) fn load_after(sources: &[PathBuf], above: &[PathBuf]) -> Result<Documents, ReadFault> {
    let [first, rest @ ..] = sources else {
        return Err(ReadFault::NoScenario {
            path: manifest::FILE.into(),
        });
    };
    if rest.is_empty() && first.is_dir() {
        return load_folder(first, above);
    }
    if rest.is_empty() && is_toml(&first.to_string_lossy()) && !first.ends_with(manifest::FILE) {
        return layers::load(first, above);
    }
    let manifest = sources.iter().find(|path| path.ends_with(manifest::FILE));
    let folder = manifest.unwrap_or(first).parent().unwrap_or(Path::new(""));
    if rest.is_empty() && manifest.is_some() {
        return load_folder(folder, above);
    }
    load_files(folder, sources)
}

fn load_folder(folder: &Path, above: &[PathBuf]) -> Result<Documents, ReadFault> {
    let written = folder.join(manifest::FILE);
    if layers::base_of(&written).is_some() {
        return layers::load(&written, above);
    }
    let mut documents = Documents {
        columns_file: folder.join(mapping::FILE),
        ..Documents::default()
    };
    documents.load(folder, mapping::FILE)?;
    let beside = beside(folder)?;
    if let Some(manifest) = documents.load_manifest(folder)? {
        let mut complete = true;
        for spec in TABLES {
            let (file, _) = manifest.table_place(spec);
            complete &= documents.load(folder, &file)? || spec.optional;
        }
        documents.load_policies(folder, manifest.policy)?;
        if complete && !documents.files.contains_key(mapping::FILE) {
            return Ok(documents);
        }
    } else {
        for path in beside.iter().filter(|path| is_toml(path)) {
            documents.load_policies(folder, Some(path.clone()))?;
        }
    }
    for path in beside.iter().filter(|path| book::is_table(path)) {
        documents.load(folder, path)?;
    }
    let none = documents.tables().next().is_none() && documents.too_large.is_empty();
    if none && !documents.files.contains_key(manifest::FILE) {
        return Err(ReadFault::NoScenario {
            path: folder.join(manifest::FILE),
        });
    }
    Ok(documents)
}

/// Files one by one; what else belongs to them lies in one folder: that of `scenario.toml`, or else
/// of the first.
fn load_files(folder: &Path, sources: &[PathBuf]) -> Result<Documents, ReadFault> {
    let columns = match sources {
        [only] => {
            let stem = only.file_stem().unwrap_or_default();
            format!("{}.{}", stem.to_string_lossy(), mapping::FILE)
        }
        _ => mapping::FILE.to_owned(),
    };
    let mut documents = Documents {
        columns_file: folder.join(&columns),
        ..Documents::default()
    };
    // Tables that the scenario places somewhere keep that place, whether they are listed or not.
    let mut placed = Vec::new();
    if sources.iter().any(|path| path.ends_with(manifest::FILE)) {
        let manifest = documents.load_manifest(folder)?.unwrap_or_default();
        for spec in TABLES
            .iter()
            .filter(|spec| manifest.tables.contains_key(spec.key))
        {
            let (file, _) = manifest.table_place(spec);
            documents.load(folder, &file)?;
            placed.extend(fs::canonicalize(folder.join(file)));
        }
        documents.load_policies(folder, manifest.policy)?;
    }
    for source in sources {
        if fs::canonicalize(source).is_ok_and(|path| placed.contains(&path)) {
            continue;
        }
        let above = source.parent().unwrap_or(Path::new(""));
        let missing = || ReadFault::NoScenario {
            path: source.clone(),
        };
        let name = source.file_name().ok_or_else(missing)?.to_string_lossy();
        if !documents.load(above, &name)? {
            return Err(missing());
        }
    }
    if documents.load(folder, &columns)?
        && let Some(bytes) = documents.files.shift_remove(&columns)
    {
        documents.files.insert(mapping::FILE.to_owned(), bytes);
    }
    // The workbook names the policy, so every one that lies beside it is at hand.
    for path in beside(folder)?.into_iter().filter(|path| is_toml(path)) {
        if path != manifest::FILE && !path.ends_with(mapping::FILE) {
            documents.load_policies(folder, Some(path))?;
        }
    }
    Ok(documents)
}

pub(super) fn is_toml(path: &str) -> bool {
    let end = Path::new(path).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The files of a folder that may belong to a scenario, by name; what Office leaves behind while a
/// workbook is open is none.
pub(super) fn beside(folder: &Path) -> Result<Vec<String>, ReadFault> {
    let refused = |source| ReadFault::Refused {
        path: folder.to_owned(),
        source,
    };
    let here = if folder == Path::new("") {
        Path::new(".")
    } else {
        folder
    };
    let entries = match fs::read_dir(here) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(ReadFault::NoScenario {
                path: folder.join(manifest::FILE),
            });
        }
        Err(error) => return Err(refused(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(refused)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = book::is_table(&name) || is_toml(&name);
        let ours = [COPY.zh, COPY.en]
            .iter()
            .any(|mark| name.contains(&format!("{mark}.")));
        if wanted && !ours && !name.starts_with(['~', '.']) && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
