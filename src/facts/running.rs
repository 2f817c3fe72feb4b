//! Postings that are already running: who goes on, who returns, and so where everybody is.

use super::Ongoing;
use super::conditions::Conditions;
use crate::domain::{Roster, SchoolNo, Status, Teacher, TeacherNo};

/// Months of the planned school year that a posting must reach to go on through it: September to
/// June.
const THROUGH_YEAR: i32 = 9;

/// The posting that runs on the reckoning date, away from the quota school.
pub(super) fn running(
    roster: &Roster,
    no: TeacherNo,
    conditions: &Conditions,
    recount: bool,
) -> Option<Ongoing> {
    let teacher = roster.teacher(no);
    let now = conditions.clock.now();
    let away = teacher.work_school != teacher.quota_school;
    let spell = roster.spells_of(no).iter().rev().find(|spell| {
        away && spell.form.is_some()
            && spell.school == teacher.work_school
            && spell.from <= now
            && spell.to.is_none_or(|end| end >= now)
    })?;
    let form = spell.form?;
    let last = conditions.year_start.plus(THROUGH_YEAR);
    let goes_on = spell.to.is_none_or(|end| end >= last) && !roster.school(spell.school).closing;
    let before = conditions.year_start.months_since(spell.from);
    Some(Ongoing {
        form,
        from: spell.from,
        to: spell.to,
        year_no: before.div_euclid(12) + 1,
        goes_on,
        counts: recount && goes_on && conditions.counts(form, spell.share),
    })
}

/// Where she works next year when nothing is decided.
pub(super) fn base(
    roster: &Roster,
    teacher: &Teacher,
    conditions: &Conditions,
    ongoing: Option<&Ongoing>,
    returns: bool,
) -> Option<SchoolNo> {
    if teacher.status != Status::Active || conditions.leaves(teacher) {
        return None;
    }
    let back = ongoing
        .is_some_and(|one| !one.goes_on && (returns || roster.school(teacher.work_school).closing));
    Some(if back {
        teacher.quota_school
    } else {
        teacher.work_school
    })
}
