//! Guesses are told once for each column, with their number, not once for each cell.

use super::codes::{
    EXTRA_MARK, FROM_IDENTITY, GONE, GONE_ROW, NAME_READ, NOUGHT_READ, SERIAL_DATE,
    STAGE_AND_SUBJECT, UNIT_READ,
};
use crate::finding::{Code, Finding, Findings, Place};
use serde_json::json;
use std::collections::BTreeMap;

const COUNTED: [&Code; 9] = [
    &NAME_READ,
    &GONE,
    &GONE_ROW,
    &SERIAL_DATE,
    &STAGE_AND_SUBJECT,
    &FROM_IDENTITY,
    &UNIT_READ,
    &NOUGHT_READ,
    &EXTRA_MARK,
];

/// Joins those of one kind in one column; the first stands for all.
pub(super) fn fold(findings: Findings) -> Findings {
    let mut counted: BTreeMap<(&str, Place), (Finding, usize)> = BTreeMap::new();
    let mut rest = Findings::default();
    for finding in findings.0 {
        if !COUNTED.contains(&finding.code) {
            rest.push(finding);
            continue;
        }
        let of = finding.place.clone().unwrap_or_default();
        let column = Place {
            row: None,
            cell: None,
            found: None,
            ..of
        };
        let number = 1 + finding.more;
        let entry = counted.entry((finding.code.id, column));
        let entry = entry.and_modify(|one| one.1 += number);
        let first = Finding { more: 0, ..finding };
        entry.or_insert((first, number));
    }
    for (mut finding, number) in counted.into_values() {
        finding.blanks.insert("number".to_owned(), json!(number));
        rest.push(finding);
    }
    rest
}
