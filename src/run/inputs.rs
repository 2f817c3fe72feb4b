//! What a plan was made from, as digests of content: neither the order of rows, nor the format or the
//! encoding of a file changes them.

use crate::domain::Roster;
use crate::input::sha256;
use crate::plan::InputDoc;
use crate::plan::SCENARIO_INPUT;
use crate::policy::PolicyDoc;
use serde::Serialize;

/// A digest of every table, of the scenario itself and of every policy.
pub(super) fn inputs(roster: &Roster, policies: &[PolicyDoc]) -> Vec<InputDoc> {
    let decided = (&roster.pins, &roster.bans, &roster.waivers);
    let scenario = (&roster.county, roster.date, &roster.lottery_seed, decided);
    let mut inputs = vec![
        content(SCENARIO_INPUT, &scenario),
        content("schools", &roster.schools),
        content("teachers", &roster.teachers),
        content("classes", &roster.classes),
        content("service", &roster.service),
        content("quota", &roster.quota),
        content("grid", &roster.grid),
        content("load", &roster.load),
        content("travel", &roster.travel),
        content("title_posts", &roster.title_posts),
        content("teaching_posts", &roster.given_posts),
        content("recruits", &roster.pools),
        content("forecast", &roster.forecast),
    ];
    inputs.extend(policies.iter().map(|doc| InputDoc {
        name: doc.file.clone(),
        sha256: sha256(plain(&doc.text).as_bytes()),
    }));
    inputs
}

/// The roster keeps every list in canonical order, so its JSON is the same whatever the files are.
fn content(name: &str, rows: &impl Serialize) -> InputDoc {
    InputDoc {
        name: name.to_owned(),
        sha256: sha256(&serde_json::to_vec(rows).unwrap_or_default()),
    }
}

/// The lines of a policy without blanks at either end, which mean nothing there and are lost in the
/// cells of a workbook.
fn plain(text: &str) -> String {
    let lines = text.lines().flat_map(|line| [line.trim(), "\n"]);
    lines.collect()
}
