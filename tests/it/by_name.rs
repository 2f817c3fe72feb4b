//! Values of a policy by the names that tests spell out; the program itself asks by typed keys.

use lungang::policy::{Force, RuleBook, RuleId, Share, Value};

/// Reading by name. A value that is not there, or of another kind, is a fault of the test.
#[cfg_attr(
    not(feature = "solver"),
    allow(dead_code, reason = "some is asked for with the solver only")
)]
pub(crate) trait ByName {
    fn named(&self, rule: &str, key: &str) -> Option<&Value>;
    fn force_of(&self, rule: &str) -> Force;

    fn opt_count(&self, rule: &str, key: &str) -> Option<i64> {
        match self.named(rule, key)? {
            Value::Count(count) => Some(*count),
            _ => None,
        }
    }
    fn count(&self, rule: &str, key: &str) -> i64 {
        self.opt_count(rule, key).unwrap()
    }
    fn opt_share(&self, rule: &str, key: &str) -> Option<Share> {
        match self.named(rule, key)? {
            Value::Share(share) => Some(*share),
            _ => None,
        }
    }
    fn share(&self, rule: &str, key: &str) -> Share {
        self.opt_share(rule, key).unwrap()
    }
    fn flag(&self, rule: &str, key: &str) -> bool {
        matches!(self.named(rule, key), Some(Value::Flag(true)))
    }
    fn choice(&self, rule: &str, key: &str) -> &str {
        match self.named(rule, key) {
            Some(Value::Words(words)) if words.len() == 1 => &words[0],
            other => panic!("{rule}.{key} is no choice: {other:?}"),
        }
    }
    fn choices<T>(&self, rule: &str, key: &str, find: fn(&str) -> Option<T>) -> Vec<T> {
        match self.named(rule, key) {
            Some(Value::Words(words)) => words.iter().filter_map(|word| find(word)).collect(),
            other => panic!("{rule}.{key} is no list of choices: {other:?}"),
        }
    }
}

impl ByName for RuleBook {
    fn named(&self, rule: &str, key: &str) -> Option<&Value> {
        self.value(rule, key)
    }
    fn force_of(&self, rule: &str) -> Force {
        let known = |id: &&RuleId| **id == rule;
        let id = self.rules.keys().find(known);
        id.map_or(Force::Off, |id| self.force(*id))
    }
}
