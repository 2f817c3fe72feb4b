//! What holders of an office teach (任课核减), who is away for part of the year (任教份额).
//!
//! Symbols: `c[t] = ⌈share[role,g] · load[g,k]⌉` weekly periods that holder `t` of an office with own
//! subject `k` at stage `g` can teach [periods]. A head or deputy head holds no post: she teaches `c[t]`
//! periods of `k`, of what needs no certificate where that is not enough, and the posts of her school are
//! reckoned from the rest. A head of section (中层) has a post of as many, made alike, and at her school teaches no more. Whoever is away for part of the
//! year teaches that share of what she could, `⌈d[t] · c[t]⌉`, and has a post of so many periods. Where one teacher takes a
//! whole class, and where the officer states the posts, offices take nothing off.

use super::class_taught::is_class_taught;
use super::rights::Rights;
use super::values::teaching_posts;
use crate::domain::{Role, Roster, SchoolNo, Stage, Status, Subject, Teacher};
use crate::policy::{RuleBook, Share};
use std::collections::BTreeMap;

/// Subjects with weekly periods.
pub(super) type Parts = Vec<(Subject, u32)>;

/// Share of a full load that the holder of an office teaches; none without an office.
fn share(book: &RuleBook, one: &Teacher) -> Option<Share> {
    let primary = one.stage == Stage::Primary;
    let key = match (one.role, primary) {
        (Role::Teacher, _) => return None,
        (Role::Middle, true) => teaching_posts::OFFICE_MIDDLE_PRIMARY,
        (Role::Middle, false) => teaching_posts::OFFICE_MIDDLE_JUNIOR,
        (Role::VicePrincipal, true) => teaching_posts::OFFICE_DEPUTY_PRIMARY,
        (Role::VicePrincipal, false) => teaching_posts::OFFICE_DEPUTY_JUNIOR,
        (Role::Principal, true) => teaching_posts::OFFICE_PRINCIPAL_PRIMARY,
        (Role::Principal, false) => teaching_posts::OFFICE_PRINCIPAL_JUNIOR,
    };
    Some(book.get(key))
}

/// Whether an office at a school takes something off her load: at her stage the school has teachers by subject, and
/// the posts are reckoned, not stated.
fn is_reduced(roster: &Roster, book: &RuleBook, one: &Teacher, at: SchoolNo) -> bool {
    let mut given = roster.given_posts.iter();
    one.role > Role::Teacher
        && one.status == Status::Active
        && !roster.school(at).closing
        && !given.any(|post| post.school == at)
        && !is_class_taught(roster, book, at, one.stage)
}

/// Whether she leads a school, today's or that of an exchange, and so holds no teaching post: what she teaches is
/// fixed.
pub(super) fn leads(roster: &Roster, book: &RuleBook, one: &Teacher, at: SchoolNo) -> bool {
    one.role >= Role::VicePrincipal && is_reduced(roster, book, one, at)
}

/// Whether she is a head of section (中层) whose office takes something off her load at her school.
pub(super) fn heads_section(roster: &Roster, book: &RuleBook, one: &Teacher) -> bool {
    one.role == Role::Middle && is_reduced(roster, book, one, one.work_school)
}

/// Weekly periods of a full load of somebody's own subject; where the tables state none, of Chinese.
pub(super) fn own_load(roster: &Roster, one: &Teacher) -> Option<u32> {
    let chinese = || roster.standard_load(one.stage, Subject::find("chinese")?);
    let own = roster.standard_load(one.stage, one.subject);
    own.or_else(chinese)
}

/// Weekly periods that somebody can teach of a standard load, her office and what she is away for taken off.
pub fn capacity(roster: &Roster, book: &RuleBook, one: &Teacher, standard: i64) -> i64 {
    capacity_at(roster, book, (one, one.work_school), standard)
}

/// The same where she holds her office at another school.
pub(super) fn capacity_at(
    roster: &Roster,
    book: &RuleBook,
    (one, at): (&Teacher, SchoolNo),
    standard: i64,
) -> i64 {
    let share = share(book, one).filter(|_| is_reduced(roster, book, one, at));
    let all = share.map_or(standard, |share| share.ceil_of(standard));
    let part = one.part().map(|part| Share::new(i64::from(part), 100));
    part.map_or(all, |part| part.ceil_of(all))
}

/// Takes off what the holder of an office teaches: her own subject first, then what needs no certificate, in
/// the order of subjects.
pub(super) fn take_beside(
    periods: &mut BTreeMap<Subject, u32>,
    (rights, stage, own): (&Rights, Stage, Subject),
    mut room: u32,
) -> Parts {
    let open = periods.keys().copied();
    let open = open.filter(|subject| *subject != own && rights.is_open(stage, *subject));
    let subjects: Vec<Subject> = std::iter::once(own).chain(open).collect();
    let mut taken = Parts::new();
    for subject in subjects {
        if let Some(left) = periods.get_mut(&subject) {
            let here = room.min(*left);
            *left -= here;
            room -= here;
            taken.extend((here > 0).then_some((subject, here)));
        }
    }
    taken
}
