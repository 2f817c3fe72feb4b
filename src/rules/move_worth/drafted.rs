//! A school that sends away all its teachers of a subject for the sake of others, with recruits alone behind them.
//!
//! Symbols, for each school `s`, stage `g` and subject `k` that has people of its own and that somebody is recruited for:
//! `fixed`, `stay[τ]`, `x[τ,s]` people of `k` who are there whatever is decided, who stay and who come, as in R10 [persons];
//! `own[τ]` moves from the school that the officer placed, that she wished or that the year of her title asks for
//! [persons].
//! - `fixed + Σ stay[τ] + Σ x[τ,s] + Σ own[τ] ≥ 1`
//!
//! R10 is content with a recruit, and a county may have nobody else to send; but lessons that only beginners give are a
//! loss that no share is worth, so it counts as one move that is worth too little.

use super::{CARD, DRAFTED, asks_gain};
use crate::blanks;
use crate::domain::{Stage, Subject, TeacherNo};
use crate::facts::own_staff::{Place, site};
use crate::facts::{Facts, Placement, taught};
use crate::rules::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// Stages and subjects that somebody is recruited for.
fn recruited(facts: &Facts<'_>) -> BTreeSet<(Stage, Subject)> {
    let lines = facts.roster.pools.iter().zip(&facts.pool_profile);
    let lines = lines.filter(|(line, _)| line.number > 0);
    let stages = lines.flat_map(|(_, profile)| facts.profile(*profile).own_at_stages());
    stages.collect()
}

/// Subjects at stages of schools of which it is asked.
fn asked(facts: &Facts<'_>) -> BTreeSet<Place> {
    let recruited = recruited(facts);
    let mut asked = taught(facts);
    asked.retain(|(_, stage, subject)| recruited.contains(&(*stage, *subject)));
    asked
}

/// Those who are sent away where nobody of the subject is left who knows the school.
pub(super) fn all_of_a_subject(
    facts: &Facts<'_>,
    plan: &Placement,
    verdict: &mut Verdict,
) -> Vec<TeacherNo> {
    let own_will: BTreeSet<TeacherNo> = {
        let moves = plan.moves.iter();
        let own = moves.filter(|one| !asks_gain(facts, one.teacher, one.to));
        own.map(|one| one.teacher).collect()
    };
    let mut kept: BTreeSet<Place> = BTreeSet::new();
    let mut before: BTreeMap<Place, Vec<TeacherNo>> = BTreeMap::new();
    for (who, next) in facts.roster.teacher_nos().zip(plan.next(facts)) {
        let stand = facts.stands(who);
        for (stage, subject) in facts.profile(stand.profile).own_at_stages() {
            let here = |school| (school, stage, subject);
            kept.extend(next.map(here));
            if let Some(place) = stand.base.map(here) {
                before.entry(place).or_default().push(who);
                if own_will.contains(&who) {
                    kept.insert(place);
                }
            }
        }
    }
    let mut sent = Vec::new();
    for place in asked(facts).difference(&kept) {
        if let Some(people) = before.remove(place) {
            let names = people.iter().map(|who| &facts.roster.teacher(*who).name);
            let names: Vec<_> = names.collect();
            let (school, stage, subject) = *place;
            let school = facts.roster.school(school);
            let words = blanks! {
                school: school.name, stage: stage.text(), subject: subject.text(), names: names,
            };
            verdict
                .at(site(facts, *place))
                .there(school, &DRAFTED, 0, words);
            sent.extend(people);
        }
    }
    sent
}

/// The same in the program: one of them stays, or somebody comes.
pub(super) fn keep_one(program: &mut crate::model::Staffing<'_>) {
    let facts = program.facts;
    let mut asked = asked(facts);
    for (school, profile) in program.fixed.keys() {
        for (stage, subject) in facts.profile(*profile).own_at_stages() {
            asked.remove(&(*school, stage, subject));
        }
    }
    let mut terms = Vec::new();
    let mut there: BTreeSet<Place> = BTreeSet::new();
    let mut add = |school, profile, var| {
        let stages = facts.profile(profile).own_at_stages();
        terms.extend(stages.map(|(stage, subject)| ((school, stage, subject), var, 1)));
    };
    for (one, stay) in program.types.iter().zip(&program.stays) {
        add(one.base, one.profile, *stay);
        let stages = facts.profile(one.profile).own_at_stages();
        there.extend(stages.map(|(stage, subject)| (one.base, stage, subject)));
    }
    for arc in &program.arcs {
        let one = &program.types[arc.ty];
        add(arc.to, one.profile, arc.var);
        if !asks_gain(facts, one.sample(), arc.to) {
            add(one.base, one.profile, arc.var);
        }
    }
    terms.retain(|(place, ..)| asked.contains(place) && there.contains(place));
    for (place, terms) in crate::model::sums(terms) {
        program.at_least(&CARD, site(facts, place), terms, 1);
    }
}
