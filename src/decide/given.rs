//! A plan from a file, as the explanations need it.

use super::decided::Decided;
use super::written::before;
use crate::audit;
use crate::facts::{Facts, Placement};
use crate::finding::Findings;
use crate::plan;
use crate::plan::{Plan, SolverFault};
use crate::rules::{build, goals};
use crate::solve::{Options, Silent, solve};

/// The plan of a document with its values; the findings when it breaks a must-rule, since there is
/// nothing to be said for it then.
pub fn given(
    facts: &Facts<'_>,
    doc: &Plan,
    options: &Options,
) -> Result<Result<Decided, Findings>, SolverFault> {
    let (placement, mut findings) = plan::placement(facts, doc);
    let judged = audit::audit(facts, &placement);
    if findings.has_errors() || !judged.holds() {
        findings.append(judged.findings);
        return Ok(Err(findings));
    }
    let program = build(facts, false);
    let Some(lp) = program.fixed_to(&placement) else {
        findings.append(judged.findings);
        return Ok(Err(findings));
    };
    let outcome = solve(&lp, &goals(facts), options, &Silent);
    if outcome.point.is_none() {
        let words = format!("the plan of the file: {:?}", outcome.ended);
        return Err(SolverFault(words));
    }
    Ok(Ok(Decided {
        placement,
        outcome,
        judged,
    }))
}

/// Who fills which post when nothing is decided.
pub fn undecided(facts: &Facts<'_>, options: &Options) -> Result<Placement, SolverFault> {
    before(&build(facts, false), options)
}
