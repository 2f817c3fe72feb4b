//! What a table may hold: its columns, with keys, heads, units, allowed values and the other heads
//! seen in real tables. The template, the schema and the matching of heads all come from here.

use super::codes::files;
use super::table::{Row, Table};
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use crate::words;

/// One allowed word of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The key.
    pub key: &'static str,
    /// The name in both languages.
    pub text: Text,
}

/// What a cell may hold.
#[derive(Debug, Clone, Copy)]
pub enum CellKind {
    /// A code or number that identifies something; kept letter by letter.
    Id,
    /// Free words.
    Words,
    /// A whole number within these bounds.
    Count(u32, u32),
    /// Several whole numbers within these bounds.
    Counts(u32, u32),
    /// A whole number that may be negative.
    Points,
    /// Yes or no.
    Flag,
    /// One of the allowed words.
    Choice(fn() -> Vec<Choice>),
    /// Several of the allowed words.
    Choices(fn() -> Vec<Choice>),
    /// A month.
    Month,
    /// Degrees of longitude or latitude.
    Degrees,
    /// A subject.
    Subject,
    /// Several subjects.
    Subjects,
    /// Subjects with weekly periods.
    Parts,
    /// A school of the county.
    School,
    /// Several schools.
    Schools,
    /// A teacher of the county.
    Teacher,
}

impl CellKind {
    /// What to write, in words; for choices see [`CellKind::choices`].
    pub const fn says(self) -> Text {
        match self {
            Self::Id => Text::new("代码，按文本填写", "a code, entered as text"),
            Self::Words => Text::new("文字", "words"),
            Self::Count(..) => Text::new("整数", "a whole number"),
            Self::Counts(..) => {
                Text::new("整数，多个用分号隔开", "whole numbers, split by semicolons")
            }
            Self::Points => Text::new("整数，可为负", "a whole number, may be negative"),
            Self::Flag => Text::new("是 或 否", "yes or no"),
            Self::Choice(_) => Text::new("从可选值中选一个", "one of the allowed values"),
            Self::Choices(_) => Text::new(
                "从可选值中选，多个用分号隔开",
                "allowed values, split by semicolons",
            ),
            Self::Month => Text::new("年月，如 1987-03", "a month such as 1987-03"),
            Self::Degrees => Text::new("度，小数，如 119.5012", "decimal degrees such as 119.5012"),
            Self::Subject => Text::new("学科名", "a subject"),
            Self::Subjects => Text::new("学科名，多个用分号隔开", "subjects, split by semicolons"),
            Self::Parts => Text::new(
                "学科:周课时，如 音乐:8;美术:8",
                "subject:periods such as music:8;art:8",
            ),
            Self::School => Text::new("学校代码", "id of a school"),
            Self::Schools => Text::new(
                "学校代码，多个用分号隔开",
                "ids of schools, split by semicolons",
            ),
            Self::Teacher => Text::new("教师工号", "id of a teacher"),
        }
    }

    /// The allowed words, when they are counted.
    pub fn choices(self) -> Vec<Choice> {
        match self {
            Self::Choice(all) | Self::Choices(all) => all(),
            _ => Vec::new(),
        }
    }
}

/// The values of an enum of words as a function of choices.
macro_rules! choices {
    ($enum:ty) => {
        || {
            <$enum>::ALL
                .iter()
                .map(|value| $crate::input::columns::Choice {
                    key: value.key(),
                    text: value.text(),
                })
                .collect()
        }
    };
}
pub(super) use choices;

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its key; also accepted as its head.
    pub key: &'static str,
    /// Its head in both languages.
    pub head: Text,
    /// What a cell may hold.
    pub kind: CellKind,
    /// Every row must fill it.
    pub required: bool,
    /// Unit of its numbers; empty when there is none.
    pub unit: Text,
    /// What it means, and what a blank means.
    pub says: Text,
    /// Other heads seen in real tables.
    pub aliases: &'static [&'static str],
    /// Other spellings of its values, each with the key it stands for.
    pub spellings: &'static [(&'static str, &'static str)],
}

