//! Classes against the kind of their school, the curriculum and the standard loads.

use super::tell::Teller;
use crate::blanks;
use crate::domain::{Stage, Subject};
use crate::finding::{About, Finding, Findings};
use crate::input::codes::tables::{
    DOUBLE_GRADE, EMPTY_CLASS, GRADE_NOT_TAUGHT, NO_COUNTY_QUOTA, NO_GRID, NO_LOAD,
};
use crate::input::draft::Draft;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    each(draft, findings);
    curriculum(draft, findings);
    loads(draft, findings);
    quotas(draft, findings);
}

fn each(draft: &Draft, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for row in &draft.classes.rows {
        let group = &row.value;
        let Some(at) = draft.school(group.school) else {
            continue;
        };
        let mut about = Teller::county(&draft.classes, row, findings).school(&at.id);
        let blanks = blanks! { school: at.name, grade: group.grade };
        if group.pupils.contains(&0) {
            about.tell(&EMPTY_CLASS, "pupils", blanks.clone());
        }
        if Stage::of_grade(group.grade).is_none_or(|stage| !at.teaches(stage)) {
            let mut blanks = blanks.clone();
            blanks.insert("kind".into(), serde_json::json!(at.kind.text()));
            about.tell(&GRADE_NOT_TAUGHT, "grade", blanks);
        }
        if let Some(first) = seen.insert((group.school, group.grade), row) {
            let mut blanks = blanks;
            blanks.insert("row".into(), draft.classes.number(first).into());
            about.tell(&DOUBLE_GRADE, "grade", blanks);
        }
    }
}

fn curriculum(draft: &Draft, findings: &mut Findings) {
    let known: BTreeSet<u8> = draft.grid.rows.iter().map(|row| row.value.grade).collect();
    let mut told = BTreeSet::new();
    for row in &draft.classes.rows {
        let grade = row.value.grade;
        if draft.grid.all_read() && !known.contains(&grade) && told.insert(grade) {
            let mut about = Teller::county(&draft.classes, row, findings);
            about.tell(&NO_GRID, "grade", blanks! { grade: grade });
        }
    }
}

fn loads(draft: &Draft, findings: &mut Findings) {
    let loads = draft.load.rows.iter().map(|row| &row.value);
    let mut known: BTreeSet<(Stage, Subject)> =
        loads.map(|line| (line.stage, line.subject)).collect();
    let groups = draft.classes.rows.iter().map(|row| row.value.grade);
    let taught: BTreeSet<u8> = groups.collect();
    for row in &draft.grid.rows {
        let line = &row.value;
        let Some(stage) = Stage::of_grade(line.grade) else {
            continue;
        };
        let needed = line.periods > 0 && taught.contains(&line.grade) && draft.load.all_read();
        if needed && known.insert((stage, line.subject)) {
            let blanks = blanks! { stage: stage.text(), subject: line.subject.text() };
            Teller::county(&draft.grid, row, findings).tell(&NO_LOAD, "subject", blanks);
        }
    }
}

fn quotas(draft: &Draft, findings: &mut Findings) {
    let mut known: BTreeSet<Stage> = draft.quota.rows.iter().map(|row| row.value.stage).collect();
    for row in &draft.classes.rows {
        if let Some(stage) = Stage::of_grade(row.value.grade)
            && draft.quota.all_read()
            && known.insert(stage)
        {
            let finding = Finding::new(&NO_COUNTY_QUOTA, blanks! { stage: stage.text() });
            findings.push(finding.at(draft.quota.file()).about(About::County));
        }
    }
}
