//! The id of a rule. It is made where the values of the rule are declared, and nowhere else.

use crate::text::{Lasting, lasting};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;

/// Name of a rule in files and JSON: a noun phrase of the policy in `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(#[serde(deserialize_with = "lasting")] Lasting);

impl RuleId {
    /// The id that is written like this.
    pub const fn new(id: &'static str) -> Self {
        Self(id)
    }

    /// As it is written.
    pub const fn key(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

/// Ids that documents and tables spell out are looked up and compared as they stand.
impl Borrow<str> for RuleId {
    fn borrow(&self) -> &str {
        self.0
    }
}

/// Rows of the staffing program itself stand under a name that is no rule's.
impl From<&'static str> for RuleId {
    fn from(part: &'static str) -> Self {
        Self(part)
    }
}

impl From<RuleId> for String {
    fn from(id: RuleId) -> Self {
        id.0.to_owned()
    }
}

impl<T: AsRef<str> + ?Sized> PartialEq<T> for RuleId {
    fn eq(&self, other: &T) -> bool {
        self.0 == other.as_ref()
    }
}
