//! The proof as a document, `proof.json`.

use crate::policy::GoalId;
use serde::{Deserialize, Serialize};

/// The layout of the file.
pub const SCHEMA: &str = "lungang-proof/1";

/// Proofs of the goals of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The layout of the file.
    pub schema: String,
    /// Digest of the plan.
    pub plan: String,
    /// Digest of the program that was solved: columns, rows and goals.
    pub program: String,
    /// One for each goal that has a proof, in the order of the goals.
    pub goals: Vec<GoalProof>,
}

/// Why a goal cannot be below what the plan reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalProof {
    /// The goal.
    pub goal: GoalId,
    /// No plan as good in the goals before is below this.
    pub at_least: i64,
    /// The parts into which the program is split, each split before its parts, the lower part first.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// What is left is split in two.
    Split(Split),
    /// What is left needs no further split.
    Leaf(Leaf),
}

/// Where what is left is split in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Number of the column.
    pub column: usize,
    /// Its largest value in the lower part; in the upper part it is larger.
    pub most: i64,
}

/// Multipliers that prove one part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// Common denominator of the multipliers; 0 where no point is left.
    pub by: i64,
    /// Number of a row and its multiplier.
    pub rows: Vec<(usize, i64)>,
    /// An earlier goal and its multiplier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<(GoalId, i64)>,
}
