//! The one door: a folder, or its documents in memory, becomes a roster and a chain of policies.

use super::codes::files::{MISSING_FILE, NO_POLICY, NOT_UTF8, POLICY_CIRCLE};
use super::documents::{Documents, ReadFault, load_documents};
use super::draft::Draft;
use super::manifest::{self, Manifest};
use super::paths;
use super::sheet::Sheet;
use super::table::Table;
use crate::domain::Roster;
use crate::finding::{Finding, Findings, Place};
use crate::law::PolicyDoc;
use crate::words;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// A scenario that was read, with all that is wrong in it.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What is; missing while there are errors.
    pub roster: Option<Roster>,
    /// Reckoning date, when it could be read.
    pub date: Option<Date>,
    /// The policies, most general first.
    pub policies: Vec<PolicyDoc>,
    /// What is wrong, by place.
    pub findings: Findings,
}

/// Reads a scenario from its folder.
pub fn read_scenario(folder: &Path) -> Result<Scenario, ReadFault> {
    load_documents(folder).map(|documents| read_documents(&documents))
}

/// Reads a scenario from its documents.
pub fn read_documents(documents: &Documents) -> Scenario {
    let mut findings = Findings::default();
    if documents.text(manifest::FILE).is_none() {
        findings.push(unreadable(documents, manifest::FILE));
    }
    let text = documents.text(manifest::FILE).unwrap_or_default();
    let manifest = Manifest::read(text, &mut findings);
    let policies = policies(documents, &manifest, &mut findings);
    let sheets = sheets(documents, &manifest, &mut findings);
    let date = manifest.date;
    let draft = Draft::read(manifest, sheets, &mut findings);
    super::cross::check(&draft, &mut findings);
    Scenario {
        roster: (!findings.has_errors()).then(|| draft.into_roster()),
        date,
        policies,
        findings: findings.sorted(),
    }
}

fn unreadable(documents: &Documents, path: &str) -> Finding {
    let shown = paths::shown(path);
    match documents
        .files
        .get(path)
        .map(Vec::as_slice)
        .map(std::str::from_utf8)
    {
        Some(Err(error)) => {
            Finding::new(&NOT_UTF8, words! { byte: error.valid_up_to() + 1 }).at(Place::file(shown))
        }
        _ => {
            Finding::new(&MISSING_FILE, words! { table: shown, file: shown }).at(Place::file(shown))
        }
    }
}

/// The chain of policies, most general first.
fn policies(documents: &Documents, manifest: &Manifest, findings: &mut Findings) -> Vec<PolicyDoc> {
    let mut chain: Vec<String> = Vec::new();
    let mut policies = Vec::new();
    let mut place = manifest.policy_place.clone();
    let mut next = manifest.policy.clone();
    while let Some(path) = next {
        let shown = paths::shown(&path).to_owned();
        if chain.contains(&path) {
            let names: Vec<_> = chain
                .iter()
                .chain([&path])
                .map(|path| paths::shown(path))
                .collect();
            let facts = words! { chain: names.join(" → ") };
            findings.push(Finding::new(&POLICY_CIRCLE, facts).at(place));
            break;
        }
        let Some(text) = documents.text(&path) else {
            findings.push(if documents.files.contains_key(&path) {
                unreadable(documents, &path)
            } else {
                Finding::new(&NO_POLICY, words! { file: shown }).at(place)
            });
            break;
        };
        next = paths::extends(&path, text);
        place = Place::file(&shown);
        policies.push(PolicyDoc {
            file: shown,
            text: text.to_owned(),
        });
        chain.push(path);
    }
    policies.reverse();
    policies
}

/// The tables with their heads matched.
fn sheets(
    documents: &Documents,
    manifest: &Manifest,
    findings: &mut Findings,
) -> BTreeMap<&'static str, Sheet> {
    let mut sheets = BTreeMap::new();
    for spec in super::TABLES {
        let path = manifest.table_path(spec);
        let shown = paths::shown(&path);
        let Some(bytes) = documents.files.get(&path) else {
            if !spec.optional || manifest.tables.contains_key(spec.key) {
                let facts = words! { table: spec.name, file: shown };
                findings.push(Finding::new(&MISSING_FILE, facts).at(Place::file(shown)));
            }
            continue;
        };
        if let Some(table) = Table::from_csv(shown, bytes, spec, findings) {
            sheets.insert(spec.key, Sheet::new(table, spec, findings));
        }
    }
    sheets
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing into a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
