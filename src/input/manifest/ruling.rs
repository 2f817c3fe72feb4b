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
