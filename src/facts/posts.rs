//! From periods to teaching posts (学科岗位): classes × grid ÷ load, whole posts and combined posts.
//!
//! `periods[s,g,k] = Σ_grade classes[s,grade] · grid[grade,k]` weekly periods of subject `k` at
//! school `s` and stage `g`; `⌊periods / load[g,k]⌋` whole posts of `load[g,k]` periods; the
//! remainders are bundled into combined posts (兼课岗) in `bundle`.

use super::{Profile, Standing};
use crate::domain::{Roster, SchoolNo, Stage, Subject, words_enum};
use crate::law::RuleBook;

/// A kind of post at a school: its place in [`super::Facts::posts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostNo(pub usize);

words_enum! {
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

    /// Whether it has a part in this subject.
    pub fn has(&self, subject: Subject) -> bool {
        self.parts.iter().any(|part| part.0 == subject)
    }
}

/// Next year's posts of every school, sorted.
pub(super) fn posts(
    _roster: &Roster,
    _book: &RuleBook,
    _standing: &[Standing],
    _profiles: &[Profile],
) -> Vec<Post> {
    Vec::new()
}
