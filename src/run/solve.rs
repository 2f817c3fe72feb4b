//! From what is known to a plan that the auditor accepts, in memory.

use super::{Accepted, Checked, RunFault, accepted};
use crate::decide::{Decided, Decision, NoPlan, decide_built, no_plan, written};
use crate::facts::Facts;
use crate::model::Staffing;
use crate::plan::Ended;
use crate::rules::build;
use crate::solve::{Options, Watch};

/// How a run ended.
pub enum Answer<'f> {
    /// There is a plan.
    Plan(Box<Solved<'f>>),
    /// No plan obeys every must-rule; why, and what would make one possible.
    NoPlan(Box<NoPlan>),
    /// Stopped before the asked gap.
    Stopped(Ended),
}

/// What was decided, with the program that it was decided by.
pub struct Solved<'f> {
    /// Who goes where.
    pub decided: Decided,
    /// The program.
    pub program: Staffing<'f>,
}

/// Solves; an unproved plan counts as one only when it is asked for.
pub fn solve<'f>(
    facts: &'f Facts<'f>,
    options: &Options,
    allow_unproved: bool,
    watch: &dyn Watch,
) -> Result<Answer<'f>, RunFault> {
    let program = build(facts, false);
    let decision = decide_built(&program, options, allow_unproved, watch)?;
    Ok(match decision {
        Decision::Plan(decided) => Answer::Plan(Box::new(Solved {
            decided: *decided,
            program,
        })),
        Decision::NoPlan => Answer::NoPlan(Box::new(no_plan(facts, options, watch)?)),
        Decision::Stopped(ended) => Answer::Stopped(ended),
    })
}

impl Solved<'_> {
    /// The document as the auditor accepts it.
    pub fn accepted(&self, checked: &Checked, options: &Options) -> Result<Accepted, RunFault> {
        let (doc, _) = written(&self.program, &self.decided, &checked.inputs, options)?;
        accepted(checked, self.program.facts, &doc)
    }
}
