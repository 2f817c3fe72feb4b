//! The one door: files become a roster and a chain of policies.

use super::book;
use super::change::{self, Edit};
use super::codes::{self, DOUBLE_HEAD, MISSING_COLUMN, MISSING_FILE, TWO_SHEETS};
use super::ditto;
use super::documents::{Documents, ReadFault};
use super::draft::Draft;
use super::find;
use super::found::{Chosen, Found};
use super::heads::{HeadFit, How};
use super::last_word;
use super::loading::{self, load_documents};
use super::manifest::{self, Manifest};
use super::mapping::{self, Mapping};
use super::pencil;
use super::sheet::{Sheet, Sheets};
use super::table::Leaf;
use super::tables::TABLES;
use super::{
    by_default, counted, decided, other_decisions, ours, paths, roots, settings, spells, wide,
};
use crate::blanks;
use crate::domain::Roster;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::policy::{self, PolicyDoc, nearest_hint};
use crate::text::Text;
use jiff::civil::Date;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// A scenario that was read, with all that is wrong in it.
#[derive(Debug, Clone, Default)]
pub struct Scenario {
    /// What is; missing while there are errors.
    pub roster: Option<Roster>,
    /// Reckoning date, when it could be read.
    pub date: Option<Date>,
    /// The policies, most general first.
    pub policies: Vec<PolicyDoc>,
    /// The text of `columns.toml`, when sheets or heads had to be recognised and all were.
    pub columns: Option<String>,
    /// Changes of rules, for the policy.
    pub edits: Vec<Edit>,
    /// What is wrong, by place.
    pub findings: Findings,
}

/// Everything before rows are read: settings, policies, tables.
pub(super) struct Opened {
    pub(super) manifest: Manifest,
    pub(super) policies: Vec<(String, String)>,
    pub(super) sheets: Sheets,
    columns: Option<String>,
    pub(super) edits: Vec<Edit>,
}

/// Reads a scenario from its folder.
pub fn read_scenario(folder: &Path) -> Result<Scenario, ReadFault> {
    load_documents(&[folder.to_owned()]).map(|documents| read_documents(&documents))
}

/// Reads a scenario from its documents.
pub fn read_documents(documents: &Documents) -> Scenario {
    // Without its base nothing else can be said of a scenario.
    if documents.findings.has_errors() {
        return Scenario {
            findings: documents.findings.clone(),
            ..Scenario::default()
        };
    }
    let mut findings = Findings::default();
    let opened = open(documents, &mut findings);
    let date = opened.manifest.date;
    let mut draft = Draft::read(opened.manifest, opened.sheets, &mut findings);
    last_word::settle(&mut draft, &mut findings);
    super::cross::check(&draft, &mut findings);
    other_decisions::tell(documents, &draft, &mut findings);
    let findings = counted::fold(findings);
    let policies = opened.policies.into_iter();
    Scenario {
        roster: (!findings.has_errors()).then(|| draft.into_roster()),
        date,
        policies: policies
            .map(|(path, text)| PolicyDoc {
                file: paths::shown(&path).to_owned(),
                text,
            })
            .collect(),
        columns: opened.columns,
        edits: opened.edits,
        findings: roots::in_order(findings),
    }
}

