//! Remainders for which nobody is sought (零头课时): they make no post, and their periods are open, so that colleagues,
//! visiting or remote lessons cover what they can.

use super::{Grade, Post, Profile};
use crate::domain::Subject;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Subjects with weekly periods.
type Parts = Vec<(Subject, u32)>;

/// Takes out the remainders that make no post: nobody there is spare for them, no part of them is as much as somebody
/// is moved for, and nobody in the county or among the recruits would come for all of them. `post` makes a post of a
/// remainder; `spare` are people of each subject beyond its whole posts; people are those there, and everybody with the recruits.
pub(super) fn take_scraps(
    combined: &mut Vec<Parts>,
    post: impl Fn(&Parts) -> Post,
    mut spare: BTreeMap<Subject, i64>,
    (people, county): (&[&Profile], &[Profile]),
) -> Vec<Parts> {
    let mut scraps = Vec::new();
    combined.retain(|parts| {
        let post = post(parts);
        let keep = takes_spare(&mut spare, people, &post) || is_sought(&post, county);
        if !keep {
            scraps.push(parts.clone());
        }
        keep
    });
    scraps
}

/// People of each own subject beyond its whole posts.
pub(super) fn spare(people: &[&Profile], whole: &[&Post]) -> BTreeMap<Subject, i64> {
    let mut spare: BTreeMap<Subject, i64> = BTreeMap::new();
    for one in people
        .iter()
        .filter(|one| one.may_teach(one.stage, one.own))
    {
        *spare.entry(one.own).or_default() += 1;
    }
    for post in whole {
        if let Some(left) = post.main().and_then(|main| spare.get_mut(&main)) {
            *left -= i64::from(post.number);
        }
    }
    spare
}

/// Whether somebody there is spare and fills a post; she is spare no more.
fn takes_spare(spare: &mut BTreeMap<Subject, i64>, people: &[&Profile], post: &Post) -> bool {
    let fill = people.iter().filter(|one| one.fit(post).fills());
    let own = fill.map(|one| one.own);
    let most = own.max_by_key(|own| (spare.get(own).copied().unwrap_or(0), Reverse(*own)));
    let left = most.and_then(|own| spare.get_mut(&own));
    if let Some(left) = left.filter(|left| **left > 0) {
        *left -= 1;
        return true;
    }
    false
}

/// Whether somebody would be moved or recruited for a post.
fn is_sought(post: &Post, county: &[Profile]) -> bool {
    let comes = |one: &Profile| {
        let fit = one.fit(post);
        fit.main >= Grade::Told && fit.certified() >= i64::from(post.worth)
    };
    post.parts.iter().any(|part| part.1 >= post.worth) || county.iter().any(comes)
}
