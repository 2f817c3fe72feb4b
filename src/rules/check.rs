//! One check of a rule: what is needed, what there is, and by how much it is broken.

use super::judgement::Bound;

/// One check.
#[derive(Debug, Clone, Copy)]
pub(super) struct Check {
    pub(super) bound: Bound,
    pub(super) need: i64,
    pub(super) actual: i64,
    /// By how much it is broken; nought with nothing to spare, less with room.
    pub(super) over: i64,
}

impl Check {
    /// The same, as one check that holds or does not: no number is asked for.
    pub(super) const fn one(mut self) -> Self {
        self.bound = Bound::Checks;
        self
    }
}

/// What is over a cap that no plan can use up.
pub(super) const fn given(most: i64, actual: i64) -> Check {
    let mut check = check(Bound::AtMost, most, actual);
    if check.over <= 0 {
        check.over = -1;
    }
    check
}

/// What a floor lacks, or what is over a cap.
pub(super) const fn check(bound: Bound, need: i64, actual: i64) -> Check {
    let over = match bound {
        Bound::AtLeast => need - actual,
        _ => actual - need,
    };
    Check {
        bound,
        need,
        actual,
        over,
    }
}
