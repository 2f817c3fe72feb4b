//! R21 Running rotations (在途交流).
//!
//! Symbols: `O` teachers on a posting that runs on the reckoning date [persons]; `base(t)` where
//! teacher `t` works next year when nothing is decided; `next(t)` where the plan has her work.
//! Whoever goes on stays where she is, whoever ends returns to her quota school, and neither is
//! moved this year, unless her school closes; whoever is seconded, in full-time training or on
//! leave fills no post.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Employment, Status, Teacher, TeacherNo, whole};
use crate::facts::values::running_rotations;
use crate::facts::{Facts, Placement};
use crate::finding::About;
use crate::policy::{Card, GoalId};
use crate::text::Text;
use serde_json::{Value, json};

crate::finding::codes! { pub(super),
    MOVED "R21" error
        ["{teacher}正在交流期内或本学年期满返回，方案又将其调往{school}。", "{teacher} is on a running rotation or returns from one, yet the plan moves that person to {school}."]
        ["保持原安排，期满返校后再行交流。", "Keep the present posting; plan a further one in a later year."];
    NOT_THERE "R21b" error
        ["{teacher}处于{status}状态，方案却安排了学科岗位。", "{teacher} is {status}, yet the plan gives that person a teaching post."]
        ["该岗位另行安排人员；如已回校，先更新教师表的在岗状态。", "Give the post to somebody else; if the person is back, bring the teachers table up to date."];
    TO_CALL_BACK "R21c" warning
        ["借调人员{number}人占用编制而不在岗，应清理返岗：{people}。", "{number} seconded people hold a quota place without being at work and are to be called back: {people}."]
        ["逐人核实，限期返岗或办理调动手续；名单见plan.xlsx“在编不在岗人员名册”。", "Look at each of them: back to work by a set day, or a proper transfer; plan.xlsx lists them."];
}

pub(super) static CARD: Card = Card {
    code: "R21",
    id: running_rotations::RULE,
    title: Text::new("在途交流", "Running rotations"),
    asks: Text::new(
        "交流期未满的留在现任教学校，期满的返回编制所在学校，本学年均不再调动；借调、脱产培训和离岗人员不计入任课力量。",
        "Running rotations go on, those that end return to the quota school, and nobody on one is moved; seconded staff and those in full-time training supply no periods.",
    ),
    formula: "next(t) = base(t)   t ∈ O, base(t) does not close",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: None,
    params: running_rotations::PARAMS,
    marks: &[],
    suspected: 19,
    breaches: CODES,
};

/// Whoever is on a running rotation is not moved; whoever is away fills no post.
pub(super) struct RunningRotations;

impl Rule for RunningRotations {
    fn holds_back(&self, facts: &Facts<'_>, who: TeacherNo) -> bool {
        facts.stands(who).ongoing.is_some()
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        for one in &plan.moves {
            let stand = facts.stands(one.teacher);
            let Some(base) = stand.base.filter(|base| *base != one.to) else {
                continue;
            };
            if stand.ongoing.is_some() && !facts.roster.school(base).closing {
                let teacher = facts.roster.teacher(one.teacher);
                let school = &facts.roster.school(one.to).name;
                let words = blanks! { teacher: teacher.name, school: school };
                verdict.breach(teacher, &MOVED, words);
            }
        }
        for who in plan.fills.iter().flatten() {
            let teacher = facts.roster.teacher(*who);
            if teacher.status != Status::Active {
                let words = blanks! { teacher: teacher.name, status: teacher.status.text() };
                verdict.breach(teacher, &NOT_THERE, words);
            }
        }
        call_back(facts, verdict);
        let running = facts.standing.iter();
        let running = running.filter_map(|stand| stand.ongoing.as_ref());
        let running: Vec<bool> = running.map(|one| one.goes_on).collect();
        let away = facts.roster.teachers.iter();
        let away = away.filter(|one| one.status != Status::Active);
        verdict.looks_at(running.len() + away.count());
        let all = whole(running.len());
        let going_on = whole(running.iter().filter(|on| **on).count());
        let name = Text::new("交流期未满，继续", "rotations that go on");
        verdict.figure(name, going_on, all);
        let name = Text::new("交流期满，返回", "rotations that end");
        verdict.figure(name, all - going_on, all);
    }
}

/// Whoever is seconded and holds a quota place, named where the policy has them called back.
fn call_back(facts: &Facts<'_>, verdict: &mut Verdict) {
    if !facts.book.get(running_rotations::CLEAN_UP) {
        return;
    }
    let away = facts
        .roster
        .teachers
        .iter()
        .filter(|one| one.status == Status::Seconded && one.employment == Employment::OnQuota);
    let named = |one: &Teacher| {
        let school = &facts.roster.school(one.quota_school).name;
        json!({ "zh": format!("{}（{school}）", one.name), "en": format!("{} ({school})", one.name) })
    };
    let people: Vec<Value> = away.map(named).collect();
    let number = whole(people.len());
    if number > 0 {
        let words = blanks! { number: number, people: people };
        verdict.remark(About::County, &TO_CALL_BACK, words);
    }
    let name = Text::new("应清理返岗的借调人员", "seconded people to be called back");
    verdict.figure(name, number, whole(facts.roster.teachers.len()));
}

/// No rows: those who are away have no columns, the others no possible moves.
impl super::Constrain for RunningRotations {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: crate::domain::SchoolNo) -> bool {
        let stand = facts.stands(who);
        let free = |base| base == to || facts.roster.school(base).closing;
        stand.ongoing.is_none() || stand.base.is_none_or(free)
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(facts.stands(who).ongoing.is_some()));
    }
}
