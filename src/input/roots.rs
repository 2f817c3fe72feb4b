//! Which findings come first: a table or a column that is missing, a file that cannot be opened and an id that stands
//! twice make others look wrong, wherever those stand.

use crate::finding::{About, Finding, Findings, Severity};
use std::collections::BTreeSet;

/// Kinds that make others look wrong: files, tables, heads; ids of schools and of teachers.
const ROOTS: [&str; 13] = [
    "I101", "I104", "I105", "I110", "I116", "I117", "I118", "I119", "I121", "I129", "I201", "I401",
    "I402",
];
/// Of these somebody is told by whose id somebody else is told too.
const TWICE: &str = "I401";

/// The findings in the order of files and rows, those first that others follow from. Of somebody whose id stands twice
/// nothing else is told: it may be about the other.
pub fn in_order(mut findings: Findings) -> Findings {
    let twice = findings.0.iter().filter(|one| one.code.id == TWICE);
    let twice = twice.filter_map(|one| one.blanks.get("id")?.as_str());
    let twice: BTreeSet<String> = twice.map(str::to_owned).collect();
    let follows = |one: &Finding| match &one.about {
        Some(About::Teacher(id)) => one.code.id != TWICE && twice.contains(id),
        _ => false,
    };
    findings.0.retain(|one| !follows(one));
    let mut sorted = findings.sorted();
    let root = |one: &Finding| one.severity == Severity::Error && ROOTS.contains(&one.code.id);
    sorted.0.sort_by_key(|one| !root(one));
    sorted
}
