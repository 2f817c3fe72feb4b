//! The rotation conditions (交流条件) of the policy, and which of them a teacher fails.

use super::Exemption;
use super::clock::{Clock, YEAR};
use super::values::family_ties::{self, Carers, Couples};
use super::values::{counting_forms, eligibility, protected_teachers};
use crate::domain::{
    Employment, Form, Month, Protection, Role, Roster, Sex, Spell, Status, TeacherNo,
};
use crate::policy::{Force, RuleBook};
use std::collections::BTreeMap;

/// Who is due, exempt or locked under a policy.
pub(super) struct Conditions<'a> {
    pub(super) roster: &'a Roster,
    pub(super) book: &'a RuleBook,
    pub(super) clock: Clock,
    pub(super) year_start: Month,
    /// Locks that hold even a volunteer.
    pub(super) locks: Vec<Exemption>,
    forms: Vec<Form>,
    spouses: BTreeMap<TeacherNo, TeacherNo>,
}

impl<'a> Conditions<'a> {
    pub(super) fn new(roster: &'a Roster, book: &'a RuleBook, year_start: Month) -> Self {
        // Locks bind where the policy says that they must; as a goal they only cost.
        let locks = match book.force(protected_teachers::RULE) {
            Force::Must => book.get(protected_teachers::LOCKS),
            Force::Goal | Force::Off => Vec::new(),
        };
        Self {
            roster,
            book,
            clock: Clock::new(roster.date),
            year_start,
            locks,
            forms: book.get(counting_forms::FORMS),
            spouses: spouses(roster),
        }
    }

    /// Every reason that applies, in the order of the enum; that of the sole teacher is marked
    /// later, when the posts are known.
    pub(super) fn exemptions(
        &self,
        no: TeacherNo,
        goes_on: bool,
        retires: Month,
    ) -> Vec<Exemption> {
        let (book, teacher) = (self.book, self.roster.teacher(no));
        let protected = |by, exemption: &Exemption| {
            teacher.protections.contains(&by)
                && (book.get(eligibility::EXEMPT).contains(&by) || self.locks.contains(exemption))
        };
        let applies = |one: &Exemption| match one {
            Exemption::NotTeaching => teacher.status != Status::Active,
            Exemption::NotOnQuota => teacher.employment != Employment::OnQuota,
            Exemption::TooFewYears => {
                let at_school = book.get(eligibility::YEARS_AT_SCHOOL);
                let teaching = book.get(eligibility::MIN_TEACHING_YEARS).unwrap_or(0);
                self.clock.served(teacher.at_school_since) < at_school * YEAR
                    || self.clock.taught(teacher) < teaching * YEAR
            }
            Exemption::OverAge => {
                let cap = match teacher.sex {
                    Sex::Male => book.get(eligibility::AGE_CAP_MEN),
                    Sex::Female => book.get(eligibility::AGE_CAP_WOMEN),
                };
                cap.is_some_and(|cap| self.clock.age(teacher.birth) > cap)
            }
            Exemption::NearRetirement => {
                let left = i64::from(retires.months_since(self.clock.now));
                left < book.get(eligibility::NEAR_RETIREMENT_YEARS) * YEAR
            }
            Exemption::Pregnant => protected(Protection::Pregnant, one),
            Exemption::Nursing => protected(Protection::Nursing, one),
            Exemption::Illness => protected(Protection::Illness, one),
            Exemption::Hardship => protected(Protection::Hardship, one),
            Exemption::Couple => self.spares_couples() && self.is_couple(no),
            Exemption::SoleCarer => self.spares_carers() && teacher.carer,
            Exemption::CourseLead => protected(Protection::CourseLead, one),
            Exemption::Bonded => teacher.bond_until.is_some_and(|end| end >= self.year_start),
            Exemption::DirectedTitle => teacher.directed_title,
            Exemption::RecentlyRotated => {
                let mut spells = self.roster.spells_of(no).iter();
                !goes_on && spells.any(|spell| self.is_recent(spell))
            }
            Exemption::OnRotation => goes_on,
            Exemption::SoleTeacher => false,
            Exemption::SchoolLeader => {
                matches!(teacher.role, Role::Principal | Role::VicePrincipal)
                    && book.get(eligibility::LEADERS_APART)
            }
            Exemption::Leaving => retires < self.year_start,
        };
        Exemption::ALL.iter().copied().filter(applies).collect()
    }

    fn spares_couples(&self) -> bool {
        let on = self.book.is_on(family_ties::RULE);
        on && self.book.get(family_ties::COUPLES) == Couples::Spared
    }

    fn spares_carers(&self) -> bool {
        let on = self.book.is_on(family_ties::RULE);
        on && self.book.get(family_ties::CARERS) == Carers::Spared
    }

    /// Whether husband and wife both teach at one school at present.
    fn is_couple(&self, no: TeacherNo) -> bool {
        let one = self.roster.teacher(no);
        self.spouses.get(&no).is_some_and(|other| {
            let two = self.roster.teacher(*other);
            let at_work = [one, two].iter().all(|who| who.status == Status::Active);
            at_work && one.work_school == two.work_school
        })
    }

    /// Whether a posting is of a form, and full enough, to count as rotation.
    pub(super) fn counts(&self, form: Form, share: u32) -> bool {
        self.forms.contains(&form) && i64::from(share) >= self.book.get(counting_forms::MIN_SHARE)
    }

    /// Whether a spell is, or was, a rotation that is long enough to count.
    pub(super) fn is_rotation(&self, spell: &Spell) -> bool {
        let counts = |form: Form| self.counts(form, spell.share);
        let end = spell.to.map_or(self.year_start, |to| to.plus(1));
        let months = i64::from(end.months_since(spell.from));
        spell.from <= self.clock.now
            && spell.form.is_some_and(counts)
            && months >= self.book.get(counting_forms::MIN_MONTHS)
    }

    /// A rotation long enough to count that ended (or ends with this school year) within the
    /// policy's years.
    fn is_recent(&self, spell: &Spell) -> bool {
        let months = self.book.get(eligibility::RECENT_ROTATION_YEARS) * YEAR;
        let ended = |to: Month| self.clock.served(to.plus(1)) < months;
        months > 0 && self.is_rotation(spell) && spell.to.is_some_and(ended)
    }
}

/// Husband and wife, each by the other: it is enough that one of them names the other.
pub(super) fn spouses(roster: &Roster) -> BTreeMap<TeacherNo, TeacherNo> {
    let mut all = BTreeMap::new();
    for no in roster.teacher_nos() {
        let named = &roster.teacher(no).spouse;
        let other = roster.find_teacher(named).filter(|other| *other != no);
        if let Some(other) = other {
            all.insert(no, other);
            all.entry(other).or_insert(no);
        }
    }
    all
}
