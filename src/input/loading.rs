//! From folders and files to the documents of a scenario. A scenario that is based on another has the
//! files of the base, with one more document on top.
//!
//! Paths in that document are seen from its own folder. Among the documents they are kept as seen
//! from the folder above it, so that they do not get mixed up with those of the base.

use super::change::Layer;
use super::codes;
use super::columns::TableSpec;
use super::documents::{
    Documents, ReadFault, above, base_of, beside, is_toml, name_of, nearest_beside, path_of,
    text_of,
};
use super::manifest::{self, Manifest};
use super::tables::TABLES;
use super::{book, decided, mapping, near_names, other_decisions, paths};
use crate::blanks;
use crate::finding::{Finding, Findings, Place, Severity};
use std::fs;
use std::path::{Path, PathBuf};

/// Loads a scenario: a folder, one workbook, or a list of files. Files that a scenario names but
/// that are not there are left out; reading tells.
pub fn load_documents(sources: &[PathBuf]) -> Result<Documents, ReadFault> {
    load_after(sources, &[])
}

/// The same; `based` are the documents that are based on these, to notice a circle.
pub(super) fn load_after(sources: &[PathBuf], based: &[PathBuf]) -> Result<Documents, ReadFault> {
    let manifest = sources.iter().find(|path| path.ends_with(manifest::FILE));
    match sources {
        [] => Err(ReadFault::none(manifest::FILE)),
        [only] if only.is_dir() => load_folder(only, based),
        [only] if manifest.is_some() => load_folder(above(only), based),
        [only] if is_toml(&only.to_string_lossy()) => load_layer(only, based),
        [first, ..] => load_files(above(manifest.unwrap_or(first)), sources),
    }
}

fn load_folder(folder: &Path, based: &[PathBuf]) -> Result<Documents, ReadFault> {
    let written = folder.join(manifest::FILE);
    if base_of(&written).is_some() {
        return load_layer(&written, based);
    }
    let mut documents = Documents {
        columns_file: folder.join(mapping::FILE),
        ..Documents::default()
    };
    documents.load(folder, mapping::FILE)?;
    let beside = beside(folder)?;
    documents.load_decisions(folder, &decided::of_folder(&beside))?;
    other_decisions::load(&mut documents, folder, &beside)?;
    near_names::tell(&mut documents, folder, None)?;
    if let Some(manifest) = documents.load_manifest(folder)? {
        let mut complete = true;
        for spec in TABLES {
            let (file, _) = manifest.table_place(spec);
            complete &= documents.load(folder, &file)? || spec.optional;
        }
        near_names::tell_copies(&mut documents, folder, manifest.policy.as_deref())?;
        documents.load_policies(folder, manifest.policy)?;
        if complete {
            load_unnamed(&mut documents, folder, &beside)?;
            return Ok(documents);
        }
    } else {
        let toml = beside.iter().filter(|path| is_toml(path));
        for path in toml.filter(|path| !is_own(path)) {
            documents.load_policies(folder, Some(path.clone()))?;
        }
    }
    for path in beside.iter().filter(|path| book::is_table(path)) {
        documents.load(folder, path)?;
    }
    let none = documents.tables().next().is_none() && documents.too_large.is_empty();
    if none && !documents.files.contains_key(manifest::FILE) {
        return Err(ReadFault::none(written));
    }
    Ok(documents)
}

/// Tables that lie beside those of a scenario that has all it needs: one may be meant by a Chinese name, and what is
/// not read is told.
fn load_unnamed(
    documents: &mut Documents,
    folder: &Path,
    beside: &[String],
) -> Result<(), ReadFault> {
    for path in beside.iter().filter(|path| book::is_table(path)) {
        if documents.files.contains_key(path) || documents.too_large.contains(path) {
            continue;
        }
        documents.load(folder, path)?;
        if documents.files.contains_key(path) {
            documents.unnamed.insert(path.clone());
        } else {
            documents.too_large.retain(|one| one != path);
            documents.findings.push(unread(path));
        }
    }
    Ok(())
}

