//! Posts of subjects that must be opened (国家课程开齐): an empty one weighs more.

use super::Grade;
use super::post::{Post, Reckoning};
use super::values::must_open_subjects::{self, SubjectOrAll};
use crate::domain::Subject;
use crate::policy::RuleBook;
use std::collections::BTreeSet;

/// Marks one post for each subject that must be opened: a whole one where there is one. Every
/// class post is marked, since a class without its teacher has no subject opened at all; what any
/// teacher of the stage may teach marks none.
pub(super) fn mark_must_open(book: &RuleBook, made: &mut Vec<Post>) {
    if !book.is_on(must_open_subjects::RULE) {
        return;
    }
    let listed = book.get(must_open_subjects::SUBJECTS);
    let asked = |subject| {
        listed.contains(&SubjectOrAll::All) || listed.contains(&SubjectOrAll::One(subject))
    };
    let mut open: BTreeSet<Subject> = BTreeSet::new();
    let mut split = Vec::new();
    for one in made.iter_mut() {
        if one.how == Reckoning::Class {
            one.must_open = true;
            continue;
        }
        let subjects = one.ways().filter(|part| part.2 != Grade::Open);
        let subjects = subjects.map(|part| part.0);
        let wanted = subjects.filter(|subject| asked(*subject) && !open.contains(subject));
        let wanted: Vec<_> = wanted.collect();
        if wanted.is_empty() {
            continue;
        }
        open.extend(wanted);
        if one.number > 1 {
            split.push(Post {
                number: one.number - 1,
                ..one.clone()
            });
            one.number = 1;
        }
        one.must_open = true;
    }
    made.append(&mut split);
}
