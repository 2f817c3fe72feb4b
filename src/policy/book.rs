//! The rule book: every rule's values in force on the reckoning date, with their sources.

use super::{Force, Share};
use crate::domain::labelled_enum;
use crate::text::Text;
use indexmap::IndexMap;
use serde::Serialize;

labelled_enum! {
    /// A goal (目标); the policy says in which order they are reached.
    GoalId {
        Shortfall = "shortfall" "硬性规定的欠额" "shortfall of must-rules",
        EmptyPosts = "empty_posts" "空缺课时" "uncovered periods",
        TitleYears = "title_years" "申报高级职称缺任教年限的人数" "title applicants without the year",
        Gaps = "gaps" "校际差距" "gaps between schools",
        Burden = "burden" "教师负担" "burden on teachers",
        Appointments = "appointments" "符合条件未聘的申报人" "fit applicants without a title post",
        Moves = "moves" "调整人数" "people moved",
        Letters = "letters" "变动的通知书" "letters that change",
        Canonical = "canonical" "唯一性次序" "canonical order",
    }
}

labelled_enum! {
    /// How well the source of a value is known (核实情况).
    Verified {
        Seed = "seed" "见当地文件原文" "read in the local document",
        Read = "read" "已见出处" "source read",
        Code = "code" "见公开系统" "seen in a public system",
        Weak = "weak" "出处不权威" "weak source",
        Unverified = "unverified" "未核实" "unverified",
        Local = "local" "由本地填写" "entered locally",
    }
}

impl GoalId {
    /// The unit in which it is counted.
    pub const fn unit(self) -> Text {
        match self {
            Self::EmptyPosts => Text::new("加权周课时", "weighted weekly periods"),
            Self::Burden => Text::new("负担分", "burden points"),
            Self::Appointments => Text::new("排名分", "ranking points"),
            Self::Shortfall => Text::new("各规定自身的单位", "in the unit of each rule"),
            Self::TitleYears | Self::Gaps | Self::Moves | Self::Letters => {
                Text::new("人", "persons")
            }
            Self::Canonical => Text::new("次序分", "order points"),
        }
    }
}

/// A parsed value of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Count(i64),
    /// An exact number.
    Share(Share),
    /// Yes or no.
    Flag(bool),
    /// One or more words; a single choice is a list of one.
    Words(Vec<String>),
    /// Groups of words.
    Groups(Vec<Vec<String>>),
}

/// A value with all that a person must know about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Valued {
    /// The parsed value.
    #[serde(skip)]
    pub value: Value,
    /// Its text as it stands in the policy.
    #[serde(rename = "value")]
    pub text: String,
    /// In force since (a date).
    pub since: String,
    /// Clause ids (rows of the domain brief) from which it is taken.
    pub clauses: Vec<String>,
    /// Document and article.
    pub source: String,
    /// How well the source is known.
    pub verified: Verified,
    /// The policy file in which it stands.
    pub file: String,
}

/// One rule as the policy has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InForce {
    /// How strongly it binds.
    pub force: Force,
    /// Clause ids that it serves.
    pub clauses: Vec<String>,
    /// Document and article.
    pub source: String,
    /// How well the source is known.
    pub verified: Verified,
    /// Its values.
    pub values: IndexMap<String, Valued>,
}

/// What must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBook {
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    pub title_en: String,
    /// Every rule by id, in the order of the rule list.
    pub rules: IndexMap<String, InForce>,
    /// The goals in their order; `Shortfall` first and `Canonical` last always.
    pub goals: Vec<GoalId>,
}

impl RuleBook {
    /// How strongly a rule binds.
    pub fn force(&self, rule: &str) -> Force {
        self.rules.get(rule).map_or(Force::Off, |rule| rule.force)
    }

    /// Whether a rule is must or goal.
    pub fn is_on(&self, rule: &str) -> bool {
        self.force(rule) != Force::Off
    }

    fn get(&self, rule: &str, key: &str) -> Option<&Value> {
        self.rules
            .get(rule)?
            .values
            .get(key)
            .map(|valued| &valued.value)
    }

    /// A whole number.
    pub fn count(&self, rule: &str, key: &str) -> i64 {
        self.opt_count(rule, key)
            .unwrap_or_else(|| missing(rule, key))
    }

    /// A whole number that may be left out.
    pub fn opt_count(&self, rule: &str, key: &str) -> Option<i64> {
        match self.get(rule, key) {
            Some(Value::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// An exact number.
    pub fn share(&self, rule: &str, key: &str) -> Share {
        self.opt_share(rule, key)
            .unwrap_or_else(|| missing(rule, key))
    }

    /// An exact number that may be left out.
    pub fn opt_share(&self, rule: &str, key: &str) -> Option<Share> {
        match self.get(rule, key) {
            Some(Value::Share(share)) => Some(*share),
            _ => None,
        }
    }

    /// Yes or no.
    pub fn flag(&self, rule: &str, key: &str) -> bool {
        match self.get(rule, key) {
            Some(Value::Flag(flag)) => *flag,
            _ => missing(rule, key),
        }
    }

    /// One word.
    pub fn choice(&self, rule: &str, key: &str) -> &str {
        match self.get(rule, key) {
            Some(Value::Words(words)) if words.len() == 1 => &words[0],
            _ => missing(rule, key),
        }
    }

    /// Several words, as values of an enum of words; words that are none of its values are not
    /// let through the door when the policy is read.
    pub fn choices<T>(&self, rule: &str, key: &str, find: fn(&str) -> Option<T>) -> Vec<T> {
        match self.get(rule, key) {
            Some(Value::Words(words)) => words.iter().filter_map(|word| find(word)).collect(),
            _ => missing(rule, key),
        }
    }

    /// Groups of words.
    pub fn groups<T>(&self, rule: &str, key: &str, find: fn(&str) -> Option<T>) -> Vec<Vec<T>> {
        match self.get(rule, key) {
            Some(Value::Groups(groups)) => groups
                .iter()
                .map(|group| group.iter().filter_map(|word| find(word)).collect())
                .collect(),
            _ => missing(rule, key),
        }
    }
}

/// The door lets no policy in that lacks a value of a card, so this is our own fault.
#[allow(
    clippy::panic,
    reason = "a missing value must never turn into a wrong number"
)]
fn missing(rule: &str, key: &str) -> ! {
    panic!("the rule book has no value {rule}.{key} of the kind asked for")
}
