//! The rule book with the sources that anybody may know: a county's own document names the county.

use super::masks::WITHHELD;
use crate::policy::{RuleBook, shipped, shipped_path};
use std::collections::BTreeSet;
use toml::Value;

/// The same values with the sources of the national policy; others are withheld.
pub fn redacted_book(book: &RuleBook) -> RuleBook {
    let national = shipped_path("national").and_then(|path| shipped(&path));
    let national = national.and_then(|text| text.parse::<toml::Table>().ok());
    let mut known = BTreeSet::new();
    words(&Value::Table(national.unwrap_or_default()), &mut known);
    let hide = |source: &mut String| {
        if !known.contains(source.as_str()) {
            WITHHELD.clone_into(source);
        }
    };
    let mut book = book.clone();
    for title in [&mut book.title_zh, &mut book.title_en] {
        hide(title);
    }
    for rule in book.rules.values_mut() {
        hide(&mut rule.source);
        for value in rule.values.values_mut() {
            hide(&mut value.source);
            value.file.clear();
        }
    }
    book
}

/// Every text of a document.
fn words(value: &Value, known: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            known.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|one| words(one, known)),
        Value::Table(all) => all.values().for_each(|one| words(one, known)),
        _ => {}
    }
}
