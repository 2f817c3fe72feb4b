//! From periods to teaching posts (学科岗位): classes × grid ÷ load, whole posts and combined posts.
//!
//! `periods[s,g,k] = Σ_grade classes[s,grade] · grid[grade,k]` weekly periods of subject `k` at
//! school `s` and stage `g`; `⌊periods / load[g,k]⌋` whole posts of `load[g,k]` periods; the
//! remainders are bundled into combined posts (兼课岗) in `bundle`.

use super::demand::Demand;
use super::post::{Gap, Post, Reckoning, post};
use super::{Eligibility, Profile};
use crate::domain::{GivenPost, Roster, SchoolNo};
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
