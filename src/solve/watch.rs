//! What a caller asks of a solve, and what it hears while it runs.

use crate::policy::GoalId;
use std::time::Duration;

/// Which solver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solver {
    /// HiGHS.
    #[cfg(feature = "solver")]
    Highs,
    /// microlp, for small programs.
    Microlp,
}

impl Default for Solver {
    fn default() -> Self {
        #[cfg(feature = "solver")]
        return Self::Highs;
        #[cfg(not(feature = "solver"))]
        return Self::Microlp;
    }
}

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which solver.
    pub solver: Solver,
    /// Stop after this long, counted from the start of the solve.
    pub time_limit: Option<Duration>,
    /// Accept a plan within this share of the bound; 0 asks for the very best.
    pub gap: f64,
}

/// News of a running solve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// The goal at which it is.
    pub goal: GoalId,
    /// Its place in the order, from 1.
    pub number: usize,
    /// How many goals there are.
    pub of: usize,
    /// Bound known for this goal.
    pub bound: Option<f64>,
}

/// Hears the news and may ask to stop.
pub trait Watch: Sync {
    /// A goal has been begun or its bound is known.
    fn heard(&self, news: Progress);
    /// Whether to stop before the next step.
    fn stop(&self) -> bool {
        false
    }
}

/// Hears nothing.
pub struct Silent;

impl Watch for Silent {
    fn heard(&self, _: Progress) {}
}
