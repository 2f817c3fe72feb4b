//! Reading the keys of `scenario.toml`, or of another document that speaks of a scenario.

use super::Decision;
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use crate::input::codes;
use crate::input::columns::TableSpec;
use crate::input::tables::settings::{APPROVALS, WAIVERS};
use crate::input::{paths, spelling};
use crate::policy::TomlText;
use crate::text::{Blanks, Text};
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads one document and tells what is wrong in it.
pub(super) struct TomlReader<'a> {
    /// Path of the document as seen from the folder of the scenario.
    pub(super) from: &'a str,
    pub(super) text: TomlText<'a>,
    pub(super) findings: &'a mut Findings,
}

impl<'a> TomlReader<'a> {
    /// The document, as far as it can be understood, and whether all of it can.
    pub(super) fn open(
        from: &'a str,
        text: &'a str,
        findings: &'a mut Findings,
    ) -> (Self, DeTable<'a>, bool) {
        let file = paths::shown(from);
        let text = TomlText { file, text };
        let (document, problems) = text.parse();
        let sound = problems.is_empty();
        for (place, problem) in problems {
            findings.push(Finding::new(&codes::BAD_TOML, blanks! { problem: problem }).at(place));
        }
        (
            Self {
                from,
                text,
                findings,
            },
            document,
            sound,
        )
    }

    pub(super) fn place(&self, table: &DeTable<'_>, key: &str) -> Place {
        match table.get_key_value(key) {
            Some((name, _)) => self.text.at(name.span().start).in_column(key),
            None => Place::file(self.text.file),
        }
    }

    pub(super) fn tell(
        &mut self,
        code: &'static Code,
        table: &DeTable<'_>,
        key: &str,
        blanks: Blanks,
    ) {
        let place = self.place(table, key);
        self.findings.push(Finding::new(code, blanks).at(place));
    }

    pub(super) fn missing(&mut self, key: &str, example: &str) {
        let file = self.text.file;
        let blanks = blanks! { key: key, example: example, file: file };
        let finding = Finding::new(&codes::MISSING_KEY, blanks);
        self.findings.push(finding.at(Place::file(file)));
    }

    pub(super) fn wrong(&mut self, table: &DeTable<'_>, key: &str, expected: Text, example: &str) {
        let example = format!("{key} = {example}");
        let blanks = blanks! { key: key, expected: expected, example: example };
        self.tell(&codes::WRONG_KIND, table, key, blanks);
    }

    pub(super) fn known(&mut self, table: &DeTable<'_>, above: &str, allowed: &[&str]) {
        for key in table.keys() {
            let key: &str = key.get_ref();
            // The other name of an allowed key is as good.
            let own = if key == WAIVERS.key {
                APPROVALS.key
            } else {
                key
            };
            if !allowed.contains(&own) {
                let blanks = blanks! { key: format!("{above}{key}"), allowed: allowed };
                self.tell(&codes::UNKNOWN_KEY, table, key, blanks);
            }
        }
    }

    pub(super) fn text(&mut self, table: &DeTable<'_>, key: &str, example: &str) -> Option<String> {
        if let DeValue::String(text) = table.get(key)?.get_ref() {
            return Some(text.trim().to_owned());
        }
        let expected = Text::new("带双引号的文字", "words in double quotes");
        self.wrong(table, key, expected, example);
        None
    }

    /// The title in Chinese and in English; in one language it stands for both.
    pub(super) fn title(&mut self, table: &DeTable<'_>, required: bool) -> (String, String) {
        let (zh, en) = ("\"某县方案\"", "\"A county\"");
        let (zh, en) = match table.get("title").map(Spanned::get_ref) {
            Some(DeValue::Table(both)) => {
                self.known(both, "title.", &["zh", "en"]);
                (self.text(both, "zh", zh), self.text(both, "en", en))
            }
            Some(_) => (self.text(table, "title", zh), None),
            None => (
                self.text(table, "title_zh", zh),
                self.text(table, "title_en", en),
            ),
        };
        let titled = |key: &&str| table.contains_key(*key);
        if required && !["title", "title_zh", "title_en"].iter().any(titled) {
            self.missing("title", "title = { zh = \"某县方案\", en = \"A county\" }");
        }
        let title = zh.clone().or_else(|| en.clone());
        let one = |words: Option<String>| words.or_else(|| title.clone()).unwrap_or_default();
        (one(zh), one(en))
    }

