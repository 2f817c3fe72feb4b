//! After the posts: what is decided beside who goes where.

use super::decided::Decided;
use crate::audit;
use crate::facts::Facts;
use crate::plan::secondary::{Program, Proof, Secondary, decisions};
use crate::plan::{Ended, SolverFault};
use crate::solve::{Options, Outcome, Silent, solve};
use rayon::prelude::*;

/// The secondary decisions that were taken, each with how its programs ended.
pub(super) type Covered = Vec<(&'static dyn Secondary, Proof)>;

/// Adds the secondary decisions to a plan, and judges it again.
pub(super) fn cover(
    facts: &Facts<'_>,
    heads: &Decided,
    options: &Options,
) -> Result<(Decided, Covered), SolverFault> {
    let (mut decided, mut covered) = (heads.clone(), Covered::new());
    for one in decisions(facts) {
        let programs = one.programs(facts, &heads.placement);
        let outcomes: Vec<Outcome> = programs
            .par_iter()
            .map(|one| solved(one, options))
            .collect::<Result<_, _>>()?;
        for (program, outcome) in programs.iter().zip(&outcomes) {
            if let Some(point) = &outcome.point {
                program.read(point, &mut decided.placement);
            }
        }
        covered.push((one, proof(&outcomes)));
    }
    decided.judged = audit::audit(facts, &decided.placement);
    Ok((decided, covered))
}

fn solved(program: &Program, options: &Options) -> Result<Outcome, SolverFault> {
    let outcome = solve(&program.lp, program.goals, options, &Silent);
    match outcome.ended {
        Ended::SolverFault | Ended::NoPlanExists => Err(SolverFault(
            outcome
                .fault
                .unwrap_or_else(|| "no lessons are a plan too".into()),
        )),
        _ => Ok(outcome),
    }
}

/// What is proved of all together.
fn proof(outcomes: &[Outcome]) -> Proof {
    outcomes.iter().fold(Proof::default(), |all, outcome| {
        let first = outcome.goals.first();
        let bound = first.and_then(|goal| goal.bound);
        Proof {
            ended: if outcome.is_proved() {
                all.ended
            } else {
                outcome.ended
            },
            value: all.value + first.and_then(|goal| goal.value).unwrap_or(0),
            bound: all.bound.zip(bound).map(|(a, b)| a + b),
        }
    })
}
