//! The table of clauses against the reading of the documents and against the rules.

use lungang::policy::coverage::{CoverageRow, Served, coverage, read};
use lungang::rules;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The rows of the five tables of the domain brief: id, clause, quote, kind.
#[allow(clippy::print_stdout, reason = "a skipped case says why")]
fn brief() -> Option<Vec<[String; 4]>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/domain.md");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared/domain.md is not here");
        return None;
    };
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [id, file, clause, quote, _, kind, _] = cells.as_slice() else {
            return None;
        };
        let is_row = file.len() == 3 && file.bytes().all(|byte| byte.is_ascii_digit());
        is_row.then(|| [id, clause, quote, kind].map(|cell| (*cell).to_owned()))
    });
    Some(rows.collect())
}

/// Clauses of the added part of the brief, each with the document in which it stands.
const ADDED: [(&str, &str); 5] = [
    ("A39", "anshan-2017"),
    ("Z34", "zhangye-2024"),
    ("Z35", "zhangye-2024"),
    ("R48", "alar-2021"),
    ("R49", "alar-2021"),
];

#[test]
#[allow(clippy::print_stdout, reason = "a skipped case says why")]
fn a_clause_that_was_added_quotes_its_document() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/policies");
    for (id, document) in ADDED {
        let row = coverage()
            .row(id)
            .unwrap_or_else(|| panic!("{id} is missing"));
        assert!(row.quote.chars().count() <= 40, "{id}");
        let Ok(text) = std::fs::read_to_string(folder.join(format!("{document}.txt"))) else {
            println!("skipped: the documents are not here");
            return;
        };
        assert!(text.contains(&row.quote), "{id}: {}", row.quote);
    }
}

#[test]
fn the_table_can_be_read() {
    let read = read().unwrap();
    assert_eq!(read.documents.len(), 5);
    assert_eq!(&read, coverage());
}

#[test]
fn no_clause_is_missing_and_none_is_made_up() {
    let Some(brief) = brief() else { return };
    assert_eq!(brief.len(), 175);
    let ours: Vec<_> = coverage()
        .rows()
        .filter(|row| !ADDED.iter().any(|(id, _)| *id == row.id))
        .map(|row| [&row.id, &row.clause, &row.quote, &row.kind].map(Clone::clone))
        .collect();
    assert_eq!(ours, brief);
}

#[test]
#[allow(clippy::print_stdout, reason = "the counts are worth seeing")]
fn every_clause_says_what_serves_it_or_why_nothing_does() {
    let ids: BTreeSet<_> = rules::cards().iter().map(|card| card.id).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for CoverageRow {
        id,
        kind,
        status,
        rules,
        reason,
        ..
    } in coverage().rows()
    {
        *counts.entry(status.key()).or_default() += 1;
        assert_eq!(*status == Served::Rule, !rules.is_empty(), "{id}");
        for rule in rules {
            assert!(ids.contains(rule.as_str()), "{id} names no rule: {rule}");
        }
        assert!(!reason.zh.is_ascii() && reason.en.is_ascii(), "{id}");
        let context = kind.starts_with("context");
        assert_eq!(*status == Served::Context, context, "{id}");
    }
    println!("clauses: {counts:?}");
}

#[test]
fn a_clause_that_a_rule_cites_says_so_itself() {
    for (rule, id) in [
        ("rotation_share", "A34"),
        ("backbone_share", "A35"),
        ("title_year", "R25"),
        ("title_year", "T17"),
        ("recruits", "R17"),
        ("dormitory_beds", "A31"),
        ("class_sizes", "A12"),
        ("school_sizes", "Z3"),
    ] {
        let row = coverage().row(id).unwrap();
        assert!(row.rules.iter().any(|one| one == rule), "{id}: {rule}");
    }
}
