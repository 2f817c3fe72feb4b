//! What a cell may hold, and how that is said to the officer.

use crate::domain::Labelled;
use crate::text::Text;

/// One allowed word of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The key.
    pub key: &'static str,
    /// The name in both languages.
    pub text: Text,
}

impl Choice {
    /// Whether a word is its key or one of its names.
    pub(super) fn is_called(&self, word: &str) -> bool {
        [self.key, self.text.zh, self.text.en].contains(&word)
    }
}

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
    pub fn choices(self) -> Vec<Choice> {
        match self {
            Self::Choice(all) | Self::Choices(all) => all(),
            _ => Vec::new(),
        }
    }
}

/// The values of an enum of words as choices.
pub(super) fn choices_of<E: Labelled>() -> Vec<Choice> {
    let choice = |value: &E| Choice {
        key: value.key(),
        text: value.text(),
    };
    E::ALL.iter().map(choice).collect()
}
