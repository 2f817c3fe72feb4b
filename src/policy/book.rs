//! The rule book: every rule's values in force on the reckoning date, with their sources.

use super::{Force, GoalId, Key, PolicyValue, RuleId, Value};
use crate::domain::{Labelled, labelled_enum};
use indexmap::IndexMap;
use serde::Serialize;

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
    /// The day from which it binds as a target; before it only the distance is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// That day lies after the reckoning date.
    #[serde(skip)]
    pub ahead: bool,
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
    pub rules: IndexMap<RuleId, InForce>,
    /// The goals in their order; `Shortfall` first and `Canonical` last always.
    pub goals: Vec<GoalId>,
}

impl RuleBook {
    /// How strongly a rule binds.
    pub fn force(&self, rule: RuleId) -> Force {
        self.rules.get(&rule).map_or(Force::Off, |rule| rule.force)
    }

    /// Whether a rule is must or goal.
    pub fn is_on(&self, rule: RuleId) -> bool {
        self.force(rule) != Force::Off
    }

    /// A value by its key, of the type that the key says.
    ///
    /// # Panics
    ///
    /// Where the book has no such value, which reading a policy rules out.
    #[allow(
        clippy::panic,
        reason = "the door lets no policy in that lacks a value of a card, so this is our own fault; \
                  a missing value must never turn into a wrong number"
    )]
    pub fn get<T: PolicyValue>(&self, key: Key<T>) -> T {
        let Key { rule, param, .. } = key;
        T::read(self.value(rule.key(), param.key))
            .unwrap_or_else(|| panic!("the rule book has no value {rule}.{}", param.key))
    }

    /// The day from which a value binds, where that lies after the reckoning date: until then it is a
    /// target, of which only the distance is shown.
    pub fn target<T>(&self, key: Key<T>) -> Option<&str> {
        let valued = self.rules.get(&key.rule)?.values.get(key.param.key)?;
        valued.by.as_deref().filter(|_| valued.ahead)
    }

    /// A value as it was read, by names that a document or a command spells out.
    pub fn value(&self, rule: &str, key: &str) -> Option<&Value> {
        let valued = self.rules.get(rule)?.values.get(key)?;
        Some(&valued.value)
    }

    /// The same book with another choice for one value.
    pub fn choose<T: Labelled>(&mut self, key: Key<T>, word: T) {
        let rule = self.rules.get_mut(&key.rule);
        if let Some(valued) = rule.and_then(|rule| rule.values.get_mut(key.param.key)) {
            valued.value = Value::Words(vec![word.key().to_owned()]);
        }
    }
}
