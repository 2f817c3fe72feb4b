//! What a plan was made from, as digests of content: neither the order of rows, nor the format or the
//! encoding of a file changes them.

use crate::domain::Roster;
use crate::input::sha256;
use crate::input::tables::RECORDS;
use crate::plan::{InputDoc, SCENARIO_INPUT};
use crate::policy::PolicyDoc;
use serde_json::to_vec;

/// A digest of every table, of the scenario itself and of every policy.
pub(super) fn inputs(roster: &Roster, policies: &[PolicyDoc]) -> Vec<InputDoc> {
    let decided = (&roster.pins, &roster.bans, &roster.waivers);
    let scenario = (&roster.county, roster.date, &roster.lottery_seed, decided);
    // Schools and teachers first, whom the other tables name.
    let mut tables = RECORDS.to_vec();
    tables.sort_by_key(|table| !["schools", "teachers"].contains(&table.spec().key));
    let scenario = content(SCENARIO_INPUT, &to_vec(&scenario).unwrap_or_default());
    let mut inputs = vec![scenario];
    let tables = tables.into_iter();
    inputs.extend(tables.map(|table| content(table.spec().key, &table.canonical(roster))));
    let policies = policies.iter();
    inputs.extend(policies.map(|doc| content(&doc.file, plain(&doc.text).as_bytes())));
    inputs
}

/// The roster keeps every list in canonical order, so its bytes are the same whatever the files are.
fn content(name: &str, bytes: &[u8]) -> InputDoc {
    InputDoc {
        name: name.to_owned(),
        sha256: sha256(bytes),
    }
}

/// The lines of a policy without blanks at either end, which mean nothing there and are lost in the
/// cells of a workbook.
fn plain(text: &str) -> String {
    let lines = text.lines().flat_map(|line| [line.trim(), "\n"]);
    lines.collect()
}
