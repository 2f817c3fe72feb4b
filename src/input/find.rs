//! Which sheet is which table: by what `scenario.toml` and `columns.toml` say, by its name, and
//! only then by its heads.

use super::codes;
use super::columns::TableSpec;
use super::decision_sheets;
use super::found::{Chosen, Found};
use super::heads::HeadFit;
use super::manifest::Manifest;
use super::mapping::{self, Mapping};
use super::meanings;
use super::tables::{TABLES, specs};
use crate::blanks;
use crate::domain::whole;
use crate::finding::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// Finds every table; `settled` says that decisions stand in `scenario.toml`.
pub(super) fn find(
    leaves: &[Found],
    manifest: &Manifest,
    (mapping, settled): (&Mapping, bool),
    findings: &mut Findings,
) -> BTreeMap<&'static str, Chosen> {
    let mut chosen = BTreeMap::new();
    let mut used = BTreeSet::new();
    // A table that is said to stand somewhere is looked for nowhere else.
    let lost = |spec: &TableSpec| {
        let (file, _) = manifest.table_place(spec);
        manifest.tables.contains_key(spec.key) && leaves.iter().all(|one| one.path != file)
    };
    for spec in specs().filter(|spec| !lost(spec)) {
        let Some(leaf) = said(leaves, spec, manifest, mapping, findings) else {
            continue;
        };
        used.insert(leaf);
        let found = &leaves[leaf];
        let Some(mut fit) = meanings::fit(&found.shapes, spec) else {
            let finding = Finding::new(&codes::NO_HEAD_ROW, blanks! { table: spec.name });
            findings.push(finding.at(found.leaf.place()));
            continue;
        };
        if let Some(entry) = mapping.get(spec.key) {
            mapping::apply(entry, &mut fit, findings);
        }
        let guessed = false;
        chosen.insert(spec.key, Chosen { leaf, fit, guessed });
    }
    findings.0.extend(decision_sheets::choose(
        leaves,
        &mut chosen,
        &mut used,
        settled,
    ));
    let mut guesses = guesses(leaves, &used);
    for spec in TABLES.iter().filter(|spec| !lost(spec)) {
        if chosen.contains_key(spec.key) {
            continue;
        }
        let mut best = guesses.remove(spec.key).unwrap_or_default().into_iter();
        if let Some((score, leaf, fit)) = best.next() {
            let alike = best.next().filter(|other| other.0 == score);
            if let Some((_, other, _)) = &alike {
                used.insert(*other);
                two_sheets(&leaves[leaf], &leaves[*other], spec, findings);
            }
            used.insert(leaf);
            let guessed = alike.is_none();
            chosen.insert(spec.key, Chosen { leaf, fit, guessed });
        }
    }
    for (no, found) in leaves.iter().enumerate() {
        if !used.contains(&no) && !found.leaf.rows.is_empty() && !found.holds_no_table() {
            let told = decision_sheets::unread(found, settled);
            let told = told.unwrap_or_else(|| unused(leaves, found, &chosen));
            findings.push(told.at(found.leaf.place()));
        }
    }
    chosen
}

/// What is told of a leaf that is not read: as which table it was likely meant, where that one is read from another.
fn unused(leaves: &[Found], found: &Found, chosen: &BTreeMap<&'static str, Chosen>) -> Finding {
    // Nothing is proposed that would lack a column.
    let whole = |spec: &&&'static TableSpec| {
        meanings::fit(&found.shapes, spec).is_some_and(|fit| fit.missing() == 0)
    };
    let called = TABLES
        .iter()
        .filter(whole)
        .find(|spec| found.is_called(spec));
    let scores = || {
        TABLES
            .iter()
            .filter(whole)
            .filter_map(|spec| score(found, spec))
    };
    let meant = called.copied().or_else(|| {
        let best = scores().max_by_key(|one| one.0);
        best.map(|one| one.1.spec)
    });
    let other = meant.and_then(|spec| Some((spec, chosen.get(spec.key)?)));
    let Some((spec, other)) = other else {
        return Finding::new(&codes::UNUSED_SHEET, blanks! {});
    };
    let place = match &found.leaf.sheet {
        Some(sheet) => format!("{}#{sheet}", found.path),
        None => found.path.clone(),
    };
    let example = format!("{} = \"{place}\"", spec.key);
    let blanks = blanks! {
        table: spec.name, other: shown(&leaves[other.leaf]), example: example,
    };
    Finding::new(&codes::LEFT_OUT, blanks)
}

