//! Who covers a subject at a school, counted twice over: once for the audit from people, once for
//! the program from columns. The two share nothing but the facts.

use crate::domain::{SchoolNo, Stage, Subject};
use crate::facts::{Facts, Placement, Post, Profile};
use std::collections::BTreeMap;

/// A subject at a stage of a school.
pub(super) type Place = (SchoolNo, Stage, Subject);

/// Every subject of every post, with the people and recruits on such posts who may teach it.
pub(super) fn people(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<Place, i64> {
    let mut all: BTreeMap<Place, i64> = BTreeMap::new();
    let mut add = |post: &Post, profile: Option<&Profile>, number: i64| {
        for (subject, _) in &post.parts {
            let may = profile.is_some_and(|one| one.may_teach(post.stage, *subject));
            *all.entry((post.school, post.stage, *subject)).or_default() +=
                if may { number } else { 0 };
        }
    };
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        add(facts.post(no), None, 0);
        for who in people {
            add(
                facts.post(no),
                Some(facts.profile(facts.stands(*who).profile)),
                1,
            );
        }
    }
    for hire in &plan.hires {
        let profile = facts.profile(facts.pool_profile[hire.pool]);
        add(facts.post(hire.post), Some(profile), i64::from(hire.number));
    }
    all
}

/// Every subject of every post, with the columns of people and recruits who cover it.
pub(super) fn columns(
    program: &crate::model::Staffing<'_>,
) -> BTreeMap<Place, crate::model::Terms> {
    let facts = program.facts;
    let mut all: BTreeMap<Place, crate::model::Terms> = BTreeMap::new();
    for post in &facts.posts {
        for part in &post.parts {
            all.entry((post.school, post.stage, part.0)).or_default();
        }
    }
    let fills = program
        .fills
        .iter()
        .map(|one| (one.profile, one.post, one.var));
    let hires = program.hires.iter();
    let hires = hires.map(|one| (facts.pool_profile[one.pool], one.post, one.var));
    for (profile, post, var) in fills.chain(hires) {
        let post = facts.post(post);
        for (subject, _) in &post.parts {
            if facts.profile(profile).may_teach(post.stage, *subject) {
                let place = (post.school, post.stage, *subject);
                all.entry(place).or_default().push((var, 1));
            }
        }
    }
    all
}