/// What was recognised of one table: its key, and its columns as `key←head`.
pub type Recognised = (&'static str, Vec<String>);

/// The tables that were found and how their heads were understood.
pub fn recognise(documents: &Documents) -> Vec<Recognised> {
    let sheets = open(documents, &mut Findings::default()).sheets;
    let heads = sheets.iter().map(|(key, sheet)| (*key, sheet.heads()));
    heads.collect()
}

/// Opens every file, finds the tables and matches their heads.
pub(super) fn open(documents: &Documents, findings: &mut Findings) -> Opened {
    findings.append(documents.findings.clone());
    let Leaves {
        all: mut leaves,
        shut,
        unnamed,
    } = Leaves::of(documents, findings);
    let said = documents.files.contains_key(manifest::FILE);
    let mut manifest = written(documents, findings);
    let columns = documents.files.get(mapping::FILE);
    let mapping = mapped(documents, findings);
    let layers = documents.layers.iter();
    let layers: Vec<Manifest> = layers.map(|one| Manifest::layer(one, findings)).collect();
    for layer in &layers {
        manifest.tables.extend(layer.tables.clone());
    }
    let chosen = find::find(&leaves, &manifest, (&mapping, said), findings);
    for (path, heard) in unnamed {
        if chosen.values().any(|one| leaves[one.leaf].path == path) {
            findings.append(heard);
        }
    }
    let columns = recognised(&leaves, &chosen, columns.is_some(), findings);
    let mut sheets = Sheets::new();
    for (key, Chosen { leaf, fit, .. }) in chosen {
        let mut sheet = sheet(&mut leaves[leaf].leaf, &fit, findings);
        if let Some(entry) = mapping.get(key) {
            sheet.respell(&entry.words);
        }
        sheets.insert(key, sheet);
    }
    wide::unfold(&mut sheets, findings);
    spells::add(&mut sheets, findings);
    let texts = settings::policies(sheets.get("policies"));
    if !said {
        match settings::manifest(&sheets, &texts, findings) {
            Some(read) => manifest = read,
            None if shut => {}
            None => findings.push(Finding::new(&codes::NO_SETTINGS, blanks! {})),
        }
    }
    for layer in layers.into_iter().chain(decided::read(documents, findings)) {
        manifest.overlay(layer);
    }
    manifest.edits.extend(documents.edits.iter().cloned());
    let edits = std::mem::take(&mut manifest.edits);
    let edits = change::apply(&edits, &mut manifest, &mut sheets, findings);
    // What is missing may stand in a file that could not be opened.
    if !shut {
        by_default::take(documents, &manifest, &mut sheets, findings);
        missing(documents, &manifest, &sheets, findings);
    }
    let unsure = [&TWO_SHEETS, &DOUBLE_HEAD, &MISSING_COLUMN, &MISSING_FILE];
    let unsure = findings.0.iter().any(|one| unsure.contains(&one.code));
    Opened {
        policies: policies(documents, &manifest, &texts, findings),
        manifest,
        columns: columns.filter(|_| !unsure),
        sheets,
        edits,
    }
}

/// A leaf as its table, ditto marks read; what stands there beside the cells is told.
fn sheet(leaf: &mut Leaf, fit: &HeadFit, findings: &mut Findings) -> Sheet {
    let mut sheet = Sheet::new(leaf, fit, findings);
    ditto::take(&mut sheet, findings);
    findings.append(pencil::of_table(leaf, &sheet.table.rows));
    sheet
}

/// The sheets of every file but our own documents.
#[derive(Default)]
struct Leaves {
    all: Vec<Found>,
    /// Whether a file could not be opened.
    shut: bool,
    /// What is wrong in files that nobody named: it matters where a table of one is read.
    unnamed: Vec<(String, Findings)>,
}

impl Leaves {
    fn of(documents: &Documents, findings: &mut Findings) -> Self {
        for path in &documents.too_large {
            findings.push(book::too_large(paths::shown(path)));
        }
        let mut leaves = Self {
            shut: !documents.too_large.is_empty(),
            ..Self::default()
        };
        for (path, bytes) in documents.tables() {
            let mut heard = Findings::default();
            let mut opened = book::open(paths::shown(path), bytes, &mut heard);
            let (ours, shut) = (ours::is_ours(bytes, &opened), opened.is_empty());
            let shut = shut && !bytes.is_empty();
            if documents.unnamed.contains(path) {
                findings.0.extend(shut.then(|| loading::unread(path)));
                opened.retain(|leaf| !ours && ours::holds_rows(leaf));
                leaves.unnamed.push((path.to_owned(), heard));
            } else {
                findings.append(heard);
                if ours {
                    let file = Place::file(paths::shown(path));
                    findings.push(Finding::new(&codes::OWN_DOCUMENT, blanks! {}).at(file));
                    continue;
                }
                leaves.shut |= shut;
            }
            let found = opened.into_iter().map(|leaf| Found::new(path, leaf));
            leaves.all.extend(found);
        }
        leaves
    }
}

/// What `columns.toml` says, when there is one.
fn mapped(documents: &Documents, findings: &mut Findings) -> Mapping {
    let Some(bytes) = documents.files.get(mapping::FILE) else {
        return Mapping::new();
    };
    let text = book::decode(mapping::FILE, bytes, findings).unwrap_or_default();
    mapping::read(&text, findings)
}

/// What `scenario.toml` says, when there is one.
fn written(documents: &Documents, findings: &mut Findings) -> Manifest {
    if !documents.files.contains_key(manifest::FILE) {
        return Manifest::default();
    }
    let text = documents.text(manifest::FILE);
    if text.is_none() {
        findings.push(not_text(documents, manifest::FILE));
    }
    Manifest::read(text.unwrap_or_default(), findings)
}

/// What was recognised rather than said: told, and kept for the next time.
fn recognised(
    leaves: &[Found],
    chosen: &BTreeMap<&'static str, Chosen>,
    known: bool,
    findings: &mut Findings,
) -> Option<String> {
    let mut mapping = Mapping::new();
    for (key, one) in chosen {
        let sure = one.fit.least_sure() == How::Own && one.fit.deep == 1;
        if sure && !one.guessed {
            continue;
        }
        let leaf = &leaves[one.leaf].leaf;
        let known = one.fit.known_columns();
        let guesses = known.filter(|(.., how)| *how != How::Own);
        let pairs = guesses.map(|(column, head, _)| {
            let shown = |name| format!("{name}←{head}");
            json!({ "zh": shown(column.head.zh), "en": shown(column.head.en) })
        });
        let columns = match &pairs.collect::<Vec<_>>()[..] {
            [] => json!(Text::new("与模板相同", "as in the template")),
            pairs => json!(pairs),
        };
        let blanks = blanks! { table: one.fit.spec.name, columns: columns };
        findings.push(Finding::new(&codes::MAPPED, blanks).at(leaf.place()));
        mapping.insert((*key).to_owned(), mapping::entry(leaf, &one.fit));
    }
    (!mapping.is_empty() && !known).then(|| mapping::write(&mapping))?
}

/// Tells of the tables that were not found.
fn missing(documents: &Documents, manifest: &Manifest, sheets: &Sheets, findings: &mut Findings) {
    for spec in TABLES {
        let (path, _) = manifest.table_place(spec);
        let wanted = !spec.optional || manifest.tables.contains_key(spec.key);
        if !wanted || sheets.contains_key(spec.key) || documents.too_large.contains(&path) {
            continue;
        }
        let shown = paths::shown(&path);
        let blanks = blanks! { table: spec.name, file: shown };
        if !documents.files.contains_key(&path) {
            findings.push(Finding::new(&MISSING_FILE, blanks).at(Place::file(shown)));
            continue;
        }
        let at = |one: &Finding| one.place.as_ref().is_some_and(|place| place.file == shown);
        let told = findings
            .0
            .iter()
            .filter(|one| one.severity == Severity::Error);
        // A file that was read and gave nothing for the table is no empty table.
        if !told.clone().any(at) {
            let example = format!("{} = \"{path}#{}\"", spec.key, spec.name.zh);
            let mut blanks = blanks;
            blanks.insert("example".to_owned(), json!(example));
            findings.push(Finding::new(&codes::NO_SHEET_THERE, blanks).at(Place::file(shown)));
        }
    }
}

fn not_text(documents: &Documents, path: &str) -> Finding {
    let bytes = documents.files.get(path).map_or(&[][..], Vec::as_slice);
    let byte = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to() + 1, |_| 1);
    Finding::new(&codes::NOT_UTF8, blanks! { byte: byte }).at(Place::file(paths::shown(path)))
}

