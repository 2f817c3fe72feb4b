//! A plan in the numbers of the roster: who works where, who fills which post, who is recruited.

use super::{Facts, PostNo};
use crate::domain::{Form, Month, SchoolNo, TeacherNo};

/// One decided move.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedMove {
    /// Who.
    pub teacher: TeacherNo,
    /// From where: her base.
    pub from: SchoolNo,
    /// To where.
    pub to: SchoolNo,
    /// Under which form.
    pub form: Form,
    /// First month.
    pub start: Month,
    /// Last month.
    pub end: Month,
    /// Share of full time at the new school, per cent.
    pub share: u32,
    /// The quota place goes with the person (调动人事关系).
    pub quota_goes: bool,
    /// A bed is set aside for her.
    pub bed: bool,
}

/// Recruits of one pool for one kind of post.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hire {
    /// Place of the pool in [`crate::domain::Roster::pools`].
    pub pool: usize,
    /// The post.
    pub post: PostNo,
    /// How many.
    pub number: u32,
}

/// A whole plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placement {
    /// Moves, by teacher.
    pub moves: Vec<PlannedMove>,
    /// Who fills each post, by [`PostNo`].
    pub fills: Vec<Vec<TeacherNo>>,
    /// Recruits, by pool and post.
    pub hires: Vec<Hire>,
    /// Applicants who are appointed to a title post, sorted.
    pub appointments: Vec<TeacherNo>,
}

impl Placement {
    /// Nobody moves, nobody fills anything.
    pub fn empty(facts: &Facts<'_>) -> Self {
        Self {
            fills: vec![Vec::new(); facts.posts.len()],
            ..Self::default()
        }
    }

    /// The move of a teacher, if she moves.
    pub fn move_of(&self, teacher: TeacherNo) -> Option<&PlannedMove> {
        self.moves.iter().find(|one| one.teacher == teacher)
    }

    /// Where each teacher works next year, by [`TeacherNo`]; `None`: she does not teach.
    pub fn next(&self, facts: &Facts<'_>) -> Vec<Option<SchoolNo>> {
        let mut next: Vec<_> = facts.standing.iter().map(|stand| stand.base).collect();
        for one in &self.moves {
            next[one.teacher.0] = Some(one.to);
        }
        next
    }

    /// Recruits for a post, all pools together.
    pub fn hired(&self, post: PostNo) -> u32 {
        self.hires
            .iter()
            .filter(|hire| hire.post == post)
            .map(|hire| hire.number)
            .sum()
    }
}
