//! The identity number (公民身份号码, GB 11643): eighteen characters that hold the day of birth and
//! the sex. It fills what is blank and checks what is not; it goes no further than this reader.

use super::cells::Cells;
use super::codes;
use super::spelling;
use crate::blanks;
use crate::domain::{Month, Sex};
use crate::text::Text;
use serde_json::{Value, json};

/// What an identity number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) birth: Month,
    pub(super) sex: Sex,
}

const LENGTH: Text = Text::new("不是 18 位", "it has not eighteen characters");
const ROUNDED: Text = Text::new(
    "被电子表格当作数字，末几位已丢失",
    "a spreadsheet has taken it for a number and lost the last digits",
);
const NO_DAY: Text = Text::new("其中的出生日期不存在", "there is no such day of birth");
const CHECK: Text = Text::new(
    "与末位校验码不符",
    "its last character does not fit the others",
);

/// Reads one, or says what is wrong with it.
fn read(text: &str) -> Result<Identity, Text> {
    let text = spelling::plain(text).to_uppercase();
    let text = text.trim().trim_start_matches('\'');
    if spelling::is_ruined_id(text) {
        return Err(ROUNDED);
    }
    let (digits, last) = text.split_at_checked(17).ok_or(LENGTH)?;
    let all = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !all || !matches!(last.as_bytes(), [b'0'..=b'9' | b'X']) {
        return Err(LENGTH);
    }
    // ISO 7064 MOD 11-2 over all eighteen: the sum of value times weight leaves 1.
    let value = |one: char| one.to_digit(10).unwrap_or(10);
    let sum = text.chars().fold(0, |sum, one| (sum * 2 + value(one)) % 11);
    if sum != 1 {
        let is_rounded = text.ends_with("000");
        return Err(if is_rounded { ROUNDED } else { CHECK });
    }
    let day = text.get(6..14).and_then(spelling::day);
    let day = day.filter(|day| (1900..2100).contains(&day.year()));
    let birth = day.ok_or(NO_DAY)?;
    let even = digits.bytes().last().is_some_and(|byte| byte % 2 == 0);
    Ok(Identity {
        birth: Month::of(birth),
        sex: if even { Sex::Female } else { Sex::Male },
    })
}

impl Cells<'_> {
    /// Tells what is wrong with an identity number, when there is one.
    pub(super) fn check_identity(&mut self, key: &str) {
        if let Some(cell) = self.filled(key)
            && let Err(problem) = read(cell)
        {
            let blanks = blanks! { found: cell, problem: problem };
            self.tell(&codes::BAD_IDENTITY, key, blanks);
        }
    }

    /// The month of birth, taken from the identity number where it is blank.
    pub(super) fn birth(&mut self, key: &str, identity: &str) -> Option<Month> {
        let written = self.month(key);
        let stated = read(self.cell(identity)).ok().map(|one| one.birth);
        self.agreed(key, written, stated, |month| json!(month))
    }

    /// The sex, taken from the identity number where it is blank.
    pub(super) fn sex(&mut self, key: &str, identity: &str) -> Option<Sex> {
        let written = self.choice(key, Sex::find);
        let stated = read(self.cell(identity)).ok().map(|one| one.sex);
        self.agreed(key, written, stated, |sex| json!(sex.text()))
    }

    fn agreed<T: Copy + PartialEq>(
        &mut self,
        key: &str,
        written: Option<T>,
        identity: Option<T>,
        show: fn(T) -> Value,
    ) -> Option<T> {
        match (written, identity) {
            (Some(one), Some(other)) if one != other => {
                let blanks = blanks! { found: show(one), read: show(other) };
                self.tell(&codes::IDENTITY_DISAGREES, key, blanks);
            }
            (None, Some(other)) if self.sound && !self.is_filled(key) => {
                let blanks = blanks! { found: self.number(), read: show(other) };
                self.tell(&codes::FROM_IDENTITY, key, blanks);
                return identity;
            }
            (None, None) if !self.is_filled(key) => self.blank(key),
            _ => {}
        }
        written
    }
}
