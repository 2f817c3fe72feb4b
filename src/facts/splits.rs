//! Which large classes are split before the year (大班额化解): whole classes that are opened, and from
//! which the posts are then reckoned.
//!
//! Symbols: `P` pupils and `n` classes of a grade at a school, `L` limit of its stage; spread evenly over
//! `n` classes `max(0, P − n·L)` pupils are beyond the limit. Each further class takes away at most as many
//! of them as the one before, so giving the next class wherever it takes away most is best for every
//! number of classes, with the rooms of a school as a second bound. A grade whose classes are uneven is
//! first spread evenly, which needs no class.

use super::values::{class_sizes, class_splits};
use crate::domain::{ClassGroup, Roster, SchoolNo, Split, Stage};
use crate::policy::RuleBook;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The limit of a grade, where the policy sets one.
pub fn limit(book: &RuleBook, grade: u8) -> Option<i64> {
    let stage = Stage::of_grade(grade)?;
    let most = match stage {
        Stage::Primary => Some(book.get(class_sizes::PRIMARY_AT_MOST)),
        Stage::Junior => Some(book.get(class_sizes::JUNIOR_AT_MOST)),
        Stage::Senior => book.get(class_sizes::SENIOR_AT_MOST),
    };
    most.filter(|most| *most > 0)
}

/// Pupils beyond the limit, class by class.
pub fn beyond(pupils: &[u32], limit: i64) -> i64 {
    let over = pupils.iter().map(|size| (i64::from(*size) - limit).max(0));
    over.sum()
}

/// Pupils from which a class is split at all; a few beyond the limit need no class of their own.
pub fn split_from(book: &RuleBook) -> i64 {
    book.get(class_splits::SPLIT_FROM).unwrap_or(0)
}

/// One grade of one school under the knife.
struct Grade {
    at: usize,
    pupils: u32,
    classes: u32,
    limit: i64,
    largest: u32,
}

impl Grade {
    /// How many fewer are beyond the limit with one class more.
    fn gain(&self) -> i64 {
        let room = |classes: u32| i64::from(classes) * self.limit;
        let left = |classes: u32| (i64::from(self.pupils) - room(classes)).max(0);
        left(self.classes) - left(self.classes + 1)
    }
}

/// Splits classes as the policy says, and keeps in the roster what was split.
pub fn split_classes(roster: &mut Roster, book: &RuleBook) {
    roster.splits = Vec::new();
    if !book.is_on(class_splits::RULE) {
        return;
    }
    let mut grades = over_the_limit(roster, book);
    let most = book.get(class_splits::NEW_CLASSES_AT_MOST);
    let mut left = most.unwrap_or(i64::MAX);
    let mut used: BTreeMap<SchoolNo, u32> = BTreeMap::new();
    for group in &roster.classes {
        *used.entry(group.school).or_default() += group.number();
    }
    while left > 0 {
        let free = |school: SchoolNo| {
            let rooms = roster.school(school).rooms;
            rooms.is_none_or(|rooms| used.get(&school).copied().unwrap_or(0) < rooms)
        };
        let helps = |one: &&mut Grade| one.gain() > 0 && free(roster.classes[one.at].school);
        let open = grades.iter_mut().filter(helps);
        let Some(best) = open.max_by_key(|one| (one.gain(), one.largest, Reverse(one.at))) else {
            break;
        };
        best.classes += 1;
        left -= 1;
        *used.entry(roster.classes[best.at].school).or_default() += 1;
    }
    for grade in grades {
        let group = &mut roster.classes[grade.at];
        let after = ClassGroup::evenly(grade.pupils, grade.classes);
        if beyond(&after, grade.limit) < beyond(&group.pupils, grade.limit) {
            let before = std::mem::replace(&mut group.pupils, after.clone());
            roster.splits.push(Split {
                school: group.school,
                grade: group.grade,
                before,
                after,
            });
        }
    }
}

/// Grades with a class over the limit, at the schools that the policy lists.
fn over_the_limit(roster: &Roster, book: &RuleBook) -> Vec<Grade> {
    let listed = book.get(class_splits::SCHOOLS);
    let from = split_from(book);
    let grade = |(at, group): (usize, &ClassGroup)| {
        let school = roster.school(group.school);
        let limit = limit(book, group.grade)?;
        let largest = group.pupils.iter().copied().max().unwrap_or(0);
        let here = !school.closing && school.is_any(&listed) && i64::from(largest) >= from;
        (here && beyond(&group.pupils, limit) > 0).then(|| Grade {
            at,
            pupils: group.pupils.iter().sum(),
            classes: group.number(),
            limit,
            largest,
        })
    };
    let groups = roster.classes.iter().enumerate();
    groups.filter_map(grade).collect()
}
