//! R02 Protected teachers (保护人员).
//!
//! Symbols: `L[t]` the locks that teacher `t` carries (in a service bond, on a running rotation,
//! pregnant …); `x[τ,s]` members of type `τ` who move to school `s` [persons]; `C` schools that close
//! before the year begins: their people must go somewhere, locked or not;
//! `V[t]` schools that an exempt volunteer named, for a posting that ends before she retires.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{TeacherNo, whole};
use crate::facts::values::protected_teachers;
use crate::facts::{Eligibility, Facts, Placement, PlannedMove, goes_by_wish, may_go_by_wish};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;

crate::finding::codes! { pub(super),
    LOCKED "R02" error
        ["{name}属于不得调动人员（{reasons}），方案却把其调往{to}。", "{name} must not be moved ({reasons}), yet the plan moves this person to {to}."]
        ["从方案中去掉这一调动；本人自愿也不得调动。", "Take the move out; volunteering does not lift this."];
    NOT_WISHED "R02b" error
        ["{name}属于可不交流的情形，只可按本人志愿安排，方案却把其调往{to}（不是其志愿学校，或期满前退休）。", "{name} need not be moved and goes by her own wish only, yet the plan moves this person to {to}, which is no school of her wish or ends after she retires."]
        ["从方案中去掉这一调动，或改派其志愿学校。", "Take the move out, or choose a school of her wish."];
}

pub(super) static CARD: Card = Card {
    code: "R02",
    id: protected_teachers::RULE,
    title: Text::new("保护人员", "Protected teachers"),
    asks: Text::new(
        "服务期未满、定向职称、正在交流期内、孕期、哺乳期、重大疾病等人员不调动；其他可不交流的，只按本人志愿安排。",
        "Teachers in a service bond, with a directed title, on a running rotation, pregnant, nursing or seriously ill are not moved; others who need not go are moved only where they volunteered to.",
    ),
    formula: "x[τ,s] = 0 for every s and every τ outside C with L[τ] ≠ ∅;   x[τ,s] = 0 for s ∉ V[τ] and every exempt volunteer τ",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: None,
    params: protected_teachers::PARAMS,
    marks: &[Mark::KeptBack],
    suspected: 20,
    breaches: CODES,
};

/// Nobody who carries a lock is moved.
pub(super) struct ProtectedTeachers;

impl Rule for ProtectedTeachers {
    fn holds_back(&self, facts: &Facts<'_>, who: TeacherNo) -> bool {
        facts.stands(who).base.is_some() && facts.is_locked(who)
    }

    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let locks = facts.book.get(protected_teachers::LOCKS);
        let protected = |one: &&Eligibility| one.by_wish || one.has_any(&locks);
        verdict.looks_at(facts.standing.iter().filter(protected).count());
        let open = |one: &&PlannedMove| !facts.roster.school(one.from).closing;
        for one in plan.moves.iter().filter(open) {
            let carried = facts.stands(one.teacher).exemptions.iter();
            let carried = carried.filter(|reason| locks.contains(reason));
            let carried: Vec<Text> = carried.map(|reason| reason.told()).collect();
            if !carried.is_empty() {
                let who = facts.roster.teacher(one.teacher);
                let to = &facts.roster.school(one.to).name;
                let blanks = blanks! { name: who.name, to: to, reasons: carried };
                verdict.breach(who, &LOCKED, blanks);
            } else if facts.stands(one.teacher).by_wish && !goes_as_wished(facts, one) {
                let who = facts.roster.teacher(one.teacher);
                let to = &facts.roster.school(one.to).name;
                verdict.breach(who, &NOT_WISHED, blanks! { name: who.name, to: to });
            }
        }
        for lock in &locks {
            let everybody = facts.standing.iter();
            let carry = everybody.filter(|one| one.exemptions.contains(lock));
            let all = whole(facts.standing.len());
            verdict.figure(lock.text(), whole(carry.count()), all);
        }
    }
}

/// For the audit: whether somebody who need not go is sent to a school that she named and back before she
/// retires.
fn goes_as_wished(facts: &Facts<'_>, one: &PlannedMove) -> bool {
    let in_time = |last| goes_by_wish(facts, one.teacher, one.to, last);
    one.end.map_or_else(
        || facts.roster.teacher(one.teacher).wishes.contains(&one.to),
        in_time,
    )
}

impl super::Constrain for ProtectedTeachers {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: crate::domain::SchoolNo) -> bool {
        let stand = facts.stands(who);
        if stand.by_wish && stand.base != Some(to) && !may_go_by_wish(facts, who, to) {
            return false;
        }
        let free = |base| base == to || facts.roster.school(base).closing;
        stand.exemptions.is_empty() || stand.base.is_some_and(free) || !facts.is_locked(who)
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(facts.is_locked(who)));
        let stand = facts.stands(who);
        if stand.by_wish {
            let schools = facts.roster.school_nos();
            let open = schools.filter(|to| may_go_by_wish(facts, who, *to));
            key.push(-1);
            key.extend(open.map(|to| whole(to.0)));
        }
    }
}
