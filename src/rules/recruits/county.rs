//! What the county has left of the quota of a stage (全县空编).
//!
//! Symbols, for each stage `g` with a county total: `T[g]` the total, `B[g]` people of the stage who hold a place of the
//! quota next year when nothing is decided [heads]. A school may have a vacancy while another holds more people
//! than it is given, so vacancies of the schools may add up to more than the county has.
//! - `Σ h[c,p] ≤ max(0, T[g] − B[g])`, `p` of `g`, `c` on quota, conversions of people of `g` among them

use super::{CARD, OVER_COUNTY};
use crate::blanks;
use crate::domain::{Stage, whole};
use crate::facts::{Exemption, Facts, Placement, holds_place};
use crate::finding::About;
use crate::rules::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// Total and people who hold a place, by stage for which a total is stated.
fn stages(facts: &Facts<'_>) -> BTreeMap<Stage, (i64, i64)> {
    let mut all: BTreeMap<Stage, (i64, i64)> = BTreeMap::new();
    for line in &facts.roster.quota {
        all.entry(line.stage).or_default().0 += i64::from(line.heads);
    }
    for (stage, (_, heads)) in &mut all {
        let people = facts.roster.teachers.iter().zip(&facts.standing);
        let people = people.filter(|(one, stand)| {
            one.stage == *stage
                && holds_place(facts.book, one.employment)
                && !stand.exemptions.contains(&Exemption::Leaving)
        });
        *heads = whole(people.count());
    }
    all
}

/// Stages of which the county has no place left under a plan.
pub(super) fn full(facts: &Facts<'_>, plan: &Placement) -> BTreeSet<Stage> {
    let taken = taken(facts, plan);
    let mut all = stages(facts);
    all.retain(|stage, (total, heads)| *heads + taken.get(stage).unwrap_or(&0) >= *total);
    all.into_keys().collect()
}

/// Recruits and conversions that take a place, by stage.
fn taken(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<Stage, i64> {
    let mut all: BTreeMap<Stage, i64> = BTreeMap::new();
    for who in &plan.conversions {
        *all.entry(facts.roster.teacher(*who).stage).or_default() += 1;
    }
    for hire in &plan.hires {
        if holds_place(facts.book, facts.roster.pools[hire.pool].employment) {
            *all.entry(facts.post(hire.post).stage).or_default() += i64::from(hire.number);
        }
    }
    all
}

/// No more take a place than the county has left.
pub(super) fn audit(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let all = stages(facts);
    for (stage, hired) in taken(facts, plan) {
        if let Some((total, heads)) = all.get(&stage) {
            let words = blanks! { stage: stage.text(), total: total, heads: heads, hired: hired };
            let verdict = verdict.at(stage.key());
            let most = (total - heads).max(0);
            verdict.at_most(About::County, &OVER_COUNTY, most, hired, words);
        }
    }
}

/// The same in the program.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>) {
    let facts = program.facts;
    let hires = program.hires.iter().filter(|hire| {
        let pool = &facts.roster.pools[hire.pool];
        holds_place(facts.book, pool.employment)
    });
    let hires = hires.map(|hire| (facts.post(hire.post).stage, hire.var, 1));
    let converts = program.converts.iter();
    let converts = converts.map(|one| (facts.roster.teacher(one.teacher).stage, one.var, 1));
    let taken = crate::model::sums(hires.chain(converts));
    let all = stages(facts);
    for (stage, terms) in taken {
        if let Some((total, heads)) = all.get(&stage) {
            program.at_most(&CARD, stage.key(), terms, (total - heads).max(0));
        }
    }
}
