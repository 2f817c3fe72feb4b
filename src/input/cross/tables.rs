//! The smaller tables: lines given twice, and totals that cannot hold.

use super::tell::{school, tell};
use crate::blanks;
use crate::finding::{About, Findings};
use crate::input::codes::tables::{
    DOUBLE_LINE, OVERFILLED, POST_STAGE, QUOTA_OVER_COUNTY, TRAVEL_TO_ITSELF,
};
use crate::input::draft::{Draft, ReadTable};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let name = |no| draft.school_name(no).to_owned();
    once(
        &draft.quota,
        "stage",
        |line| json!(line.stage.text()),
        findings,
    );
    once(
        &draft.grid,
        "subject",
        |line| json!([line.grade, line.subject.text()]),
        findings,
    );
    let stage_subject = |stage: crate::domain::Stage, subject: crate::domain::Subject| {
        json!([stage.text(), subject.text()])
    };
    once(
        &draft.load,
        "subject",
        |line| stage_subject(line.stage, line.subject),
        findings,
    );
    once(
        &draft.travel,
        "to",
        |line| json!([name(line.from), name(line.to)]),
        findings,
    );
    let titles = |line: &crate::domain::TitlePost| json!([name(line.school), line.grade.text()]);
    once(&draft.title_posts, "grade", titles, findings);
    once(&draft.pools, "id", |pool| json!(pool.id), findings);
    let intake = |line: &crate::domain::Intake| json!([name(line.school), line.year, line.grade]);
    once(&draft.forecast, "grade", intake, findings);
    title_posts(draft, findings);
    quota(draft, findings);
    ways_and_posts(draft, findings);
}

/// Tells every line whose key stands already in an earlier row.
fn once<T>(table: &ReadTable<T>, column: &str, key: impl Fn(&T) -> Value, findings: &mut Findings) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        let what = key(&row.value);
        let number = table.number(row);
        if let Some(first) = seen.get(&what.to_string()) {
            let blanks = blanks! { table: table.name(), what: what, row: first };
            let place = table.place(row, column);
            tell(findings, &DOUBLE_LINE, blanks, place, About::County);
        } else {
            seen.insert(what.to_string(), number);
        }
    }
}

fn title_posts(draft: &Draft, findings: &mut Findings) {
    for row in &draft.title_posts.rows {
        let line = &row.value;
        if let Some(at) = draft.school(line.school)
            && line.filled > line.approved
        {
            let blanks = blanks! {
                school: at.name, title: line.grade.text(),
                approved: line.approved, filled: line.filled,
            };
            let place = draft.title_posts.place(row, "filled");
            school(findings, &OVERFILLED, blanks, place, &at.id);
        }
    }
}

fn quota(draft: &Draft, findings: &mut Findings) {
    let sum: u64 = draft
        .schools
        .rows
        .iter()
        .filter_map(|row| row.value.quota.map(u64::from))
        .sum();
    let total: u64 = draft
        .quota
        .rows
        .iter()
        .map(|row| u64::from(row.value.heads))
        .sum();
    if sum > total && draft.quota.all_read() {
        let blanks = blanks! { sum: sum, total: total };
        tell(
            findings,
            &QUOTA_OVER_COUNTY,
            blanks,
            draft.quota.file(),
            About::County,
        );
    }
}

fn ways_and_posts(draft: &Draft, findings: &mut Findings) {
    for row in draft
        .travel
        .rows
        .iter()
        .filter(|row| row.value.from == row.value.to)
    {
        if let Some(at) = draft.school(row.value.from) {
            let blanks = blanks! { school: at.name };
            let place = draft.travel.place(row, "to");
            school(findings, &TRAVEL_TO_ITSELF, blanks, place, &at.id);
        }
    }
    for row in &draft.given_posts.rows {
        let post = &row.value;
        if let Some(at) = draft.school(post.school)
            && !at.teaches(post.stage)
        {
            let blanks = blanks! {
                school: at.name, kind: at.kind.text(), stage: post.stage.text(),
            };
            let place = draft.given_posts.place(row, "stage");
            school(findings, &POST_STAGE, blanks, place, &at.id);
        }
    }
}
