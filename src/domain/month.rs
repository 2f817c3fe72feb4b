//! A calendar month, the precision in which personnel files record births, postings and titles.

use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A calendar month, written `1987-03`. Kept as its first day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month that holds a day.
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        self.0
    }

    /// The month this many months later (earlier when negative).
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months.months()))
    }

    /// Whole months from `earlier` to this one; negative when it is later.
    pub fn months_since(self, earlier: Self) -> i32 {
        self.0
            .since((Unit::Month, earlier.0))
            .map_or(0, |span| span.get_months())
    }
}

/// First month of the school year after the reckoning date.
pub fn year_start(date: Date) -> Month {
    let september = Month::of(Date::constant(date.year(), 9, 1));
    if date.month() > 9 {
        september.plus(12)
    } else {
        september
    }
}

impl FromStr for Month {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = if text.matches('-').count() == 1 {
            format!("{text}-01")
        } else {
            text.into()
        };
        day.parse::<Date>().map(Self::of)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(de::Error::custom)
    }
}

impl JsonSchema for Month {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Month".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "年月，如 1987-03。A calendar month, written 1987-03.",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}$",
        })
    }
}
