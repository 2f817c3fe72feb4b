//! `scenario.toml`: title, reckoning date, where the other files are, pins and bans.

use super::codes::files::{
    ABSOLUTE_PATH, BAD_TOML, MISSING_KEY, UNKNOWN_KEY, UNKNOWN_TABLE, WRONG_KIND,
};
use super::columns::TableSpec;
use super::{paths, spelling};
use crate::finding::{Code, Finding, Findings, Place};
use crate::law;
use crate::text::{Text, Words};
use crate::words;
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Name of the file.
pub(super) const FILE: &str = "scenario.toml";

const KEYS: &[&str] = &[
    "title",
    "title_zh",
    "title_en",
    "made_up",
    "reckoning_date",
    "policy",
    "tables",
    "pins",
    "bans",
];
const RULING_KEYS: &[&str] = &["teacher", "school", "reason", "author"];

/// A pin or ban as written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ruling {
    pub(super) teacher: String,
    pub(super) school: Option<String>,
    pub(super) reason: String,
    pub(super) author: String,
    pub(super) place: Place,
}

/// What `scenario.toml` says.
#[derive(Debug, Clone, Default)]
pub(super) struct Manifest {
    pub(super) title_zh: String,
    pub(super) title_en: String,
    pub(super) made_up: bool,
    pub(super) date: Option<Date>,
    pub(super) policy: Option<String>,
    pub(super) policy_place: Place,
    pub(super) tables: BTreeMap<String, String>,
    pub(super) pins: Vec<Ruling>,
    pub(super) bans: Vec<Ruling>,
}

impl Manifest {
    /// Reads all of it, to the last key.
    pub(super) fn read(text: &str, findings: &mut Findings) -> Self {
        let (document, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let row = line(text, error.span().map_or(0, |span| span.start));
            let facts = words! { problem: error.message() };
            findings.push(Finding::new(&BAD_TOML, facts).at(Place::file(FILE).at_row(row)));
        }
        let mut reader = Reader { text, findings };
        let table = document.get_ref();
        let mut manifest = Self::default();
        reader.known(table, "", KEYS);
        manifest.take_title(&mut reader, table);
        manifest.made_up = reader.flag(table, "made_up");
        manifest.take_date(&mut reader, table, errors.is_empty());
        if let Some(path) = reader.text(table, "policy", "\"policy.toml\"") {
            manifest.policy_place = reader.place(table, "policy");
            manifest.policy = match law::shipped_path(&path) {
                Some(shipped) => Some(shipped),
                None => reader.path(table, "policy", &path),
            };
        } else if errors.is_empty() && !table.contains_key("policy") {
            reader.missing("policy", "policy = \"policy.toml\"");
        }
        manifest.take_tables(&mut reader, table);
        manifest.pins = reader.rulings(table, "pins");
        manifest.bans = reader.rulings(table, "bans");
        manifest
    }

    /// Where a table is, seen from the scenario's folder.
    pub(super) fn table_path(&self, spec: &TableSpec) -> String {
        self.tables
            .get(spec.key)
            .cloned()
            .unwrap_or_else(|| format!("{}.csv", spec.key))
    }

    /// The same as the path of the file and, behind a `#`, the sheet of a workbook.
    pub(super) fn table_place(&self, spec: &TableSpec) -> (String, Option<String>) {
        let path = self.table_path(spec);
        match path.split_once('#') {
            Some((file, sheet)) => (file.to_owned(), Some(sheet.to_owned())),
            None => (path, None),
        }
    }

    fn take_title(&mut self, reader: &mut Reader<'_>, table: &DeTable<'_>) {
        let example = "\"某县方案\"";
        let (zh, en) = match table.get("title").map(Spanned::get_ref) {
            Some(DeValue::Table(both)) => {
                reader.known(both, "title.", &["zh", "en"]);
                (
                    reader.text(both, "zh", example),
                    reader.text(both, "en", "\"A county\""),
                )
            }
            Some(_) => (reader.text(table, "title", example), None),
            None => (
                reader.text(table, "title_zh", example),
                reader.text(table, "title_en", "\"A county\""),
            ),
        };
        let title = zh.clone().or_else(|| en.clone());
        if title.is_none()
            && !["title", "title_zh", "title_en"]
                .iter()
                .any(|key| table.contains_key(*key))
        {
            reader.missing("title", "title = { zh = \"某县方案\", en = \"A county\" }");
        }
        self.title_zh = zh.or_else(|| title.clone()).unwrap_or_default();
        self.title_en = en.or(title).unwrap_or_default();
    }

