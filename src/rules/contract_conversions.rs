//! R39 Conversions of contract teachers (编外合同教师择优入编).
//!
//! Symbols: `C` candidates in their published order; `k[t]` 1 when candidate `t` is taken onto the quota
//! of her school; `K` conversions of the year at most; `P[s,j]` posts of subject `j` at school `s`, `H[s,j]` people
//! on quota there whose own subject it is. The vacancies that they use are counted in R18.
//! - `Σ k[t] ≤ K`
//! - `Σ_{t of s, j} k[t] ≤ max(0, P[s,j] − H[s,j])`: nobody is taken on for a subject of which there are people enough
//!
//! Goal: `Σ (|C| − place + 1)·(1 − k[t])`: where vacancies leave a choice, whoever stands first comes first.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{TeacherNo, whole};
use crate::facts::conversions::{conversion_place, posts_beyond_quota};
use crate::facts::own_staff::seats_site;
use crate::facts::values::contract_conversions;
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    TOO_MANY "R39" error
        ["本年度编外教师入编名额{most}个，方案安排{actual}人。", "{most} contract teachers may be taken onto the quota this year; the plan takes {actual}."]
        ["按排名减少入编人数。", "Take fewer, in the order of places."];
    NO_CANDIDATE "R39b" error
        ["{teacher}不是编外教师或不符合入编条件，不能安排入编。", "{teacher} is no contract teacher or does not fulfil the conditions, and cannot be taken onto the quota."]
        ["核对用人形式、任教年限和申报条件。", "Check employment, years of teaching and conditions."];
    BESIDE_STAFF "R39c" error
        ["{school}{subject}岗位除在编教师外还需{need}人，方案安排{names}入编。", "Beside its people on quota {school} has {need} posts of {subject}; the plan takes {names} onto the quota."]
        ["先用好本校在编教师，或安排其他学校。", "Use the people on quota first, or take somebody where posts are left."];
}

pub(super) static CARD: Card = Card {
    code: "R39",
    id: contract_conversions::RULE,
    title: Text::new("编外教师入编", "Conversions of contract teachers"),
    asks: Text::new(
        "符合条件的编外合同教师按排名择优入编，占用本校空编，不超过当年名额；本校同学科在编教师够用的不入编。",
        "Contract teachers who fulfil the conditions are taken onto the quota in their order, within the vacancies of their school and the number of the year; nobody for a subject of which the school has people enough on quota.",
    ),
    formula: "Σ k[t] ≤ K;   Σ_{t of s,j} k[t] ≤ max(0, P[s,j] − H[s,j]);   vacancies in R18",
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

/// Where more are taken on than posts are left beside the people on quota.
fn audit_beside_staff(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    if !facts.book.get(contract_conversions::OWN_STAFF_FIRST) {
        return;
    }
    let mut taken: BTreeMap<_, Vec<TeacherNo>> = BTreeMap::new();
    for who in &plan.conversions {
        if let Some(place) = conversion_place(facts, *who) {
            taken.entry(place).or_default().push(*who);
        }
    }
    for ((school, subject), people) in taken {
        let need = posts_beyond_quota(facts, school, subject);
        let verdict = verdict.at(seats_site(facts, school, subject));
        let school = facts.roster.school(school);
        let names = people.iter().map(|who| &facts.roster.teacher(*who).name);
        let names: Vec<_> = names.collect();
        let words =
            blanks! { school: school.name, subject: subject.text(), need: need, names: names };
        verdict.at_most(school, &BESIDE_STAFF, need, whole(people.len()), words);
    }
}

impl Rule for ContractConversions {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let actual = whole(plan.conversions.len());
        let asked = !facts.conversions.is_empty() || actual > 0;
        let most = facts.book.get(contract_conversions::NUMBER_AT_MOST);
        if let Some(most) = most.filter(|_| asked) {
            let words = blanks! { most: most, actual: actual };
            verdict.at_most(About::County, &TOO_MANY, most, actual, words);
        }
        for who in &plan.conversions {
            if !facts.conversions.iter().any(|one| one.teacher == *who) {
                let teacher = facts.roster.teacher(*who);
                verdict.fault(teacher, &NO_CANDIDATE, blanks! { teacher: teacher.name });
            }
        }
        audit_beside_staff(facts, plan, verdict);
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
        if facts.book.get(contract_conversions::OWN_STAFF_FIRST) {
            let taken = program.converts.iter();
            let taken =
                taken.filter_map(|one| Some((conversion_place(facts, one.teacher)?, one.var, 1)));
            for ((school, subject), terms) in crate::model::sums(taken) {
                let need = posts_beyond_quota(facts, school, subject);
                program.at_most(&CARD, seats_site(facts, school, subject), terms, need);
            }
        }
    }
}
