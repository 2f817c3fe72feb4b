//! From a checked scenario to a proved and audited placement, in memory.

use super::decided::{Decided, Decision};
use super::robustness::rows_in_danger;
use crate::audit::{Audit, audit};
use crate::domain::{Published, Roster};
use crate::facts::{Facts, Placement};
use crate::finding::{Findings, Severity};
use crate::model::Staffing;
use crate::plan::{Ended, Plan, SolverFault, placement};
use crate::policy::GoalId;
use crate::rules::{build_unless, goals};
use crate::solve::{GoalResult, Options, Outcome, Silent, Watch, solve};
use std::collections::BTreeSet;

/// Solves and audits. An unproved plan counts as one only when it is asked for.
pub fn decide(
    facts: &Facts<'_>,
    options: &Options,
    allow_unproved: bool,
    watch: &dyn Watch,
) -> Result<Decision, SolverFault> {
    match built(facts, false, options) {
        Some(program) => decide_built(&program, options, allow_unproved, watch),
        None => Ok(Decision::Stopped(Ended::NotTried)),
    }
}

/// The program of the facts; none where it is time to stop.
pub fn built<'f>(facts: &'f Facts<'f>, elastic: bool, options: &Options) -> Option<Staffing<'f>> {
    build_unless(facts, elastic, &|| options.until.cuts())
}

/// The same for the program of the facts as it was built, with the refusals that it is to withstand. Only
/// rows that are in danger are asked to spare something, until none is: the plan is then the best of all
/// that withstand so many.
pub fn decide_built(
    program: &Staffing<'_>,
    options: &Options,
    allow_unproved: bool,
    watch: &dyn Watch,
) -> Result<Decision, SolverFault> {
    let refusals = program.facts.question.withstand;
    let mut decision = decide_on(program, options, allow_unproved, watch)?;
    let mut rows = BTreeSet::new();
    while let Some(plan) = decision.plan().filter(|_| refusals > 0) {
        let danger = rows_in_danger(program, plan, refusals);
        if danger.is_empty() {
            break;
        }
        if danger.is_subset(&rows) {
            let words = format!("rows {danger:?} spare less than they were asked to");
            return Err(SolverFault(words));
        }
        rows.extend(danger);
        let mut strong = program.clone();
        strong.withstand(refusals, &rows);
        decision = decide_on(&strong, options, allow_unproved, watch)?;
    }
    Ok(decision)
}

/// Solves and audits any program, such as one with rows of its own.
pub fn decide_on(
    program: &Staffing<'_>,
    options: &Options,
    allow_unproved: bool,
    watch: &dyn Watch,
) -> Result<Decision, SolverFault> {
    let facts = program.facts;
    let outcome = solve(&program.lp, &goals(facts), options, watch);
    let allowed = allow_unproved && outcome.ended == Ended::OutOfTime;
    match (&outcome.point, outcome.ended) {
        (_, Ended::NoPlanExists) => Ok(Decision::NoPlan),
        (_, Ended::SolverFault) => Err(SolverFault(
            outcome.fault.unwrap_or_else(|| "no reason given".into()),
        )),
        (Some(point), _) if outcome.ended.is_proved() || allowed => {
            let placement = program.placement(point);
            let judged = audit(facts, &placement);
            Ok(Decision::Plan(Box::new(Decided {
                outcome: agreed(&judged, outcome)?,
                placement,
                judged,
            })))
        }
        _ => Ok(Decision::Stopped(outcome.ended)),
    }
}

/// The auditor must reach the very goal values that the program claims, and find nothing broken. Where the search
/// was stopped the program has not pressed down the goals that it never reached: what counts is the auditor's value,
/// which is no larger.
fn agreed(judged: &Audit, mut outcome: Outcome) -> Result<Outcome, SolverFault> {
    let stopped = outcome.ended == Ended::OutOfTime;
    let of_policy = outcome.goals.iter_mut();
    for result in of_policy.filter(|one| one.goal != GoalId::Canonical) {
        let audited = judged.goals.get(&result.goal).copied().unwrap_or(0);
        if stopped && result.value.is_some_and(|value| audited < value) {
            result.value = Some(audited);
        }
        if result.value != Some(audited) {
            let goal = result.goal.key();
            let words = format!("goal {goal}: program {:?}, auditor {audited}", result.value);
            return Err(SolverFault(words));
        }
    }
    if judged.holds() && !judged.findings.has_errors() {
        return Ok(outcome);
    }
    let errors = judged.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|one| (one.code.id, &one.about)).collect();
    Err(SolverFault(format!(
        "the auditor rejects the plan: {errors:?}"
    )))
}

/// The letters of a placement of one roster, for another roster: people and schools are the same when
/// their ids are.
pub fn letters(plan: &Placement, of: &Roster, to: &Roster, frozen: bool) -> Published {
    let letters = plan.moves.iter().filter_map(|one| {
        let teacher = to.find_teacher(&of.teacher(one.teacher).id)?;
        let school = to.find_school(&of.school(one.to).id)?;
        Some((teacher, school))
    });
    Published {
        letters: letters.collect(),
        frozen,
    }
}

/// What each goal comes to as the auditor reckons it, with nothing proved.
fn worth(facts: &Facts<'_>, judged: &Audit) -> Outcome {
    let of = |goal| GoalResult {
        goal,
        value: judged.goals.get(&goal).copied(),
        bound: None,
    };
    Outcome {
        ended: Ended::OutOfTime,
        point: None,
        goals: goals(facts).into_iter().map(of).collect(),
        fault: None,
    }
}

/// The plan of a document with its values; the findings when it breaks a must-rule, since there is
/// nothing to be said for it then.
pub fn given(
    facts: &Facts<'_>,
    doc: &Plan,
    options: &Options,
) -> Result<Result<Decided, Findings>, SolverFault> {
    let (placement, mut findings) = placement(facts, doc);
    let judged = audit(facts, &placement);
    if findings.has_errors() || !judged.holds() {
        findings.append(judged.findings);
        return Ok(Err(findings));
    }
    // Everything is decided already: this says what it is worth. Where there is no time to prove it, the auditor's word
    // is what there is.
    let outcome = match built(facts, false, options) {
        None => worth(facts, &judged),
        Some(program) => {
            let Some(lp) = program.fixed_to(&placement) else {
                findings.append(judged.findings);
                return Ok(Err(findings));
            };
            let outcome = solve(&lp, &goals(facts), options, &Silent);
            match (outcome.ended, &outcome.point) {
                (Ended::NotFoundInTime, _) => worth(facts, &judged),
                (ended, None) => {
                    return Err(SolverFault(format!("the plan of the file: {ended:?}")));
                }
                _ => outcome,
            }
        }
    };
    Ok(Ok(Decided {
        placement,
        outcome,
        judged,
    }))
}
