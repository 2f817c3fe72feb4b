//! School leaders whose terms are over (校长、副校长任期届满), and the offices that they can go to.
//!
//! Due: a principal or vice-principal, as the policy lists, with at least so many terms at a school that
//! does not close, on post, not protected, and not within so many months of retirement. Nobody relies on the lessons of
//! someone who is to go: whoever is due fills no teaching post, here or where she goes. Free offices are
//! those of the due themselves and of leaders who retire before the year.

use super::clock::Retirement;
use super::values::leader_exchange::{self, Leader};
use super::{Exemption, Facts};
use crate::domain::{Month, Role, Roster, SchoolNo, Status, Teacher, TeacherNo};
use crate::policy::RuleBook;
use std::collections::BTreeMap;

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

/// An office at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Office {
    /// The school.
    pub school: SchoolNo,
    /// Principal or vice-principal.
    pub role: Role,
}

/// Leaders whose terms are over, with the office that each holds.
pub fn due(facts: &Facts<'_>) -> BTreeMap<TeacherNo, Office> {
    let Some(terms) = Terms::read(facts.roster, facts.book) else {
        return BTreeMap::new();
    };
    let all = facts.roster.teacher_nos().filter_map(|who| {
        let one = facts.roster.teacher(who);
        let school = facts.stands(who).base?;
        let role = one.role;
        terms
            .are_over(one)
            .then_some((who, Office { school, role }))
    });
    all.collect()
}

/// Offices that are free for an exchange, and how many of each; schools that close have none.
pub fn free(facts: &Facts<'_>) -> BTreeMap<Office, i64> {
    let mut offices: BTreeMap<Office, i64> = BTreeMap::new();
    for office in due(facts).into_values() {
        *offices.entry(office).or_default() += 1;
    }
    let roles = facts.book.get(leader_exchange::ROLES);
    for who in facts.roster.teacher_nos() {
        let one = facts.roster.teacher(who);
        let leaves = facts.stands(who).exemptions.contains(&Exemption::Leaving);
        if leaves && roles.contains(&Leader(one.role)) {
            let office = Office {
                school: one.work_school,
                role: one.role,
            };
            *offices.entry(office).or_default() += 1;
        }
    }
    offices.retain(|office, _| !facts.roster.school(office.school).closing);
    offices
}

/// Whether a leader who is due may take an office: the same office at another school that teaches her
/// stage, within reach.
pub fn may_take(facts: &Facts<'_>, who: TeacherNo, held: Office, office: Office) -> bool {
    let one = facts.roster.teacher(who);
    let most = facts.book.get(leader_exchange::MINUTES_AT_MOST);
    let near = most.is_none_or(|most| {
        facts
            .travel
            .minutes(who, office.school)
            .is_none_or(|way| i64::from(way) <= most)
    });
    office.school != held.school
        && office.role == held.role
        && facts.roster.school(office.school).teaches(one.stage)
        && near
}
