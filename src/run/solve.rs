//! From what is known to a plan that the auditor accepts, in memory.

use super::hold::{NotKept, hold_beside};
#[cfg(feature = "solver")]
use super::proof::proof_of;
use super::{Accepted, Checked, RunFault, accepted};
use crate::audit::Audit;
use crate::decide::{
    Decided, Decision, NoPlan, built, decide_built, no_plan, written, written_holding,
};
use crate::facts::{Facts, Placement};
use crate::model::Staffing;
use crate::plan::{Edited, Ended, Plan};
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
    let Some(program) = built(facts, false, options) else {
        return Ok(Answer::Stopped(Ended::NotTried));
    };
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
        let plan = accepted(checked, self.program.facts, &doc)?;
        Ok(self.with_proof(plan, options))
    }

    /// The same plan with why none can be better, where that was proved.
    fn with_proof(&self, plan: Accepted, options: &Options) -> Accepted {
        #[cfg(feature = "solver")]
        let plan = Accepted {
            proof: (self.decided.outcome.ended == Ended::Proved)
                .then(|| {
                    let placed = &self.decided.placement;
                    proof_of(&self.program, placed, &plan.doc.digest, &options.until)
                })
                .flatten(),
            ..plan
        };
        #[cfg(not(feature = "solver"))]
        let _ = options;
        plan
    }

    /// The same with what was edited by hand beside moves and posts, as far as it can be held in the plan that follows
    /// a file; what cannot comes back with the reason.
    pub fn accepted_holding(
        &self,
        checked: &Checked,
        options: &Options,
        (doc, edits): (&Plan, &[Edited]),
    ) -> Result<(Accepted, Vec<NotKept>), RunFault> {
        let (facts, inputs) = (self.program.facts, &checked.inputs);
        let mut not_kept = Vec::new();
        let mut hold = |placement: &mut Placement, judged: &mut Audit| {
            not_kept = hold_beside(facts, (placement, judged), (doc, edits));
        };
        let done = written_holding(&self.program, &self.decided, inputs, options, &mut hold)?;
        let plan = accepted(checked, facts, &done.0)?;
        Ok((self.with_proof(plan, options), not_kept))
    }
}
