//! A study: several scenarios that change the same base, to be compared.

use super::change::Layer;
use super::codes;
use super::documents::{Documents, ReadFault, base_of, beside, file_of, is_toml, path_of, text_of};
use super::loading::{add, load_after, load_base};
use super::manifest::{self, Manifest};
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Name of the file that makes a folder a study.
const FILE: &str = "study.toml";

/// One scenario of a study.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Its short name, unique in the study.
    pub key: String,
    /// Its files.
    pub documents: Documents,
}

/// A study with its base.
#[derive(Debug, Clone, Default)]
pub struct Study {
    /// Title in Chinese; may be empty.
    pub title_zh: String,
    /// Title in English; may be empty.
    pub title_en: String,
    /// What everything is compared with.
    pub base: Documents,
    /// The scenarios, in the order of the file or by name.
    pub variants: Vec<Variant>,
    /// What is wrong with the study itself.
    pub findings: Findings,
}

/// Loads a study: a `study.toml`, or a folder with one, or a folder of scenarios.
pub fn load_study(path: &Path) -> Result<Study, ReadFault> {
    if path.is_dir() && !path.join(FILE).is_file() {
        return of_folder(path);
    }
    let file = file_of(path, FILE);
    let text = text_of(&file)?;
    let shown = path_of(&file);
    let mut findings = Findings::default();
    let (said, keys) = Manifest::study(&shown, &text, &mut findings);
    let base = load_base(&file, said.base.as_deref().unwrap_or_default(), &[])?;
    let mut variants = Vec::new();
    for (entry, key) in keys.into_iter().enumerate() {
        let mut documents = base.clone();
        let layer = Layer {
            path: shown.clone(),
            text: text.clone(),
            entry: Some(entry),
        };
        add(&mut documents, &file, layer)?;
        variants.push(Variant { key, documents });
    }
    findings.append(twice(&variants, &shown));
    Ok(Study {
        title_zh: said.title_zh,
        title_en: said.title_en,
        base,
        variants,
        findings,
    })
}

/// Short names that several scenarios have: their columns could not be told apart.
fn twice(variants: &[Variant], shown: &str) -> Findings {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for one in variants {
        *numbers.entry(&one.key).or_default() += 1;
    }
    let several = numbers.into_iter().filter(|(_, number)| *number > 1);
    let told = several.map(|(key, number)| {
        let finding = Finding::new(&codes::KEY_TWICE, blanks! { key: key, number: number });
        finding.at(Place::file(shown))
    });
    Findings(told.collect())
}

/// Every scenario of a folder: its folders with a `scenario.toml` and its files that name a base. What
/// the first one is based on is the base of all.
fn of_folder(folder: &Path) -> Result<Study, ReadFault> {
    let refused = ReadFault::refused(folder);
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(&refused)? {
        let path = entry.map_err(&refused)?.path();
        if path.join(manifest::FILE).is_file() {
            paths.push(path);
        }
    }
    let files = beside(folder)?.into_iter().filter(|name| is_toml(name));
    let files = files.map(|name| folder.join(name));
    paths.extend(files.filter(|path| base_of(path).is_some()));
    paths.sort();
    let Some(first) = paths.first() else {
        return Err(ReadFault::none(folder.join(FILE)));
    };
    let written = file_of(first, manifest::FILE);
    let base = match base_of(&written) {
        Some(base) => load_base(&written, &base, &[])?,
        None => load_after(std::slice::from_ref(first), &[])?,
    };
    let mut variants = Vec::new();
    for path in &paths {
        let key = path.file_stem().unwrap_or_default().to_string_lossy();
        variants.push(Variant {
            key: key.into_owned(),
            documents: load_after(std::slice::from_ref(path), &[])?,
        });
    }
    Ok(Study {
        base,
        findings: twice(&variants, &path_of(folder)),
        variants,
        ..Study::default()
    })
}
