//! What was decided, with what solver and auditor say of it.

use crate::audit;
use crate::facts::Placement;
use crate::plan::Ended;
use crate::policy::GoalId;
use crate::solve::Outcome;

/// A placement with what the solver and the auditor say of it.
#[derive(Debug, Clone)]
pub struct Decided {
    /// Who goes where.
    pub placement: Placement,
    /// What the solver said.
    pub outcome: Outcome,
    /// What the auditor says.
    pub judged: audit::Audit,
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