impl Column {
    /// A column that every row must fill.
    pub const fn must(
        key: &'static str,
        zh: &'static str,
        en: &'static str,
        kind: CellKind,
    ) -> Self {
        Self {
            key,
            head: Text::new(zh, en),
            kind,
            required: true,
            unit: Text::new("", ""),
            says: Text::new(zh, en),
            aliases: &[],
            spellings: &[],
        }
    }

    /// A column that may be blank or left out.
    pub const fn may(
        key: &'static str,
        zh: &'static str,
        en: &'static str,
        kind: CellKind,
    ) -> Self {
        let mut column = Self::must(key, zh, en, kind);
        column.required = false;
        column
    }

    /// The same with a unit.
    pub const fn unit(mut self, zh: &'static str, en: &'static str) -> Self {
        self.unit = Text::new(zh, en);
        self
    }

    /// The same with its meaning.
    pub const fn says(mut self, zh: &'static str, en: &'static str) -> Self {
        self.says = Text::new(zh, en);
        self
    }

    /// The same with other heads.
    pub const fn also(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The same with other spellings of its values.
    pub const fn spelt(mut self, spellings: &'static [(&'static str, &'static str)]) -> Self {
        self.spellings = spellings;
        self
    }

    /// Whether a head means this column.
    pub fn is_called(&self, head: &str) -> bool {
        self.key == head
            || self.head.zh == head
            || self.head.en.eq_ignore_ascii_case(head)
            || self.aliases.contains(&head)
    }
}

/// One table of a scenario.
#[derive(Debug, Clone, Copy)]
pub struct TableSpec {
    /// Its key; the file is called so with `.csv` behind.
    pub key: &'static str,
    /// Its name in both languages; the sheet is called so.
    pub name: Text,
    /// A scenario may go without it.
    pub optional: bool,
    /// Its columns.
    pub columns: &'static [Column],
}

/// A table whose heads have been matched with its columns.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) table: Table,
    spec: &'static TableSpec,
    at: Vec<Option<usize>>,
}

impl Sheet {
    /// Matches heads; whatever does not match is told.
    pub(super) fn new(table: Table, spec: &'static TableSpec, findings: &mut Findings) -> Self {
        let place = |column: Option<&String>| Place {
            column: column.cloned(),
            ..table.place(table.head_row)
        };
        let name = spec.name;
        for head in table.head.iter().filter(|head| !head.is_empty()) {
            if !spec.columns.iter().any(|column| column.is_called(head)) {
                let facts = words! { table: name, head: head };
                let found = Finding::new(&files::UNKNOWN_COLUMN, facts);
                findings.push(found.at(place(Some(head))));
            }
        }
        let mut at = Vec::new();
        for column in spec.columns {
            let mut all = (0..table.head.len()).filter(|no| column.is_called(&table.head[*no]));
            at.push(all.next());
            if let Some(second) = all.next() {
                let facts = words! { column: column.head };
                let found = Finding::new(&files::DOUBLE_HEAD, facts);
                findings.push(found.at(place(table.head.get(second))));
            }
            if column.required && at.last() == Some(&None) {
                let facts = words! { table: name, column: column.head, key: column.key };
                findings.push(Finding::new(&files::MISSING_COLUMN, facts).at(place(None)));
            }
        }
        if table.rows.is_empty() && !spec.optional {
            let found = Finding::new(&files::NO_ROWS, words! { table: name });
            findings.push(found.at(place(None)));
        }
        Self { table, spec, at }
    }

    /// The name of the table.
    pub(super) fn name(&self) -> Text {
        self.spec.name
    }

    /// The column with this key.
    pub(super) fn column(&self, key: &str) -> Option<&'static Column> {
        self.spec.columns.iter().find(|column| column.key == key)
    }

    fn position(&self, key: &str) -> Option<usize> {
        let no = self
            .spec
            .columns
            .iter()
            .position(|column| column.key == key)?;
        self.at.get(no).copied().flatten()
    }

    /// Whether the table has the column at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// A cell as it stands there; blank when there is no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, key: &str) -> &'a str {
        self.position(key)
            .and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row: &Row, key: &str) -> Place {
        let found = self.cell(row, key);
        Place {
            column: self.position(key).map(|at| self.table.head[at].clone()),
            found: (!found.is_empty()).then(|| found.to_owned()),
            ..self.table.place(row.number)
        }
    }
}
