//! School leaders whose terms are over (校长、副校长任期届满), and the offices that they can go to.
//!
//! Due: a principal or vice-principal, as the policy lists, with at least so many terms at a school that
//! does not close, on post, not protected, and not within so many months of retirement. Nobody relies on the lessons of
//! someone who is to go: whoever is due fills no teaching post, here or where she goes. Free offices are
//! those of the due themselves and of leaders who retire before the year.
//!
//! Lessons are planned for the exchange that can be foreseen (拟任学校): as many as can go, with the fewest minutes. An
//! assignment of the due to offices, where keeping one's own costs more than all ways together.

use super::clock::retirement;
use super::values::leader_exchange::{self, Leader};
use super::{Exemption, Facts, Placement, far};
use crate::domain::{Month, Role, Roster, SchoolNo, Status, Teacher, TeacherNo};
use crate::policy::RuleBook;
use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres_min;
use std::collections::BTreeMap;

/// An office at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Office {
    /// The school.
    pub school: SchoolNo,
    /// Principal or vice-principal.
    pub role: Role,
}

/// Whether a leader's terms are over, where the policy has leaders exchanged.
pub(super) fn terms_are_over(roster: &Roster, book: &RuleBook, one: &Teacher) -> bool {
    let left = || retirement(book, one).months_since(Month::of(roster.date));
    // Where the school closes she must be placed like everybody else.
    one.status == Status::Active
        && one.protections.is_empty()
        && !roster.school(one.work_school).closing
        && book.is_on(leader_exchange::RULE)
        && book.get(leader_exchange::ROLES).contains(&Leader(one.role))
        && i64::from(one.terms) >= book.get(leader_exchange::TERMS_AT_MOST)
        && i64::from(left()) >= book.get(leader_exchange::SPARED_MONTHS)
}

/// Leaders whose terms are over, with the office that each holds.
pub fn due(facts: &Facts<'_>) -> BTreeMap<TeacherNo, Office> {
    let all = facts.roster.teacher_nos().filter_map(|who| {
        let one = facts.roster.teacher(who);
        let school = facts.stands(who).base?;
        let role = one.role;
        terms_are_over(facts.roster, facts.book, one).then_some((who, Office { school, role }))
    });
    all.collect()
}

/// Offices that are free for an exchange, and how many of each; schools that close have none.
pub fn free(facts: &Facts<'_>) -> BTreeMap<Office, i64> {
    let roles = facts.book.get(leader_exchange::ROLES);
    let retiring = facts.roster.teacher_nos().filter_map(|who| {
        let one = facts.roster.teacher(who);
        let (school, role) = (one.work_school, one.role);
        let leaves = facts.stands(who).exemptions.contains(&Exemption::Leaving);
        (leaves && roles.contains(&Leader(role))).then_some(Office { school, role })
    });
    let goes_on = |office: &Office| !facts.roster.school(office.school).closing;
    let mut offices: BTreeMap<Office, i64> = BTreeMap::new();
    for office in due(facts).into_values().chain(retiring).filter(goes_on) {
        *offices.entry(office).or_default() += 1;
    }
    offices
}

/// The exchange that can be foreseen: the school to which each leader goes.
pub type Exchange = BTreeMap<TeacherNo, SchoolNo>;

/// More than the minutes of all ways together, and more than all that.
const STAYS: i64 = 1_000_000_000;
const NEVER: i64 = 1_000 * STAYS;

/// As many of the due as can go, with the fewest minutes. Beds count where the school has one for every office that
/// falls free there.
pub(super) fn foreseen(facts: &Facts<'_>) -> Exchange {
    if let Some(known) = &facts.roster.foreseen {
        return known.clone();
    }
    let due = due(facts);
    if due.is_empty() {
        return Exchange::new();
    }
    let free = free(facts);
    // The own offices in the order of their holders, then those of leaders who retire.
    let mut places: Vec<Office> = due.values().copied().collect();
    for (office, number) in &free {
        let own = due.values().filter(|held| *held == office).count();
        let rest = usize::try_from(*number).unwrap_or(0).saturating_sub(own);
        places.extend(std::iter::repeat_n(*office, rest));
    }
    let has_bed = |who: TeacherNo, office: &Office| {
        let offices = free.iter().filter(|one| one.0.school == office.school);
        let most: i64 = offices.map(|one| *one.1).sum();
        !facts.needs_bed(who, office.school) || most <= facts.beds(office.school)
    };
    let rows = due.iter().enumerate().map(|(row, (who, held))| {
        let cost = |(place, office): (usize, &Office)| {
            let may = free.contains_key(office)
                && may_take(facts, *who, *held, *office)
                && has_bed(*who, office);
            match may {
                _ if place == row => STAYS,
                true => far(facts.travel.minutes(*who, office.school)),
                false => NEVER,
            }
        };
        places.iter().enumerate().map(cost).collect::<Vec<i64>>()
    });
    let Ok(costs) = Matrix::from_rows(rows) else {
        return Exchange::new();
    };
    let (_, chosen) = kuhn_munkres_min(&costs);
    let goes = due.keys().zip(chosen).enumerate();
    let goes = goes.filter(|(row, (_, place))| row != place);
    goes.map(|(_, (who, place))| (*who, places[place].school))
        .collect()
}

/// Whether a leader who is due may take an office: the same office at another school that teaches her
/// stage, within reach.
pub fn may_take(facts: &Facts<'_>, who: TeacherNo, held: Office, office: Office) -> bool {
    let one = facts.roster.teacher(who);
    let most = facts.book.get(leader_exchange::MINUTES_AT_MOST);
    let way = facts.travel.minutes(who, office.school);
    // Where a limit is set, a way that nobody knows is not within it.
    let near = most.is_none_or(|most| way.is_some_and(|way| i64::from(way) <= most));
    office.school != held.school
        && office.role == held.role
        && facts.roster.school(office.school).teaches(one.stage)
        && near
}

/// Beds of each school that are left when everybody who is posted there and needs one has it.
pub fn beds_left(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<SchoolNo, i64> {
    let schools = facts.roster.school_nos();
    let mut left: BTreeMap<SchoolNo, i64> = schools.map(|no| (no, facts.beds(no))).collect();
    for one in &plan.moves {
        if one.bed || facts.needs_bed(one.teacher, one.to) {
            left.entry(one.to).and_modify(|beds| *beds -= 1);
        }
    }
    for beds in left.values_mut() {
        *beds = (*beds).max(0);
    }
    left
}
