//! How the county's staff quota is split among the schools (编制分配).

use crate::domain::Roster;
use crate::law::{RuleBook, Share};

/// Quota of one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolQuota {
    /// What the rule asks before the county total is heeded, exact, heads.
    pub asked: Share,
    /// The whole number given, heads.
    pub given: i64,
    /// On-quota heads now, by quota school.
    pub heads_now: i64,
    /// On-quota heads next year when nothing is decided (leavers and retirements gone).
    pub heads_base: i64,
}

/// The split, by school.
pub(super) fn split(_roster: &Roster, _book: &RuleBook) -> Vec<SchoolQuota> {
    Vec::new()
}
