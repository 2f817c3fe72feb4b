//! Months of service at the schools that count for a higher title (申报高级职称的农村或薄弱学校任教年限).

use super::clock::{Clock, YEAR};
use super::values::title_year;
use super::{Facts, Placement};
use crate::domain::{Class, Month, Roster, Spell, Teacher, TeacherNo};
use crate::policy::RuleBook;

/// Which service counts.
pub(super) struct Service {
    /// Classes of school where it does.
    pub(super) at: Vec<Class>,
    /// The smallest share of full time, per cent.
    pub(super) min_share: i64,
    /// Only the best unbroken run counts.
    pub(super) continuous: bool,
}

/// Whether she applies for a title that asks for such service, and is one of those asked.
pub fn is_asked(roster: &Roster, book: &RuleBook, teacher: &Teacher) -> bool {
    let asks = |title| book.get(title_year::TITLES).contains(&title);
    let school = roster.school(teacher.quota_school);
    teacher.applies_for.is_some_and(asks) && school.is_any(&book.get(title_year::POPULATION))
}

/// Whether she is asked for such service and has fewer months.
pub(super) fn lacks(roster: &Roster, book: &RuleBook, teacher: &Teacher, months: i32) -> bool {
    is_asked(roster, book, teacher) && i64::from(months) < book.get(title_year::MIN_MONTHS)
}

/// Whether a plan gives the months that she lacks: next year she is at a school that counts, and stays for long
/// enough. A posting adds its full-time months to those before, unless the policy wants them unbroken; whoever is
/// there already adds the school year.
pub fn gives(facts: &Facts<'_>, plan: &Placement, who: TeacherNo) -> bool {
    let (book, stand) = (facts.book, facts.stands(who));
    let had = i64::from(stand.title_months);
    let (school, months) = match plan.move_of(who) {
        Some(one) => {
            let months = one.months(book);
            let enough = i64::from(one.share) >= book.get(title_year::MIN_SHARE);
            let full = (months * i64::from(one.share)).div_euclid(100);
            let unbroken = book.get(title_year::CONTINUOUS);
            let before = if unbroken { 0 } else { had };
            (Some(one.to), if enough { before + full } else { 0 })
        }
        None => (stand.base, had + YEAR),
    };
    let counts = book.get(title_year::DESTINATIONS);
    school.is_some_and(|no| facts.roster.school(no).is_any(&counts))
        && months >= book.get(title_year::MIN_MONTHS)
}

impl Service {
    /// The service for which the policy asks.
    pub(super) fn read(book: &RuleBook) -> Self {
        Self {
            at: book.get(title_year::DESTINATIONS),
            min_share: book.get(title_year::MIN_SHARE),
            continuous: book.get(title_year::CONTINUOUS),
        }
    }

    /// Complete full-time months at such schools up to the reckoning date, rounded down: all of
    /// them, or those of the best unbroken run where the policy wants it so. Where no service at
    /// the quota school is on file, the time since she came there counts as full-time.
    pub(super) fn months(&self, roster: &Roster, no: TeacherNo, clock: Clock) -> i32 {
        let teacher = roster.teacher(no);
        let gives = |school| roster.school(school).is_any(&self.at);
        // Share of full time by month, counted backwards from the last complete one.
        let mut shares: Vec<u32> = Vec::new();
        let mut add = |from: Month, to: Option<Month>, share: u32| {
            let ago = |month| usize::try_from(clock.served(month)).unwrap_or(0);
            let (first, last) = (ago(from), to.map_or(0, |to| ago(to.plus(1))));
            if shares.len() < first {
                shares.resize(first, 0);
            }
            for sum in shares.iter_mut().take(first).skip(last) {
                *sum = (*sum + share).min(100);
            }
        };
        let spells = roster.spells_of(no);
        for spell in spells.iter().filter(|spell| gives(spell.school)) {
            if i64::from(spell.share) >= self.min_share {
                add(spell.from, spell.to, spell.share);
            }
        }
        let at_quota_school = |spell: &Spell| spell.school == teacher.quota_school;
        let on_file = spells.iter().any(at_quota_school);
        if !on_file && gives(teacher.quota_school) && teacher.work_school == teacher.quota_school {
            add(teacher.at_school_since, None, 100);
        }
        self.sum(&shares)
    }

    fn sum(&self, shares: &[u32]) -> i32 {
        let (mut best, mut run) = (0, 0);
        for share in shares {
            let broken = self.continuous && *share == 0;
            run = if broken { 0 } else { run + share };
            best = run.max(best);
        }
        i32::try_from(best.div_euclid(100)).unwrap_or(i32::MAX)
    }
}
