//! One rule's judgement in figures, as it goes into documents.

use super::places::place_text;
use crate::domain::{Roster, TeacherNo, Waiver, labelled_enum};
use crate::policy::{Force, RuleId};
use crate::text::{Lasting, OwnedText, Text, lasting};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One figure that a rule reports, binding or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// What is measured.
    pub name: Text,
    /// Counted on top.
    pub numerator: i64,
    /// Counted below.
    pub denominator: i64,
    /// What the rule would need of the numerator, when it asks anything of this figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<i64>,
    /// Whether the policy binds this very figure.
    pub binds: bool,
}

labelled_enum! {
    /// 规定要求的方式。In which way a rule asks: what need and actual mean.
    Bound {
        AtLeast = "at_least" "至少" "at least",
        AtMost = "at_most" "至多" "at most",
        Checks = "checks" "多项核对" "several checks",
        Breaches = "breaches" "逐项核对，不得有" "none may be found",
        Nothing = "nothing" "未涉及" "nothing to check",
        Aim = "aim" "期限未到" "a target that is not due yet",
    }
}

/// Targets that bind from a later date, and how far they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// The first day from which one of them binds.
    pub by: String,
    /// Sum of what is missing today, in the unit of the rule: no shortfall, and no amount of any goal.
    pub distance: i64,
}

/// 放宽一项规定的一件特批。A special approval that lifts a rule somewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Granted {
    /// 涉及对象，用编号表示。About whom or what, by id.
    pub about: String,
    /// 涉及对象，中文和英文。The same in words, in Chinese and English.
    pub place: OwnedText,
    /// 放宽的数量。By how much.
    pub amount: i64,
    /// 原因。Why.
    pub reason: String,
    /// 由谁决定。Who decided.
    pub author: String,
    /// 决定日期。When.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

impl Granted {
    /// An approval with its place in words.
    pub(super) fn of(roster: &Roster, one: &Waiver) -> Self {
        Self {
            about: one.about.clone(),
            place: place_text(roster, &one.about),
            amount: one.amount,
            reason: one.reason.clone(),
            author: one.author.clone(),
            date: one.date.clone(),
        }
    }
}

/// One rule's judgement in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Id of the rule.
    pub rule: RuleId,
    /// Its number.
    #[serde(deserialize_with = "lasting")]
    pub code: Lasting,
    /// How strongly it binds.
    pub force: Force,
    /// What is needed: of the one check, or the number of checks when there are several.
    pub need: i64,
    /// What there is: of the one check, or the number of checks that hold.
    pub actual: i64,
    /// Unit of both: that of the rule, or checks.
    pub unit: Text,
    /// Whether that is a floor, a cap, a number of checks, or things that must not be found.
    pub bound: Bound,
    /// Sum of all shortfalls, in the unit of the rule.
    pub shortfall: i64,
    /// Every check holds.
    pub holds: bool,
    /// At least one check holds with nothing to spare.
    pub binding: bool,
    /// Targets that do not bind yet, where it has some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<Aim>,
    /// By how much special approvals lift it, in its unit.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub waived: i64,
    /// Those approvals, as far as they lift anything here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Granted>,
    /// What it asks where, by the places that special approvals name: kept of a rule of which there are any.
    #[serde(skip)]
    pub sites: BTreeMap<String, (Bound, i64)>,
    /// Figures.
    pub measures: Vec<Measure>,
    /// Who counts on top of its share, by name.
    #[serde(skip)]
    pub counted: Vec<TeacherNo>,
    /// Who counts below, by name.
    #[serde(skip)]
    pub among: Vec<TeacherNo>,
}

fn is_nought(amount: &i64) -> bool {
    *amount == 0
}
