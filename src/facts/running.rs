//! Postings that are already running: who goes on, who returns, and so where everybody is.

use super::conditions::Conditions;
use super::values::{rotation_share, running_rotations};
use crate::domain::{Form, Month, SchoolNo, Spell, Status, TeacherNo};

/// A posting that runs while the plan is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ongoing {
    /// Its form.
    pub form: Form,
    /// First month.
    pub from: Month,
    /// Last month, when set.
    pub to: Option<Month>,
    /// The school year that is planned is its n-th (1 = first).
    pub year_no: i32,
    /// It goes on through the school year that is planned; otherwise she returns.
    pub goes_on: bool,
    /// It counts once more among this year's rotations (policy switch).
    pub counts: bool,
}

/// Months of the planned school year that a posting must reach to go on through it: September to
/// June.
pub const THROUGH_YEAR: i32 = 9;
/// Months before the school year in which a posting that ends has run to the end of the year before: who has
/// gone nowhere since returns with the new year, whether it ended before the reckoning date or not.
const SUMMER: i32 = 3;

/// The posting that runs on the reckoning date, or has ended with the school year before, away from the quota
/// school.
pub(super) fn running(conditions: &Conditions<'_>, no: TeacherNo) -> Option<Ongoing> {
    let (roster, now) = (conditions.roster, conditions.clock.now);
    let teacher = roster.teacher(no);
    let away = teacher.work_school != teacher.quota_school;
    let summer = conditions.year_start.plus(-SUMMER).min(now);
    let here = roster.spells_of(no).iter().rev();
    let mut here = here.filter(|spell| spell.school == teacher.work_school);
    let spell = here.find(|spell| {
        away && spell.form.is_some()
            && spell.from <= now
            && spell.to.is_none_or(|end| end >= summer)
    })?;
    // Who stays on in ordinary service is on no posting any more.
    let stays = |other: &Spell| {
        let ended = spell.to.is_some_and(|end| end < now && other.from > end);
        ended && other.school == spell.school && other.form.is_none()
    };
    if roster.spells_of(no).iter().any(stays) {
        return None;
    }
    let form = spell.form?;
    let last = conditions.year_start.plus(THROUGH_YEAR);
    let goes_on = spell.to.is_none_or(|end| end >= last) && !roster.school(spell.school).closing;
    let before = conditions.year_start.months_since(spell.from);
    let recount = conditions.book.get(rotation_share::ONGOING_COUNTS);
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
    conditions: &Conditions<'_>,
    no: TeacherNo,
    ongoing: Option<&Ongoing>,
    leaves: bool,
) -> Option<SchoolNo> {
    let teacher = conditions.roster.teacher(no);
    let teaches = teacher.status == Status::Active && !leaves;
    let returns = || conditions.book.get(running_rotations::RETURN_AFTER_END);
    let closes = conditions.roster.school(teacher.work_school).closing;
    let back = ongoing.is_some_and(|one| !one.goes_on && (closes || returns()));
    teaches.then_some(if back {
        teacher.quota_school
    } else {
        teacher.work_school
    })
}
