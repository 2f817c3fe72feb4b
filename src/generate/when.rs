//! Months of a made-up county, and how long somebody has taught in it.

use crate::domain::{Month, Teacher};

/// The reckoning date falls in this month; it is the last of the school year.
pub(super) fn today() -> Month {
    month(2026, 8)
}

/// A month that surely exists.
pub(super) fn month(year: u32, month: u32) -> Month {
    let years = i32::try_from(year).unwrap_or(2026) - 1970;
    let months = i32::try_from(month).unwrap_or(1) - 1;
    Month::of(jiff::civil::Date::constant(1970, 1, 1)).plus(years * 12 + months)
}

/// Full years of teaching.
pub(super) fn years(one: &Teacher) -> u32 {
    let months = one
        .teaching_since
        .map_or(0, |since| today().plus(1).months_since(since));
    #[allow(
        clippy::integer_division,
        reason = "full years, the begun one not counted"
    )]
    u32::try_from(months / 12).unwrap_or_default()
}
