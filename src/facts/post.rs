//! A teaching post (学科岗位), and what is in none.

use crate::domain::{SchoolNo, Stage, Subject, labelled_enum};

/// A kind of post at a school: its place in [`super::Facts::posts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostNo(pub usize);

labelled_enum! {
    /// How a post was reckoned.
    Reckoning {
        Whole = "whole" "整岗" "whole post",
        Combined = "combined" "兼课岗" "combined post",
        Class = "class" "包班岗" "class post",
        Given = "given" "本地填报" "stated by the officer",
    }
}

/// Posts of one kind at one school: interchangeable, one person each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Post {
    /// The school.
    pub school: SchoolNo,
    /// The stage.
    pub stage: Stage,
    /// Subjects with weekly periods, by subject.
    pub parts: Vec<(Subject, u32)>,
    /// How many.
    pub number: u32,
    /// A subject of the grid that the school must open: an empty one weighs more.
    pub must_open: bool,
    /// How it was reckoned.
    pub how: Reckoning,
}

impl Post {
    /// Weekly periods of one such post.
    pub fn periods(&self) -> i64 {
        self.parts.iter().map(|part| i64::from(part.1)).sum()
    }

    /// Each of its subjects with its school and stage.
    pub fn places(&self) -> impl Iterator<Item = (SchoolNo, Stage, Subject)> {
        let parts = self.parts.iter();
        parts.map(|part| (self.school, self.stage, part.0))
    }

    /// Whether it has a part in this subject.
    pub fn has(&self, subject: Subject) -> bool {
        self.parts.iter().any(|part| part.0 == subject)
    }
}

/// The subject of a post with most periods; of equal ones the last.
pub fn main_part(parts: &[(Subject, u32)]) -> Option<Subject> {
    parts.iter().max_by_key(|part| part.1).map(|part| part.0)
}

/// A subject at a stage of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The school.
    pub school: SchoolNo,
    /// The stage.
    pub stage: Stage,
    /// The subject.
    pub subject: Subject,
}
