//! The plan as a document: what was decided, with what the solver says of it, written down.

use super::Decided;
use super::decided::{Covered, cover};
use crate::audit::Audit;
use crate::facts::{Facts, Placement};
use crate::model::Staffing;
use crate::plan::{InputDoc, Plan, SolverFault};
use crate::policy::GoalId;
use crate::record::{Claims, record};
use crate::rules::build;
use crate::solve::{Options, Silent, Until, solve};

/// The document of a decided plan with lessons, visits and the like, and how things stand when nothing is
/// decided.
pub fn written(
    program: &Staffing<'_>,
    decided: &Decided,
    inputs: &[InputDoc],
    options: &Options,
) -> Result<(Plan, Placement), SolverFault> {
    written_holding(program, decided, inputs, options, &mut |_, _| ())
}

/// The same, where something is held once lessons, visits and the like are decided; what the auditor says of the plan
/// must go with it.
pub fn written_holding(
    program: &Staffing<'_>,
    decided: &Decided,
    inputs: &[InputDoc],
    options: &Options,
    hold: &mut dyn FnMut(&mut Placement, &mut Audit),
) -> Result<(Plan, Placement), SolverFault> {
    let facts = program.facts;
    let (mut placement, mut judged, covered) = cover(facts, &decided.placement, options)?;
    hold(&mut placement, &mut judged);
    let decided = Decided {
        placement,
        outcome: decided.outcome.clone(),
        judged,
    };
    let before = before(program, options)?;
    let doc = document(facts, &decided, &covered, &before, inputs, options);
    Ok((doc, before))
}

/// Who would fill which post if nothing were decided.
pub fn before(program: &Staffing<'_>, options: &Options) -> Result<Placement, SolverFault> {
    let goals = [GoalId::EmptyPosts, GoalId::OffSubject, GoalId::Canonical];
    let options = Options {
        until: Until::default(),
        ..options.clone()
    };
    let outcome = solve(&program.nothing_decided(), &goals, &options, &Silent);
    match outcome.point {
        Some(point) => Ok(program.placement(&point)),
        None => Err(SolverFault(format!("present state: {:?}", outcome.ended))),
    }
}

/// The same for facts.
pub(super) fn undecided(facts: &Facts<'_>, options: &Options) -> Result<Placement, SolverFault> {
    before(&build(facts, false), options)
}

/// The document, digest included; `before` is how things stand when nothing is decided, `inputs` every file that
/// was read. Of whom there is no time to say why she moves, that is said.
pub(super) fn document(
    facts: &Facts<'_>,
    decided: &Decided,
    covered: &Covered,
    before: &Placement,
    inputs: &[InputDoc],
    options: &Options,
) -> Plan {
    let bounds = decided.outcome.of_policy();
    let bounds = bounds.filter_map(|one| Some((one.goal, one.bound?)));
    let claims = Claims {
        version: env!("CARGO_PKG_VERSION").into(),
        solver: solver_name(),
        ended: Some(decided.outcome.ended),
        gap: options.gap,
        bounds: bounds.collect(),
        proofs: covered.iter().map(|(_, proof)| *proof).collect(),
    };
    let plans = [&decided.placement, before];
    record(facts, plans, &decided.judged, &claims, inputs, &|_| {
        options.until.is_over()
    })
}

fn solver_name() -> String {
    #[cfg(feature = "solver")]
    return format!("HiGHS {}", crate::solve::HIGHS_VERSION);
    #[cfg(not(feature = "solver"))]
    return "microlp".into();
}
