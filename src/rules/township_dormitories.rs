//! R40 Dormitories of townships (乡镇周转宿舍).
//!
//! Symbols: `t` townships; `n[t]` people who work at its schools next year and live beyond the travel
//! limit of R16 [persons]; `B[t]` beds of its schools of
//! the listed classes [beds]. A township with `n[t] ≥ 1` has demand. Beds
//! are built, not planned for, so it is judged; R17 keeps every school within its beds.
//! - `B[t] ≥ 1`   where `n[t] ≥ 1`

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::Class;
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId, Mark, values};
use crate::text::Text;
use std::collections::BTreeMap;

values! {
    "township_dormitories"
    BEDS_AT: Vec<Class> = "beds_at" "计入床位的学校类别" "classes of school whose beds count";
}

crate::finding::codes! { pub(super),
    NONE "R40" warning
        ["{township}下学年有{people}名教师住处超过通勤上限，却没有周转宿舍。", "{people} people at schools of {township} live beyond the travel limit next year, and it has no dormitory."]
        ["在镇中心至少建一处周转宿舍，或核对床位数。", "Build a dormitory in the centre of the township, or check the number of beds."];
}

pub(super) static CARD: Card = Card {
    code: "R40",
    id: RULE,
    title: Text::new("乡镇周转宿舍", "Dormitories of townships"),
    asks: Text::new(
        "有住宿需求的乡镇，至少有一处教师周转宿舍。",
        "Every township where people need a bed has a dormitory.",
    ),
    formula: "B[t] ≥ 1   where n[t] ≥ 1",
    unit: Text::new("个乡镇", "townships"),
    goal: GoalId::Gaps,
    mend: None,
    params: PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Townships with demand have a dormitory.
pub(super) struct TownshipDormitories;

impl Rule for TownshipDormitories {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let mut townships: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
        let listed = facts.book.get(BEDS_AT);
        for school in facts.roster.schools.iter().filter(|one| !one.closing) {
            if let Some(township) = &school.township {
                let beds = if school.is_any(&listed) {
                    i64::from(school.beds)
                } else {
                    0
                };
                townships.entry(township).or_default().1 += beds;
            }
        }
        let next = plan.next(facts);
        for (who, at) in facts.roster.teacher_nos().zip(&next) {
            let Some(at) = at.filter(|at| facts.needs_bed(who, *at)) else {
                continue;
            };
            let township = facts.roster.school(at).township.as_deref();
            if let Some((people, _)) = township.and_then(|name| townships.get_mut(name)) {
                *people += 1;
            }
        }
        let (mut wanting, mut with) = (0, 0);
        for (township, (people, beds)) in townships {
            if people > 0 {
                let none = i64::from(beds == 0);
                wanting += 1;
                with += 1 - none;
                let words = blanks! { township: township, people: people };
                verdict.given_none(About::County, &NONE, none, words);
            }
        }
        let name = Text::new(
            "有周转宿舍的乡镇占有需求的",
            "townships in need that have a dormitory",
        );
        verdict.bar(name, with, wanting, wanting);
    }
}

impl super::Constrain for TownshipDormitories {}
