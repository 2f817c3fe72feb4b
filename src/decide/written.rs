//! From a decided plan to its document.

use super::cover::cover;
use super::decided::Decided;
use super::document::{Parts, document};
use crate::facts::Placement;
use crate::model::Staffing;
use crate::plan::{InputDoc, Plan, SolverFault};
use crate::policy::GoalId;
use crate::solve::{Options, Silent, solve};

/// The document of a decided plan with lessons, visits and the like, and how things stand when nothing is
/// decided.
pub fn written(
    program: &Staffing<'_>,
    decided: &Decided,
    inputs: &[InputDoc],
    options: &Options,
) -> Result<(Plan, Placement), SolverFault> {
    let facts = program.facts;
    let (decided, covered) = cover(facts, decided, options)?;
    let before = before(program, options)?;
    let doc = document(&Parts {
        facts,
        decided: &decided,
        covered: &covered,
        before: &before,
        inputs,
        gap: options.gap,
    });
    Ok((doc, before))
}

/// Who would fill which post if nothing were decided.
pub fn before(program: &Staffing<'_>, options: &Options) -> Result<Placement, SolverFault> {
    let goals = [GoalId::EmptyPosts, GoalId::Canonical];
    let options = Options {
        time_limit: None,
        ..options.clone()
    };
    let outcome = solve(&program.nothing_decided(), &goals, &options, &Silent);
    match outcome.point {
        Some(point) => Ok(program.placement(&point)),
        None => Err(SolverFault(format!("present state: {:?}", outcome.ended))),
    }
}
