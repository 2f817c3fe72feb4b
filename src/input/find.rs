//! Which sheet is which table: by what `scenario.toml` and `columns.toml` say, by its name, and
//! only then by its heads.

use super::book::Leaf;
use super::codes::books::{NO_HEAD_ROW, TWO_SHEETS, UNUSED_SHEET};
use super::columns::TableSpec;
use super::heads::{self, Fit, Shape};
use super::manifest::Manifest;
use super::mapping::{self, Mapping};
use super::{SETTINGS, TABLES};
use crate::finding::{Finding, Findings, Place};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// Sheets that hold no table: our own guides and lists, and the lists of others.
const NO_TABLES: &[&str] = &[
    "填表说明",
    "可选值",
    "查出的问题",
    "下拉",
    "字典",
    "选项",
    "说明",
    "guide",
    "allowed values",
    "findings",
];

/// A leaf with the path of its file.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: String,
    pub(super) leaf: Leaf,
    shapes: Vec<Shape>,
}

impl Found {
    /// A leaf of the file with this path.
    pub(super) fn new(path: &str, leaf: Leaf) -> Self {
        Self {
            path: path.to_owned(),
            shapes: heads::shapes(&leaf.rows),
            leaf,
        }
    }

    fn place(&self) -> Place {
        Place {
            sheet: self.leaf.sheet.clone(),
            ..Place::file(&self.leaf.file)
        }
    }

    /// The sheet, or the file without the end of its name.
    fn name(&self) -> &str {
        match &self.leaf.sheet {
            Some(sheet) => sheet.trim(),
            None => self
                .leaf
                .file
                .rsplit_once('.')
                .map_or(self.leaf.file.as_str(), |one| one.0),
        }
    }

    fn is_called(&self, spec: &TableSpec) -> bool {
        let name = self.name();
        [spec.key, spec.name.zh, spec.name.en]
            .iter()
            .any(|one| one.eq_ignore_ascii_case(name))
            || name == format!("{}表", spec.name.zh)
    }

    fn holds_no_table(&self) -> bool {
        let name = self.name().to_lowercase();
        self.leaf.sheet.is_some() && NO_TABLES.iter().any(|one| name.contains(one))
    }
}

/// A table and where it stands.
#[derive(Debug)]
pub(super) struct Chosen {
    /// Which leaf.
    pub(super) leaf: usize,
    /// Its heads.
    pub(super) fit: Fit,
    /// Nobody said so; its name or heads did.
    pub(super) guessed: bool,
}

/// Finds every table.
pub(super) fn find(
    leaves: &[Found],
    manifest: &Manifest,
    mapping: &Mapping,
    findings: &mut Findings,
) -> BTreeMap<&'static str, Chosen> {
    let mut chosen = BTreeMap::new();
    let mut used = BTreeSet::new();
    let all = || SETTINGS.iter().chain(TABLES).copied();
    // A table that is said to stand somewhere is looked for nowhere else.
    let lost = |spec: &TableSpec, leaves: &[Found]| {
        let path = manifest
            .tables
            .get(spec.key)
            .map(|path| path.split('#').next().unwrap_or_default());
        path.is_some_and(|path| leaves.iter().all(|one| one.path != path))
    };
    for spec in all().filter(|spec| !lost(spec, leaves)) {
        let Some(no) = said(leaves, spec, manifest, mapping, findings) else {
            continue;
        };
        used.insert(no);
        let Some(mut fit) = heads::fit(&leaves[no].shapes, spec) else {
            let facts = words! { table: spec.name };
            findings.push(Finding::new(&NO_HEAD_ROW, facts).at(leaves[no].place()));
            continue;
        };
        if let Some(entry) = mapping.get(spec.key) {
            mapping::apply(entry, spec.key, &mut fit, findings);
        }
        let guessed = false;
        chosen.insert(
            spec.key,
            Chosen {
                leaf: no,
                fit,
                guessed,
            },
        );
    }
    for spec in TABLES.iter().copied().filter(|spec| !lost(spec, leaves)) {
        if !chosen.contains_key(spec.key)
            && let Some((no, fit, alike)) = guess(leaves, spec, &used)
        {
            used.insert(no);
            if let Some(other) = alike {
                used.insert(other);
                two_sheets(&leaves[no], &leaves[other], spec, findings);
            }
            chosen.insert(
                spec.key,
                Chosen {
                    leaf: no,
                    fit,
                    guessed: alike.is_none(),
                },
            );
        }
    }
    for (no, found) in leaves.iter().enumerate() {
        if !used.contains(&no) && !found.leaf.rows.is_empty() && !found.holds_no_table() {
            findings.push(Finding::new(&UNUSED_SHEET, words! {}).at(found.place()));
        }
    }
    chosen
}

