//! Where there is no plan: which must-rules conflict, and what would make one possible.

use super::conflict::{Conflict, conflict};
use super::decided::Decision;
use super::repair::{Repair, repairs};
use super::robustness::{Withstands, withstands};
use super::solved::decide;
use crate::facts::Facts;
use crate::plan::SolverFault;
use crate::solve::{Options, Watch};
use serde::Serialize;

/// Why no plan obeys every must-rule, and what would make one possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoPlan {
    /// Must-rules that cannot hold together.
    pub conflict: Option<Conflict>,
    /// The cheapest special approvals, each proved; empty when none on offer helps.
    pub repairs: Vec<Repair>,
    /// When only the refusals that were asked for cannot be withstood: what the plan withstands that
    /// withstands most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withstands: Option<Withstands>,
}

/// Both answers for facts under which there is no plan.
pub fn no_plan(
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<NoPlan, SolverFault> {
    let mut question = facts.question.clone();
    while question.withstand > 0 {
        question.withstand -= 1;
        let fewer = facts.asking(&question);
        if let Decision::Plan(plan) = decide(&fewer, options, false, watch)? {
            return Ok(NoPlan {
                conflict: None,
                repairs: Vec::new(),
                withstands: Some(withstands(&fewer, &plan)),
            });
        }
    }
    let facts = &facts.asking(&question);
    let (conflict, repairs) = rayon::join(
        || conflict(facts, options, watch),
        || repairs(facts, options, watch),
    );
    Ok(NoPlan {
        conflict: conflict?,
        repairs: repairs?,
        withstands: None,
    })
}