/// A file that is no table that anybody needs.
pub(super) fn unread(path: &str) -> Finding {
    let told = Finding::new(&codes::UNUSED_SHEET, blanks! {});
    Finding {
        severity: Severity::Warning,
        ..told.at(Place::file(paths::shown(path)))
    }
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
    // A folder that is not there is told by what is looked for in it.
    let lying = beside(folder).unwrap_or_default();
    let decisions = match sources {
        [only] => decided::of_file(&name_of(only), &lying),
        _ => decided::FILE.to_owned(),
    };
    documents.load_decisions(folder, &decisions)?;
    other_decisions::load(&mut documents, folder, &lying)?;
    match sources {
        [only] => near_names::tell_beside(&mut documents, only)?,
        _ => near_names::tell(&mut documents, folder, None)?,
    }
    // Tables that the scenario places somewhere keep that place, whether they are listed or not.
    let mut placed = Vec::new();
    if sources.iter().any(|path| path.ends_with(manifest::FILE)) {
        let manifest = documents.load_manifest(folder)?.unwrap_or_default();
        let said = |spec: &&&TableSpec| manifest.tables.contains_key(spec.key);
        for spec in TABLES.iter().filter(said) {
            let (file, _) = manifest.table_place(spec);
            documents.load(folder, &file)?;
            placed.extend(fs::canonicalize(folder.join(file)));
        }
        near_names::tell_copies(&mut documents, folder, manifest.policy.as_deref())?;
        documents.load_policies(folder, manifest.policy)?;
    }
    for source in sources {
        if fs::canonicalize(source).is_ok_and(|path| placed.contains(&path)) {
            continue;
        }
        let named = source.file_name().is_some();
        if !named || !documents.load(above(source), &name_of(source))? {
            return Err(ReadFault::none(source));
        }
    }
    if documents.load(folder, &columns)?
        && let Some(bytes) = documents.files.shift_remove(&columns)
    {
        documents.files.insert(mapping::FILE.to_owned(), bytes);
    }
    // The workbook names the policy, so every one that lies beside it is at hand.
    for path in beside(folder)?.into_iter().filter(|path| is_toml(path)) {
        if !is_own(&path) {
            documents.load_policies(folder, Some(path))?;
        }
    }
    Ok(documents)
}

/// Loads a document that changes another scenario, with all that it is based on.
fn load_layer(file: &Path, based: &[PathBuf]) -> Result<Documents, ReadFault> {
    let text = text_of(file)?;
    let base = base_of(file).unwrap_or_default();
    let mut documents = load_base(file, &base, based)?;
    let layer = Layer {
        path: path_of(file),
        text,
        entry: None,
    };
    add(&mut documents, file, layer)?;
    let decisions = if file.ends_with(manifest::FILE) {
        decided::FILE.to_owned()
    } else {
        let stem = file.file_stem().unwrap_or_default();
        format!("{}.{}", stem.to_string_lossy(), decided::FILE)
    };
    documents.load_decisions(above(file), &decisions)?;
    if file.ends_with(manifest::FILE) {
        near_names::tell(&mut documents, above(file), None)?;
    } else {
        near_names::tell_beside(&mut documents, file)?;
    }
    Ok(documents)
}

/// Whether a document is one of our own, or is called almost as one, and no policy.
fn is_own(path: &str) -> bool {
    let own = [manifest::FILE, mapping::FILE, decided::FILE];
    own.iter().any(|own| path.ends_with(own)) || near_names::is_near(path)
}

/// The documents of a base that a file names; findings when there is none, or a circle.
pub(super) fn load_base(
    file: &Path,
    base: &str,
    based: &[PathBuf],
) -> Result<Documents, ReadFault> {
    let whole = above(file).join(base);
    let here = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let circle = based.contains(&here);
    let chain = [based, &[here]].concat();
    let finding = if circle {
        let names: Vec<String> = chain.iter().map(|one| path_of(one)).collect();
        Finding::new(&codes::BASE_CIRCLE, blanks! { chain: names.join(" → ") })
    } else if base.is_empty() || !whole.exists() {
        let blanks = blanks! { path: base, nearest: nearest_beside(&whole) };
        Finding::new(&codes::NO_BASE, blanks)
    } else {
        return load_after(&[whole], &chain);
    };
    let place = Place::file(paths::shown(&path_of(file)));
    Ok(Documents {
        findings: Findings(vec![finding.at(place)]),
        ..Documents::default()
    })
}

/// Puts a layer on top and loads the files that it names.
pub(super) fn add(documents: &mut Documents, file: &Path, layer: Layer) -> Result<(), ReadFault> {
    let root = above(file).join("..");
    let said = Manifest::layer(&layer, &mut Findings::default());
    for path in said.tables.values() {
        let path = path.split_once('#').map_or(path.as_str(), |one| one.0);
        documents.load(&root, path)?;
    }
    near_names::tell_copies(documents, &root, said.policy.as_deref())?;
    documents.load_policies(&root, said.policy)?;
    documents.layers.push(layer);
    Ok(())
}