/// The chain of policies with their paths, most general first.
fn policies(
    documents: &Documents,
    manifest: &Manifest,
    texts: &BTreeMap<String, String>,
    findings: &mut Findings,
) -> Vec<(String, String)> {
    let mut chain: Vec<(String, String)> = Vec::new();
    let mut place = manifest.policy_place.clone();
    let mut next = manifest.policy.clone();
    while let Some(path) = next {
        let shown = paths::shown(&path).to_owned();
        if chain.iter().any(|one| one.0 == path) {
            let names = chain.iter().map(|one| &one.0).chain([&path]);
            let names: Vec<_> = names.map(|path| paths::shown(path)).collect();
            let blanks = blanks! { chain: names.join(" → ") };
            findings.push(Finding::new(&codes::POLICY_CIRCLE, blanks).at(place));
            return Vec::new();
        }
        let written = texts.get(&path).map(String::as_str);
        let said = written.or_else(|| documents.text(&path));
        // A scenario that was copied without the one whose policy it extends.
        let copied = said.is_none() && !documents.files.contains_key(&path);
        if let Some(ours) = copied.then(|| policy::of_the_same_name(&path)).flatten() {
            let blanks = blanks! { file: shown };
            let told = Finding::new(&codes::POLICY_BY_DEFAULT, blanks);
            findings.push(told.at(place.clone()));
            next = Some(ours);
            continue;
        }
        let Some(text) = said else {
            findings.push(if documents.files.contains_key(&path) {
                not_text(documents, &path)
            } else {
                no_policy(&shown).at(place)
            });
            // Of half a chain everything else would seem to be missing.
            return Vec::new();
        };
        next = paths::extends(&path, text);
        place = Place::file(&shown);
        chain.push((path, text.to_owned()));
    }
    chain.reverse();
    chain
}

/// There is no policy of this name or path, and what may be meant.
fn no_policy(shown: &str) -> Finding {
    let names = || policy::shipped_names();
    let all = names().flat_map(|(name, key)| [name, key]);
    let zh: Vec<&str> = names().map(|one| one.0).collect();
    let en: Vec<&str> = names().map(|one| one.1).collect();
    let known = json!({ "zh": zh.join("、"), "en": en.join(", ") });
    let blanks = blanks! { file: shown, nearest: nearest_hint(shown, all), known: known };
    Finding::new(&codes::NO_POLICY, blanks)
}
