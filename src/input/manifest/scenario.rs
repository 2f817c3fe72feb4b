//! What `scenario.toml` says, a layer above it, or a study.

use super::Decision;
use super::changes;
use super::reader::TomlReader;
use crate::blanks;
use crate::finding::{Findings, Place};
use crate::input::change::{Edit, Layer};
use crate::input::codes;
use crate::input::columns::TableSpec;
use crate::input::tables::TABLES;
use crate::input::tables::settings::{BANS, DATED_BANS, DATED_PINS, PINS, REFUSALS};
use crate::policy;
use crate::text::Text;
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::de::DeTable;

/// Name of the file.
pub(in crate::input) const FILE: &str = "scenario.toml";

const KEYS: &[&str] = &[
    "title",
    "title_zh",
    "title_en",
    "made_up",
    "reckoning_date",
    "base",
    "policy",
    "tables",
    "pins",
    "bans",
    "approvals",
    "lottery_seed",
    "changes",
];
/// What an entry of a study may say.
const ENTRY_KEYS: &[&str] = &[
    "key",
    "title",
    "policy",
    "tables",
    "pins",
    "bans",
    "approvals",
    "changes",
];
/// What the decisions file says.
const DECISION_KEYS: &[&str] = &["refusals", "pins", "bans", "approvals"];
/// What a study says beside its entries.
const STUDY_KEYS: &[&str] = &["title", "title_zh", "title_en", "base", "scenario"];
/// What `scenario.toml` says.
#[derive(Debug, Clone, Default)]
pub(in crate::input) struct Manifest {
    pub(in crate::input) title_zh: String,
    pub(in crate::input) title_en: String,
    pub(in crate::input) made_up: bool,
    pub(in crate::input) date: Option<Date>,
    pub(in crate::input) policy: Option<String>,
    pub(in crate::input) policy_place: Place,
    pub(in crate::input) tables: BTreeMap<String, String>,
    pub(in crate::input) pins: Vec<Decision>,
    pub(in crate::input) bans: Vec<Decision>,
    pub(in crate::input) waivers: Vec<Decision>,
    pub(in crate::input) lottery_seed: Option<String>,
    /// The scenario that this one changes.
    pub(in crate::input) base: Option<String>,
    pub(in crate::input) edits: Vec<Edit>,
}

impl Manifest {
    /// Reads all of `scenario.toml`, to the last key.
    pub(in crate::input) fn read(text: &str, findings: &mut Findings) -> Self {
        let (mut reader, document, sound) = TomlReader::open(FILE, text, findings);
        let table = &document;
        let mut manifest = Self::default();
        reader.known(table, "", KEYS);
        let based = table.contains_key("base");
        manifest.take(&mut reader, table, sound && !based);
        manifest
    }

    /// Reads what a layer says.
    pub(in crate::input) fn layer(layer: &Layer, findings: &mut Findings) -> Self {
        let mut manifest = Self::default();
        let (mut reader, document, _) = TomlReader::open(&layer.path, &layer.text, findings);
        let whole = &document;
        let Some(entry) = layer.entry else {
            reader.known(whole, "", KEYS);
            manifest.take(&mut reader, whole, false);
            return manifest;
        };
        let entries = reader.tables(whole, "scenario");
        if let Some(table) = entries.into_iter().nth(entry) {
            reader.known(table, "scenario.", ENTRY_KEYS);
            manifest.take(&mut reader, table, false);
        }
        manifest
    }

    /// Reads the decisions file: who refused, is named for a school or barred from one, and what was approved. A
    /// refusal bars from every school but one's own.
    pub(in crate::input) fn decisions(path: &str, text: &str, findings: &mut Findings) -> Self {
        let mut manifest = Self::default();
        let (mut reader, document, _) = TomlReader::open(path, text, findings);
        let table = &document;
        reader.known(table, "", DECISION_KEYS);
        manifest.bans = reader.decisions(table, &REFUSALS);
        manifest.pins = reader.decisions(table, &DATED_PINS);
        manifest.bans.extend(reader.decisions(table, &DATED_BANS));
        manifest.waivers = reader.approvals(table);
        manifest
    }

