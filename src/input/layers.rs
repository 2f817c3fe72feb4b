//! Scenarios that are based on another: the files of the base, with one more document on top.
//!
//! Paths in that document are seen from its own folder. Among the documents they are kept as seen
//! from the folder above it, so that they do not get mixed up with those of the base.

use super::change::Layer;
use super::codes::changes::{BASE_CIRCLE, NO_BASE};
use super::documents::{Documents, ReadFault, load_after};
use super::manifest::Manifest;
use super::paths;
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::policy::nearest_hint;
use std::fs;
use std::path::{Path, PathBuf};

/// The base that a document names, when it can be read and names one.
pub(super) fn base_of(file: &Path) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
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
    let path = || file.to_owned();
    if !file.is_file() {
        return Err(ReadFault::NoScenario { path: path() });
    }
    let refused = |source| ReadFault::Refused {
        path: path(),
        source,
    };
    let bytes = fs::read(file).map_err(refused)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Loads a document that changes another scenario, with all that it is based on.
pub(super) fn load(file: &Path, above: &[PathBuf]) -> Result<Documents, ReadFault> {
    let text = text_of(file)?;
    let base = base_of(file).unwrap_or_default();
    let mut documents = load_base(file, &base, above)?;
    let layer = Layer {
        path: path_of(file),
        text,
        entry: None,
    };
    add(&mut documents, file, layer)?;
    Ok(documents)
}

/// The documents of a base that a file names; findings when there is none, or a circle.
pub(super) fn load_base(
    file: &Path,
    base: &str,
    above: &[PathBuf],
) -> Result<Documents, ReadFault> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let whole = folder.join(base);
    let here = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let mut chain = above.to_vec();
    let circle = chain.contains(&here);
    chain.push(here);
    let place = || Place::file(paths::shown(&path_of(file)));
    let nothing = |finding: Finding| {
        let findings = Findings(vec![finding.at(place())]);
        Documents {
            findings,
            ..Documents::default()
        }
    };
    if circle {
        let names: Vec<String> = chain.iter().map(|one| path_of(one)).collect();
        let blanks = blanks! { chain: names.join(" → ") };
        return Ok(nothing(Finding::new(&BASE_CIRCLE, blanks)));
    }
    if base.is_empty() || !whole.exists() {
        let beside = names_beside(whole.parent().unwrap_or(folder));
        let word = whole.file_name().unwrap_or_default().to_string_lossy();
        let nearest = nearest_hint(&word, beside.iter().map(String::as_str));
        let blanks = blanks! { path: base, nearest: nearest };
        return Ok(nothing(Finding::new(&NO_BASE, blanks)));
    }
    load_after(&[whole], &chain)
}

/// Puts a layer on top and loads the files that it names.
pub(super) fn add(documents: &mut Documents, file: &Path, layer: Layer) -> Result<(), ReadFault> {
    let folder = file.parent().unwrap_or(Path::new(""));
    let root = folder.join("..");
    let said = Manifest::layer(&layer, &mut Findings::default());
    for path in said.tables.values() {
        let path = path.split_once('#').map_or(path.as_str(), |one| one.0);
        documents.load(&root, path)?;
    }
    documents.load_policies(&root, said.policy)?;
    documents.layers.push(layer);
    Ok(())
}

/// The path of a document as seen from the folder above its own.
pub(super) fn path_of(file: &Path) -> String {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = fs::canonicalize(if folder == Path::new("") {
        Path::new(".")
    } else {
        folder
    });
    let folder = folder.map_or_else(|_| String::new(), |folder| name(&folder));
    format!("{folder}/{}", name(file))
}

/// The names of what lies in a folder.
pub(super) fn names_beside(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