/// The leaf that is said or called to be this table.
fn said(
    leaves: &[Found],
    spec: &'static TableSpec,
    manifest: &Manifest,
    mapping: &Mapping,
    findings: &mut Findings,
) -> Option<usize> {
    let which = |is_it: &dyn Fn(&Found) -> bool| -> Vec<usize> {
        (0..leaves.len()).filter(|no| is_it(&leaves[*no])).collect()
    };
    let at = |file: &str, sheet: Option<&str>| {
        let all = which(&|one| {
            (one.path == file || one.leaf.file == file)
                && (sheet.is_none() || one.leaf.sheet.as_deref() == sheet)
        });
        // A workbook of several sheets is no answer by itself.
        <[usize; 1]>::try_from(all).ok().map(|[only]| only)
    };
    let (file, sheet) = manifest.table_place(spec);
    let mapped = || {
        let entry = mapping.get(spec.key).filter(|one| !one.file.is_empty())?;
        at(&entry.file, entry.sheet.as_deref())
    };
    let written = at(&file, sheet.as_deref()).or_else(mapped);
    if written.is_some() {
        return written;
    }
    let called = which(&|one| one.is_called(spec));
    if let [one, other, ..] = called[..] {
        two_sheets(&leaves[one], &leaves[other], spec, findings);
    }
    called.first().copied()
}

/// For each table the leaves whose heads are its and no other's, best first: score, leaf, heads.
type Guesses = BTreeMap<&'static str, Vec<(i64, usize, HeadFit)>>;

fn guesses(leaves: &[Found], used: &BTreeSet<usize>) -> Guesses {
    let mut guesses = Guesses::new();
    for (no, found) in leaves.iter().enumerate() {
        if used.contains(&no) || found.holds_no_table() {
            continue;
        }
        let scores = TABLES.iter().filter_map(|spec| score(found, spec));
        let mut scores: Vec<_> = scores.collect();
        scores.sort_by_key(|one| -one.0);
        let mut scores = scores.into_iter();
        if let Some((score, fit)) = scores.next()
            && scores.next().is_none_or(|second| second.0 != score)
        {
            let guesses = guesses.entry(fit.spec.key).or_default();
            guesses.push((score, no, fit));
        }
    }
    for all in guesses.values_mut() {
        all.sort_by_key(|(score, no, _)| (-score, *no));
    }
    guesses
}

/// How well the heads are those of a table: every known column counts, a missing one counts more;
/// the name of the sheet or file tips the scale.
fn score(found: &Found, spec: &'static TableSpec) -> Option<(i64, HeadFit)> {
    let fit = meanings::fit(&found.shapes, spec)?;
    let required = spec.columns.iter().filter(|column| column.required).count();
    let missing = fit.missing();
    if fit.known < 2 || missing * 2 > required {
        return None;
    }
    let named = found.name().contains(spec.name.zh) || found.leaf.file.contains(spec.name.zh);
    let score = 2 * whole(fit.known) - 3 * whole(missing) + 3 * i64::from(named);
    Some((score, fit))
}

fn two_sheets(one: &Found, other: &Found, spec: &'static TableSpec, findings: &mut Findings) {
    let mut example = vec![format!("{}.file = \"{}\"", spec.key, other.leaf.file)];
    let sheet = other.leaf.sheet.iter();
    example.extend(sheet.map(|sheet| format!("{}.sheet = \"{sheet}\"", spec.key)));
    let blanks = blanks! {
        table: spec.name, one: shown(one), other: shown(other), example: example,
    };
    findings.push(Finding::new(&codes::TWO_SHEETS, blanks).at(other.leaf.place()));
}

fn shown(found: &Found) -> String {
    match &found.leaf.sheet {
        Some(sheet) => format!("{}〔{sheet}〕", found.leaf.file),
        None => found.leaf.file.clone(),
    }
}