    /// What a study says: its title, its base and the short names of its entries.
    pub(in crate::input) fn study(
        path: &str,
        text: &str,
        findings: &mut Findings,
    ) -> (Self, Vec<String>) {
        let (mut reader, document, _) = TomlReader::open(path, text, findings);
        let table = &document;
        reader.known(table, "", STUDY_KEYS);
        let mut manifest = Self::default();
        (manifest.title_zh, manifest.title_en) = reader.title(table, false);
        manifest.base = reader.text(table, "base", "\"../national\"");
        let entries = reader.tables(table, "scenario");
        let keys = (1..).zip(entries).map(|(no, entry): (usize, _)| {
            let key = reader.text(entry, "key", "\"share12\"");
            key.unwrap_or_else(|| no.to_string())
        });
        (manifest, keys.collect())
    }

    fn take(&mut self, reader: &mut TomlReader<'_>, table: &DeTable<'_>, whole: bool) {
        // The study keeps the short name of an entry.
        reader.text(table, "key", "\"share12\"");
        (self.title_zh, self.title_en) = reader.title(table, whole);
        self.made_up = reader.flag(table, "made_up");
        self.date = reader.date(table, "reckoning_date", "\"2026-08-31\"");
        if whole && !table.contains_key("reckoning_date") {
            reader.missing("reckoning_date", "reckoning_date = \"2026-08-31\"");
        }
        if let Some(path) = reader.text(table, "policy", "\"policy.toml\"") {
            self.policy_place = reader.place(table, "policy");
            self.policy = match policy::shipped_path(&path) {
                Some(shipped) => Some(shipped),
                None => reader.path(table, "policy", &path),
            };
        } else if whole && !table.contains_key("policy") {
            reader.missing("policy", "policy = \"policy.toml\"");
        }
        self.base = reader.text(table, "base", "\"../national\"");
        self.take_tables(reader, table);
        self.pins = reader.decisions(table, &PINS);
        self.bans = reader.decisions(table, &BANS);
        self.waivers = reader.approvals(table);
        self.lottery_seed = reader.text(table, "lottery_seed", "\"2027\"");
        self.edits = changes::read(reader, table);
    }

    /// Lays what a layer says over this.
    pub(in crate::input) fn overlay(&mut self, layer: Self) {
        if !layer.title_zh.is_empty() {
            (self.title_zh, self.title_en) = (layer.title_zh, layer.title_en);
        }
        self.made_up |= layer.made_up;
        self.date = layer.date.or(self.date);
        if layer.policy.is_some() {
            (self.policy, self.policy_place) = (layer.policy, layer.policy_place);
        }
        self.lottery_seed = layer.lottery_seed.or(self.lottery_seed.take());
        self.tables.extend(layer.tables);
        self.pins.extend(layer.pins);
        self.bans.extend(layer.bans);
        self.waivers.extend(layer.waivers);
        self.edits.extend(layer.edits);
    }

    /// Where a table is, seen from the scenario's folder.
    pub(in crate::input) fn table_path(&self, spec: &TableSpec) -> String {
        let said = self.tables.get(spec.key).cloned();
        said.unwrap_or_else(|| format!("{}.csv", spec.key))
    }

    /// The same as the path of the file and, behind a `#`, the sheet of a workbook.
    pub(in crate::input) fn table_place(&self, spec: &TableSpec) -> (String, Option<String>) {
        let path = self.table_path(spec);
        match path.split_once('#') {
            Some((file, sheet)) => (file.to_owned(), Some(sheet.to_owned())),
            None => (path, None),
        }
    }

    fn take_tables(&mut self, reader: &mut TomlReader<'_>, table: &DeTable<'_>) {
        let expected = Text::new("一组路径", "a group of paths");
        let tables = reader.group(table, "tables", (expected, "tables = [tables]"));
        let Some(tables) = tables else {
            return;
        };
        for key in tables.keys() {
            let key: &str = key.get_ref();
            if TABLES.iter().all(|spec| spec.key != key) {
                let allowed: Vec<_> = TABLES.iter().map(|spec| spec.key).collect();
                let blanks = blanks! { key: key, allowed: allowed };
                reader.tell(&codes::UNKNOWN_TABLE, tables, key, blanks);
            } else if let Some(path) = reader.text(tables, key, "\"../national/grid.csv\"")
                && let Some(path) = reader.path(tables, key, &path)
            {
                self.tables.insert(key.to_owned(), path);
            }
        }
    }
}
