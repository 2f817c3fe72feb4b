//! R38 Apprenticeships of recruits (新招教师城区见习).
//!
//! Symbols: `h[c,p]` recruits of pool `c` for post `p` at a village school; `a[c,p,s]` those of them who
//! learn at town school `s` first [persons]; `C` apprentices of one school at most. Decided after the
//! posts. Until they come their posts are open, which the ledger of periods (R33) covers as it can.
//! - `Σ_s a[c,p,s] = h[c,p]`, `Σ a[·,·,s] ≤ C`

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::SchoolNo;
use crate::facts::apprentices::{Learning, apprentices, learns_first};
use crate::facts::values::apprentices;
use crate::facts::{Apprentice, Facts, Hire, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    NOWHERE "R38" warning
        ["{school}新招教师{number}人（{pool}）没有安排城区见习学校。", "{number} recruits for {school} ({pool}) have no school to learn at."]
        ["增加见习学校或每校见习人数。", "Name more schools to learn at, or let each take more."];
    NOT_THERE "R38b" error
        ["{pool}安排{number}人到{school}见习，不符合：学校类别、学段、学科，或人数超过新招人数。", "{number} of {pool} are to learn at {school}, which does not fit: class of school, stage, subject, or more than are recruited."]
        ["改到有同学科教师的城区学校。", "Choose a town school where somebody teaches the subject."];
    TOO_MANY "R38c" error
        ["{school}接收见习教师{number}人，超过每校上限{most}人。", "{school} takes {number} apprentices; the limit is {most}."]
        ["由其他学校分担。", "Let other schools share them."];
    NOT_YET "R38d" warning
        ["{school}新招教师{number}人（{pool}）见习期间不到岗，其岗位每周{periods}课时按空缺计入课时台账。", "{number} recruits for {school} ({pool}) do not come while they learn: the {periods} weekly periods of their posts stand open in the ledger."]
        ["见习期间由同校兼任、走教或远程课程承担；见习期满到岗后自行消除。", "Colleagues, visiting or remote lessons cover them meanwhile; they are covered once the recruits come."];
}

pub(super) static CARD: Card = Card {
    code: "R38",
    id: apprentices::RULE,
    title: Text::new("新招教师城区见习", "Apprenticeships of recruits"),
    asks: Text::new(
        "乡村学校新招教师先到城区学校见习，见习期间原岗位按空缺计。",
        "Recruits of village schools learn at a town school first; until they come their posts count as open.",
    ),
    formula: "Σ_s a[c,p,s] = h[c,p];  Σ a[·,·,s] ≤ C",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: None,
    params: apprentices::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Recruits of village schools learn first.
pub(super) struct Apprentices;

impl Rule for Apprentices {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let most = facts.book.get(apprentices::PER_SCHOOL_AT_MOST);
        let places = Learning::new(facts, plan);
        let mut at: BTreeMap<SchoolNo, i64> = BTreeMap::new();
        for one in &plan.apprentices {
            *at.entry(one.school).or_default() += i64::from(one.number);
            if !fits(facts, plan, &places, one) {
                let school = facts.roster.school(one.school);
                let words = blanks! { pool: facts.roster.pools[one.pool].id, number: one.number,
                school: school.name };
                verdict.fault(school, &NOT_THERE, words);
            }
        }
        for (school, number) in at.into_iter().filter(|one| one.1 > most) {
            let school = facts.roster.school(school);
            let words = blanks! { school: school.name, number: number, most: most };
            verdict.fault(school, &TOO_MANY, words);
        }
        let (mut all, mut placed) = (0, 0);
        for hire in apprentices(facts, plan) {
            let number = i64::from(hire.number);
            let there = learning(plan, hire).min(number);
            all += number;
            placed += there;
            let school = facts.roster.school(facts.post(hire.post).school);
            let words = blanks! { school: school.name, number: number - there,
            pool: facts.roster.pools[hire.pool].id };
            verdict.given_none(school, &NOWHERE, number - there, words);
            let periods = number * facts.post(hire.post).periods();
            let words = blanks! { school: school.name, number: number,
            pool: facts.roster.pools[hire.pool].id, periods: periods };
            verdict.remark(school, &NOT_YET, words);
        }
        let name = Text::new("已安排见习的新招教师", "recruits with a school to learn at");
        verdict.bar(name, placed, all, all);
        let name = Text::new("见习期间空缺的岗位", "posts open until they come");
        verdict.figure(name, all, all);
    }
}

fn learning(plan: &Placement, hire: &Hire) -> i64 {
    let same = |one: &&Apprentice| (one.pool, one.post) == (hire.pool, hire.post);
    let all = plan.apprentices.iter().filter(same);
    all.map(|one| i64::from(one.number)).sum()
}

fn fits(facts: &Facts<'_>, plan: &Placement, places: &Learning<'_>, one: &Apprentice) -> bool {
    let mut hires = plan.hires.iter();
    let hire = hires.find(|hire| (hire.pool, hire.post) == (one.pool, one.post));
    hire.is_some_and(|hire| {
        learns_first(facts, hire)
            && places.at(hire, one.school).is_some()
            && learning(plan, hire) <= i64::from(hire.number)
    })
}

impl super::Constrain for Apprentices {}
