//! Edits that were made together: whoever exchanges two people, two mentors or two appointments makes two edits, neither
//! of which is meant without the other. They are judged at once, and only where that cannot be so one by one.

use crate::blanks;
use crate::domain::{Made, Roster};
use crate::plan::Edited;
use crate::text::{Lang, OwnedText, Text};
use std::collections::{BTreeMap, BTreeSet};

/// So many of those who were edited with somebody are named.
const NAMED: usize = 3;
const WITH: Text = Text::new(
    "与{others}的改动一并判断：{why}",
    "judged with the edits of {others}: {why}",
);
const OTHERS: Text = Text::new("{names}等{number}人", "{names} and others ({number})");

/// Which edits were made together: for each its group, by the place of the first of them. Two that exchange what they had
/// belong together before anybody else; of the others whoever takes what another leaves.
pub(super) fn groups(edits: &[Edited]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..edits.len()).collect();
    let mut paired: BTreeSet<usize> = BTreeSet::new();
    for (no, edit) in edits.iter().enumerate() {
        let mut before = edits.iter().enumerate().take(no);
        let other = before.find(|(other, one)| !paired.contains(other) && exchange(edit, one));
        if let Some((other, _)) = other {
            paired.extend([no, other]);
            groups[no] = other;
        }
    }
    let mut seen: BTreeMap<(Made, String), usize> = BTreeMap::new();
    for (no, edit) in edits
        .iter()
        .enumerate()
        .filter(|(no, _)| !paired.contains(no))
    {
        for word in words(edit) {
            let first = *seen.entry((edit.what, word)).or_insert(no);
            let (one, other) = (groups[first], groups[no]);
            let (low, high) = (one.min(other), one.max(other));
            for group in groups.iter_mut().filter(|group| **group == high) {
                *group = low;
            }
        }
    }
    groups
}

/// Whether two edits exchange what they had.
fn exchange(one: &Edited, other: &Edited) -> bool {
    one.what == other.what && one.was.is_some() && one.was == other.is && one.is == other.was
}

/// What an edit takes and what it leaves: whoever else of its kind takes or leaves the same was edited with it.
fn words(edit: &Edited) -> BTreeSet<String> {
    let values = || {
        let both = edit.was.iter().chain(&edit.is);
        both.flat_map(|value| value.split(" + ")).map(str::to_owned)
    };
    match edit.what {
        // One place is given up for another.
        Made::Appointed | Made::Conversion => BTreeSet::from([String::new()]),
        // Of one line of recruits one number goes up and another down.
        Made::Recruits | Made::Apprentice => {
            let line = edit.of.split(' ').next();
            line.map(str::to_owned).into_iter().collect()
        }
        Made::Letter
        | Made::Post
        | Made::Lesson
        | Made::Trip
        | Made::Visit
        | Made::Mentor
        | Made::Leader => values().collect(),
        Made::Form | Made::Months | Made::Share | Made::Quota | Made::Bed | Made::Remote => {
            BTreeSet::new()
        }
    }
}

/// Why an edit is not kept, where others were judged with it.
pub(super) fn with(others: &BTreeSet<&str>, roster: &Roster, why: OwnedText) -> OwnedText {
    if others.is_empty() {
        return why;
    }
    let name = |id: &&str| {
        let who = roster.find_teacher(id);
        who.map_or_else(|| (*id).to_owned(), |who| roster.teacher_name(who))
    };
    let names: Vec<String> = others.iter().take(NAMED).map(name).collect();
    let words = |lang: Lang| {
        let names = names.join(lang.pick("、", ", "));
        let others = if others.len() > NAMED {
            OTHERS.fill(lang, &blanks! { names: names, number: others.len() })
        } else {
            names
        };
        WITH.fill(lang, &blanks! { others: others, why: why.get(lang) })
    };
    OwnedText::new(words(Lang::Zh), words(Lang::En))
}
