//! A teaching post (学科岗位), and what is in none.

use super::Grade;
use crate::domain::{SchoolNo, Stage, Subject, labelled_enum};
use std::cmp::Reverse;

/// A kind of post at a school: its place in [`super::Facts::posts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostNo(pub usize);

labelled_enum! {
    /// How a post was reckoned.
    Reckoning {
        Whole = "whole" "整岗" "whole post",
        Combined = "combined" "兼课岗" "combined post",
        Class = "class" "包班岗" "class post",
        Office = "office" "中层任课岗" "post of a head of section",
        FormTeacher = "form_teacher" "班主任任课岗" "post of a form teacher",
        Given = "given" "本地填报" "stated by the officer",
        Open = "open" "不设专岗学科岗" "post of subjects without a certificate of their own",
        Part = "part" "部分在岗任课岗" "post of somebody there for part of the year",
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
    /// By what least right each part may be taught there.
    pub ways: Vec<Grade>,
    /// Weekly periods of a full-time teacher of its main subject.
    pub load: u32,
    /// Covered periods from which it counts as filled, its main part covered or not.
    pub enough: u32,
    /// Periods by right, not shared, from which it is worth a move, and by certificate a recruit: a share of
    /// the load.
    pub worth: u32,
    /// The same for a way beyond the policy's `far_minutes`.
    pub far: u32,
}

impl Post {
    /// Weekly periods of one such post.
    pub fn periods(&self) -> i64 {
        self.parts.iter().map(|part| i64::from(part.1)).sum()
    }

    /// Its parts, each with the least right by which it may be taught.
    pub fn ways(&self) -> impl Iterator<Item = (Subject, u32, Grade)> {
        let parts = self.parts.iter().zip(&self.ways);
        parts.map(|(&(subject, periods), way)| (subject, periods, *way))
    }

    /// Each of its subjects that has a certificate of its own, with its school and stage.
    pub fn places(&self) -> impl Iterator<Item = (SchoolNo, Stage, Subject)> {
        let closed = self.ways().filter(|part| part.2 != Grade::Open);
        closed.map(|part| (self.school, self.stage, part.0))
    }

    /// Whether it has a part in this subject.
    pub fn has(&self, subject: Subject) -> bool {
        self.parts.iter().any(|part| part.0 == subject)
    }

    /// Whether any teacher of the stage may teach all of it.
    pub fn is_open(&self) -> bool {
        self.ways.iter().all(|way| *way == Grade::Open)
    }

    /// The main part: the subject with most periods of those with a certificate of their own, of all
    /// where it has none such; of equal ones the first.
    pub fn main(&self) -> Option<Subject> {
        largest(self.closed_parts())
    }

    /// Whether a subject is its main part, or as large as that.
    pub fn is_main(&self, subject: Subject) -> bool {
        let most = self.closed_parts().map(|part| part.1).max();
        let mut parts = self.closed_parts();
        parts.any(|part| part.0 == subject && Some(part.1) == most)
    }

    /// Whether one part is larger than every other: of several equally large none is the main part that fills the post.
    pub fn has_one_main(&self) -> bool {
        let mut mains = self.closed_parts().filter(|part| self.is_main(part.0));
        mains.next().is_some() && mains.next().is_none()
    }

    /// Its parts with a certificate of their own; all where it has none such.
    fn closed_parts(&self) -> impl Iterator<Item = (Subject, u32)> {
        let open = self.is_open();
        let parts = self.ways();
        let closed = parts.filter(move |part| open || part.2 != Grade::Open);
        closed.map(|part| (part.0, part.1))
    }
}

/// The subject with most periods; of equal ones the first.
pub fn largest(parts: impl Iterator<Item = (Subject, u32)>) -> Option<Subject> {
    let main = parts.min_by_key(|(subject, periods)| (Reverse(*periods), *subject));
    main.map(|part| part.0)
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
