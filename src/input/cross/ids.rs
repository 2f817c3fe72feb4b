//! Ids that look wrong beside the others of their table: example rows of the template, and codes in
//! figures whose leading noughts got lost where a spreadsheet took them for numbers.

use super::codes;
use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::input::EXAMPLE_IDS;
use crate::input::draft::{Draft, ReadTable};
use std::collections::BTreeMap;

/// A length is the usual one when it is that of at least this share of the codes, and of this many.
const USUAL: (usize, usize) = (2, 3);
const AT_LEAST: usize = 3;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    shorter(&draft.schools, |one| &one.id, findings);
    shorter(&draft.teachers, |one| &one.id, findings);
    examples(&draft.schools, |one| &one.id, findings);
    examples(&draft.teachers, |one| &one.id, findings);
}

fn shorter<T>(table: &ReadTable<T>, id: fn(&T) -> &String, findings: &mut Findings) {
    let is_code = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    let codes = || table.rows.iter().filter(|row| is_code(id(&row.value)));
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in codes() {
        *lengths.entry(id(&row.value).len()).or_default() += 1;
    }
    let Some((usual, often)) = lengths.into_iter().max_by_key(|one| one.1) else {
        return;
    };
    if often < AT_LEAST || often * USUAL.1 < codes().count() * USUAL.0 {
        return;
    }
    for row in codes().filter(|row| id(&row.value).len() < usual) {
        let found = id(&row.value);
        let blanks = blanks! { found: found, number: usual - found.len(), usual: usual };
        findings.push(Finding::new(&codes::SHORT_CODE, blanks).at(table.place(row, "id")));
    }
}

/// Tells of example rows that stand beside others; a template as it was written is sound.
fn examples<T>(table: &ReadTable<T>, id: fn(&T) -> &String, findings: &mut Findings) {
    let is_example = |one: &T| {
        let marks = [EXAMPLE_IDS.zh, EXAMPLE_IDS.en];
        marks.iter().any(|mark| id(one).starts_with(mark))
    };
    if table.rows.iter().all(|row| is_example(&row.value)) {
        return;
    }
    for row in table.rows.iter().filter(|row| is_example(&row.value)) {
        let blanks = blanks! { found: id(&row.value) };
        findings.push(Finding::new(&codes::EXAMPLE_LEFT, blanks).at(table.place(row, "id")));
    }
}
