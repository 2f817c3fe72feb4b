//! What a caller asks of a solve, what it hears while it runs, and what it is told: how the solve ended, and
//! what is known, which are two different answers.

use super::until::Until;
use crate::plan::Ended;
use crate::policy::GoalId;

/// Which solver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Solver {
    /// HiGHS.
    #[cfg(feature = "solver")]
    #[default]
    Highs,
    /// microlp, for small programs.
    #[cfg_attr(not(feature = "solver"), default)]
    Microlp,
}

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which solver.
    pub solver: Solver,
    /// When to stop: one end for everything that a command solves.
    pub until: Until,
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

/// Hears the news.
pub trait Watch: Sync {
    /// A goal has been begun or its bound is known.
    fn heard(&self, news: Progress);

    /// There is no plan: why, and what would help, is looked for.
    fn no_plan(&self) {}
}

/// Hears nothing.
pub struct Silent;

impl Watch for Silent {
    fn heard(&self, _: Progress) {}
}

/// What is known about one goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalResult {
    /// The goal.
    pub goal: GoalId,
    /// Its exact value in the plan found.
    pub value: Option<i64>,
    /// No plan that is as good in the goals before can be below this.
    pub bound: Option<i64>,
}

/// What the solver said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub ended: Ended,
    /// The values of the columns, whole and checked against every row, when there is a plan.
    pub point: Option<Vec<i64>>,
    /// The goals in their order.
    pub goals: Vec<GoalResult>,
    /// What the solver said when it failed.
    pub fault: Option<String>,
}

impl Outcome {
    /// The goals of the policy: the canonical one says nothing to a person.
    pub fn of_policy(&self) -> impl Iterator<Item = &GoalResult> {
        let all = self.goals.iter();
        all.filter(|one| one.goal != GoalId::Canonical)
    }
}

/// The optimum of a relaxation, in which people may be divided: a bound with its prices.
#[derive(Debug, Clone)]
pub struct Relaxed {
    /// The value, constant included.
    pub value: f64,
    /// Reduced cost of each column: what one more unit of it adds at least.
    pub prices: Vec<f64>,
    /// Dual value of each row.
    pub row_prices: Vec<f64>,
}
