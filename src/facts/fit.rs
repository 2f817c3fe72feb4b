//! Who can fill which post: qualification profiles and the periods of a post that a profile covers.

use super::Post;
use crate::domain::{Roster, Stage, Subject};
use crate::law::RuleBook;

/// A profile: its place in [`super::Facts::profiles`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileNo(pub usize);

/// What people alike in qualification may teach, sorted by stage and subject.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profile {
    /// Own subject (taught as main subject).
    pub own: Subject,
    /// Own stage.
    pub stage: Stage,
    /// Stage and subject of everything that may be taught, own included.
    pub may: Vec<(Stage, Subject)>,
}

/// How well a profile fits a post, in whole weekly periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fit {
    /// Periods covered by the own subject.
    pub own: i64,
    /// Periods covered by further subjects.
    pub further: i64,
    /// Periods left uncovered.
    pub uncovered: i64,
}

impl Fit {
    /// Whether anything is covered.
    pub fn covers(self) -> bool {
        self.own + self.further > 0
    }
}

impl Profile {
    /// Whether this subject may be taught at this stage.
    pub fn may_teach(&self, stage: Stage, subject: Subject) -> bool {
        self.may.binary_search(&(stage, subject)).is_ok()
    }

    /// How well it fits a post.
    pub fn fit(&self, post: &Post) -> Fit {
        let mut fit = Fit::default();
        for &(subject, periods) in &post.parts {
            let periods = i64::from(periods);
            if !self.may_teach(post.stage, subject) {
                fit.uncovered += periods;
            } else if subject == self.own {
                fit.own += periods;
            } else {
                fit.further += periods;
            }
        }
        fit
    }
}

/// Profiles of teachers and of pools of recruits: the distinct ones sorted, then each one's number.
pub(super) fn profiles(
    _roster: &Roster,
    _book: &RuleBook,
) -> (Vec<Profile>, Vec<ProfileNo>, Vec<ProfileNo>) {
    (Vec::new(), Vec::new(), Vec::new())
}
