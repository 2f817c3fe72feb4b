//! A plan from a file, as the explanations need it.

use super::audited::{plan_bytes, read_plan};
use super::decide::Decided;
use super::plan::before;
use super::{Checked, RunFault};
use crate::audit;
use crate::domain::plan::Plan;
use crate::facts::{Facts, Placement};
use crate::finding::Findings;
use crate::rules::{build, goals};
use crate::solve::{Options, Silent, solve};
use std::path::Path;

/// Reads a plan file; the findings say what is wrong with it, and whether it was edited or made from
/// other tables.
pub fn read_plan_file(
    checked: &Checked,
    file: &Path,
) -> Result<(Option<Plan>, Findings), RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    let mut findings = Findings::default();
    let doc = read_plan(&bytes, &name, checked, &mut findings);
    Ok((doc, findings))
}

/// The plan of a document with its values; the findings when it breaks a must-rule, since there is
/// nothing to be said for it then.
pub fn given(
    facts: &Facts<'_>,
    doc: &Plan,
    options: &Options,
) -> Result<Result<Decided, Findings>, RunFault> {
    let (placement, mut findings) = audit::placement(facts, doc);
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
        return Err(RunFault::Solver(words));
    }
    Ok(Ok(Decided {
        placement,
        outcome,
        judged,
    }))
}

/// Who fills which post when nothing is decided.
pub fn undecided(facts: &Facts<'_>, options: &Options) -> Result<Placement, RunFault> {
    before(&build(facts, false), options)
}
