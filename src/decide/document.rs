//! The plan as a document: what was decided, with what the solver says of it, written down.

use super::Decided;
use super::decided::{Covered, cover};
use crate::audit::Audit;
use crate::facts::{Facts, Placement};
use crate::model::Staffing;
use crate::plan::{Ended, InputDoc, Plan, SolverFault, seated_at_home};
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
    Ok((doc, before.placement))
}

/// Who would fill which post if nothing were decided.
#[derive(Debug, Clone)]
pub struct Before {
    /// Everybody on a post of her own school.
    pub placement: Placement,
    /// How it was found: where it is not proved, as whoever fits best takes each post.
    pub ended: Ended,
}

/// Who would fill which post if nothing were decided; where it is time to stop, what is known at once.
pub fn before(program: &Staffing<'_>, options: &Options) -> Result<Before, SolverFault> {
    let at_once = || Before {
        placement: seated_at_home(program.facts),
        ended: Ended::OutOfTime,
    };
    if options.until.cuts() {
        return Ok(at_once());
    }
    let goals = [GoalId::EmptyPosts, GoalId::OffSubject, GoalId::Canonical];
    let outcome = solve(&program.nothing_decided(), &goals, options, &Silent);
    match (outcome.point, outcome.ended) {
        (Some(point), ended) => Ok(Before {
            placement: program.placement(&point),
            ended,
        }),
        (None, Ended::NotTried | Ended::NotFoundInTime | Ended::OutOfTime) => Ok(at_once()),
        (None, ended) => Err(SolverFault(format!("present state: {ended:?}"))),
    }
}

/// The same for facts, whatever time it takes: what is shown beside one change after the other.
pub(super) fn undecided(facts: &Facts<'_>, options: &Options) -> Result<Before, SolverFault> {
    let options = Options {
        until: Until::default(),
        ..options.clone()
    };
    before(&build(facts, false), &options)
}

/// The document, digest included; `before` is how things stand when nothing is decided, `inputs` every file that
/// was read. Of whom there is no time to say why she moves, that is said.
pub(super) fn document(
    facts: &Facts<'_>,
    decided: &Decided,
    covered: &Covered,
    before: &Before,
    inputs: &[InputDoc],
    options: &Options,
) -> Plan {
    let bounds = decided.outcome.of_policy();
    let bounds = bounds.filter_map(|one| Some((one.goal, one.bound?)));
    let open = covered.iter().filter(|(_, proof)| !proof.ended.is_proved());
    let open = open.filter_map(|(one, _)| one.rule());
    let claims = Claims {
        version: env!("CARGO_PKG_VERSION").into(),
        solver: solver_name(),
        ended: Some(decided.outcome.ended),
        gap: options.gap,
        bounds: bounds.collect(),
        present: (!before.ended.is_proved()).then_some(before.ended),
        undecided: open.map(|rule| rule.key().to_owned()).collect(),
        proofs: covered.iter().map(|(_, proof)| *proof).collect(),
    };
    let plans = [&decided.placement, &before.placement];
    record(facts, plans, &decided.judged, &claims, inputs, &|_| {
        options.until.cuts()
    })
}

/// The solver by name and version.
pub fn solver_name() -> String {
    #[cfg(feature = "solver")]
    return format!("HiGHS {}", crate::solve::HIGHS_VERSION);
    #[cfg(not(feature = "solver"))]
    return "microlp".into();
}
