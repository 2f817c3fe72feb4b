//! Walking through one TOML document, in which everything has its row, with every complaint tied to its
//! line and path.

use super::nearest;
use super::policy_codes as codes;
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use crate::text::{Blanks, Text};
use serde_json::json;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue, Error};

/// One policy document as read from disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyDoc {
    /// Name shown to the user, such as `anshan/policy.toml`.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// A document and the name under which it is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TomlText<'d> {
    /// The name of its file.
    pub(crate) file: &'d str,
    /// All of it.
    pub(crate) text: &'d str,
}

impl<'d> TomlText<'d> {
    /// The document, as far as it can be understood, and each place where it cannot with the problem.
    pub(crate) fn parse(&self) -> (DeTable<'d>, Vec<(Place, String)>) {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        let problems = errors.iter().map(|error| self.problem(error)).collect();
        (document.into_inner(), problems)
    }

    /// Where an error is, and what it says.
    pub(crate) fn problem(&self, error: &Error) -> (Place, String) {
        let start = error.span().map_or(0, |span| span.start);
        (self.at(start), error.message().to_owned())
    }

    /// The row of a byte of the text, as the officer counts rows: the first is 1.
    pub(crate) fn at(&self, byte: usize) -> Place {
        let before = self.text.bytes().take(byte);
        let row = before.filter(|one| *one == b'\n').count() + 1;
        Place::file(self.file).at_row(row)
    }
}

/// A TOML value with its place in the text.
pub(super) type Node<'i> = Spanned<DeValue<'i>>;
/// The key of a TOML value with its place in the text.
type Key<'i> = Spanned<DeString<'i>>;

/// One document and what is wrong with it.
pub(super) struct Reader<'d> {
    pub(super) doc: TomlText<'d>,
    pub(super) findings: Findings,
}

impl<'d> Reader<'d> {
    /// Parses the text; nothing when it is not TOML, for what is left of it would only mislead.
    pub(super) fn parse(&mut self) -> Option<DeTable<'d>> {
        let (table, problems) = self.doc.parse();
        let sound = problems.is_empty();
        for (place, problem) in problems {
            let row = place.row.unwrap_or_default().saturating_sub(1);
            let found = self.doc.text.lines().nth(row).unwrap_or_default();
            let place = Place {
                found: Some(found.trim().to_owned()),
                ..place
            };
            let zh = "括号、引号、等号不完整，或同名项重复";
            let blanks = blanks! { error: json!({ "zh": zh, "en": problem }) };
            let finding = Finding::new(&codes::NOT_TOML, blanks);
            self.findings.push(finding.at(place));
        }
        sound.then_some(table)
    }

    pub(super) fn place(&self, offset: usize, path: &str, found: Option<&str>) -> Place {
        Place {
            found: found.map(str::to_owned),
            ..self.doc.at(offset).in_column(path)
        }
    }

    /// Complains about a value of the document.
    pub(super) fn say(&mut self, code: &'static Code, node: &Node<'_>, path: &str, blanks: Blanks) {
        let place = self.place(node.span().start, path, node.get_ref().as_str());
        self.findings.push(Finding::new(code, blanks).at(place));
    }

    /// Complains about a key of the document.
    pub(super) fn say_key(
        &mut self,
        code: &'static Code,
        key: &Key<'_>,
        path: &str,
        blanks: Blanks,
    ) {
        let place = self.place(key.span().start, path, Some(key.get_ref()));
        self.findings.push(Finding::new(code, blanks).at(place));
    }

    fn wrong_shape(&mut self, node: &Node<'_>, path: &str, zh: &'static str, en: &'static str) {
        let blanks = blanks! { path: path, expected: Text::new(zh, en) };
        self.say(&codes::WRONG_SHAPE, node, path, blanks);
    }

    /// The table that should stand here.
    pub(super) fn table<'t, 'i>(
        &mut self,
        node: &'t Node<'i>,
        path: &str,
    ) -> Option<&'t DeTable<'i>> {
        let table = node.get_ref().as_table();
        if table.is_none() {
            self.wrong_shape(node, path, "表", "a table");
        }
        table
    }

    /// The text that should stand here; an empty text counts as missing.
    pub(super) fn text(&mut self, node: &Node<'_>, path: &str) -> Option<String> {
        let text = node.get_ref().as_str();
        if text.is_none() {
            self.wrong_shape(node, path, "带引号的文本", "a text in quotes");
        }
        text.map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
    }

    /// The list of texts that should stand here, each with its node.
    pub(super) fn texts<'t, 'i>(
        &mut self,
        node: &'t Node<'i>,
        path: &str,
    ) -> Vec<(String, &'t Node<'i>)> {
        let Some(list) = node.get_ref().as_array() else {
            let (zh, en) = ("方括号中的文本列表", "a list of texts in square brackets");
            self.wrong_shape(node, path, zh, en);
            return Vec::new();
        };
        let text = |item| Some((self.text(item, path)?, item));
        list.iter().filter_map(text).collect()
    }

    /// Complains about every key that has no business in a table.
    pub(super) fn only(&mut self, table: &DeTable<'_>, path: &str, known: &[&'static str]) {
        for (key, _) in table {
            let word = key.get_ref().as_ref();
            if !known.contains(&word) {
                let blanks = blanks! {
                    path: path,
                    found: word,
                    nearest: nearest::hint(word, known.iter().copied()),
                    expected: json!(known),
                };
                self.say_key(&codes::UNKNOWN_FIELD, key, path, blanks);
            }
        }
    }
}
