//! Whether the list of people in a plan (人员去向) is what its own decisions make it, and leaves nobody out.

use super::plan_codes::{ELSEWHERE, UNACCOUNTED};
use super::reader::Reader;
use super::{PersonDoc, everybody};
use crate::blanks;
use crate::finding::{About, Finding};
use std::collections::BTreeMap;

/// Names that are told of those who are left out.
const TOLD: usize = 10;

/// Holds the list against the placement that was read; a plan that has none, such as a workbook, says nothing.
pub(super) fn say_who_is_elsewhere(reader: &mut Reader<'_>, said: &[PersonDoc]) {
    if said.is_empty() {
        return;
    }
    let stated: BTreeMap<&str, &PersonDoc> =
        said.iter().map(|one| (one.teacher.as_str(), one)).collect();
    let mut left_out = Vec::new();
    for is in everybody(reader.facts, &reader.plan) {
        let Some(said) = stated.get(is.teacher.as_str()) else {
            left_out.push(is.name);
            continue;
        };
        let of = |one: &PersonDoc| (one.state, one.school.clone(), one.post.clone());
        if of(said) != of(&is) {
            let roster = reader.facts.roster;
            let (stated, is_so) = (said.says(roster), is.says(roster));
            let blanks = blanks! { name: is.name, said: stated, is: is_so };
            let about = About::Teacher(is.teacher);
            reader.say(&ELSEWHERE, about, blanks);
        }
    }
    if !left_out.is_empty() {
        let names = left_out.get(..TOLD.min(left_out.len())).unwrap_or_default();
        let blanks = blanks! { number: left_out.len(), names: names };
        reader.findings.push(Finding::new(&UNACCOUNTED, blanks));
    }
}
