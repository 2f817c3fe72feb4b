//! R10 Last teacher of a subject (学科最后一名教师).
//!
//! Symbols: `H[s,g,k]` people whose own subject is `k`, who may teach it at stage `g` and are at
//! school `s` when nothing is decided; `fixed` those of them whom the plan may not move [persons];
//! `stay[τ]`, `x[τ,s]` members of type `τ` who stay at or move to the school, `hire[c,p]` recruits,
//! all with that same own subject [persons]. A school that closes keeps nobody; a subject without a
//! certificate of its own has no last teacher.

use super::{Rule, Verdict};
use crate::blanks;
use crate::facts::own_staff::{Place, site};
use crate::facts::values::last_teacher;
use crate::facts::{Facts, Placement, taught};
use crate::policy::{Card, GoalId};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

crate::finding::codes! { pub(super),
    LOST "R10" error
        ["{school}{stage}原有{subject}教师{before}人，方案实施后一人不剩，而该校仍有该学科课程。", "{school} had {before} teachers of {subject} ({stage}) and keeps none, although the subject is still taught there."]
        ["至少留下一人，或同时调入、招聘一名该学科教师。", "Let one stay, or bring one in by move or recruitment."];
}

pub(super) static CARD: Card = Card {
    code: "R10",
    id: last_teacher::RULE,
    title: Text::new("学科最后一名教师", "Last teacher of a subject"),
    asks: Text::new(
        "仍有课程的学科，不能把本校最后一名该学科教师调走而无人接替。",
        "A school keeps at least one teacher of every own subject that it still teaches.",
    ),
    formula: "fixed[s,g,k] + Σ stay[τ] + Σ x[τ,s] + Σ hire[c,p] ≥ 1   for every s, g, k with H[s,g,k] ≠ ∅ and a post",
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

impl Rule for LastTeacher {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        // Heads before and after, of every subject at every stage of every school.
        let mut heads: BTreeMap<Place, (i64, i64)> = BTreeMap::new();
        for (stand, next) in facts.standing.iter().zip(plan.next(facts)) {
            for (stage, subject) in facts.profile(stand.profile).own_at_stages() {
                if let Some(base) = stand.base {
                    heads.entry((base, stage, subject)).or_default().0 += 1;
                }
                if let Some(next) = next {
                    heads.entry((next, stage, subject)).or_default().1 += 1;
                }
            }
        }
        for hire in &plan.hires {
            let school = facts.post(hire.post).school;
            for (stage, subject) in facts.profile(facts.pool_profile[hire.pool]).own_at_stages() {
                heads.entry((school, stage, subject)).or_default().1 += i64::from(hire.number);
            }
        }
        for place in taught(facts) {
            let (before, after) = heads.get(&place).copied().unwrap_or_default();
            if before > 0 {
                let (school, stage, subject) = place;
                let school = facts.roster.school(school);
                let words = blanks! { school: school.name, stage: stage.text(), subject: subject.text(), before: before };
                let verdict = verdict.at(site(facts, place));
                verdict.there(school, &LOST, after, words);
            }
        }
    }
}

impl super::Constrain for LastTeacher {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        use crate::model::sums;
        let facts = program.facts;
        let kept = taught(facts);
        let mut fixed = BTreeSet::new();
        for (school, profile) in program.fixed.keys() {
            fixed.extend(
                facts
                    .profile(*profile)
                    .own_at_stages()
                    .map(|(stage, k)| (*school, stage, k)),
            );
        }
        let stays = program.types.iter().zip(&program.stays);
        let stays = stays.flat_map(|(one, stay)| {
            let own = facts.profile(one.profile).own_at_stages();
            own.map(move |(stage, subject)| ((one.base, stage, subject), *stay, 1))
        });
        let asked = |place: &Place| kept.contains(place) && !fixed.contains(place);
        let mut rows = sums(stays.filter(|(place, ..)| asked(place)));
        let arcs = program.arcs.iter();
        let arcs = arcs.map(|arc| (arc.to, program.types[arc.ty].profile, arc.var));
        let hires = program.hires.iter().map(|hire| {
            let school = facts.post(hire.post).school;
            (school, facts.pool_profile[hire.pool], hire.var)
        });
        for (school, profile, var) in arcs.chain(hires) {
            for (stage, subject) in facts.profile(profile).own_at_stages() {
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
