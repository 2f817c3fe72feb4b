//! The smaller tables: lines given twice, and totals that cannot hold.

use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Employment, SchoolNo};
use crate::finding::{About, Finding, Findings};
use crate::input::draft::{Draft, ReadTable};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let name = |no| draft.school_name(no);
    once(findings, &draft.quota, "stage", |one| {
        (Vec::new(), json!(one.stage.text()))
    });
    once(findings, &draft.grid, "subject", |one| {
        (Vec::new(), json!([one.grade, one.subject.text()]))
    });
    once(findings, &draft.load, "subject", |one| {
        (Vec::new(), json!([one.stage.text(), one.subject.text()]))
    });
    once(findings, &draft.travel, "to", |one| {
        (
            vec![one.from, one.to],
            json!([name(one.from), name(one.to)]),
        )
    });
    once(findings, &draft.title_posts, "grade", |one| {
        (
            vec![one.school],
            json!([name(one.school), one.grade.text()]),
        )
    });
    once(findings, &draft.pools, "id", |one| {
        (Vec::new(), json!(one.id))
    });
    once(findings, &draft.forecast, "grade", |one| {
        (
            vec![one.school],
            json!([name(one.school), one.year, one.grade]),
        )
    });
    recruits(draft, findings);
    title_posts(draft, findings);
    quota(draft, findings);
    ways_and_posts(draft, findings);
}

/// Tells every line whose key stands already in an earlier row: its schools, of whom two may bear one name, and the
/// key in words.
fn once<T>(
    findings: &mut Findings,
    table: &ReadTable<T>,
    column: &str,
    key: impl Fn(&T) -> (Vec<SchoolNo>, Value),
) {
    let mut seen: BTreeMap<(Vec<SchoolNo>, String), usize> = BTreeMap::new();
    for row in &table.rows {
        let (schools, what) = key(&row.value);
        let line = (schools, what.to_string());
        if let Some(first) = seen.get(&line) {
            let blanks = blanks! { table: table.name(), what: what, row: first };
            Teller::county(table, row, findings).tell(&codes::DOUBLE_LINE, column, blanks);
        } else {
            seen.insert(line, table.number(row));
        }
    }
}

/// Whoever is sent from outside is nobody's recruit.
fn recruits(draft: &Draft, findings: &mut Findings) {
    for row in &draft.pools.rows {
        if row.value.employment == Employment::Support {
            let blanks = blanks! { pool: row.value.id };
            let mut about = Teller::county(&draft.pools, row, findings);
            about.tell(&codes::SENT_RECRUIT, "employment", blanks);
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
            let mut about = Teller::county(&draft.title_posts, row, findings).school(&at.id);
            about.tell(&codes::OVERFILLED, "filled", blanks);
        }
    }
}

fn quota(draft: &Draft, findings: &mut Findings) {
    let quotas = draft.schools.values().filter_map(|one| one.quota);
    let sum: u64 = quotas.map(u64::from).sum();
    let total: u64 = draft.quota.values().map(|one| u64::from(one.heads)).sum();
    if sum > total && draft.quota.all_read() {
        let blanks = blanks! { sum: sum, total: total };
        let finding = Finding::new(&codes::QUOTA_OVER_COUNTY, blanks);
        findings.push(finding.at(draft.quota.file()).about(About::County));
    }
}

fn ways_and_posts(draft: &Draft, findings: &mut Findings) {
    for row in &draft.travel.rows {
        if row.value.from == row.value.to
            && let Some(at) = draft.school(row.value.from)
        {
            let mut about = Teller::county(&draft.travel, row, findings).school(&at.id);
            about.tell(&codes::TRAVEL_TO_ITSELF, "to", blanks! { school: at.name });
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
            let mut about = Teller::county(&draft.given_posts, row, findings).school(&at.id);
            about.tell(&codes::POST_STAGE, "stage", blanks);
        }
    }
}
