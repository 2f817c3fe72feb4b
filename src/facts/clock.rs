//! Ages, years of service and retirement, reckoned in months on the reckoning date.

use super::values::eligibility;
use crate::domain::{Month, Sex, Teacher};
use crate::policy::RuleBook;
use jiff::ToSpan;
use jiff::civil::Date;

/// Months of a year.
pub(super) const YEAR: i64 = 12;

/// The reckoning date in months.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    /// The month of the date: who was born in it has had her birthday.
    pub(super) now: Month,
    /// First month that is not over when the date is. On 31 August a month of service that ends
    /// with August is complete, so six school years count as six years and not as one day fewer.
    open: Month,
}

impl Clock {
    pub(super) fn new(date: Date) -> Self {
        Self {
            now: Month::of(date),
            open: Month::of(date.saturating_add(1.day())),
        }
    }

    /// Age in whole years.
    pub(super) fn age(self, birth: Month) -> i64 {
        i64::from(self.now.months_since(birth)).div_euclid(YEAR)
    }

    /// Complete months of service since the first of this month; negative before it.
    pub(super) fn served(self, since: Month) -> i64 {
        i64::from(self.open.months_since(since))
    }

    /// Complete months of teaching; where the start is not on file, the time at the present school.
    pub(super) fn taught(self, teacher: &Teacher) -> i64 {
        self.served(teacher.teaching_since.unwrap_or(teacher.at_school_since))
    }
}

/// The month in which a teacher reaches the retirement age, by the step table of the policy
/// (渐进式延迟法定退休年龄): an age in months, one month more for every so many months of birth, and at most
/// so many more. Every age in it is a policy value.
pub(super) fn retirement(book: &RuleBook, teacher: &Teacher) -> Month {
    let start = book.get(eligibility::RETIRE_REFORM_START);
    let year = i16::try_from(start.div_euclid(100)).unwrap_or(9999);
    let month = i8::try_from(start.rem_euclid(100).clamp(1, YEAR)).unwrap_or(1);
    let reform = Month::of(Date::new(year, month, 1).unwrap_or(Date::MAX));
    let (age, step, extra) = match teacher.sex {
        Sex::Male => (
            eligibility::RETIRE_MEN_MONTHS,
            eligibility::RETIRE_MEN_STEP,
            eligibility::RETIRE_MEN_EXTRA,
        ),
        Sex::Female => (
            eligibility::RETIRE_WOMEN_MONTHS,
            eligibility::RETIRE_WOMEN_STEP,
            eligibility::RETIRE_WOMEN_EXTRA,
        ),
    };
    let old = plus(teacher.birth, book.get(age));
    let late = i64::from(old.months_since(reform));
    let more = if late < 0 {
        0
    } else {
        (late.div_euclid(book.get(step).max(1)) + 1).min(book.get(extra))
    };
    plus(old, more)
}

/// This many months later; a number beyond all calendars stays where it is.
fn plus(month: Month, months: i64) -> Month {
    month.plus(i32::try_from(months).unwrap_or(0))
}
