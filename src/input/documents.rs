//! The bytes of a scenario: `scenario.toml`, its tables or workbooks, and its chain of policies; and what
//! lies in folders. Whoever wants to change a scenario changes these; there is one way from them to a roster.

use super::COPY;
use super::change::{Edit, Layer};
use super::manifest::{self, Manifest};
use super::{book, paths};
use crate::disk;
use crate::finding::Findings;
use crate::policy::{self, nearest_hint};
use indexmap::IndexMap;
use serde_json::Value;
use std::collections::BTreeSet;
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

impl ReadFault {
    /// There is nothing at this path.
    pub(super) fn none(path: impl Into<PathBuf>) -> Self {
        Self::NoScenario { path: path.into() }
    }

    /// Says of this path what the system said.
    pub(super) fn refused(path: &Path) -> impl Fn(io::Error) -> Self {
        |source| Self::Refused {
            path: path.to_owned(),
            source,
        }
    }
}

/// The files of a scenario by their path as seen from its folder, such as `schools.csv` or
/// `../national/policy.toml`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Documents {
    /// Bytes by path, in the order of reading.
    pub files: IndexMap<String, Vec<u8>>,
    /// Files that are too large to be loaded.
    pub too_large: Vec<String>,
    /// Tables that lie beside those of a scenario that has all it needs: nobody named them.
    pub unnamed: BTreeSet<String>,
    /// Where `columns.toml` belongs: beside the files.
    pub columns_file: PathBuf,
    /// Decisions files by the name that findings give them, that of the base first.
    pub decisions: Vec<(String, Vec<u8>)>,
    /// Where the decisions of today belong: beside the files.
    pub decisions_file: PathBuf,
    /// Decisions files beside it that belong to other tables, or to these under another name.
    pub other_decisions: Vec<(String, Vec<u8>)>,
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

    /// The tables and workbooks among the files: whatever is no policy and no document of ours, however it is
    /// called, since its content says what it is; and whatever is said to be a table.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let said = self.said();
        let policies = said.iter().filter_map(|one| one.policy.clone());
        let policies: BTreeSet<String> = policies.collect();
        let tables = said.iter().flat_map(|one| one.tables.values());
        let file = |path: &String| path.split('#').next().map(str::to_owned);
        let tables: BTreeSet<String> = tables.filter_map(file).collect();
        let is_table = move |path: &str| {
            let other = is_toml(path) || policies.contains(path);
            tables.contains(path) || book::is_table(path) || !other
        };
        let files = self.files.iter();
        let files = files.filter(move |(path, _)| is_table(path));
        files.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// What `scenario.toml` and the layers above it say; reading tells what is wrong with them.
    fn said(&self) -> Vec<Manifest> {
        let mut unheard = Findings::default();
        let text = self.text(manifest::FILE).unwrap_or_default();
        let mut all = vec![Manifest::read(text, &mut unheard)];
        let layers = self.layers.iter();
        all.extend(layers.map(|one| Manifest::layer(one, &mut unheard)));
        all
    }

    /// The tables and workbooks by the names that findings give them.
    pub fn originals(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let tables = self.tables();
        tables.map(|(path, bytes)| (paths::shown(path), bytes))
    }

    /// Loads the decisions file of this name, when it is there; new decisions belong there.
    pub(super) fn load_decisions(&mut self, folder: &Path, name: &str) -> Result<(), ReadFault> {
        let file = folder.join(name);
        if file.exists() {
            let bytes = disk::read(&file).map_err(ReadFault::refused(&file))?;
            let bytes = self.in_utf8(name, bytes);
            self.decisions.push((name.to_owned(), bytes));
        }
        self.decisions_file = file;
        Ok(())
    }

    pub(super) fn load(&mut self, folder: &Path, path: &str) -> Result<bool, ReadFault> {
        if self.files.contains_key(path) {
            return Ok(true);
        }
        let whole = folder.join(path);
        let refused = ReadFault::refused(&whole);
        let size = match fs::metadata(&whole) {
            Ok(about) => about.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(refused(error)),
        };
        if size > book::FILE_BYTES as u64 {
            self.too_large.push(path.to_owned());
        } else {
            let mut bytes = disk::read(&whole).map_err(refused)?;
            if is_toml(path) {
                bytes = self.in_utf8(path, bytes);
            }
            self.files.insert(path.to_owned(), bytes);
        }
        Ok(true)
    }

    /// The bytes of a document as UTF-8, in whatever encoding it was saved, which is told: whoever reads it afterwards,
    /// or writes more behind it, has one text. What is no text stays as it is.
    fn in_utf8(&mut self, path: &str, bytes: Vec<u8>) -> Vec<u8> {
        let mut told = Findings::default();
        let Some(text) = book::decode(paths::shown(path), &bytes, &mut told) else {
            return bytes;
        };
        self.findings.append(told);
        text.into_bytes()
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
            let text = self.text(&path);
            next = text.and_then(|text| paths::extends(&path, text));
            seen.push(path);
        }
        Ok(())
    }
}

/// The bytes of a document as UTF-8, in whatever encoding it was saved; what is no text stays as it is.
pub fn in_utf8(bytes: Vec<u8>) -> Vec<u8> {
    let text = book::decode("", &bytes, &mut Findings::default());
    text.map_or(bytes, String::into_bytes)
}

pub(super) fn is_toml(path: &str) -> bool {
    let end = Path::new(path).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The folder in which a file lies; empty when its path says none.
pub(super) fn above(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

/// The last part of a path as text.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The files of a folder that may belong to a scenario, by name; what Office leaves behind while a
/// workbook is open is none.
pub(super) fn beside(folder: &Path) -> Result<Vec<String>, ReadFault> {
    let refused = ReadFault::refused(folder);
    // An empty path is the folder at hand.
    let entries = match fs::read_dir(folder.join(".")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(ReadFault::none(folder.join(manifest::FILE)));
        }
        Err(error) => return Err(refused(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(&refused)?;
        let name = name_of(&entry.path());
        let wanted = book::is_table(&name) || is_toml(&name);
        let mut copies = [COPY.zh, COPY.en].into_iter();
        let ours = copies.any(|mark| name.contains(&format!("{mark}.")));
        if wanted && !ours && !name.starts_with(['~', '.']) && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The base that a document names, when it can be read and names one.
pub(super) fn base_of(file: &Path) -> Option<String> {
    let text = book::decode("", &disk::read(file).ok()?, &mut Findings::default())?;
    let document: toml::Table = text.parse().ok()?;
    Some(document.get("base")?.as_str()?.to_owned())
}

/// The file of this name in a folder, or the file itself.
pub(super) fn file_of(path: &Path, name: &str) -> PathBuf {
    if path.is_dir() {
        path.join(name)
    } else {
        path.to_owned()
    }
}

/// The text of a file that must be there.
pub(super) fn text_of(file: &Path) -> Result<String, ReadFault> {
    if !file.exists() || file.is_dir() {
        return Err(ReadFault::none(file));
    }
    let bytes = disk::read(file).map_err(ReadFault::refused(file))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The path of a document as seen from the folder above its own.
pub(super) fn path_of(file: &Path) -> String {
    let folder = fs::canonicalize(above(file).join("."));
    let folder = folder.map_or_else(|_| String::new(), |folder| name_of(&folder));
    format!("{folder}/{}", name_of(file))
}

/// The name of what lies in the same folder that is most likely meant by a path.
pub(super) fn nearest_beside(path: &Path) -> Value {
    let entries = fs::read_dir(above(path)).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| name_of(&entry.path())).collect();
    names.sort();
    nearest_hint(&name_of(path), names.iter().map(String::as_str))
}
