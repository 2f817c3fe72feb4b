//! Letters already published (已发出的通知书): a plan that follows a published one changes as few of
//! them as it can. No policy speaks of it; it holds whenever there is a published plan.
//!
//! Symbols: `L[t]` the school of the published letter of teacher `t`, or none; `next[t]` the school
//! of the new plan, or none when she stays. A letter changes when the two differ: `Σ_t [next[t] ≠
//! L[t]]` [persons].

use crate::domain::{Published, TeacherNo, whole};
use crate::facts::{Facts, Placement};
use crate::policy::GoalId;

/// The goals in their order: those of the policy, and that of the letters where a plan has been
/// published: first when letters are frozen, else just before the canonical order.
pub fn goals(facts: &Facts<'_>) -> Vec<GoalId> {
    let mut goals = facts.book.goals.clone();
    let closes = facts.roster.schools.iter().any(|school| school.closing);
    goals.retain(|goal| *goal != GoalId::Letters && (closes || *goal != GoalId::Following));
    if let Some(published) = &facts.question.published {
        let last = goals.len().saturating_sub(1);
        let at = if published.frozen { last.min(1) } else { last };
        goals.insert(at, GoalId::Letters);
    }
    goals
}

/// How many letters a plan changes.
pub fn changed_letters(facts: &Facts<'_>, plan: &Placement) -> i64 {
    let Some(published) = &facts.question.published else {
        return 0;
    };
    let mut differ = published.letters.clone();
    // A letter for the school that is now her own asks nobody to move.
    differ.retain(|who, school| facts.stands(*who).base != Some(*school));
    for one in &plan.moves {
        if differ.get(&one.teacher) == Some(&one.to) {
            differ.remove(&one.teacher);
        } else {
            differ.insert(one.teacher, one.to);
        }
    }
    whole(differ.len())
}

/// What the program sees of a teacher: the school of her letter.
pub(super) fn see(facts: &Facts<'_>, who: TeacherNo, key: &mut Vec<i64>) {
    if let Some(published) = &facts.question.published {
        let letter = published.letters.get(&who);
        key.push(letter.map_or(-1, |school| whole(school.0)));
    }
}

/// Each person in a column that is not that of her letter costs one.
pub(super) fn add(program: &mut crate::model::Staffing<'_>) {
    let Some(Published { letters, .. }) = &program.facts.question.published else {
        return;
    };
    let facts = program.facts;
    let letter = |who: TeacherNo| {
        let school = letters.get(&who).copied();
        school.filter(|school| facts.stands(who).base != Some(*school))
    };
    for ty in 0..program.types.len() {
        let one = &program.types[ty];
        let meant = letter(one.sample()).unwrap_or(one.base);
        for (var, _) in program.against(ty, |to| to != meant) {
            program.lp.cost(GoalId::Letters, var, 1);
        }
    }
    // Whoever cannot move any more changes her letter before anything is decided.
    let lost = letters.iter().filter(|(who, school)| {
        let stand = facts.stands(**who);
        stand.base != Some(**school) && (stand.base.is_none() || !stand.movable)
    });
    program.lp.constant(GoalId::Letters, whole(lost.count()));
}
