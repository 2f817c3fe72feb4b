//! What auditor and program ask of every rule.

use super::Verdict;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement, PostNo};
use crate::model::Staffing;
use crate::text::Text;

/// What the auditor sees of a rule.
pub trait Rule: Sync {
    /// Whether it is this rule that keeps somebody where she is, as far as it is about people.
    fn holds_back(&self, _facts: &Facts<'_>, _who: TeacherNo) -> bool {
        false
    }
    /// A part of a place that only this rule speaks of, in words.
    fn place(&self, _part: &str) -> Option<Text> {
        None
    }
    /// Judges a plan: every check, measure and goal amount of this rule goes into the verdict.
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict);
}

/// What the program sees of a rule. Shares no code with the audit.
pub trait Constrain: Sync {
    /// Whether a teacher may work at a school next year as far as this rule is concerned; her base
    /// is asked about too.
    fn allows(&self, _facts: &Facts<'_>, _who: TeacherNo, _to: SchoolNo) -> bool {
        true
    }
    /// Whether the elastic program may go where [`Constrain::allows`] forbids, because the rule, or
    /// another one, counts it there as a shortfall.
    fn may_soften(&self, _facts: &Facts<'_>, _who: TeacherNo, _to: SchoolNo) -> bool {
        false
    }
    /// Whether recruits of a pool may fill a post as far as this rule is concerned.
    fn may_hire(&self, _facts: &Facts<'_>, _pool: usize, _post: PostNo) -> bool {
        true
    }
    /// Everything that this rule looks at in a teacher beyond her base and profile, as numbers:
    /// teachers alike in it (for all rules) are interchangeable.
    fn sees(&self, _facts: &Facts<'_>, _who: TeacherNo, _key: &mut Vec<i64>) {}
    /// Its rows and goal terms, if it has any.
    fn constrain(&self, _program: &mut Staffing<'_>) {}
}
