//! Remainders of several subjects bundled into combined posts (兼课岗).
//!
//! A combined post is for one person: its parts come to at most `combined_load` of a full load and
//! `combined_subjects` subjects. Two passes, fullest bundle first, each remainder once: what one person
//! who is there can teach wholly (each person asked once); then inside a subject family. What is left
//! alone is a post of its own: nobody is asked to hold Chinese, PE and music together.
//!
//! A remainder of which the school has a teacher to spare is hers: no two such are bundled, nor one with what nobody
//! can teach besides.

use super::Profile;
use super::values::teaching_posts;
use crate::domain::{Stage, Subject};
use crate::policy::RuleBook;
use num_rational::Ratio;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is left of a subject at a school and stage after whole posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) subject: Subject,
    /// Weekly periods.
    pub(super) periods: u32,
    /// Weekly periods of a full-time teacher of the subject.
    pub(super) load: u32,
}

/// Pieces as a set: one bit each.
type Set = u64;

/// Some pieces that would make a lawful combined post.
struct Bundle {
    set: Set,
    size: i64,
    load: Ratio<i64>,
}

/// The parts of every combined post. Pieces come sorted by subject.
pub(super) fn bundle(
    book: &RuleBook,
    stage: Stage,
    pieces: &[Piece],
    (people, spare): (&[&Profile], &BTreeMap<Subject, i64>),
) -> Vec<Vec<(Subject, u32)>> {
    let bundles = lawful(book, pieces);
    let set_of = |holds: &dyn Fn(Subject) -> bool| -> Set {
        let bits = pieces.iter().enumerate();
        let bits = bits.filter(|(_, piece)| holds(piece.subject));
        bits.map(|(bit, _)| 1 << bit).sum()
    };
    let able = |one: &&Profile| set_of(&|subject| one.may_teach(stage, subject));
    let able = people.iter().map(able);
    let mut able: Vec<Set> = able.filter(|set| set.count_ones() > 1).collect();
    // Who can do least is asked first, so that the versatile are kept for what others cannot.
    able.sort_unstable_by_key(|set| (set.count_ones(), *set));
    let families = book.get(teaching_posts::FAMILIES);
    let family = |all: &Vec<Subject>| set_of(&|subject| all.contains(&subject));
    let families: Vec<Set> = families.iter().map(family).collect();

    let hers = set_of(&|subject| spare.get(&subject).is_some_and(|left| *left > 0));

    let mut free: Set = set_of(&|_| true);
    let mut chosen = Vec::new();
    for one in &bundles {
        let inside = |able: &Set| one.set & !able == 0;
        if one.set & !free == 0
            && (one.set & hers).count_ones() <= 1
            && let Some(person) = able.iter().position(inside)
        {
            able.remove(person);
            free &= !one.set;
            chosen.push(one.set);
        }
    }
    for one in &bundles {
        let inside = families.iter().any(|family| one.set & !family == 0);
        if inside && one.set & (!free | hers) == 0 {
            free &= !one.set;
            chosen.push(one.set);
        }
    }
    let alone = (0..pieces.len()).map(|bit| 1 << bit);
    chosen.extend(alone.filter(|set: &Set| set & free != 0));
    chosen.into_iter().map(|set| parts(pieces, set)).collect()
}

/// Every set of two or more pieces within the bounds: fullest first, then fewest subjects, then
/// in the order of subjects.
fn lawful(book: &RuleBook, pieces: &[Piece]) -> Vec<Bundle> {
    let most_load = book.get(teaching_posts::COMBINED_LOAD).ratio();
    let most_subjects = book.get(teaching_posts::COMBINED_SUBJECTS);
    let mut all = vec![Bundle {
        set: 0,
        size: 0,
        load: Ratio::from_integer(0),
    }];
    for (bit, piece) in pieces.iter().enumerate() {
        let load = Ratio::new(i64::from(piece.periods), i64::from(piece.load));
        let with = all.iter().map(|base| Bundle {
            set: base.set | (1 << bit),
            size: base.size + 1,
            load: base.load + load,
        });
        let lawful = |one: &Bundle| one.size <= most_subjects && one.load <= most_load;
        all.extend(with.filter(lawful).collect::<Vec<_>>());
    }
    all.retain(|one| one.size > 1);
    all.sort_by_key(|one| (Reverse(one.load), one.size, one.set));
    all
}

fn parts(pieces: &[Piece], set: Set) -> Vec<(Subject, u32)> {
    let all = pieces.iter().enumerate();
    let inside = all.filter(|(bit, _)| set & (1 << bit) != 0);
    let parts = inside.map(|(_, piece)| (piece.subject, piece.periods));
    parts.collect()
}
