//! What every secondary decision says of itself.

use crate::facts::{Facts, Placement};
use crate::input::NamedSheets;
use crate::model::{Lp, Var};
use crate::plan::reader::Reader;
use crate::plan::{Ended, Plan};
use crate::policy::{GoalId, RuleId};

/// A decision beside the main one, that of who goes where and who fills which post.
pub trait Secondary: Sync {
    /// Its programs, over people who are already placed; none where the main program decides it.
    fn programs(&self, _facts: &Facts<'_>, _heads: &Placement) -> Vec<Program> {
        Vec::new()
    }

    /// The rule under which programs of its own decide it; none where the main program does.
    fn rule(&self) -> Option<RuleId> {
        None
    }

    /// Writes its lists into a document.
    fn list(&self, facts: &Facts<'_>, plan: &Placement, proof: Proof, doc: &mut Plan);

    /// How it ended, as a document says.
    fn claimed(&self, _doc: &Plan) -> Proof {
        Proof::default()
    }

    /// How many decisions a document lists.
    fn listed(&self, doc: &Plan) -> usize;

    /// Reads its lists from a document, ours or made by hand.
    fn read(&self, doc: &Plan, reader: &mut Reader<'_>);

    /// Reads its sheets of a plan's workbook into a document, as far as they say what is decided.
    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan);
}

/// A program of its own.
pub struct Program {
    /// Columns, rows, goals.
    pub lp: Lp,
    /// The goals that count, in their order.
    pub goals: &'static [GoalId],
    /// What a point of it adds to a plan.
    pub(super) add: Add,
}

/// What a point of a program adds to a plan.
type Add = Box<dyn Fn(&[i64], &mut Placement) + Send + Sync>;

impl Program {
    /// Adds to a plan what a point of the program means.
    pub fn read(&self, point: &[i64], plan: &mut Placement) {
        (self.add)(point, plan);
        plan.sort_secondary();
    }
}

/// What a point gives of each thing that a column stands for, where it gives any.
pub(super) fn given<T: Copy>(
    point: &[i64],
    columns: &[(T, Var)],
) -> impl Iterator<Item = (T, u32)> {
    let number = |var: &Var| u32::try_from(point[var.0]).unwrap_or(0);
    let numbers = columns
        .iter()
        .map(move |(thing, var)| (*thing, number(var)));
    numbers.filter(|(_, number)| *number > 0)
}

/// How the programs of a decision ended, all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// The worst end.
    pub ended: Ended,
    /// Sum of their first goal.
    pub value: i64,
    /// No less is possible; none when nothing is proved of one of them.
    pub bound: Option<i64>,
}

impl Proof {
    /// Of programs that nobody solved.
    pub const NONE: Self = Self {
        ended: Ended::NotFoundInTime,
        value: 0,
        bound: None,
    };
}

impl Default for Proof {
    /// Of no program at all: nothing is missing, which is proved.
    fn default() -> Self {
        Self {
            ended: Ended::Proved,
            value: 0,
            bound: Some(0),
        }
    }
}
