//! Rules ask the book only for values that stand on a card.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const ASKERS: &[&str] = &[
    "count",
    "opt_count",
    "share",
    "opt_share",
    "flag",
    "choice",
    "choices",
    "groups",
];

/// The two texts in `book.count("rule", "key"…)`, or the one after `CARD.id`.
fn asked(text: &str, own: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for asker in ASKERS {
        for rest in text.split(&format!(".{asker}(")).skip(1) {
            let inside: String = rest.chars().take_while(|c| *c != ')').collect();
            let parts: Vec<&str> = inside.split(',').map(str::trim).collect();
            let [first, second, ..] = parts.as_slice() else {
                continue;
            };
            let rule = match first
                .strip_prefix('"')
                .and_then(|word| word.strip_suffix('"'))
            {
                Some(word) => word,
                None if *first == "CARD.id" => own,
                None => continue,
            };
            if let Some(key) = second
                .strip_prefix('"')
                .and_then(|word| word.strip_suffix('"'))
            {
                found.push((rule.to_owned(), key.to_owned()));
            }
        }
    }
    found
}

fn sources(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            into.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn every_value_that_is_asked_for_stands_on_a_card() {
    let cards = lungang::rules::cards();
    let known: BTreeMap<&str, BTreeSet<&str>> = cards
        .iter()
        .map(|card| {
            let keys = card.params.iter().map(|param| param.key).collect();
            (card.id, keys)
        })
        .collect();
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut wrong = Vec::new();
    let mut number = 0;
    for (own, text) in files {
        for (rule, key) in asked(&text, &own) {
            number += 1;
            if !known
                .get(rule.as_str())
                .is_some_and(|keys| keys.contains(key.as_str()))
            {
                wrong.push(format!("{own}.rs asks for {rule}.{key}"));
            }
        }
    }
    assert!(number > 0, "the scan finds nothing at all");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
