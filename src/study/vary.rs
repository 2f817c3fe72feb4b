//! What is varied along a curve: `PATH=FROM..TO/N` stands for `N` values from `FROM` to `TO`, equally
//! far apart, exact.

use crate::input::Edit;
use crate::policy::Share;
use num_rational::Ratio;
use std::str::FromStr;

/// A value that is varied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vary {
    /// The path as it was typed.
    pub path: String,
    /// The values are typed, and shown, in per cent.
    percent: bool,
    /// Its values from the first to the last.
    pub values: Vec<Share>,
}

/// The text does not say what is varied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected PATH=FROM..TO/N, such as rules.rotation_share.at_least=10%..20%/11")]
pub struct NotAVary;

/// Most values of one curve.
const MOST: i64 = 500;

impl FromStr for Vary {
    type Err = NotAVary;

    fn from_str(text: &str) -> Result<Self, NotAVary> {
        let (path, range) = text.split_once('=').ok_or(NotAVary)?;
        let (from, rest) = range.split_once("..").ok_or(NotAVary)?;
        let (to, number) = rest.rsplit_once('/').ok_or(NotAVary)?;
        let exact = |word: &str| word.parse::<Share>().map_err(|_| NotAVary);
        let (from, to) = (exact(from)?.ratio(), exact(to)?.ratio());
        let number: i64 = number.trim().parse().map_err(|_| NotAVary)?;
        if !(2..=MOST).contains(&number) || from == to {
            return Err(NotAVary);
        }
        format!("{path}=0").parse::<Edit>().map_err(|_| NotAVary)?;
        let step = (to - from) / Ratio::from_integer(number - 1);
        let values = (0..number).map(|no| from + step * no);
        let values = values.map(|one| Share::new(*one.numer(), *one.denom()));
        Ok(Self {
            path: path.trim().to_owned(),
            percent: range.contains('%'),
            values: values.collect(),
        })
    }
}

impl Vary {
    /// A value as it would be typed.
    pub fn shown(&self, value: Share) -> String {
        if self.percent || value.denom() == 1 {
            value.to_string()
        } else {
            format!("{}/{}", value.numer(), value.denom())
        }
    }

    /// The change that sets it to a value.
    pub fn edit(&self, value: Share) -> Option<Edit> {
        format!("{}={}", self.path, self.shown(value)).parse().ok()
    }
}
