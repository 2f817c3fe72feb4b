//! R27 Degree shares (专任教师学历达标比例).
//!
//! Symbols: `g` stages; `A[g]` who teaches at stage `g` next year: her own stage where her school has it,
//! else the lowest there, recruits at the stage of their line [persons]; `d[t,g]` 1 when she holds the
//! degree above the one prescribed for the stage; recruits do; `r[g]` the share asked for [exact
//! fraction]. Moves to another stage change both sides.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, Stage, TeacherNo, whole};
use crate::facts::floors::{above, stage_at};
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId, Mark, Share, values};
use crate::text::Text;
use std::collections::BTreeMap;

values! {
    "degree_shares"
    PRIMARY_AT_LEAST: Option<Share> = "primary_at_least"
        "小学专任教师大专及以上学历的最低比例"
        "least share of primary teachers with a college degree";
    JUNIOR_AT_LEAST: Option<Share> = "junior_at_least"
        "初中专任教师本科及以上学历的最低比例"
        "least share of junior secondary teachers with a bachelor degree";
    SENIOR_AT_LEAST: Option<Share> = "senior_at_least"
        "普通高中专任教师本科及以上学历的最低比例"
        "least share of senior secondary teachers with a bachelor degree";
}

crate::finding::codes! { pub(super),
    TOO_FEW "R27" error
        ["{stage}专任教师{all}人，达到学历要求的应有{need}人，方案后{actual}人。", "Of {all} teachers ({stage}) {need} must hold the degree; after the plan {actual} do."]
        ["安排学历提升，或招聘达到学历要求的教师；慎派学历不足的教师跨学段任教。", "Let teachers study on, or recruit such as hold it; send nobody without it to a higher stage."];
}

pub(super) static CARD: Card = Card {
    code: "R27",
    id: RULE,
    title: Text::new("专任教师学历", "Degrees of teachers"),
    asks: Text::new(
        "小学专任教师大专及以上、初中和普通高中专任教师本科及以上学历的比例达到规定数。",
        "The set share of primary teachers hold a college degree, and of junior and senior secondary teachers a bachelor degree.",
    ),
    formula: "Σ d[t,g] ≥ r[g]·|A[g]|   t ∈ A[g], for each stage g",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: Some(Text::new(
        "允许{place}达到学历要求的教师暂少{amount}人",
        "{place} may have {amount} fewer teachers with the degree for now",
    )),
    params: PARAMS,
    marks: &[Mark::Dated],
    suspected: 7,
    breaches: CODES,
};

/// Stages that are asked about, with the share that is asked for and the day from which it binds, where that
/// is yet to come.
fn asked<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (Stage, Share, Option<&'a str>)> {
    let book = facts.book;
    let keys = [PRIMARY_AT_LEAST, JUNIOR_AT_LEAST, SENIOR_AT_LEAST];
    let stages = Stage::ALL.iter().zip(keys);
    stages.filter_map(|(stage, key)| Some((*stage, book.get(key)?, book.target(key))))
}

/// Shares of teachers with the degree above the prescribed one.
pub(super) struct DegreeShares;

impl Rule for DegreeShares {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let mut counts: BTreeMap<Stage, (i64, i64)> = BTreeMap::new();
        for (who, at) in facts.roster.teacher_nos().zip(plan.next(facts)) {
            let Some(at) = at else { continue };
            let teacher = facts.roster.teacher(who);
            let stage = stage_at(facts.roster.school(at), teacher.stage);
            let sum = counts.entry(stage).or_default();
            sum.0 += i64::from(teacher.degree >= above(stage));
            sum.1 += 1;
        }
        for hire in &plan.hires {
            let number = i64::from(hire.number);
            let stage = facts.roster.pools[hire.pool].stage;
            let sum = counts.entry(stage).or_default();
            *sum = (sum.0 + number, sum.1 + number);
        }
        for (stage, share, due) in asked(facts) {
            let (actual, all) = counts.get(&stage).copied().unwrap_or_default();
            if all == 0 {
                // A stage at which nobody teaches is asked nothing.
                continue;
            }
            let need = share.ceil_of(all);
            let words = blanks! { stage: stage.text(), all: all, need: need, actual: actual };
            let verdict = verdict.at(stage.key()).due(due);
            verdict.at_least(About::County, &TOO_FEW, need, actual, words);
            let name = match stage {
                Stage::Primary => Text::new("小学大专及以上", "primary, college degree"),
                Stage::Junior => Text::new("初中本科及以上", "junior secondary, bachelor"),
                Stage::Senior => Text::new("高中本科及以上", "senior secondary, bachelor"),
            };
            verdict.measure(name, actual, all, Some(need), due.is_none());
        }
    }
}

impl super::Constrain for DegreeShares {
    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        let teacher = facts.roster.teacher(who);
        key.push(whole(teacher.degree as usize));
        key.push(whole(teacher.stage as usize));
    }

    /// `q·Σ d − p·|A| ≥ 0` for a share `p/q`; one person more who holds the degree counts `q`.
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        let roster = facts.roster;
        for (stage, share, _) in asked(facts).filter(|one| one.2.is_none()) {
            let weight = |holds: bool| {
                let whole = if holds { share.denom() } else { 0 };
                whole - share.numer()
            };
            let of = |who: TeacherNo, at: SchoolNo| {
                let teacher = roster.teacher(who);
                let there = stage_at(roster.school(at), teacher.stage) == stage;
                there.then(|| weight(teacher.degree >= above(stage)))
            };
            let people = program.places();
            let people = people.filter_map(|(who, at, var)| Some((var, of(who, at)?)));
            let hires = program.hires.iter();
            let hires = hires.filter(|hire| roster.pools[hire.pool].stage == stage);
            let terms = people
                .chain(hires.map(|hire| (hire.var, weight(true))))
                .collect();
            let fixed = program.fixed.iter();
            let fixed =
                fixed.flat_map(|((at, _), people)| people.iter().map(move |who| (*who, *at)));
            let here: i64 = fixed.filter_map(|(who, at)| of(who, at)).sum();
            let bound = (crate::model::Sense::AtLeast, -here, share.denom());
            program.bind(&CARD, stage.key(), terms, bound);
        }
    }
}
