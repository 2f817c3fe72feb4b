//! R02 Protected teachers (保护人员).
//!
//! Symbols: `L[t]` the locks that teacher `t` carries (in a service bond, on a running rotation,
//! pregnant …); `x[τ,s]` members of type `τ` who move to school `s` [persons]; `C` schools that close
//! before the year begins: their people must go somewhere, locked or not.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{TeacherNo, whole};
use crate::facts::values::protected_teachers;
use crate::facts::{Facts, Placement, PlannedMove};
use crate::policy::{Card, GoalId, Mark};
use crate::text::Text;

crate::finding::codes! { pub(super),
    LOCKED "R02" error
        ["{name}属于不得调动人员（{reasons}），方案却把其调往{to}。", "{name} must not be moved ({reasons}), yet the plan moves this person to {to}."]
        ["从方案中去掉这一调动；本人自愿也不得调动。", "Take the move out; volunteering does not lift this."];
}

pub(super) static CARD: Card = Card {
    code: "R02",
    id: protected_teachers::RULE,
    title: Text::new("保护人员", "Protected teachers"),
    asks: Text::new(
        "服务期未满、定向职称、正在交流期内、孕期、哺乳期、重大疾病等人员不调动。",
        "Teachers in a service bond, with a directed title, on a running rotation, pregnant, nursing or seriously ill are not moved.",
    ),
    formula: "x[τ,s] = 0 for every s and every τ outside C with L[τ] ≠ ∅",
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
        let open = |one: &&PlannedMove| !facts.roster.school(one.from).closing;
        for one in plan.moves.iter().filter(open) {
            let carried = facts.stands(one.teacher).exemptions.iter();
            let carried = carried.filter(|reason| locks.contains(reason));
            let carried: Vec<Text> = carried.map(|reason| reason.text()).collect();
            if !carried.is_empty() {
                let who = facts.roster.teacher(one.teacher);
                let to = &facts.roster.school(one.to).name;
                let blanks = blanks! { name: who.name, to: to, reasons: carried };
                verdict.breach(who, &LOCKED, blanks);
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

impl super::Constrain for ProtectedTeachers {
    fn allows(&self, facts: &Facts<'_>, who: TeacherNo, to: crate::domain::SchoolNo) -> bool {
        let stand = facts.stands(who);
        let free = |base| base == to || facts.roster.school(base).closing;
        stand.exemptions.is_empty() || stand.base.is_some_and(free) || !facts.is_locked(who)
    }

    fn sees(&self, facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
        key.push(i64::from(facts.is_locked(who)));
    }
}
