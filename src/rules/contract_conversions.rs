//! R39 Conversions of contract teachers (编外合同教师择优入编).
//!
//! Symbols: `C` candidates in their published order; `k[t]` 1 when candidate `t` is taken onto the quota
//! of her school; `K` conversions of the year at most. The vacancies that they use are counted in R18.
//! - `Σ k[t] ≤ K`
//!
//! Goal: `Σ (|C| − place + 1)·(1 − k[t])`: where vacancies leave a choice, whoever stands first comes first.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::whole;
use crate::facts::values::contract_conversions;
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    TOO_MANY "R39" error
        ["本年度编外教师入编名额{most}个，方案安排{actual}人。", "{most} contract teachers may be taken onto the quota this year; the plan takes {actual}."]
        ["按排名减少入编人数。", "Take fewer, in the order of places."];
    NO_CANDIDATE "R39b" error
        ["{teacher}不是编外教师或不符合入编条件，不能安排入编。", "{teacher} is no contract teacher or does not fulfil the conditions, and cannot be taken onto the quota."]
        ["核对用人形式、任教年限和申报条件。", "Check employment, years of teaching and conditions."];
}

pub(super) static CARD: Card = Card {
    code: "R39",
    id: contract_conversions::RULE,
    title: Text::new("编外教师入编", "Conversions of contract teachers"),
    asks: Text::new(
        "符合条件的编外合同教师按排名择优入编，占用本校空编，不超过当年名额。",
        "Contract teachers who fulfil the conditions are taken onto the quota in their order, within the vacancies of their school and the number of the year.",
    ),
    formula: "Σ k[t] ≤ K;  vacancies in R18",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "允许编外教师多入编{amount}人",
        "{amount} more contract teachers may be taken on",
    )),
    params: contract_conversions::PARAMS,
    marks: &[],
    suspected: 0,
    breaches: CODES,
};

/// Contract teachers are taken onto the quota in their order.
pub(super) struct ContractConversions;

impl Rule for ContractConversions {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let actual = whole(plan.conversions.len());
        if let Some(most) = facts.book.get(contract_conversions::NUMBER_AT_MOST) {
            let words = blanks! { most: most, actual: actual };
            verdict.at_most(About::County, &TOO_MANY, most, actual, words);
        }
        for who in &plan.conversions {
            if !facts.conversions.iter().any(|one| one.teacher == *who) {
                let teacher = facts.roster.teacher(*who);
                verdict.fault(teacher, &NO_CANDIDATE, blanks! { teacher: teacher.name });
            }
        }
        let waiting = facts.conversions.iter();
        let waiting = waiting.filter(|one| plan.conversions.binary_search(&one.teacher).is_err());
        verdict.cost(GoalId::Appointments, waiting.map(|one| one.points).sum());
        let name = Text::new(
            "入编的编外教师占符合条件的",
            "candidates taken onto the quota",
        );
        verdict.figure(name, actual, whole(facts.conversions.len()));
    }
}

impl super::Constrain for ContractConversions {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        program.add_candidates();
        let facts = program.facts;
        for one in program.converts.clone() {
            program.lp.cost(GoalId::Appointments, one.waits, one.points);
        }
        if let Some(most) = facts.book.get(contract_conversions::NUMBER_AT_MOST) {
            let all = program.converts.iter().map(|one| (one.var, 1)).collect();
            program.at_most(&CARD, "county", all, most);
        }
    }
}
