//! Solving: goals in their order, each proved, without big weights.
//!
//! HiGHS is driven through the `highs` crate itself: `good_lp` keeps the columns of its HiGHS problem
//! to itself, so a solved program could not be changed and started again from its basis, which is
//! what makes the later goals cheap. The pure-Rust solver microlp is driven through `good_lp`; it
//! serves builds without C++ and cross-checks at small size.

mod asked;
#[cfg(feature = "solver")]
mod certify;
mod engine;
#[cfg(feature = "solver")]
mod highs;
mod lexicographic;
mod microlp;
#[cfg(feature = "solver")]
mod small;
mod until;
#[cfg(feature = "solver")]
mod warm;

#[cfg(feature = "solver")]
pub use self::certify::certify;
#[cfg(feature = "solver")]
pub use self::highs::{HIGHS_VERSION, known_fault_is_absent};
pub use asked::{GoalResult, Options, Outcome, Progress, Relaxed, Silent, Solver, Watch};
pub use until::Until;

use crate::model::Lp;
#[cfg(feature = "solver")]
use crate::model::{Row, Sense};
use crate::plan::Ended;
use crate::policy::GoalId;

/// Relaxes one goal; none when there is no point or the solver knows no prices.
#[cfg_attr(not(feature = "solver"), allow(unused_variables))]
pub fn relaxed(lp: &Lp, goal: GoalId, options: &Options) -> Option<Relaxed> {
    if lp.columns.is_empty() {
        return None;
    }
    match options.solver {
        #[cfg(feature = "solver")]
        Solver::Highs => self::highs::Highs::new(lp).priced(lp, goal, &options.until),
        Solver::Microlp => None,
    }
}

/// Reaches the goals in their order and says how it ended.
pub fn solve(lp: &Lp, goals: &[GoalId], options: &Options, watch: &dyn Watch) -> Outcome {
    if lp.columns.is_empty() {
        return undecided(lp, goals);
    }
    let outcome = match options.solver {
        #[cfg(feature = "solver")]
        Solver::Highs => lexicographic::run(self::highs::Highs::new(lp), lp, goals, options, watch),
        Solver::Microlp => lexicographic::run(microlp::Microlp::new(lp), lp, goals, options, watch),
    };
    options.until.count();
    outcome
}

/// The outcome where there is nothing to decide; no solver is asked, since not every one can answer.
fn undecided(lp: &Lp, goals: &[GoalId]) -> Outcome {
    let holds = lp.rows.iter().all(|row| row.holds(&[]));
    let known = goals.iter().map(|&goal| {
        let value = holds.then(|| lp.goal_value(goal, &[]));
        GoalResult {
            goal,
            value,
            bound: value,
        }
    });
    Outcome {
        ended: if holds {
            Ended::Proved
        } else {
            Ended::NoPlanExists
        },
        point: holds.then(Vec::new),
        goals: known.collect(),
        fault: None,
    }
}

/// Smallest and largest value.
#[cfg(feature = "solver")]
type Ends = (f64, f64);

/// Between what the sum of a row lies.
#[cfg(feature = "solver")]
fn ends_of_row(row: &Row) -> Ends {
    let bound = float(row.bound);
    match row.sense {
        Sense::AtLeast => (bound, f64::INFINITY),
        Sense::AtMost => (f64::NEG_INFINITY, bound),
        Sense::Exactly => (bound, bound),
    }
}

#[allow(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn float(x: i64) -> f64 {
    x as f64
}
