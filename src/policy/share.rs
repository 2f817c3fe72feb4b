//! Exact fractions: a share or a ratio never passes through binary floating point.

use num_rational::Ratio;
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An exact number such as a share (10 %), a ratio (13.5 pupils per staff) or a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(Ratio<i64>);

impl Share {
    /// `numer / denom`; the denominator must not be zero.
    pub fn new(numer: i64, denom: i64) -> Self {
        Self(Ratio::new(numer, denom))
    }

    /// Numerator in lowest terms.
    pub fn numer(self) -> i64 {
        *self.0.numer()
    }

    /// Denominator in lowest terms, positive.
    pub fn denom(self) -> i64 {
        *self.0.denom()
    }

    /// The smallest whole number not below this share of `whole`.
    pub fn ceil_of(self, whole: i64) -> i64 {
        (self.0 * whole).ceil().to_integer()
    }

    /// The largest whole number not above this share of `whole`.
    pub fn floor_of(self, whole: i64) -> i64 {
        (self.0 * whole).floor().to_integer()
    }

    /// The underlying fraction.
    pub fn ratio(self) -> Ratio<i64> {
        self.0
    }
}

/// The text is not an exact number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an exact number: {0:?}")]
pub struct NotExact(pub String);

impl FromStr for Share {
    type Err = NotExact;

    /// Accepts `10%`, `13.5`, `1/3`, `7`.
    fn from_str(text: &str) -> Result<Self, NotExact> {
        let wrong = || NotExact(text.to_owned());
        let trimmed = text.trim();
        let (body, scale) = match trimmed.strip_suffix('%') {
            Some(body) => (body.trim_end(), 100),
            None => (trimmed, 1),
        };
        let ratio = match body.split_once('.') {
            Some((whole, part)) if !part.is_empty() && part.len() <= 9 => {
                let digits = u32::try_from(part.len()).map_err(|_| wrong())?;
                let all = format!("{whole}{part}").parse();
                Ratio::new(all.map_err(|_| wrong())?, 10i64.pow(digits))
            }
            Some(_) => return Err(wrong()),
            None => body.parse::<Ratio<i64>>().map_err(|_| wrong())?,
        };
        Ok(Self(ratio / scale))
    }
}

impl fmt::Display for Share {
    /// Per cent where that is whole, else a fraction.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.0 * 100;
        if self.0.is_integer() {
            write!(to, "{}", self.0)
        } else if percent.is_integer() {
            write!(to, "{percent}%")
        } else {
            write!(to, "{}/{}", self.numer(), self.denom())
        }
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
