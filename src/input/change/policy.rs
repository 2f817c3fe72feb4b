//! Changed policy values: written as more policy documents, the most local of all, so that they are
//! read, checked and shown like any other.

use super::edit::{Edit, What};
use crate::blanks;
use crate::finding::Findings;
use crate::input::codes;
use crate::policy::{PolicyDoc, RuleBook};
use indexmap::IndexSet;
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The changes as policy documents in force on `date`, one for each file in which they are written.
pub fn policy_documents(edits: &[Edit], date: Date) -> Vec<PolicyDoc> {
    let files: IndexSet<&str> = edits.iter().map(|edit| edit.place.file.as_str()).collect();
    let of = |file: &str| {
        let here = edits.iter().filter(|edit| edit.place.file == file);
        document(file, here, date)
    };
    files.into_iter().map(of).collect()
}

fn document<'e>(file: &str, edits: impl Iterator<Item = &'e Edit>, date: Date) -> PolicyDoc {
    let mut rules: BTreeMap<&str, (Table, Table)> = BTreeMap::new();
    for edit in edits {
        let ([_, rule, key], What::Set(value)) = (edit.path.as_slice(), &edit.what) else {
            continue;
        };
        let (rule, values) = rules.entry(rule).or_default();
        let text = Value::from(value.clone());
        if key == "force" {
            rule.insert(key.clone(), text);
        } else {
            let mut value = Table::new();
            value.insert("value".into(), text);
            value.insert("since".into(), Value::from(date.to_string()));
            value.insert("clauses".into(), Value::from(vec!["L"]));
            value.insert("source".into(), Value::from(file));
            value.insert("verified".into(), Value::from("local"));
            values.insert(key.clone(), Value::Table(value));
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
        file: file.into(),
        text: whole.to_string(),
    }
}

/// Tells which changes leave the rule book as it was.
pub fn idle_edits(edits: &[Edit], before: &RuleBook, after: &RuleBook) -> Findings {
    let mut findings = Findings::default();
    for edit in edits {
        let ([_, rule, key], What::Set(value)) = (edit.path.as_slice(), &edit.what) else {
            continue;
        };
        let is = |book: &RuleBook| {
            let rule = book.rules.get(rule.as_str())?;
            let value = rule.values.get(key).map(|one| one.value.clone());
            Some((rule.force, value))
        };
        if is(before) == is(after) {
            let blanks = blanks! { path: edit.shown(), value: value };
            findings.push(edit.told(&codes::NOTHING_CHANGED, blanks));
        }
    }
    findings
}
