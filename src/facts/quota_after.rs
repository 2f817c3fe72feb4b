//! The quota of each school under a plan: what it is given, with the places that people of closing schools take along,
//! and with a place that stays empty elsewhere for whoever is recruited beyond it (up to the standard of the school).

use super::{Facts, Placement, holds_place, place_next};
use crate::domain::{SchoolNo, TeacherNo};
use std::cmp::Reverse;

/// Places that people of closing schools bring along under a plan, by school; below nought where they had them from.
pub fn brought(facts: &Facts<'_>, plan: &Placement) -> Vec<i64> {
    let roster = facts.roster;
    let mut all = vec![0; roster.schools.len()];
    for (who, had, to) in with_their_place(facts, plan) {
        if facts.brings_place(who) {
            all[to.0] += 1;
            if let Some(had) = had.filter(|no| !roster.school(*no).closing) {
                all[had.0] -= 1;
            }
        }
    }
    all
}

/// Who moves and takes a place of the quota along: where the place was, and where it goes.
fn with_their_place<'a>(
    facts: &'a Facts<'_>,
    plan: &'a Placement,
) -> impl Iterator<Item = (TeacherNo, Option<SchoolNo>, SchoolNo)> + 'a {
    let moves = plan.moves.iter().filter(|one| one.quota_goes);
    moves.map(|one| {
        let who = facts.roster.teacher(one.teacher);
        let had = place_next(facts.roster, who, facts.stands(one.teacher));
        (one.teacher, had, one.to)
    })
}

/// What every school is given under a plan, without the places that are brought along. Whoever is recruited beyond what a
/// school is given has a place that another school of the stage leaves empty: of those one that leaves most.
pub fn given_after(facts: &Facts<'_>, plan: &Placement) -> Vec<i64> {
    let mut given: Vec<i64> = facts.quota.iter().map(|one| one.given).collect();
    let mut empty = given.clone();
    for (left, heads) in empty.iter_mut().zip(own_heads(facts, plan)) {
        *left -= heads;
    }
    for to in facts.roster.school_nos() {
        let quota = &facts.quota[to.0];
        let lack = (-empty[to.0]).min(quota.most - quota.given);
        for _ in 0..lack {
            let Some(from) = giver(facts, to, &empty) else {
                break;
            };
            for (no, by) in [(from, -1), (to, 1)] {
                given[no.0] += by;
                empty[no.0] += by;
            }
        }
    }
    given
}

/// The school with most empty places of those that teach a stage of this one.
fn giver(facts: &Facts<'_>, to: SchoolNo, empty: &[i64]) -> Option<SchoolNo> {
    let stages = &facts.quota[to.0].stages;
    let shares = |no: &SchoolNo| {
        let mut theirs = facts.quota[no.0].stages.iter();
        theirs.any(|one| stages.iter().any(|other| other.stage == one.stage))
    };
    let others = facts.roster.school_nos().filter(|no| empty[no.0] > 0);
    others
        .filter(shares)
        .max_by_key(|no| (empty[no.0], Reverse(facts.roster.rank(*no))))
}

/// People on quota after a plan, by school, without those who brought their places along.
fn own_heads(facts: &Facts<'_>, plan: &Placement) -> Vec<i64> {
    let roster = facts.roster;
    let mut all: Vec<i64> = facts.quota.iter().map(|one| one.heads_base).collect();
    for (who, had, to) in with_their_place(facts, plan) {
        let counts = holds_place(facts.book, roster.teacher(who).employment);
        if let Some(had) = had.filter(|_| counts && !facts.brings_place(who)) {
            all[had.0] -= 1;
            all[to.0] += 1;
        }
    }
    for who in &plan.conversions {
        all[roster.teacher(*who).quota_school.0] += 1;
    }
    for hire in &plan.hires {
        if holds_place(facts.book, roster.pools[hire.pool].employment) {
            all[facts.post(hire.post).school.0] += i64::from(hire.number);
        }
    }
    all
}
