//! What a table may hold: its columns, with keys, heads, units, kinds of cells, allowed values and the
//! other heads seen in real tables. The template, the schema and the matching of heads all come from here.

use crate::domain::Label;
use crate::text::Text;

/// What a cell may hold.
#[derive(Debug, Clone, Copy)]
pub enum CellKind {
    /// A code or number that identifies something; kept letter by letter.
    Id,
    /// Free words.
    FreeText,
    /// A whole number within these bounds.
    Count(u32, u32),
    /// Several whole numbers within these bounds.
    Counts(u32, u32),
    /// A whole number that may be negative.
    Points,
    /// Yes or no.
    Flag,
    /// One of the allowed words.
    Choice(&'static [Label]),
    /// Several of the allowed words.
    Choices(&'static [Label]),
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
            Self::FreeText => Text::new("文字", "words"),
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
    pub const fn choices(self) -> &'static [Label] {
        match self {
            Self::Choice(all) | Self::Choices(all) => all,
            _ => &[],
        }
    }
}

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
    /// The column from which it is filled where it is blank.
    pub or_from: Option<&'static str>,
    /// A blank means that it still goes on.
    pub open: bool,
    /// A blank means yes, so that a word for nothing says neither yes nor no.
    pub yes: bool,
    /// Unit of its numbers; empty when there is none.
    pub unit: Text,
    /// What it means, and what a blank means.
    pub says: Text,
    /// Other heads seen in real tables.
    pub aliases: &'static [&'static str],
    /// Heads of something close to it, which count only where there is no better one.
    pub close: &'static [&'static str],
    /// Keys of its values, each with other spellings of it.
    pub spellings: &'static [(&'static str, &'static [&'static str])],
    /// Keys of its values, each with words that may mean it: never read, but proposed.
    pub likely: &'static [(&'static str, &'static [&'static str])],
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
            required: true,
            ..Self::may(key, zh, en, kind)
        }
    }

    /// A column that may be blank or left out.
    pub const fn may(
        key: &'static str,
        zh: &'static str,
        en: &'static str,
        kind: CellKind,
    ) -> Self {
        Self {
            key,
            head: Text::new(zh, en),
            kind,
            required: false,
            or_from: None,
            open: false,
            yes: false,
            unit: Text::new("", ""),
            says: Text::new(zh, en),
            aliases: &[],
            close: &[],
            spellings: &[],
            likely: &[],
        }
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

    /// The same with heads of something close to it, which count only where there is no better one.
    pub const fn nearly(mut self, close: &'static [&'static str]) -> Self {
        self.close = close;
        self
    }

    /// The key for which another spelling stands, or else the word itself.
    pub fn respelt<'a>(&self, word: &'a str) -> &'a str {
        let mut all = self.spellings.iter();
        let meant = all.find(|(_, others)| others.contains(&word));
        meant.map_or(word, |(key, _)| key)
    }

    /// Whether a head, letter by letter, is one of this column's.
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
    /// What it holds, for the guide of the template.
    pub holds: Text,
    /// The columns whose cells tell its rows apart, in the order of a path.
    pub named_by: &'static [&'static str],
    /// Example rows for the template: heads by key, then a line for each row.
    pub example: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

impl TableSpec {
    /// A table that every scenario has.
    pub const fn new(key: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self {
            key,
            name: Text::new(zh, en),
            optional: false,
            holds: Text::new("", ""),
            named_by: &[],
            example: "",
            columns: &[],
        }
    }

    /// The same with its columns.
    pub const fn columns(mut self, columns: &'static [Column]) -> Self {
        self.columns = columns;
        self
    }

    /// The same, without which a scenario may go.
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The same with what it holds.
    pub const fn holds(mut self, zh: &'static str, en: &'static str) -> Self {
        self.holds = Text::new(zh, en);
        self
    }

    /// The same with the columns that tell its rows apart.
    pub const fn named_by(mut self, keys: &'static [&'static str]) -> Self {
        self.named_by = keys;
        self
    }

    /// The same with example rows.
    pub const fn example(mut self, rows: &'static str) -> Self {
        self.example = rows;
        self
    }
}
