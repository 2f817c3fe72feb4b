//! What was decided, with what solver and auditor say of it; after the posts, what is decided beside who goes
//! where.

use crate::audit::{Audit, audit};
use crate::facts::{Facts, Placement};
use crate::plan::secondary::{Program, Proof, Secondary, decisions};
use crate::plan::{Ended, SolverFault};
use crate::policy::GoalId;
use crate::solve::{Options, Outcome, Silent, solve};
use rayon::prelude::*;

/// A placement with what the solver and the auditor say of it.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Who goes where.
    pub placement: Placement,
    /// What the solver said.
    pub outcome: Outcome,
    /// What the auditor says.
    pub judged: Audit,
}

impl Decided {
    /// The value of a goal, in its unit.
    pub fn goal(&self, goal: GoalId) -> i64 {
        self.judged.goals.get(&goal).copied().unwrap_or(0)
    }
}

/// How a decision ended.
#[derive(Debug, Clone)]
pub enum Decision {
    /// There is a plan.
    Plan(Box<Decided>),
    /// No plan obeys every must-rule.
    NoPlan,
    /// Stopped before a plan was found.
    Stopped(Ended),
}

impl Decision {
    /// The plan, when there is one.
    pub fn plan(&self) -> Option<&Decided> {
        match self {
            Self::Plan(decided) => Some(decided),
            Self::NoPlan | Self::Stopped(_) => None,
        }
    }

    /// How it ended.
    pub fn ended(&self) -> Ended {
        match self {
            Self::Plan(decided) => decided.outcome.ended,
            Self::NoPlan => Ended::NoPlanExists,
            Self::Stopped(ended) => *ended,
        }
    }
}

/// The secondary decisions that were taken, each with how its programs ended.
pub(super) type Covered = Vec<(&'static dyn Secondary, Proof)>;

/// A plan with the secondary decisions, and what the auditor says of it.
pub(super) fn cover(
    facts: &Facts<'_>,
    heads: &Placement,
    options: &Options,
) -> Result<(Placement, Audit, Covered), SolverFault> {
    let (mut plan, mut covered) = (heads.clone(), Covered::new());
    for one in decisions(facts) {
        // Where it is time to stop, nothing more is decided beside who goes where, and nothing is proved of it.
        if options.until.cuts() {
            covered.push((one, Proof::NONE));
            continue;
        }
        let programs = one.programs(facts, &plan);
        let outcomes = programs.par_iter().map(|one| solved(one, options));
        let outcomes: Vec<Outcome> = outcomes.collect::<Result<_, _>>()?;
        for (program, outcome) in programs.iter().zip(&outcomes) {
            if let Some(point) = &outcome.point {
                program.read(point, &mut plan);
            }
        }
        covered.push((one, proof(&outcomes)));
    }
    let judged = audit(facts, &plan);
    Ok((plan, judged, covered))
}

/// The same plan with everything that is decided beside who goes where, as the document of a plan has it.
pub fn covered(
    facts: &Facts<'_>,
    plan: &Decided,
    options: &Options,
) -> Result<Decided, SolverFault> {
    let (placement, judged, covered) = cover(facts, &plan.placement, options)?;
    let mut outcome = plan.outcome.clone();
    // A plan without all that goes with it is not solved to its end.
    if covered.iter().any(|(_, proof)| *proof == Proof::NONE) {
        outcome.ended = Ended::OutOfTime;
    }
    Ok(Decided {
        placement,
        outcome,
        judged,
    })
}

fn solved(program: &Program, options: &Options) -> Result<Outcome, SolverFault> {
    let outcome = solve(&program.lp, program.goals, options, &Silent);
    if !matches!(outcome.ended, Ended::SolverFault | Ended::NoPlanExists) {
        return Ok(outcome);
    }
    let words = outcome.fault;
    Err(SolverFault(
        words.unwrap_or_else(|| "no lessons are a plan too".into()),
    ))
}

/// What is proved of all together.
fn proof(outcomes: &[Outcome]) -> Proof {
    outcomes.iter().fold(Proof::default(), |all, outcome| {
        let first = outcome.goals.first();
        let bound = first.and_then(|goal| goal.bound);
        Proof {
            ended: if outcome.ended.is_proved() {
                all.ended
            } else {
                outcome.ended
            },
            value: all.value + first.and_then(|goal| goal.value).unwrap_or(0),
            bound: all.bound.zip(bound).map(|(a, b)| a + b),
        }
    })
}
