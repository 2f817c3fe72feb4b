//! From periods to teaching posts (学科岗位): classes × grid ÷ load, whole posts and combined posts.
//!
//! `periods[s,g,k] = Σ_grade classes[s,grade] · grid[grade,k]` weekly periods of subject `k` at
//! school `s` and stage `g`; `⌊periods / load[g,k]⌋` whole posts of `load[g,k]` periods; the
//! remainders are bundled into combined posts (兼课岗) in `bundle`.

use super::demand::Demand;
use super::post::{Gap, Post, Reckoning};
use super::{Eligibility, Profile};
use crate::domain::{ClassGroup, GivenPost, Roster, SchoolNo, Stage};
use crate::policy::RuleBook;
use std::collections::{BTreeMap, BTreeSet};

/// Next year's posts of every school, sorted, and the periods that are in none of them. Schools
/// that close have none.
pub(super) fn posts(
    roster: &Roster,
    book: &RuleBook,
    standing: &[Eligibility],
    profiles: &[Profile],
) -> (Vec<Post>, Vec<(Gap, u32)>) {
    let demand = Demand::read(roster, book);
    let mut people: BTreeMap<SchoolNo, Vec<&Profile>> = BTreeMap::new();
    for stand in standing {
        if let Some(base) = stand.base {
            let here = people.entry(base).or_default();
            here.push(&profiles[stand.profile.0]);
        }
    }
    let given: BTreeSet<_> = roster.given_posts.iter().map(|post| post.school).collect();
    let (mut posts, mut unplanned) = (Vec::new(), Vec::new());
    let mut sites: BTreeMap<(SchoolNo, Stage), Vec<&ClassGroup>> = BTreeMap::new();
    for group in &roster.classes {
        if let Some(stage) = Stage::of_grade(group.grade) {
            sites.entry((group.school, stage)).or_default().push(group);
        }
    }
    for (site @ (school, _), groups) in sites {
        if given.contains(&school) || roster.school(school).closing {
            continue;
        }
        let mut made = if demand.is_class_taught(site, &groups) {
            demand.class_posts(site, &groups, &mut unplanned)
        } else {
            let here = people.get(&school).map_or(&[][..], Vec::as_slice);
            demand.subject_posts(site, &groups, here, &mut unplanned)
        };
        demand.mark_must_open(&mut made);
        posts.append(&mut made);
    }
    let stated = roster.given_posts.iter();
    let stated = stated.filter(|post| !roster.school(post.school).closing);
    posts.extend(stated.map(as_stated));
    unplanned.sort_unstable();
    (merge(posts), unplanned)
}

/// The officer's own post, with her own word on whether it must be opened.
fn as_stated(given: &GivenPost) -> Post {
    let mut parts = given.parts.clone();
    parts.sort_unstable();
    Post {
        school: given.school,
        stage: given.stage,
        parts,
        number: given.number,
        must_open: given.must_open,
        how: Reckoning::Given,
    }
}

/// Posts alike become one kind.
fn merge(posts: Vec<Post>) -> Vec<Post> {
    let mut kinds: BTreeMap<Post, u32> = BTreeMap::new();
    for mut one in posts {
        let number = std::mem::take(&mut one.number);
        *kinds.entry(one).or_default() += number;
    }
    let kinds = kinds.into_iter().filter(|kind| kind.1 > 0);
    kinds
        .map(|(kind, number)| Post { number, ..kind })
        .collect()
}
