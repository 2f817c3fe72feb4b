//! One change of a scenario, and how a person types it.

use crate::finding::{Code, Finding, Place};
use crate::input::tables::spec;
use crate::text::{Blanks, Text};
use std::str::FromStr;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is changed: `rules`, rule, key; or table, row, column; or table and row; or table.
    pub path: Vec<String>,
    /// How.
    pub what: What,
    /// Where it is written.
    pub place: Place,
}

/// How something is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A cell or a value becomes this; `+3` and `-3` change a whole number by as much.
    Set(String),
    /// One more row with these cells.
    Add(Vec<(String, String)>),
    /// The row is taken out.
    Remove,
}

/// A document that changes a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Its path as seen from the folder of the scenario.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Which entry of a study, counted from nought; none when the document is one scenario.
    pub entry: Option<usize>,
}

/// Name under which changes of the command line are shown.
pub const SET: &str = "--set";

impl Edit {
    /// A change of one value or cell, made by a command.
    pub fn set(path: &[&str], value: impl Into<String>) -> Self {
        Self {
            path: path.iter().map(|&part| part.to_owned()).collect(),
            what: What::Set(value.into()),
            place: Place::file(SET),
        }
    }

    /// One more row, added by a command.
    pub fn add(table: &str, cells: &[(&str, &str)]) -> Self {
        let cells = cells.iter();
        let cells = cells.map(|(key, value)| ((*key).into(), (*value).into()));
        Self {
            path: vec![table.to_owned()],
            what: What::Add(cells.collect()),
            place: Place::file(SET),
        }
    }

    /// Whether a value of a rule is set, and no cell of a table.
    pub fn is_of_rule(&self) -> bool {
        let is_rule = self.path.first().is_some_and(|first| first == "rules");
        is_rule && self.path.len() == 3 && matches!(self.what, What::Set(_))
    }

    /// What is wrong with it.
    pub(super) fn told(&self, code: &'static Code, blanks: Blanks) -> Finding {
        Finding::new(code, blanks).at(self.place.clone())
    }

    /// The path as a person types it.
    pub fn shown(&self) -> String {
        self.path.join(".")
    }
}

/// The text is not `PATH=VALUE`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", NotAnEdit::EXPECTED.en)]
pub struct NotAnEdit;

impl NotAnEdit {
    /// What should have been typed.
    pub const EXPECTED: Text = Text::new(
        "路径=值，如 rules.rotation_share.at_least=12% 或 schools.S07.closing=yes",
        "expected PATH=VALUE, such as rules.rotation_share.at_least=12% or schools.S07.closing=yes",
    );
}

impl FromStr for Edit {
    type Err = NotAnEdit;

    /// `rules.rotation_share.at_least=12%` (`rules.` may be left out), `schools.S07.closing=yes`,
    /// `teachers.T0012=-`, `service.T0012.2019-09=-` (the row is taken out).
    fn from_str(text: &str) -> Result<Self, NotAnEdit> {
        let (path, value) = text.split_once('=').ok_or(NotAnEdit)?;
        let mut path: Vec<String> = path.split('.').map(|part| part.trim().to_owned()).collect();
        let value = value.trim().to_owned();
        if path.len() < 2 || path.iter().any(String::is_empty) {
            return Err(NotAnEdit);
        }
        let known = |name: &str| name == "rules" || spec(name).is_some();
        if path.len() == 2 && !known(&path[0]) {
            path.insert(0, "rules".to_owned());
        }
        let row = spec(&path[0]).map_or(2, |table| 1 + table.named_by.len().max(1));
        let what = if value == "-" && path.len() == row {
            What::Remove
        } else {
            What::Set(value)
        };
        let place = Place::file(SET);
        Ok(Self { path, what, place })
    }
}
