//! Months of a made-up county, and how long somebody has taught in it.

use crate::domain::{Month, Teacher};
use jiff::civil::Date;

/// The reckoning date falls in this month; it is the last of the school year.
pub(super) fn today() -> Month {
    Month::of(Date::constant(2026, 8, 1))
}

/// The first month of a school year.
pub(super) fn september(year: u32) -> Month {
    today().plus((year.cast_signed() - 2026) * 12 + 1)
}

/// The year of a month.
pub(super) fn year(month: Month) -> u32 {
    u32::try_from(month.first_day().year()).unwrap_or(2020)
}

/// Full years of teaching, the begun one not counted.
pub(super) fn years(one: &Teacher) -> u32 {
    let until = today().plus(1);
    let months = one
        .teaching_since
        .map_or(0, |since| until.months_since(since));
    u32::try_from(months.div_euclid(12)).unwrap_or_default()
}
