//! The card of a rule: its words, its formula, the values it needs. Printed wherever the rule is
//! spoken of; nothing is written twice.

use super::GoalId;
use crate::domain::labelled_enum;
use crate::finding::Code;
use crate::text::Text;

labelled_enum! {
    /// How strongly a rule binds (效力).
    Force {
        Must = "must" "必须满足" "must hold",
        Goal = "goal" "尽量满足" "goal",
        Off = "off" "不启用" "off",
    }
}

/// What a value in `policy.toml` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of the named unit, not negative.
    Count,
    /// An exact number such as `10%` or `13.5`, not negative.
    Share,
    /// `yes` or `no`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Any of these words, separated by commas.
    Choices(&'static [&'static str]),
    /// Free words: groups separated by `;`, words inside a group by commas.
    Groups,
}

/// One value a rule needs.
#[derive(Debug, PartialEq, Eq)]
pub struct Param {
    /// Its key in the rule's table.
    pub key: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// May be left out: the clause then asks nothing.
    pub optional: bool,
    /// What it means, with its unit.
    pub says: Text,
}

impl Param {
    /// A value that must be given.
    pub const fn new(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Self {
        Self {
            key,
            kind,
            optional: false,
            says: Text::new(zh, en),
        }
    }

    /// A value that may be left out.
    pub const fn optional(
        key: &'static str,
        kind: Kind,
        zh: &'static str,
        en: &'static str,
    ) -> Self {
        Self {
            key,
            kind,
            optional: true,
            says: Text::new(zh, en),
        }
    }
}

/// A rule's words, formula and values.
#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    /// Number, such as `R03`. Never reused.
    pub code: &'static str,
    /// Name in files and JSON: a noun phrase of the policy in `snake_case`.
    pub id: &'static str,
    /// Title.
    pub title: Text,
    /// What it asks, in one sentence.
    pub asks: Text,
    /// The formula, with the symbols explained in the rule's own file.
    pub formula: &'static str,
    /// Unit in which need and actual are counted.
    pub unit: Text,
    /// Where its shortfall is counted when a policy makes it a goal.
    pub goal: GoalId,
    /// What lifts it somewhere, in words: `{place}`, `{amount}` and `{unit}` stand for where and how
    /// much; none where nothing may be offered, since the rule protects a person.
    pub mend: Option<Text>,
    /// The values it needs.
    pub params: &'static [Param],
    /// It can be judged but not planned for, since it is no sum of people: a policy may not make it a
    /// must-rule.
    pub judged_only: bool,
    /// The kinds of breach it can find.
    pub breaches: &'static [&'static Code],
}
