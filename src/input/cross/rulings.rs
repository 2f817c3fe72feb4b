//! Pins and bans against one another and against the rows of teachers and schools.

use crate::blanks;
use crate::domain::{Ban, Pin, Protection, SchoolNo, Stage, Status, Subject, Teacher, TeacherNo};
use crate::finding::{About, Code, Finding, Findings, Place};
use crate::input::codes::rulings::{
    DOUBLE_BAN, NOBODY_LEFT, PIN_AND_BAN, PIN_CLOSED, PIN_NOT_TEACHING, PIN_PROTECTED, TRAPPED,
    TWO_PINS,
};
use crate::input::draft::Draft;
use crate::text::{Blanks, Text};
use std::collections::BTreeSet;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (at, pin) in draft.pins.iter().enumerate() {
        if let Some(one) = draft.teacher(pin.teacher) {
            pins(draft, one, pin, findings);
            against(draft, one, (at, pin), findings);
        }
    }
    for (at, ban) in draft.bans.iter().enumerate() {
        if let Some(one) = draft.teacher(ban.teacher) {
            bans(draft, one, (at, ban), findings);
        }
    }
    let banned = draft.bans.iter().filter_map(|ban| ban.school);
    for no in banned.collect::<BTreeSet<_>>() {
        nobody_left(draft, no, findings);
    }
}

/// Tells of a decision about a teacher, in the place of one of its keys.
fn tell(
    findings: &mut Findings,
    code: &'static Code,
    one: &Teacher,
    (place, key): (&Place, &str),
    blanks: Blanks,
) {
    let about = About::Teacher(one.id.clone());
    let place = place.clone().in_column(key);
    findings.push(Finding::new(code, blanks).at(place).about(about));
}

fn pins(draft: &Draft, one: &Teacher, pin: &Pin, findings: &mut Findings) {
    let name = draft.school_name(pin.school);
    let stays = [one.work_school, one.quota_school].contains(&pin.school);
    let keeps = |one: &&Protection| {
        matches!(
            one,
            Protection::Pregnant | Protection::Nursing | Protection::Illness
        )
    };
    let kept = one.protections.iter().filter(keeps);
    let kept: Vec<Text> = kept.map(|one| one.text()).collect();
    let place = (&pin.place, "school");
    if !stays && !kept.is_empty() {
        let blanks = blanks! { teacher: one.name, school: name, protections: kept };
        tell(findings, &PIN_PROTECTED, one, place, blanks);
    }
    if draft
        .school(pin.school)
        .is_some_and(|school| school.closing)
    {
        let blanks = blanks! { teacher: one.name, school: name };
        tell(findings, &PIN_CLOSED, one, place, blanks);
    }
    if one.status != Status::Active {
        let blanks = blanks! { teacher: one.name, school: name, status: one.status.text() };
        tell(findings, &PIN_NOT_TEACHING, one, place, blanks);
    }
}

/// A pin against the pins before it and against every ban.
fn against(draft: &Draft, one: &Teacher, (no, pin): (usize, &Pin), findings: &mut Findings) {
    let name = draft.school_name(pin.school);
    let mut before = draft.pins.iter().take(no);
    if let Some(earlier) = before.find(|other| other.teacher == pin.teacher) {
        let other = draft.school_name(earlier.school);
        let blanks = blanks! { teacher: one.name, one: other, other: name };
        tell(findings, &TWO_PINS, one, (&pin.place, "teacher"), blanks);
    }
    let forbids = |ban: &&Ban| {
        ban.teacher == pin.teacher
            && match ban.school {
                Some(school) => school == pin.school,
                None => pin.school != one.work_school,
            }
    };
    if let Some(ban) = draft.bans.iter().find(forbids) {
        let blanks = blanks! { teacher: one.name, school: name };
        tell(findings, &PIN_AND_BAN, one, (&ban.place, "teacher"), blanks);
    }
}

/// Whether the bans leave a teacher the way to a school; her present school means that she stays.
fn free(draft: &Draft, no: TeacherNo, one: &Teacher, school: SchoolNo) -> bool {
    !draft
        .bans
        .iter()
        .filter(|ban| ban.teacher == no)
        .any(|ban| match ban.school {
            Some(banned) => banned == school,
            None => school != one.work_school,
        })
}

fn bans(draft: &Draft, one: &Teacher, (no, ban): (usize, &Ban), findings: &mut Findings) {
    let place = (&ban.place, "teacher");
    let same = |other: &&Ban| other.teacher == ban.teacher && other.school == ban.school;
    if draft.bans.iter().take(no).any(|other| same(&other)) {
        tell(
            findings,
            &DOUBLE_BAN,
            one,
            place,
            blanks! { teacher: one.name },
        );
    }
    let mut all = draft.bans.iter();
    let first = all.position(|other| other.teacher == ban.teacher);
    let mut open = draft.school_nos().filter(|to| {
        *to == one.work_school || draft.school(*to).is_some_and(|school| !school.closing)
    });
    if first == Some(no) && !open.any(|to| free(draft, ban.teacher, one, to)) {
        let blanks = blanks! { teacher: one.name, school: draft.school_name(one.work_school) };
        tell(findings, &TRAPPED, one, place, blanks);
    }
}

/// A subject of a school for which there are people in the county, all of them banned from it.
fn nobody_left(draft: &Draft, no: SchoolNo, findings: &mut Findings) {
    let Some(at_school) = draft.school(no) else {
        return;
    };
    for (stage, subject) in subjects(draft, no) {
        let people = draft.teachers.rows.iter().map(|row| &row.value);
        let able = people.filter(|one| can(one, stage, subject));
        let able: Vec<_> = able
            .filter_map(|one| Some((draft.ids.teacher(&one.id)?, one)))
            .collect();
        let reached = able.iter().any(|(who, one)| free(draft, *who, one, no));
        if reached || able.is_empty() {
            continue;
        }
        let last = draft.bans.iter().rfind(|ban| ban.school == Some(no));
        let blanks = blanks! {
            school: at_school.name, subject: subject.text(), number: able.len(),
        };
        let place = last.map(|ban| ban.place.clone().in_column("school"));
        let about = About::School(at_school.id.clone());
        let finding = Finding::new(&NOBODY_LEFT, blanks).about(about);
        findings.push(finding.at(place.unwrap_or_default()));
    }
}

fn can(one: &Teacher, stage: Stage, subject: Subject) -> bool {
    one.status == Status::Active
        && one.subjects().contains(&subject)
        && (one.stage == stage || one.certified_stages.contains(&stage))
}

/// What the curriculum asks of the classes of a school.
fn subjects(draft: &Draft, no: SchoolNo) -> BTreeSet<(Stage, Subject)> {
    let grades: BTreeSet<u8> = draft
        .classes
        .rows
        .iter()
        .filter(|row| row.value.school == no)
        .map(|row| row.value.grade)
        .collect();
    let lines = draft.grid.rows.iter().map(|row| &row.value);
    lines
        .filter(|line| line.periods > 0 && grades.contains(&line.grade))
        .filter_map(|line| Some((Stage::of_grade(line.grade)?, line.subject)))
        .collect()
}