    fn take_date(&mut self, reader: &mut Reader<'_>, table: &DeTable<'_>, whole: bool) {
        let key = "reckoning_date";
        let Some(value) = table.get(key) else {
            if whole {
                reader.missing(key, "reckoning_date = \"2026-08-31\"");
            }
            return;
        };
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => String::new(),
        };
        self.date = spelling::day(&written);
        if self.date.is_none() {
            let expected = Text::new("日期", "a date");
            reader.wrong(table, key, expected, "\"2026-08-31\"");
        }
    }

    fn take_tables(&mut self, reader: &mut Reader<'_>, table: &DeTable<'_>) {
        let Some(value) = table.get("tables") else {
            return;
        };
        let Some(tables) = value.get_ref().as_table() else {
            let expected = Text::new("一组路径", "a group of paths");
            reader.wrong(table, "tables", expected, "[tables]");
            return;
        };
        for key in tables.keys() {
            let key: &str = key.get_ref();
            if super::TABLES.iter().all(|spec| spec.key != key) {
                let allowed: Vec<_> = super::TABLES.iter().map(|spec| spec.key).collect();
                let facts = words! { key: key, allowed: allowed };
                reader.tell(&UNKNOWN_TABLE, tables, key, facts);
            } else if let Some(path) = reader.text(tables, key, "\"../national/grid.csv\"")
                && let Some(path) = reader.path(tables, key, &path)
            {
                self.tables.insert(key.to_owned(), path);
            }
        }
    }
}

/// The row of a byte, counted from 1.
fn line(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|one| *one == b'\n').count() + 1
}

struct Reader<'a> {
    text: &'a str,
    findings: &'a mut Findings,
}

impl Reader<'_> {
    fn place(&self, table: &DeTable<'_>, key: &str) -> Place {
        let found = table.get_key_value(key);
        let place = Place::file(FILE);
        match found {
            Some((name, _)) => Place {
                column: Some(key.to_owned()),
                ..place.at_row(line(self.text, name.span().start))
            },
            None => place,
        }
    }

    fn tell(&mut self, code: &'static Code, table: &DeTable<'_>, key: &str, facts: Words) {
        let place = self.place(table, key);
        self.findings.push(Finding::new(code, facts).at(place));
    }

    fn missing(&mut self, key: &str, example: &str) {
        let facts = words! { key: key, example: example, file: FILE };
        self.findings
            .push(Finding::new(&MISSING_KEY, facts).at(Place::file(FILE)));
    }

    fn wrong(&mut self, table: &DeTable<'_>, key: &str, expected: Text, example: &str) {
        let example = format!("{key} = {example}");
        let facts = words! { key: key, expected: expected, example: example };
        self.tell(&WRONG_KIND, table, key, facts);
    }

    fn known(&mut self, table: &DeTable<'_>, above: &str, allowed: &[&str]) {
        for key in table.keys() {
            let key: &str = key.get_ref();
            if !allowed.contains(&key) {
                let facts = words! { key: format!("{above}{key}"), allowed: allowed };
                self.tell(&UNKNOWN_KEY, table, key, facts);
            }
        }
    }

    fn text(&mut self, table: &DeTable<'_>, key: &str, example: &str) -> Option<String> {
        if let DeValue::String(text) = table.get(key)?.get_ref() {
            return Some(text.trim().to_owned());
        }
        let expected = Text::new("带双引号的文字", "words in double quotes");
        self.wrong(table, key, expected, example);
        None
    }

    fn flag(&mut self, table: &DeTable<'_>, key: &str) -> bool {
        match table.get(key).map(Spanned::get_ref) {
            None => false,
            Some(DeValue::Boolean(flag)) => *flag,
            Some(_) => {
                let expected = Text::new(" true（是）或 false（否）", "true or false");
                self.wrong(table, key, expected, "true");
                false
            }
        }
    }

    fn path(&mut self, table: &DeTable<'_>, key: &str, path: &str) -> Option<String> {
        if paths::is_absolute(path) {
            self.tell(&ABSOLUTE_PATH, table, key, words! { path: path });
            return None;
        }
        Some(paths::join(FILE, path))
    }

    fn rulings(&mut self, table: &DeTable<'_>, key: &str) -> Vec<Ruling> {
        let Some(value) = table.get(key) else {
            return Vec::new();
        };
        let list = value.get_ref().as_array().map(|list| list.iter());
        let all: Vec<_> = list
            .into_iter()
            .flatten()
            .map(|one| one.get_ref().as_table())
            .collect();
        if all.is_empty() || all.iter().any(Option::is_none) {
            let expected = Text::new("一条一条的决定", "a list of decisions");
            self.wrong(table, key, expected, &format!("[[{key}]]"));
        }
        all.into_iter()
            .flatten()
            .map(|one| self.ruling(one, key))
            .collect()
    }

    fn ruling(&mut self, table: &DeTable<'_>, above: &str) -> Ruling {
        self.known(table, &format!("{above}."), RULING_KEYS);
        let mut part = |key: &str| self.text(table, key, "\"…\"");
        let (teacher, school) = (part("teacher"), part("school"));
        let (reason, author) = (part("reason"), part("author"));
        Ruling {
            teacher: teacher.unwrap_or_default(),
            school: school.filter(|school| !school.is_empty()),
            reason: reason.unwrap_or_default(),
            author: author.unwrap_or_default(),
            place: self.place(table, "teacher"),
        }
    }
}
