//! Classes and expected intake against the kind of their school, the curriculum, the standard loads, the
//! quotas and the planned year.

use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Stage, Subject, year_start};
use crate::finding::{About, Finding, Findings};
use crate::input::draft::Draft;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    each(draft, findings);
    covered(draft, findings);
    loads(draft, findings);
    forecast(draft, findings);
}

fn each(draft: &Draft, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for row in &draft.classes.rows {
        let group = &row.value;
        let Some(at) = draft.school(group.school) else {
            continue;
        };
        let mut about = Teller::county(&draft.classes, row, findings).school(&at.id);
        let (school, grade) = (&at.name, group.grade);
        if group.pupils.contains(&0) {
            let blanks = blanks! { school: school, grade: grade };
            about.tell(&codes::EMPTY_CLASS, "pupils", blanks);
        }
        if Stage::of_grade(grade).is_none_or(|stage| !at.teaches(stage)) {
            let blanks = blanks! { school: school, grade: grade, kind: at.kind.text() };
            about.tell(&codes::GRADE_NOT_TAUGHT, "grade", blanks);
        }
        if let Some(first) = seen.insert((group.school, grade), row) {
            let first = draft.classes.number(first);
            let blanks = blanks! { school: school, grade: grade, row: first };
            about.tell(&codes::DOUBLE_GRADE, "grade", blanks);
        }
    }
}

/// Whether every grade has a curriculum and every stage a quota; each is told once.
fn covered(draft: &Draft, findings: &mut Findings) {
    let mut grades: BTreeSet<u8> = draft.grid.values().map(|line| line.grade).collect();
    let mut stages: BTreeSet<Stage> = draft.quota.values().map(|total| total.stage).collect();
    for row in &draft.classes.rows {
        let grade = row.value.grade;
        if draft.grid.all_read() && grades.insert(grade) {
            let mut about = Teller::county(&draft.classes, row, findings);
            about.tell(&codes::NO_GRID, "grade", blanks! { grade: grade });
        }
        if let Some(stage) = Stage::of_grade(grade)
            && draft.quota.all_read()
            && stages.insert(stage)
        {
            let finding = Finding::new(&codes::NO_COUNTY_QUOTA, blanks! { stage: stage.text() });
            findings.push(finding.at(draft.quota.file()).about(About::County));
        }
    }
}

fn loads(draft: &Draft, findings: &mut Findings) {
    let loads = draft.load.values().map(|line| (line.stage, line.subject));
    let mut known: BTreeSet<(Stage, Subject)> = loads.collect();
    let taught: BTreeSet<u8> = draft.classes.values().map(|group| group.grade).collect();
    for row in &draft.grid.rows {
        let line = &row.value;
        let Some(stage) = Stage::of_grade(line.grade) else {
            continue;
        };
        let needed = line.periods > 0 && taught.contains(&line.grade) && draft.load.all_read();
        if needed && known.insert((stage, line.subject)) {
            let blanks = blanks! { stage: stage.text(), subject: line.subject.text() };
            Teller::county(&draft.grid, row, findings).tell(&codes::NO_LOAD, "subject", blanks);
        }
    }
}

fn forecast(draft: &Draft, findings: &mut Findings) {
    let planned = u32::try_from(year_start(draft.date).first_day().year()).unwrap_or(0);
    for row in &draft.forecast.rows {
        let line = &row.value;
        let Some(at) = draft.school(line.school) else {
            continue;
        };
        let mut about = Teller::county(&draft.forecast, row, findings).school(&at.id);
        let starts = |stage: Stage| stage.entry_grade() == line.grade && at.teaches(stage);
        if !Stage::of_grade(line.grade).is_some_and(starts) {
            let blanks = blanks! { school: at.name, kind: at.kind.text(), grade: line.grade };
            about.tell(&codes::FORECAST_GRADE, "grade", blanks);
        }
        if draft.manifest.date.is_some() && line.year <= planned {
            let blanks = blanks! { school: at.name, year: line.year, planned: planned };
            about.tell(&codes::FORECAST_IDLE, "year", blanks);
        }
        let cannot = |classes: u32| classes > line.pupils || (classes == 0 && line.pupils > 0);
        if line.classes.is_some_and(cannot) {
            let blanks = blanks! { school: at.name, pupils: line.pupils, classes: line.classes };
            about.tell(&codes::FORECAST_CLASSES, "classes", blanks);
        }
    }
}
