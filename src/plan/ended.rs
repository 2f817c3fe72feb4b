//! How a solve ended.

use crate::domain::labelled_enum;

labelled_enum! {
    /// How it ended (求解结论).
    Ended {
        Proved = "proved" "已证明最优" "proved best",
        GoodEnough = "good_enough" "已达到要求的差距" "within the asked gap of the best",
        OutOfTime = "out_of_time" "中途停止，有方案但未证明最优" "stopped with a plan, not proved",
        NoPlanExists = "no_plan_exists" "不存在满足全部硬性规定的方案" "no plan obeys every must-rule",
        NotFoundInTime = "not_found_in_time" "中途停止，尚未找到方案" "stopped before a plan was found",
        NotTried = "not_tried" "中途停止，没有求解" "stopped before it was begun",
        SolverFault = "solver_fault" "求解器故障" "solver fault",
    }
}

impl Ended {
    /// Whether the question is answered: a proved plan, or the proof that there is none.
    pub fn is_settled(self) -> bool {
        self.is_proved() || self == Self::NoPlanExists
    }

    /// Whether there is a plan that may be taken as final.
    pub fn is_proved(self) -> bool {
        matches!(self, Self::Proved | Self::GoodEnough)
    }
}

/// The solver failed, or its answer did not stand up to checking.
#[derive(Debug, thiserror::Error)]
#[error("solver: {0}")]
pub struct SolverFault(pub String);
