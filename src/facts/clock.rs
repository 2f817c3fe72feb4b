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
    now: Month,
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

    /// The month of the reckoning date.
    pub(super) fn now(self) -> Month {
        self.now
    }

    /// Age in whole years.
    pub(super) fn age(self, birth: Month) -> i64 {
        i64::from(self.now.months_since(birth)).div_euclid(YEAR)
    }

    /// Complete months of service since the first of this month; negative before it.
    pub(super) fn served(self, since: Month) -> i64 {
        i64::from(self.open.months_since(since))
    }
}

/// The step table of retirement ages (渐进式延迟法定退休年龄): every age in it is a policy value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Retirement {
    reform: Month,
    men: Steps,
    women: Steps,
}

/// Age in months, one month more for every `step` months of birth, at most `extra` months more.
#[derive(Debug, Clone, Copy)]
struct Steps {
    age: i64,
    step: i64,
    extra: i64,
}

impl Retirement {
    pub(super) fn read(book: &RuleBook) -> Self {
        let start = book.get(eligibility::RETIRE_REFORM_START);
        let year = i16::try_from(start.div_euclid(100)).unwrap_or(9999);
        let month = i8::try_from(start.rem_euclid(100).clamp(1, YEAR)).unwrap_or(1);
        let day = Date::new(year, month, 1).unwrap_or(Date::MAX);
        Self {
            reform: Month::of(day),
            men: Steps {
                age: book.get(eligibility::RETIRE_MEN_MONTHS),
                step: book.get(eligibility::RETIRE_MEN_STEP).max(1),
                extra: book.get(eligibility::RETIRE_MEN_EXTRA),
            },
            women: Steps {
                age: book.get(eligibility::RETIRE_WOMEN_MONTHS),
                step: book.get(eligibility::RETIRE_WOMEN_STEP).max(1),
                extra: book.get(eligibility::RETIRE_WOMEN_EXTRA),
            },
        }
    }

    /// The month in which a teacher reaches the retirement age.
    pub(super) fn month(&self, teacher: &Teacher) -> Month {
        let steps = match teacher.sex {
            Sex::Male => self.men,
            Sex::Female => self.women,
        };
        let old = plus(teacher.birth, steps.age);
        let late = i64::from(old.months_since(self.reform));
        let more = if late < 0 {
            0
        } else {
            (late.div_euclid(steps.step) + 1).min(steps.extra)
        };
        plus(old, more)
    }
}

/// This many months later; a number beyond all calendars stays where it is.
pub(super) fn plus(month: Month, months: i64) -> Month {
    month.plus(i32::try_from(months).unwrap_or(0))
}
