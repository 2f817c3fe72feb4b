//! Who else could have been sent: among plans alike in every goal of the policy, the one whose letters differ
//! most from a given plan; and the reserve list, who would go in the place of each mover.

use super::prices::otherwise;
use crate::audit::audit;
use crate::decide::{Decided, Differences, built, covered, decide_on, letters};
use crate::facts::{Facts, PlannedMove};
use crate::plan::Ended;
use crate::policy::GoalId;
use crate::rules::{changed_letters, goals};
use crate::run::RunFault;
use crate::solve::{Options, Watch, solve};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// The equally good plan that differs most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    let Some(program) = built(facts, false, options) else {
        return Ok(None);
    };
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
    if matches!(
        outcome.ended,
        Ended::OutOfTime | Ended::NotFoundInTime | Ended::NotTried
    ) {
        return Ok(None);
    }
    let Some(point) = outcome.point.as_ref().filter(|_| outcome.ended.is_proved()) else {
        return Err(format!("alternative plan: {:?}", outcome.ended).into());
    };
    let placement = program.placement(point);
    let judged = audit(facts, &placement);
    let of_policy = nearest.judged.goals.keys().copied();
    let goals: Vec<GoalId> = of_policy.filter(|goal| *goal != GoalId::Letters).collect();
    let reached = |goal: &GoalId| judged.goals.get(goal) == nearest.judged.goals.get(goal);
    let alike = |goal: &GoalId| judged.holds() && reached(goal);
    if let Some(goal) = goals.iter().find(|goal| !alike(goal)) {
        let words = format!("alternative plan differs in {}", goal.key());
        return Err(words.into());
    }
    let moves = placement.moves.iter();
    let moves = moves.map(|one| facts.roster.teacher_id(one.teacher));
    Ok(Some(Alternative {
        letters: changed_letters(facts, &placement),
        moves: moves.collect(),
        goals,
    }))
}

/// Who would go in the place of each mover, and whether anyone can.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reserve {
    /// Staff id of the mover.
    pub teacher: String,
    /// Her name.
    pub name: String,
    /// Name of the school she goes to.
    pub to: String,
    /// How the plan without her ended; without a plan she is irreplaceable.
    pub ended: Ended,
    /// What changes when she does not go; fewest letters, proved.
    pub differences: Differences,
}

/// The next person for every mover: each is taken out in turn while all others go where their letters
/// say, and the usual goals choose who comes in her place. Where that leaves no plan, as few letters as
/// possible change.
pub fn reserves(
    facts: &Facts<'_>,
    plan: &Decided,
    options: &Options,
) -> Result<Vec<Reserve>, RunFault> {
    // With all that is decided beside who goes where, as the plans have it against which it is held.
    let plan = &covered(facts, plan, options)?;
    let one = |mover: &PlannedMove| {
        let mut free = facts.question.clone();
        free.withstand = 0;
        free.published = Some(letters(&plan.placement, facts.roster, facts.roster, true));
        free.unpin(mover.teacher);
        free.forced.insert(mover.teacher, mover.from);
        let mut held = free.clone();
        held.published = None;
        let others = plan.placement.moves.iter();
        let others = others.filter(|one| one.teacher != mover.teacher);
        held.forced.extend(others.map(|one| (one.teacher, one.to)));
        let (mut price, mut differences) = otherwise((facts, plan), &held, options)?;
        if price.ended == Ended::NoPlanExists {
            (price, differences) = otherwise((facts, plan), &free, options)?;
        }
        let who = facts.roster.teacher(mover.teacher);
        Ok(Reserve {
            teacher: who.id.clone(),
            name: who.name.clone(),
            to: facts.roster.school(mover.to).name.clone(),
            ended: price.ended,
            differences,
        })
    };
    plan.placement.moves.par_iter().map(one).collect()
}
