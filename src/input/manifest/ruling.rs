//! Decisions of the officer as they are written, before anything in them is understood.

use crate::finding::Place;

/// The keys of a pin or ban.
pub(super) const RULING_KEYS: &[&str] = &["teacher", "school", "reason", "author"];

/// The keys of a waiver.
pub(super) const WAIVER_KEYS: &[&str] = &["rule", "about", "amount", "reason", "author"];

/// A pin or ban as written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::input) struct Ruling {
    pub(in crate::input) teacher: String,
    pub(in crate::input) school: Option<String>,
    pub(in crate::input) reason: String,
    pub(in crate::input) author: String,
    pub(in crate::input) place: Place,
}

/// A waiver as written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::input) struct WrittenWaiver {
    pub(in crate::input) rule: String,
    pub(in crate::input) about: String,
    pub(in crate::input) amount: i64,
    pub(in crate::input) reason: String,
    pub(in crate::input) author: String,
    pub(in crate::input) place: Place,
}

impl Ruling {
    /// A pin or ban whose words stand under these keys.
    pub(in crate::input) fn new(place: Place, mut word: impl FnMut(&str) -> String) -> Self {
        Self {
            teacher: word("teacher"),
            school: Some(word("school")).filter(|school| !school.is_empty()),
            reason: word("reason"),
            author: word("author"),
            place,
        }
    }
}

impl WrittenWaiver {
    /// A waiver of this amount whose words stand under these keys.
    pub(in crate::input) fn new(
        place: Place,
        amount: i64,
        mut word: impl FnMut(&str) -> String,
    ) -> Self {
        Self {
            rule: word("rule"),
            about: word("about"),
            amount,
            reason: word("reason"),
            author: word("author"),
            place,
        }
    }
}
