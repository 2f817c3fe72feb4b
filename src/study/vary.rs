//! What is varied along a curve: `PATH=FROM..TO/N` stands for `N` values from `FROM` to `TO`, equally
//! far apart, exact.

use crate::input::Edit;
use crate::policy::{Kind, Share};
use crate::rules::cards;
use crate::text::Text;
use num_rational::Ratio;
use std::fmt;
use std::str::FromStr;

/// A value that is varied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vary {
    /// The path as it was typed.
    pub path: String,
    /// All of it as it was typed.
    typed: String,
    /// The values are typed, and shown, in per cent.
    percent: bool,
    /// Its values from the first to the last.
    pub values: Vec<Share>,
}

/// The text does not say what is varied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", NotAVary::EXPECTED.en)]
pub struct NotAVary;

impl NotAVary {
    /// What should have been typed.
    pub const EXPECTED: Text = Text::new(
        "路径=起..止/点数（2 至 500 个点，起止不同、同写百分号或都不写），如 rules.rotation_share.at_least=10%..20%/11",
        "expected PATH=FROM..TO/N (2 to 500 values, the ends apart, both in per cent or neither), such as rules.rotation_share.at_least=10%..20%/11",
    );
}

/// Most values of one curve.
const MOST: i64 = 500;

impl FromStr for Vary {
    type Err = NotAVary;

    fn from_str(text: &str) -> Result<Self, NotAVary> {
        let (path, range) = text.split_once('=').ok_or(NotAVary)?;
        let (from, rest) = range.split_once("..").ok_or(NotAVary)?;
        let (to, number) = rest.rsplit_once('/').ok_or(NotAVary)?;
        let number: i64 = number.trim().parse().map_err(|_| NotAVary)?;
        let (from, to) = (from.trim(), to.trim());
        let percent = from.ends_with('%') || to.ends_with('%');
        let end = |word: &str| exact(word, percent).ok_or(NotAVary);
        let (from, to) = (end(from)?, end(to)?);
        if !(2..=MOST).contains(&number) || from == to {
            return Err(NotAVary);
        }
        let path = path.trim();
        format!("{path}=0").parse::<Edit>().map_err(|_| NotAVary)?;
        let whole = counts(path) && from.is_integer() && to.is_integer();
        let step = (to - from) / Ratio::from_integer(i128::from(number - 1));
        let values = (0..number).map(|no| {
            let value = from + step * Ratio::from_integer(i128::from(no));
            let value = if whole { value.round() } else { value };
            Share::small(value).ok_or(NotAVary)
        });
        let mut values: Vec<Share> = values.collect::<Result<_, _>>()?;
        values.dedup();
        Ok(Self {
            typed: text.to_owned(),
            path: path.to_owned(),
            percent,
            values,
        })
    }
}

impl fmt::Display for Vary {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.typed)
    }
}

/// One end of the range. Where the other end has a per cent sign, a whole number without one is meant in
/// per cent too: `12..40%` begins at 12 %. Of other numbers it cannot be told.
fn exact(word: &str, percent: bool) -> Option<Ratio<i128>> {
    let bare = percent && !word.ends_with('%');
    if bare && !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let word = if bare {
        format!("{word}%")
    } else {
        word.to_owned()
    };
    let share = word.parse::<Share>().ok()?;
    Some(Ratio::new(share.numer().into(), share.denom().into()))
}

/// Whether what stands at a path is a whole number: a count of a rule, or a cell of a table.
fn counts(path: &str) -> bool {
    let Ok(edit) = format!("{path}=0").parse::<Edit>() else {
        return false;
    };
    if !edit.is_of_rule() {
        return true;
    }
    let (rule, key) = (&edit.path[1], &edit.path[2]);
    let cards = cards();
    let card = cards.iter().find(|card| card.id == rule.as_str());
    let mut params = card.into_iter().flat_map(|card| card.params);
    params.any(|param| param.key == key && param.kind == Kind::Count)
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
