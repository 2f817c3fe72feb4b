//! The reserve list: who would go in the place of each mover.

use crate::decide::{Decided, Differences, decide, differences, letters};
use crate::domain::Question;
use crate::facts::Facts;
use crate::plan::Ended;
use crate::run::RunFault;
use crate::solve::{Options, Silent};
use rayon::prelude::*;
use serde::Serialize;

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
    let one = |no: usize| -> Result<Reserve, RunFault> {
        let mover = &plan.placement.moves[no];
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
        let first = without(facts, plan, &held, options)?;
        let (ended, differences) = match first {
            (Ended::NoPlanExists, _) => without(facts, plan, &free, options)?,
            found => found,
        };
        let who = facts.roster.teacher(mover.teacher);
        Ok(Reserve {
            teacher: who.id.clone(),
            name: who.name.clone(),
            to: facts.roster.school(mover.to).name.clone(),
            ended,
            differences,
        })
    };
    let movers = 0..plan.placement.moves.len();
    movers.into_par_iter().map(one).collect()
}

/// How the plan for another question ends, and what differs in it.
fn without(
    facts: &Facts<'_>,
    plan: &Decided,
    question: &Question,
    options: &Options,
) -> Result<(Ended, Differences), RunFault> {
    let other_facts = facts.asking(question);
    let decision = decide(&other_facts, options, false, &Silent)?;
    let change = decision.plan();
    let change = change.map(|other| differences((facts, plan), (&other_facts, other)));
    Ok((decision.ended(), change.unwrap_or_default()))
}
