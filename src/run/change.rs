//! Policy values changed for one run: written as one more policy document, the most local of all,
//! so that they are read, checked and shown like any other.

use crate::law::PolicyDoc;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::str::FromStr;
use toml::{Table, Value};

/// Name under which the changes appear among the files that were read.
const FILE: &str = "--set";

/// One value, or the force, of one rule: `rotation_share.at_least=12%`, `leavers_cap.force=goal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Id of the rule.
    pub rule: String,
    /// Key of the value, or `force`.
    pub key: String,
    /// Its text, as it would stand in `policy.toml`.
    pub value: String,
}

/// The text is not `rule.key=value`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected RULE.KEY=VALUE, such as rotation_share.at_least=12%")]
pub struct NotAChange;

impl FromStr for Change {
    type Err = NotAChange;

    fn from_str(text: &str) -> Result<Self, NotAChange> {
        let (path, value) = text.split_once('=').ok_or(NotAChange)?;
        let (rule, key) = path.split_once('.').ok_or(NotAChange)?;
        let [rule, key, value] = [rule, key, value].map(|word| word.trim().to_owned());
        if [&rule, &key, &value].iter().any(|word| word.is_empty()) {
            return Err(NotAChange);
        }
        Ok(Self { rule, key, value })
    }
}

/// The changes as a policy document in force on `date`.
pub(super) fn document(changes: &[Change], date: Date) -> PolicyDoc {
    let mut rules: BTreeMap<&str, (Table, Table)> = BTreeMap::new();
    for change in changes {
        let (rule, values) = rules.entry(&change.rule).or_default();
        let text = Value::from(change.value.clone());
        if change.key == "force" {
            rule.insert(change.key.clone(), text);
        } else {
            let mut value = Table::new();
            value.insert("value".into(), text);
            value.insert("since".into(), Value::from(date.to_string()));
            value.insert("clauses".into(), Value::from(vec!["L"]));
            value.insert("source".into(), Value::from(FILE));
            value.insert("verified".into(), Value::from("local"));
            values.insert(change.key.clone(), Value::Table(value));
        }
    }
    let mut all = Table::new();
    for (id, (mut rule, values)) in rules {
        rule.insert("values".into(), Value::Table(values));
        all.insert(id.to_owned(), Value::Table(rule));
    }
    let mut whole = Table::new();
    whole.insert("rules".into(), Value::Table(all));
    PolicyDoc {
        file: FILE.into(),
        text: whole.to_string(),
    }
}
