//! R10 Last teacher of a subject (学科最后一名教师).
//!
//! Symbols: `H[s,g,k]` people whose own subject is `k`, who may teach it at stage `g` and are at
//! school `s` when nothing is decided; `fixed` those of them whom the plan may not move [persons];
//! `stay[τ]`, `x[τ,s]` members of type `τ` who stay at or move to the school, `hire[c,p]` recruits,
//! all with that same own subject [persons]; `own[τ,s]` moves from the school that the officer placed, that somebody
//! volunteered for or that her title asks for [persons]. A recruit is no successor of the last teacher who is sent away
//! for the sake of others; `C` all recruits [persons]. A school that closes keeps nobody; a subject without a
//! certificate of its own has no last teacher.

use super::move_worth::asks_gain;
use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, Subject, TeacherNo};
use crate::facts::own_staff::{Place, site};
use crate::facts::values::last_teacher;
use crate::facts::{Facts, Placement, Profile, ProfileNo, taught};
use crate::model::{Staffing, Terms, Var};
use crate::policy::{Card, GoalId};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

crate::finding::codes! { pub(super),
    LOST "R10" error
        ["{school}{stage}原有{subject}教师{before}人，方案实施后一人不剩，而该校仍有该学科课程。", "{school} had {before} teachers of {subject} ({stage}) and keeps none, although the subject is still taught there."]
        ["至少留下一人，或同时调入、招聘一名该学科教师。", "Let one stay, or bring one in by move or recruitment."];
    DRAFTED "R10b" error
        ["{school}{stage}原有{subject}教师{before}人，非本人自愿全部派出，只由新招人员接替。", "All {before} teachers of {subject} ({stage}) at {school} are sent away without having asked for it, and only recruits follow them."]
        ["至少留下一人，或从其他学校调入一名该学科教师。", "Let one stay, or bring one in from another school."];
}

pub(super) static CARD: Card = Card {
    code: "R10",
    id: last_teacher::RULE,
    title: Text::new("学科最后一名教师", "Last teacher of a subject"),
    asks: Text::new(
        "仍有课程的学科，不能把本校最后一名该学科教师调走而无人接替。",
        "A school keeps at least one teacher of every own subject that it still teaches.",
    ),
    formula: "fixed[s,g,k] + Σ stay[τ] + Σ x[τ,s] + Σ hire[c,p] ≥ 1,   Σ hire[c,p] ≤ C·(fixed[s,g,k] + Σ stay[τ] + Σ x[τ,s] + Σ own[τ,·])   for every s, g, k with H[s,g,k] ≠ ∅ and a post",
    unit: Text::new("门", "subjects"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许{place}的最后一名教师调出",
        "the last teacher of {place} may leave",
    )),
    params: last_teacher::PARAMS,
    marks: &[],
    suspected: 15,
    breaches: CODES,
};

/// A school keeps the last teacher of a subject, or gets another.
pub(super) struct LastTeacher;

/// The stages at which the own subject may be taught.
fn own(profile: &Profile) -> impl Iterator<Item = (Stage, Subject)> {
    let own = profile.own;
    profile.may.iter().copied().filter(move |may| may.1 == own)
}

impl Rule for LastTeacher {
    fn place(&self, part: &str) -> Option<Text> {
        let words = Text::new("（由新招人员接替）", "followed by recruits");
        (part == DRAFTED_SITE).then_some(words)
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        // Heads before and after, of every subject at every stage of every school.
        let mut heads: BTreeMap<Place, (i64, i64)> = BTreeMap::new();
        for (stand, next) in facts.standing.iter().zip(plan.next(facts)) {
            for (stage, subject) in own(facts.profile(stand.profile)) {
                if let Some(base) = stand.base {
                    heads.entry((base, stage, subject)).or_default().0 += 1;
                }
                if let Some(next) = next {
                    heads.entry((next, stage, subject)).or_default().1 += 1;
                }
            }
        }
        let mut hired: BTreeMap<Place, i64> = BTreeMap::new();
        for hire in &plan.hires {
            let school = facts.post(hire.post).school;
            for (stage, subject) in own(facts.profile(facts.pool_profile[hire.pool])) {
                heads.entry((school, stage, subject)).or_default().1 += i64::from(hire.number);
                *hired.entry((school, stage, subject)).or_default() += i64::from(hire.number);
            }
        }
        let own_will = own_will(facts, plan);
        for (school, stage, subject) in taught(facts) {
            let here = heads.get(&(school, stage, subject));
            let (before, after) = here.copied().unwrap_or_default();
            let hired = hired.get(&(school, stage, subject)).unwrap_or(&0);
            let gone = own_will.get(&(school, stage, subject)).unwrap_or(&0);
            let kept = after - hired + gone;
            if before > 0 {
                let school = facts.roster.school(school);
                let words = blanks! { school: school.name, stage: stage.text(), subject: subject.text(), before: before };
                let site = format!("{},{},{}", school.id, stage.key(), subject.key());
                let drafted = format!("{site},{DRAFTED_SITE}");
                verdict.at(site).there(school, &LOST, after, words.clone());
                if *hired > 0 {
                    let beyond = hired - all_recruits(facts) * kept;
                    verdict
                        .at(drafted)
                        .at_most(school, &DRAFTED, 0, beyond, words);
                }
            }
        }
    }
}