/// The leaf that is said or called to be this table.
fn said(
    leaves: &[Found],
    spec: &'static TableSpec,
    manifest: &Manifest,
    mapping: &Mapping,
    findings: &mut Findings,
) -> Option<usize> {
    let path = manifest.table_path(spec);
    let (file, sheet) = path
        .split_once('#')
        .map_or((path.as_str(), None), |(file, sheet)| (file, Some(sheet)));
    let at = |file: &str, sheet: Option<&str>| {
        let of_file = |one: &&Found| one.path == file || one.leaf.file == file;
        let mut all = leaves
            .iter()
            .filter(of_file)
            .filter(|one| sheet.is_none() || one.leaf.sheet.as_deref() == sheet);
        let first = all.next()?;
        // A workbook of several sheets is no answer by itself.
        let only = all.next().is_none();
        only.then(|| leaves.iter().position(|one| std::ptr::eq(one, first)))?
    };
    if let Some(no) = at(file, sheet) {
        return Some(no);
    }
    if let Some(entry) = mapping.get(spec.key)
        && let Some(no) = at(&entry.file, entry.sheet.as_deref())
    {
        return Some(no);
    }
    let called: Vec<usize> = (0..leaves.len())
        .filter(|no| leaves[*no].is_called(spec))
        .collect();
    if let [one, other, ..] = called[..] {
        two_sheets(&leaves[one], &leaves[other], spec, findings);
    }
    called.first().copied()
}

/// The leaf whose heads are those of this table and of no other; and another that is just like it.
fn guess(
    leaves: &[Found],
    spec: &'static TableSpec,
    used: &BTreeSet<usize>,
) -> Option<(usize, Fit, Option<usize>)> {
    let mut all: Vec<(i64, usize, Fit)> = Vec::new();
    for (no, found) in leaves.iter().enumerate() {
        if used.contains(&no) || found.holds_no_table() {
            continue;
        }
        let Some((score, fit)) = score(found, spec) else {
            continue;
        };
        let beaten = TABLES.iter().filter(|other| other.key != spec.key);
        if beaten
            .filter_map(|other| super::find::score(found, other))
            .all(|other| other.0 < score)
        {
            all.push((score, no, fit));
        }
    }
    all.sort_by_key(|(score, no, _)| (-score, *no));
    let alike = match &all[..] {
        [(one, ..), (other, no, _), ..] if one == other => Some(*no),
        _ => None,
    };
    all.into_iter().next().map(|(_, no, fit)| (no, fit, alike))
}

/// How well the heads are those of a table: every known column counts, a missing one counts more;
/// the name of the sheet or file tips the scale.
fn score(found: &Found, spec: &'static TableSpec) -> Option<(i64, Fit)> {
    let fit = heads::fit(&found.shapes, spec)?;
    let required = spec.columns.iter().filter(|column| column.required).count();
    let missing = fit.missing(spec);
    if fit.known < 2 || missing * 2 > required {
        return None;
    }
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let named = found.name().contains(spec.name.zh) || found.leaf.file.contains(spec.name.zh);
    Some((
        2 * count(fit.known) - 3 * count(missing) + 3 * i64::from(named),
        fit,
    ))
}

fn two_sheets(one: &Found, other: &Found, spec: &'static TableSpec, findings: &mut Findings) {
    let shown = |found: &Found| match &found.leaf.sheet {
        Some(sheet) => format!("{}〔{sheet}〕", found.leaf.file),
        None => found.leaf.file.clone(),
    };
    let mut example = vec![format!("{}.file = \"{}\"", spec.key, other.leaf.file)];
    let sheet = other.leaf.sheet.iter();
    example.extend(sheet.map(|sheet| format!("{}.sheet = \"{sheet}\"", spec.key)));
    let facts = words! {
        table: spec.name, one: shown(one), other: shown(other), example: example,
    };
    findings.push(Finding::new(&TWO_SHEETS, facts).at(other.place()));
}
