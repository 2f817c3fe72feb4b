//! The rotation conditions (交流条件) of the policy, and which of them a teacher fails.

use super::clock::{Clock, Retirement, YEAR};
use super::values::eligibility::WhoMayMove;
use super::values::{counting_forms, eligibility, protected_teachers};
use super::{Exemption, Ongoing};
use crate::domain::{
    Employment, Form, Month, Protection, Role, Roster, Sex, Spell, Status, Teacher, TeacherNo,
};
use crate::policy::{Force, RuleBook};

/// Everything that the policy says about who is due, exempt or locked, read once.
#[derive(Debug, Clone)]
pub(super) struct Conditions {
    pub(super) clock: Clock,
    pub(super) year_start: Month,
    pub(super) retirement: Retirement,
    /// Locks that hold even a volunteer.
    pub(super) locks: Vec<Exemption>,
    /// A volunteer may go although she is exempt, as long as no lock holds her.
    pub(super) release_volunteers: bool,
    /// Whoever is not protected may be moved, due or not.
    pub(super) anyone: bool,
    /// Complete months of teaching below which a teacher is a novice.
    pub(super) novice_months: i64,
    months_at_school: i64,
    months_of_teaching: i64,
    cap_men: Option<i64>,
    cap_women: Option<i64>,
    near_retirement_months: i64,
    exempt: Vec<Protection>,
    recent_months: i64,
    leaders_apart: bool,
    forms: Vec<Form>,
    min_months: i64,
    min_share: i64,
}

impl Conditions {
    pub(super) fn read(roster: &Roster, book: &RuleBook, year_start: Month) -> Self {
        let teaching = book.get(eligibility::MIN_TEACHING_YEARS);
        // Locks bind where the policy says that they must; as a goal they only cost.
        let locks = match book.force(protected_teachers::RULE) {
            Force::Must => book.get(protected_teachers::LOCKS),
            Force::Goal | Force::Off => Vec::new(),
        };
        Self {
            clock: Clock::new(roster.date),
            year_start,
            retirement: Retirement::read(book),
            locks,
            release_volunteers: book.get(protected_teachers::RELEASE_VOLUNTEERS),
            anyone: book.get(eligibility::WHO_MAY_MOVE) == WhoMayMove::AnyoneUnprotected,
            novice_months: book.get(eligibility::NOVICE_YEARS) * YEAR,
            months_at_school: book.get(eligibility::YEARS_AT_SCHOOL) * YEAR,
            months_of_teaching: teaching.unwrap_or(0) * YEAR,
            cap_men: book.get(eligibility::AGE_CAP_MEN),
            cap_women: book.get(eligibility::AGE_CAP_WOMEN),
            near_retirement_months: book.get(eligibility::NEAR_RETIREMENT_YEARS) * YEAR,
            exempt: book.get(eligibility::EXEMPT),
            recent_months: book.get(eligibility::RECENT_ROTATION_YEARS) * YEAR,
            leaders_apart: book.get(eligibility::LEADERS_APART),
            forms: book.get(counting_forms::FORMS),
            min_months: book.get(counting_forms::MIN_MONTHS),
            min_share: book.get(counting_forms::MIN_SHARE),
        }
    }

    /// Every reason that applies, in the order of the enum; that of the sole teacher is marked
    /// later, when the posts are known.
    pub(super) fn exemptions(
        &self,
        roster: &Roster,
        no: TeacherNo,
        ongoing: Option<&Ongoing>,
    ) -> Vec<Exemption> {
        let teacher = roster.teacher(no);
        let spells = roster.spells_of(no);
        let applies = |one: &Exemption| self.applies(*one, teacher, spells, ongoing);
        Exemption::ALL.iter().copied().filter(applies).collect()
    }

    fn applies(
        &self,
        exemption: Exemption,
        teacher: &Teacher,
        spells: &[Spell],
        ongoing: Option<&Ongoing>,
    ) -> bool {
        let protected = |by| {
            teacher.protections.contains(&by)
                && (self.exempt.contains(&by) || self.locks.contains(&exemption))
        };
        match exemption {
            Exemption::NotTeaching => teacher.status != Status::Active,
            Exemption::NotOnQuota => teacher.employment != Employment::OnQuota,
            Exemption::TooFewYears => {
                self.clock.served(teacher.at_school_since) < self.months_at_school
                    || self.teaching_months(teacher) < self.months_of_teaching
            }
            Exemption::OverAge => match teacher.sex {
                Sex::Male => self.cap_men,
                Sex::Female => self.cap_women,
            }
            .is_some_and(|cap| self.clock.age(teacher.birth) > cap),
            Exemption::NearRetirement => {
                let left = self.retirement.month(teacher);
                i64::from(left.months_since(self.clock.now())) < self.near_retirement_months
            }
            Exemption::Pregnant => protected(Protection::Pregnant),
            Exemption::Nursing => protected(Protection::Nursing),
            Exemption::Illness => protected(Protection::Illness),
            Exemption::Hardship => protected(Protection::Hardship),
            Exemption::CourseLead => protected(Protection::CourseLead),
            Exemption::Bonded => teacher.bond_until.is_some_and(|end| end >= self.year_start),
            Exemption::DirectedTitle => teacher.directed_title,
            Exemption::RecentlyRotated => {
                !goes_on(ongoing) && spells.iter().any(|spell| self.is_recent(spell))
            }
            Exemption::OnRotation => goes_on(ongoing),
            Exemption::SoleTeacher => false,
            Exemption::SchoolLeader => {
                self.leaders_apart && matches!(teacher.role, Role::Principal | Role::VicePrincipal)
            }
            Exemption::Leaving => self.leaves(teacher),
        }
    }

    /// Retires before the year that is planned.
    pub(super) fn leaves(&self, teacher: &Teacher) -> bool {
        self.retirement.month(teacher) < self.year_start
    }

    /// Complete months of teaching; where the start is not on file, the time at the present school.
    pub(super) fn teaching_months(&self, teacher: &Teacher) -> i64 {
        self.clock
            .served(teacher.teaching_since.unwrap_or(teacher.at_school_since))
    }

    /// Whether a posting is of a form, and full enough, to count as rotation.
    pub(super) fn counts(&self, form: Form, share: u32) -> bool {
        self.forms.contains(&form) && i64::from(share) >= self.min_share
    }

    /// Whether she has been, or is, on a rotation that is long enough to count.
    pub(super) fn has_rotated(&self, roster: &Roster, no: TeacherNo) -> bool {
        roster.spells_of(no).iter().any(|spell| {
            let end = spell.to.map_or(self.year_start, |to| to.plus(1));
            spell.from <= self.clock.now()
                && spell
                    .form
                    .is_some_and(|form| self.counts(form, spell.share))
                && i64::from(end.months_since(spell.from)) >= self.min_months
        })
    }

    /// A rotation long enough to count that ended (or ends with this school year) within the
    /// policy's years.
    fn is_recent(&self, spell: &Spell) -> bool {
        let (Some(form), Some(end)) = (spell.form, spell.to) else {
            return false;
        };
        let after = end.plus(1);
        spell.from <= self.clock.now()
            && self.counts(form, spell.share)
            && i64::from(after.months_since(spell.from)) >= self.min_months
            && self.recent_months > 0
            && self.clock.served(after) < self.recent_months
    }
}

fn goes_on(ongoing: Option<&Ongoing>) -> bool {
    ongoing.is_some_and(|one| one.goes_on)
}
