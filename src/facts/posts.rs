//! From periods to teaching posts (学科岗位): classes × grid ÷ load, whole posts and combined posts.
//!
//! `periods[s,g,k] = Σ_grade classes[s,grade] · grid[grade,k]` weekly periods of subject `k` at
//! school `s` and stage `g`; `⌊periods / load[g,k]⌋` whole posts of `load[g,k]` periods; the
//! remainders are bundled into combined posts (兼课岗) in `bundle`.

use super::demand::Demand;
use super::{Eligibility, Profile};
use crate::domain::{GivenPost, Roster, SchoolNo, Stage, Subject, labelled_enum};
use crate::policy::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

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

    /// Whether it has a part in this subject.
    pub fn has(&self, subject: Subject) -> bool {
        self.parts.iter().any(|part| part.0 == subject)
    }
}

/// The subject of a post with most periods; of equal ones the last.
pub fn main_part(parts: &[(Subject, u32)]) -> Option<Subject> {
    parts.iter().max_by_key(|part| part.1).map(|part| part.0)
}

/// Weekly periods that are in the curriculum grid but in no teaching post, because they are too few
/// for one: left to the school to share out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplanned {
    /// The school.
    pub school: SchoolNo,
    /// The stage.
    pub stage: Stage,
    /// The subject.
    pub subject: Subject,
    /// Weekly periods.
    pub periods: u32,
}

/// Next year's posts of every school, sorted, and the periods that are in none of them. Schools
/// that close have none.
pub(super) fn posts(
    roster: &Roster,
    book: &RuleBook,
    standing: &[Eligibility],
    profiles: &[Profile],
) -> (Vec<Post>, Vec<Unplanned>) {
    let demand = Demand::read(roster, book);
    let mut people: BTreeMap<SchoolNo, Vec<&Profile>> = BTreeMap::new();
    for stand in standing {
        if let Some(base) = stand.base {
            people
                .entry(base)
                .or_default()
                .push(&profiles[stand.profile.0]);
        }
    }
    let given: BTreeSet<_> = roster.given_posts.iter().map(|post| post.school).collect();
    let (mut posts, mut unplanned) = (Vec::new(), Vec::new());
    for (&(school, stage), groups) in &demand.classes {
        if given.contains(&school) || roster.school(school).closing {
            continue;
        }
        let mut made = if demand.is_class_taught(roster, school, stage) {
            demand.class_posts((school, stage), groups, &mut unplanned)
        } else {
            let here = people.get(&school).map_or(&[][..], Vec::as_slice);
            demand.subject_posts((school, stage), groups, here, &mut unplanned)
        };
        demand.mark_must_open(&mut made);
        posts.append(&mut made);
    }
    let stated = roster.given_posts.iter();
    posts.extend(
        stated
            .filter(|post| !roster.school(post.school).closing)
            .map(as_stated),
    );
    unplanned.sort_unstable();
    (merge(posts), unplanned)
}

pub(super) fn post(
    school: SchoolNo,
    stage: Stage,
    parts: Vec<(Subject, u32)>,
    number: u32,
    how: Reckoning,
) -> Post {
    Post {
        school,
        stage,
        parts,
        number,
        must_open: false,
        how,
    }
}

pub(super) fn lost(school: SchoolNo, stage: Stage, subject: Subject, periods: u32) -> Unplanned {
    Unplanned {
        school,
        stage,
        subject,
        periods,
    }
}

/// The officer's own post, with her own word on whether it must be opened.
fn as_stated(given: &GivenPost) -> Post {
    let mut parts = given.parts.clone();
    parts.sort_unstable();
    Post {
        must_open: given.must_open,
        ..post(
            given.school,
            given.stage,
            parts,
            given.number,
            Reckoning::Given,
        )
    }
}

/// Posts alike become one kind.
fn merge(posts: Vec<Post>) -> Vec<Post> {
    let mut kinds: BTreeMap<_, u32> = BTreeMap::new();
    for one in posts {
        let key = (one.school, one.stage, one.parts, one.must_open, one.how);
        *kinds.entry(key).or_default() += one.number;
    }
    let kinds = kinds.into_iter().filter(|kind| kind.1 > 0);
    kinds
        .map(|((school, stage, parts, must_open, how), number)| Post {
            must_open,
            ..post(school, stage, parts, number, how)
        })
        .collect()
}
