//! The reserve list: who would go in the place of each mover.

use super::prices::otherwise;
use crate::decide::{Decided, Differences, letters};
use crate::facts::{Facts, PlannedMove};
use crate::plan::Ended;
use crate::run::RunFault;
use crate::solve::Options;
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