/// Whether somebody goes there because the officer placed her, because she volunteered for it, or because her title asks
/// for the years.
fn goes_for_herself(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    !asks_gain(facts, who, to)
}

/// Those who leave for themselves, of every subject at every stage of every school.
fn own_will(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<Place, i64> {
    let mut all: BTreeMap<Place, i64> = BTreeMap::new();
    for one in &plan.moves {
        if goes_for_herself(facts, one.teacher, one.to) {
            for (stage, subject) in own(facts.profile(facts.stands(one.teacher).profile)) {
                *all.entry((one.from, stage, subject)).or_default() += 1;
            }
        }
    }
    all
}

/// More than are ever recruited at a school.
fn all_recruits(facts: &Facts<'_>) -> i64 {
    let pools = facts.roster.pools.iter();
    pools.map(|pool| i64::from(pool.number)).sum()
}

/// Where it is asked that not only recruits follow.
const DRAFTED_SITE: &str = "drafted";

impl super::Constrain for LastTeacher {
    fn constrain(&self, program: &mut Staffing<'_>) {
        use crate::model::sums;
        let facts = program.facts;
        let kept = taught(facts);
        let mut fixed = BTreeSet::new();
        for (school, profile) in program.fixed.keys() {
            fixed.extend(own(facts.profile(*profile)).map(|(stage, k)| (*school, stage, k)));
        }
        let stays = program.types.iter().zip(&program.stays);
        let stays = stays.flat_map(|(one, stay)| {
            let own = own(facts.profile(one.profile));
            own.map(move |(stage, subject)| ((one.base, stage, subject), *stay, 1))
        });
        let asked = |place: &Place| kept.contains(place) && !fixed.contains(place);
        let mut rows = sums(stays.filter(|(place, ..)| asked(place)));
        drafted(program, &rows);
        let arcs = program.arcs.iter();
        let arcs = arcs.map(|arc| (arc.to, program.types[arc.ty].profile, arc.var));
        for (school, profile, var) in arcs.chain(hired(program)) {
            for (stage, subject) in own(facts.profile(profile)) {
                if let Some(row) = rows.get_mut(&(school, stage, subject)) {
                    row.push((var, 1));
                }
            }
        }
        for (place, terms) in rows {
            program.at_least(&CARD, site(facts, place), terms, 1);
        }
    }
}

/// Recruits of every line for every post: the school, the profile, how many.
fn hired(program: &Staffing<'_>) -> impl Iterator<Item = (SchoolNo, ProfileNo, Var)> {
    let facts = program.facts;
    program.hires.iter().map(|hire| {
        let school = facts.post(hire.post).school;
        (school, facts.pool_profile[hire.pool], hire.var)
    })
}

/// Nobody is recruited where all of the subject are sent away who might have stayed; `stays` by place.
fn drafted(program: &mut Staffing<'_>, stays: &BTreeMap<Place, Terms>) {
    let (facts, most) = (program.facts, all_recruits(program.facts));
    let mut kept: BTreeMap<Place, Terms> = stays.clone();
    for arc in &program.arcs {
        let who = program.mover(arc);
        let from = goes_for_herself(facts, who, arc.to).then(|| program.from(arc));
        for school in from.into_iter().chain([arc.to]) {
            for (stage, subject) in own(facts.profile(program.types[arc.ty].profile)) {
                if let Some(row) = kept.get_mut(&(school, stage, subject)) {
                    row.push((arc.var, 1));
                }
            }
        }
    }
    let hires = hired(program).flat_map(|(school, profile, var)| {
        let own = own(facts.profile(profile));
        own.map(move |(stage, subject)| ((school, stage, subject), var, 1))
    });
    for (place, mut terms) in crate::model::sums(hires) {
        if let Some(kept) = kept.remove(&place) {
            terms.extend(kept.into_iter().map(|(var, number)| (var, -most * number)));
            let about = format!("{},{DRAFTED_SITE}", site(facts, place));
            program.at_most(&CARD, about, terms, 0);
        }
    }
}
