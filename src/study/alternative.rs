//! Among plans alike in every goal of the policy, the one whose letters differ most from a given
//! plan: who else could have been sent just as well.

use crate::audit;
use crate::decide::{Decided, decide_on};
use crate::facts::Facts;
use crate::policy::GoalId;
use crate::rules::{build, changed_letters, goals};
use crate::run::RunFault;
use crate::solve::{Options, Watch, solve};
use serde::Serialize;

/// The equally good plan that differs most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Letters in which it differs; nobody can differ in more without a worse goal.
    pub letters: i64,
    /// The staff ids of those whom it moves.
    pub moves: Vec<String>,
    /// The goals that are the same.
    pub goals: Vec<GoalId>,
}

/// The farthest plan from the published one; none when there is no plan.
pub(super) fn alternative(
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Option<Alternative>, RunFault> {
    let program = build(facts, false);
    let decision = decide_on(&program, options, false, watch)?;
    let Some(nearest) = decision.plan() else {
        return Ok(None);
    };
    let mut lp = program.lp.clone();
    if let Some(sum) = lp.goals.get_mut(&GoalId::Letters) {
        sum.constant = -sum.constant;
        sum.terms.iter_mut().for_each(|term| term.1 = -term.1);
    }
    let outcome = solve(&lp, &goals(facts), options, watch);
    let Some(point) = outcome.point.as_ref().filter(|_| outcome.ended.is_proved()) else {
        return Err(format!("alternative plan: {:?}", outcome.ended).into());
    };
    let placement = program.placement(point);
    let judged = audit::audit(facts, &placement);
    let same = same_goals(nearest, &judged)?;
    let who = placement.moves.iter();
    Ok(Some(Alternative {
        letters: changed_letters(facts, &placement),
        moves: who
            .map(|one| facts.roster.teacher(one.teacher).id.clone())
            .collect(),
        goals: same,
    }))
}

/// The goals of the policy, which both plans must reach alike.
fn same_goals(plan: &Decided, other: &audit::Audit) -> Result<Vec<GoalId>, RunFault> {
    let mut same = Vec::new();
    for (goal, value) in &plan.judged.goals {
        if *goal == GoalId::Letters {
            continue;
        }
        if other.goals.get(goal) != Some(value) || !other.holds() {
            let words = format!("alternative plan differs in {}", goal.key());
            return Err(words.into());
        }
        same.push(*goal);
    }
    Ok(same)
}
