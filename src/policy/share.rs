//! Exact fractions: a share or a ratio never passes through binary floating point.

use num_rational::Ratio;
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An exact number such as a share (10 %), a ratio (13.5 pupils per staff) or a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(Ratio<i64>);

impl Share {
    /// The whole of something.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

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

    /// A fraction whose numerator and denominator have no more digits than a person would type.
    pub fn small(ratio: Ratio<i128>) -> Option<Self> {
        let within = |number: i128, most: i64| {
            let number = i64::try_from(number).ok()?;
            (-most..=most).contains(&number).then_some(number)
        };
        let numer = within(*ratio.numer(), MOST_NUMER)?;
        let denom = within(*ratio.denom(), MOST_DENOM)?;
        Some(Self::new(numer, denom))
    }

    /// The underlying fraction.
    pub fn ratio(self) -> Ratio<i64> {
        self.0
    }
}

/// The largest denominator of a share that is typed, and the largest numerator: beyond them nobody means
/// what stands there, and sums of such shares would leave the whole numbers of the computer.
const MOST_DENOM: i64 = 1_000_000;
const MOST_NUMER: i64 = 1_000_000_000;

/// The text is not an exact number, or has more digits than a policy needs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an exact number: {0:?}")]
pub struct NotExact(pub String);

impl FromStr for Share {
    type Err = NotExact;

    /// Accepts `10%`, `13.5`, `1/3`, `7`, with a numerator and a denominator of some digits only.
    fn from_str(text: &str) -> Result<Self, NotExact> {
        let wrong = || NotExact(text.to_owned());
        let trimmed = text.trim();
        let (body, scale) = match trimmed.strip_suffix('%') {
            Some(body) => (body.trim_end(), 100),
            None => (trimmed, 1),
        };
        // So few characters fit the whole numbers that it is reckoned in.
        if body.len() > 24 {
            return Err(wrong());
        }
        let ratio = match body.split_once('.') {
            Some((whole, part)) if !part.is_empty() && part.len() <= 9 => {
                let digits = u32::try_from(part.len()).map_err(|_| wrong())?;
                let all = format!("{whole}{part}").parse();
                Ratio::new(all.map_err(|_| wrong())?, 10i128.pow(digits))
            }
            Some(_) => return Err(wrong()),
            None => body.parse::<Ratio<i128>>().map_err(|_| wrong())?,
        };
        Self::small(ratio / scale).ok_or_else(wrong)
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
