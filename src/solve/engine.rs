//! What the order of goals asks of a solver.

use super::Until;
use crate::model::GoalSum;

/// How one solve ended.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum State {
    /// Optimal (within the asked gap, when whole numbers were asked for).
    Optimal,
    /// Nothing satisfies every row.
    Infeasible,
    /// Stopped by the clock.
    Limit,
    /// The solver failed.
    Fault(String),
}

/// When to stop a search for whole numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task<'p> {
    /// When to stop.
    pub(super) until: &'p Until,
    /// Within this share of the bound; microlp always goes on to the very best.
    #[cfg_attr(not(feature = "solver"), allow(dead_code))]
    pub(super) gap: f64,
}

/// What one solve found.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// How it ended.
    pub(super) state: State,
    /// Lower bound of the goal, constant not included.
    pub(super) bound: f64,
    /// Values of the columns, when there are any.
    pub(super) point: Option<Vec<f64>>,
    /// Only the points within the asked slack were looked at.
    pub(super) near: bool,
}

/// A program held by a solver.
pub(super) trait Engine: Clone {
    /// Whether it can solve the relaxation and fix by its prices.
    const RELAXES: bool;
    /// Solves without asking for whole numbers.
    fn relax(&mut self, goal: &GoalSum, until: &Until) -> Answer;
    /// What the columns of a goal allow, rows left aside, as if that were the relaxation's answer: a bound with
    /// prices. With `reached`, only where the last relaxation's point reaches it.
    fn presume(&mut self, goal: &GoalSum, reached: bool) -> Option<f64>;
    /// From now on only whole points are looked for whose value is at most `slack` above that of the
    /// last relaxation: what its prices rule out is fixed. With no slack that is its optimal face.
    fn keep_within(&mut self, slack: f64);
    /// Solves for whole numbers; with `slack`, only among the points that
    /// [`Engine::keep_within`] would leave, if those are markedly fewer.
    fn whole(&mut self, goal: &GoalSum, slack: Option<f64>, task: Task<'_>) -> Answer;
    /// From now on the goal may not exceed this, constant not included.
    fn cap(&mut self, goal: &GoalSum, most: i64);
}
