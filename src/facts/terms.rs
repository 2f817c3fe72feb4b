//! Whether the terms of a school leader are over.

use super::clock::Retirement;
use super::values::leader_exchange::{self, Leader};
use crate::domain::{Month, Roster, Status, Teacher};
use crate::policy::RuleBook;

/// What the policy says about terms.
pub(super) struct Terms {
    roles: Vec<Leader>,
    most: i64,
    spared_months: i64,
    retirement: Retirement,
    now: Month,
    /// Of each school whether it closes.
    closing: Vec<bool>,
}

impl Terms {
    /// The terms, when the policy has leaders exchanged.
    pub(super) fn read(roster: &Roster, book: &RuleBook) -> Option<Self> {
        book.is_on(leader_exchange::RULE).then(|| Self {
            roles: book.get(leader_exchange::ROLES),
            most: book.get(leader_exchange::TERMS_AT_MOST),
            spared_months: book.get(leader_exchange::SPARED_MONTHS),
            retirement: Retirement::read(book),
            now: Month::of(roster.date),
            closing: roster.schools.iter().map(|one| one.closing).collect(),
        })
    }

    /// Whether a leader's terms are over.
    pub(super) fn are_over(&self, one: &Teacher) -> bool {
        let left = self.retirement.month(one).months_since(self.now);
        // Where the school closes she must be placed like everybody else.
        !self.closing[one.work_school.0]
            && self.roles.contains(&Leader(one.role))
            && i64::from(one.terms) >= self.most
            && one.status == Status::Active
            && one.protections.is_empty()
            && i64::from(left) >= self.spared_months
    }
}
