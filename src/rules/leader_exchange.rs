//! R36 Exchange of school leaders (校长交流).
//!
//! Symbols: `D` principals and vice-principals who have served the set number of terms; `o` offices that
//! are free: those of `D` and of leaders who retire; `x[h,o]` 1 when leader `h` takes office `o`. Decided
//! as a matching: nobody in `D` fills a teaching post, so it shares nothing with the posts.
//! Whoever lives beyond the travel limit needs one of the `b[s]` beds that are left at the school.
//! - `Σ x[h,o] ≤ b[s]` over those who need a bed at `s`
//! - `Σ_o x[h,o] = 1` for every `h ∈ D`; `Σ_h x[h,o] ≤ n[o]`

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::leaders::{Office, beds_left, due, free, may_take};
use crate::facts::values::leader_exchange;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    STAYS "R36" warning
        ["{teacher}任{school}{role}已满{terms}届，应交流而未安排。", "{teacher} has been {role} of {school} for {terms} terms and is not exchanged."]
        ["待有同类学校职务空缺再安排，或由组织部门另行调配。", "Wait for such an office to fall free, or let the county decide otherwise."];
    MAY_NOT "R36b" error
        ["{teacher}不能到{school}任职：任期未满、学段不符、路程过远或不明、该校没有余床，或没有可交流的同类职务。", "{teacher} cannot take an office at {school}: her terms are not over, the stage does not fit, it is too far or the way not known, no bed is left, or no such office is free."]
        ["只在任期届满者之间和空缺职务上交流。", "Exchange only those whose terms are over, and into offices that are free."];
    TAKEN_TWICE "R36c" error
        ["{school}{role}空出{free}个，方案安排{taken}人（含留任）。", "{school} has {free} such offices ({role}) free; {taken} people are to hold them."]
        ["一职一人；原任者不走，后任者不能来。", "One person for each office; nobody comes where the holder stays."];
    EMPTY "R36d" warning
        ["{school}{role}将空缺{number}个，方案没有人选。", "At {school} {number} such offices ({role}) will be empty; the plan has nobody for them."]
        ["提请组织部门研究人选；任期届满的校长、副校长不够调配的，从其他人员中选任。", "Ask the county for somebody; where no leader is due, choose another person."];
}

pub(super) static CARD: Card = Card {
    code: "R36",
    id: leader_exchange::RULE,
    title: Text::new("校长交流", "Exchange of school leaders"),
    asks: Text::new(
        "校长、副校长在同一学校任满规定届数的，交流到其他学校担任同类职务；应交流的校长不计入任课力量。",
        "Principals and vice-principals who have served the set terms at a school take the same office at another; whoever is due fills no teaching post.",
    ),
    formula: "Σ_o x[h,o] = 1  h ∈ D;  Σ_h x[h,o] ≤ n[o]",
    unit: Text::new("人", "persons"),
    goal: GoalId::Gaps,
    mend: None,
    params: leader_exchange::PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Leaders whose terms are over go on to another school.
pub(super) struct LeaderExchange;

impl Rule for LeaderExchange {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let (due, free) = (due(facts), free(facts));
        let goes = plan.leaders.iter().map(|one| (one.teacher, one.to));
        let goes: BTreeMap<TeacherNo, SchoolNo> = goes.collect();
        let mut holders: BTreeMap<Office, i64> = BTreeMap::new();
        for (who, held) in &due {
            let (role, to) = (held.role, goes.get(who));
            let school = to.copied().unwrap_or(held.school);
            *holders.entry(Office { school, role }).or_default() += 1;
        }
        let mut beds = beds_left(facts, plan);
        for one in &plan.leaders {
            let may = due.get(&one.teacher).is_some_and(|held| {
                let (school, role) = (one.to, held.role);
                let office = Office { school, role };
                free.contains_key(&office) && may_take(facts, one.teacher, *held, office)
            });
            let lodges = facts.needs_bed(one.teacher, one.to);
            let left = beds.entry(one.to).or_default();
            *left -= i64::from(lodges);
            if !may || (lodges && *left < 0) {
                let teacher = facts.roster.teacher(one.teacher);
                let school = &facts.roster.school(one.to).name;
                let words = blanks! { teacher: teacher.name, school: school };
                verdict.fault(teacher, &MAY_NOT, words);
            }
        }
        for (office, number) in &free {
            let empty = number - holders.get(office).copied().unwrap_or(0);
            if empty > 0 {
                let school = facts.roster.school(office.school);
                let role = office.role.text();
                let words = blanks! { school: school.name, role: role, number: empty };
                verdict.remark(school, &EMPTY, words);
            }
        }
        for (office, taken) in holders {
            let free = free.get(&office).copied().unwrap_or(taken);
            if taken > free {
                let school = facts.roster.school(office.school);
                let words = blanks! { school: school.name, role: office.role.text(), free: free,
                taken: taken };
                verdict.fault(school, &TAKEN_TWICE, words);
            }
        }
        let mut gone = 0;
        for (who, held) in &due {
            let teacher = facts.roster.teacher(*who);
            let stays = i64::from(!goes.contains_key(who));
            gone += 1 - stays;
            let school = &facts.roster.school(held.school).name;
            let words = blanks! { teacher: teacher.name, school: school, role: held.role.text(),
            terms: teacher.terms };
            verdict.given_none(teacher, &STAYS, stays, words);
        }
        let all = whole(due.len());
        let name = Text::new(
            "已安排交流的任期届满校长、副校长",
            "leaders whose terms are over, exchanged",
        );
        verdict.bar(name, gone, all, all);
    }
}

impl super::Constrain for LeaderExchange {}
