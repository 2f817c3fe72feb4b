//! What the officer decides of single people, schools and rules: pins, bans, special approvals.

use super::{SchoolNo, TeacherNo};
use crate::finding::Place;
use serde::Serialize;

/// The officer decides that someone goes to, or stays at, a school.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Pin {
    /// Who.
    pub teacher: TeacherNo,
    /// Where she works next year; her present school means that she stays.
    pub school: SchoolNo,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// When, as a date in words; empty where the file does not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Where it is written.
    #[serde(skip)]
    pub place: Place,
}

/// The officer decides that someone does not go to a school, or anywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Ban {
    /// Who.
    pub teacher: TeacherNo,
    /// Where she must not go; `None`: nowhere, she stays.
    pub school: Option<SchoolNo>,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// When, as a date in words; empty where the file does not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Where it is written.
    #[serde(skip)]
    pub place: Place,
}

/// A special approval (特批): a must-rule is lifted at one place by a stated amount.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Waiver {
    /// Id of the rule.
    pub rule: String,
    /// Where, as the rule names its places: `county`, a school, a teacher, or a school with more
    /// words such as `S07,primary,physics`.
    pub about: String,
    /// By how much, in the unit of the rule; above nought.
    pub amount: i64,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub author: String,
    /// When, as a date in words; empty where the file does not say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Where it is written.
    #[serde(skip)]
    pub place: Place,
    /// Where it is written what it is about.
    #[serde(skip)]
    pub about_place: Place,
}
