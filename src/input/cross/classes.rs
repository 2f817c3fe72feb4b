//! Classes against the kind of their school, the curriculum and the standard loads.

use super::tell::{school, tell};
use crate::blanks;
use crate::domain::{Stage, Subject};
use crate::finding::{About, Findings};
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
        let place = |key| draft.classes.place(row, key);
        let blanks = blanks! { school: at.name, grade: group.grade };
        if group.pupils.contains(&0) {
            school(
                findings,
                &EMPTY_CLASS,
                blanks.clone(),
                place("pupils"),
                &at.id,
            );
        }
        if Stage::of_grade(group.grade).is_none_or(|stage| !at.teaches(stage)) {
            let mut blanks = blanks.clone();
            blanks.insert("kind".into(), serde_json::json!(at.kind.text()));
            school(findings, &GRADE_NOT_TAUGHT, blanks, place("grade"), &at.id);
        }
        if let Some(first) = seen.insert((group.school, group.grade), row) {
            let mut blanks = blanks;
            blanks.insert("row".into(), draft.classes.number(first).into());
            school(findings, &DOUBLE_GRADE, blanks, place("grade"), &at.id);
        }
    }
}

fn curriculum(draft: &Draft, findings: &mut Findings) {
    let known: BTreeSet<u8> = draft.grid.rows.iter().map(|row| row.value.grade).collect();
    let mut told = BTreeSet::new();
    for row in &draft.classes.rows {
        let grade = row.value.grade;
        if draft.grid.all_read() && !known.contains(&grade) && told.insert(grade) {
            let place = draft.classes.place(row, "grade");
            tell(
                findings,
                &NO_GRID,
                blanks! { grade: grade },
                place,
                About::County,
            );
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
            let place = draft.grid.place(row, "subject");
            tell(findings, &NO_LOAD, blanks, place, About::County);
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
            let place = draft.quota.file();
            let blanks = blanks! { stage: stage.text() };
            tell(findings, &NO_COUNTY_QUOTA, blanks, place, About::County);
        }
    }
}
