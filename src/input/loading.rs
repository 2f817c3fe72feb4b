//! From folders and files to the documents of a scenario. A scenario that is based on another has the
//! files of the base, with one more document on top.
//!
//! Paths in that document are seen from its own folder. Among the documents they are kept as seen
//! from the folder above it, so that they do not get mixed up with those of the base.

use super::change::Layer;
use super::codes::changes::{BASE_CIRCLE, NO_BASE};
use super::documents::{Documents, ReadFault};
use super::files::{base_of, beside, is_toml, names_beside, path_of, text_of};
use super::manifest::{self, Manifest};
use super::tables::TABLES;
use super::{book, mapping, paths};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::policy::nearest_hint;
use std::fs;
use std::path::{Path, PathBuf};

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
        return load_layer(first, above);
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
    if base_of(&written).is_some() {
        return load_layer(&written, above);
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

/// Loads a document that changes another scenario, with all that it is based on.
pub(super) fn load_layer(file: &Path, above: &[PathBuf]) -> Result<Documents, ReadFault> {
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
