//! How a solve ended, and what is known: two different answers.

use crate::domain::labelled_enum;
use crate::policy::GoalId;

labelled_enum! {
    /// How it ended (求解结论).
    Ended {
        Proved = "proved" "已证明最优" "proved best",
        GoodEnough = "good_enough" "已达到要求的差距" "within the asked gap of the best",
        OutOfTime = "out_of_time" "到时停止，有方案但未证明最优" "stopped with a plan, not proved",
        NoPlanExists = "no_plan_exists" "不存在满足全部硬性规定的方案" "no plan obeys every must-rule",
        NotFoundInTime = "not_found_in_time" "到时停止，尚未找到方案" "stopped before a plan was found",
        SolverFault = "solver_fault" "求解器故障" "solver fault",
    }
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
    /// Whether there is a plan that may be written without a warning.
    pub fn is_proved(&self) -> bool {
        matches!(self.ended, Ended::Proved | Ended::GoodEnough)
    }
}

impl Ended {
    /// Whether the question is answered: a proved plan, or the proof that there is none.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Proved | Self::GoodEnough | Self::NoPlanExists)
    }
}