    pub(super) fn flag(&mut self, table: &DeTable<'_>, key: &str) -> bool {
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

    /// A date, in quotes or not.
    pub(super) fn date(&mut self, table: &DeTable<'_>, key: &str, example: &str) -> Option<Date> {
        let written = match table.get(key)?.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => String::new(),
        };
        let date = spelling::day(&written);
        if date.is_none() {
            self.wrong(table, key, Text::new("日期", "a date"), example);
        }
        date
    }

    pub(super) fn path(&mut self, table: &DeTable<'_>, key: &str, path: &str) -> Option<String> {
        if paths::is_absolute(path) {
            self.tell(&codes::ABSOLUTE_PATH, table, key, blanks! { path: path });
            return None;
        }
        Some(paths::join(self.from, path))
    }

    /// A list of decisions, such as `[[pins]]`.
    pub(super) fn decisions(&mut self, table: &DeTable<'_>, spec: &TableSpec) -> Vec<Decision> {
        self.decisions_under(spec.key, table, spec)
    }

    /// Special approvals, which may stand under either of two names in the scenario and in the decisions file.
    pub(super) fn approvals(&mut self, table: &DeTable<'_>) -> Vec<Decision> {
        let mut all = self.decisions(table, &APPROVALS);
        all.extend(self.decisions_under(WAIVERS.key, table, &APPROVALS));
        all
    }

    fn decisions_under(
        &mut self,
        name: &str,
        table: &DeTable<'_>,
        spec: &TableSpec,
    ) -> Vec<Decision> {
        let keys: Vec<&str> = spec.columns.iter().map(|column| column.key).collect();
        let tables = self.tables(table, name);
        let decision = |one: &DeTable<'_>| {
            self.known(one, &format!("{name}."), &keys);
            let place = self.place(one, keys[0]);
            let read = Decision::new(spec, place, |key| match key {
                "amount" => self.number(one, key).to_string(),
                _ => self.text(one, key, "\"…\"").unwrap_or_default(),
            });
            let stands = |key: &str| one.contains_key(key).then(|| self.place(one, key));
            read.standing(spec, stands)
        };
        tables.into_iter().map(decision).collect()
    }

    /// A whole number; nought when there is none, which is told.
    fn number(&mut self, table: &DeTable<'_>, key: &str) -> i64 {
        if let Some(DeValue::Integer(number)) = table.get(key).map(Spanned::get_ref)
            && let Ok(number) = number.as_str().parse()
        {
            return number;
        }
        self.wrong(table, key, Text::new("整数", "a whole number"), "1");
        0
    }

    /// A group of keys; none when there is none, or when something else stands there, which is told.
    pub(super) fn group<'t, 'd>(
        &mut self,
        table: &'t DeTable<'d>,
        key: &str,
        (expected, example): (Text, &str),
    ) -> Option<&'t DeTable<'d>> {
        let group = table.get(key)?.get_ref().as_table();
        if group.is_none() {
            let blanks = blanks! { key: key, expected: expected, example: example };
            self.tell(&codes::WRONG_KIND, table, key, blanks);
        }
        group
    }

    /// A list of tables, such as `[[pins]]`; empty when there is none.
    pub(super) fn tables<'t>(&mut self, table: &'t DeTable<'t>, key: &str) -> Vec<&'t DeTable<'t>> {
        let Some(value) = table.get(key) else {
            return Vec::new();
        };
        let list = value.get_ref().as_array().into_iter().flatten();
        let all: Vec<_> = list.map(|one| one.get_ref().as_table()).collect();
        if all.is_empty() || all.iter().any(Option::is_none) {
            let expected = Text::new("一条一条的记录", "a list of records");
            self.wrong(table, key, expected, &format!("[[{key}]]"));
        }
        all.into_iter().flatten().collect()
    }
}
