//! How a solve ended, and what is known: two different answers.

use crate::plan::Ended;
use crate::policy::GoalId;

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
    /// Whether there is a plan that may be written without a warning.
    pub fn is_proved(&self) -> bool {
        self.ended.is_proved()
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
