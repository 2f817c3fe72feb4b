//! Reading `policy.toml` (a chain of documents, national text first) into a [`RuleBook`].

use super::{Card, RuleBook};
use crate::finding::{Code, Findings};
use jiff::civil::Date;

/// Every kind of finding that a policy document can give.
pub const POLICY_CODES: &[&Code] = &[];

/// One policy document as read from disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyDoc {
    /// Name shown to the user, such as `anshan/policy.toml`.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// Values in force on `date`, from documents ordered from the most general to the most local;
/// a local value replaces the general one of the same key, and nothing else of the rule.
pub fn load_book(
    _docs: &[PolicyDoc],
    _cards: &[&'static Card],
    _date: Date,
) -> (Option<RuleBook>, Findings) {
    (None, Findings::default())
}
