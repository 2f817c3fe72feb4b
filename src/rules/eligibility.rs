//! R01 Who may rotate (交流对象).
//!
//! Symbols: `M` teachers whom the plan may move [persons]; `x[τ,s]` members of type `τ` who move to
//! school `s` [persons]; `stay[τ]` members who stay [persons]; `C` schools that close before the
//! year begins. Years, ages and exemptions are reckoned in `facts::standing` from the values below;
//! the program has columns for members of `M` only.

use super::pins_and_bans::pins_of;
use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{TeacherNo, whole};
use crate::facts::Eligibility as Stand;
use crate::facts::values::eligibility;
use crate::facts::{Facts, Placement, PlannedMove};
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    NOT_MOVABLE "R01" error
        ["{name}不在可交流人员之列（{reasons}），方案却把其调往{to}。", "{name} is not among those who may be moved ({reasons}), yet the plan moves this person to {to}."]
        ["从方案中去掉这一调动，或核对其任教年限、年龄和免交流情形。", "Take the move out, or check years at the school, age and exemptions."];
    BY_DECISION "R01d" warning
        ["{name}按规定不在可交流人员之列（{reasons}），{author}决定调往{to}（{reason}{date}），方案照此安排。", "{name} is not among those who may be moved ({reasons}); {author} decided that this person goes to {to} ({reason}{date}), and the plan follows."]
        ["由作出决定的人负责；不妥的，从 decisions.toml 或指定去向中删去这项决定。", "Whoever decided answers for it; if it is wrong, delete the decision in decisions.toml or among the pins."];
    STAYS_AT_CLOSING "R01b" error
        ["{school}新学年前撤并，仍有{number}名教师留在该校。", "{school} closes before the school year; {number} of its teachers are left there."]
        ["把他们安排到其他学校。", "Give them a post at another school."];
    INTO_CLOSING "R01c" error
        ["{school}新学年前撤并，方案却把{name}调入。", "{school} closes before the school year, yet the plan moves {name} there."]
        ["改派到其他学校。", "Choose another school."];
}

pub(super) static CARD: Card = Card {
    code: "R01",
    id: eligibility::RULE,
    title: Text::new("交流对象", "Who may rotate"),
    asks: Text::new(
        "只交流符合条件（任教年限、年龄）且无免交流情形的教师，以及自愿报名者；撤并学校的教师另行安排到其他学校。",
        "Only teachers who meet the conditions (years, age) without an exemption are moved, and volunteers; teachers of closing schools get posts elsewhere.",
    ),
    formula: "x[τ,s] = 0 for τ ⊄ M;   Σ_{τ at c} stay[τ] ≤ 0 for c ∈ C;   x[τ,c] = 0 for c ∈ C",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: Some(Text::new(
        "{place}暂留{amount}人，暂缓撤并",
        "{amount} people stay at {place} for now",
    )),
    params: eligibility::PARAMS,
    marks: &[],
    suspected: 18,
    breaches: CODES,
};

/// Only movable teachers move; nobody movable is left at, or sent to, a school that closes.
pub(super) struct Eligibility;

impl Rule for Eligibility {
    fn holds_back(&self, facts: &Facts<'_>, who: TeacherNo) -> bool {
        let stand = facts.stands(who);
        stand.base.is_some() && !stand.movable && !facts.is_locked(who)
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let roster = facts.roster;
        verdict.looks_at(plan.moves.len());
        for one in &plan.moves {
            let who = roster.teacher(one.teacher);
            let to = roster.school(one.to);
            if !facts.stands(one.teacher).movable {
                let reasons = facts.stands(one.teacher).exemptions.iter();
                let reasons: Vec<Text> = reasons.map(|reason| reason.told()).collect();
                let words = blanks! { name: who.name, to: to.name, reasons: reasons };
                verdict.breach(who, &NOT_MOVABLE, words);
            } else if facts.stands(one.teacher).by_pin {
                by_decision(facts, one, verdict);
            }
            if to.closing {
                let words = blanks! { school: to.name, name: who.name };
                verdict.fault(to, &INTO_CLOSING, words);
            }
        }
        // Everybody based at a closing school must leave it, exempt or not.
        let mut left = vec![0; roster.schools.len()];
        for (stand, next) in facts.standing.iter().zip(plan.next(facts)) {
            if let Some(school) = next.filter(|school| Some(*school) == stand.base) {
                left[school.0] += 1;
            }
        }
        for (school, number) in roster.schools.iter().zip(left) {
            if school.closing {
                let words = blanks! { school: school.name, number: number };
                verdict.none(school, &STAYS_AT_CLOSING, number, words);
            }
        }
        let count = |holds: fn(&Stand) -> bool| {
            whole(facts.standing.iter().filter(|one| holds(one)).count())
        };
        let all = count(|_| true);
        let name = Text::new("达到年限和年龄条件", "meet years and age");
        verdict.figure(name, count(Stand::counts_before), all);
        let name = Text::new("符合交流条件", "meet the rotation conditions");
        verdict.figure(name, count(Stand::counts), all);
        let name = Text::new("可列入调整", "may be moved");
        verdict.figure(name, count(|one| one.movable), all);
    }
}

/// Somebody goes by a decision of the officer whom no condition of the policy lets go: it is followed, and told.
fn by_decision(facts: &Facts<'_>, one: &PlannedMove, verdict: &mut Verdict) {
    let who = facts.roster.teacher(one.teacher);
    let reasons = facts.stands(one.teacher).exemptions.iter();
    let reasons: Vec<Text> = reasons.map(|reason| reason.told()).collect();
    for pin in pins_of(facts, one.teacher) {
        let date = if pin.date.is_empty() {
            String::new()
        } else {
            format!(" {}", pin.date)
        };
        let to = &facts.roster.school(one.to).name;
        let words = blanks! {
            name: who.name, to: to, reasons: reasons, author: pin.author, reason: pin.reason,
            date: date,
        };
        verdict.remark(who, &BY_DECISION, words);
    }
}

impl super::Constrain for Eligibility {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let roster = program.facts.roster;
        for school in roster.school_nos().filter(|no| roster.school(*no).closing) {
            let here = program.types.iter().zip(&program.stays);
            let here = here.filter(|(one, _)| one.base == school);
            let stays = here.map(|(_, stay)| (*stay, 1)).collect();
            program.at_most(&CARD, roster.school_id(school), stays, 0);
        }
    }
}
