//! Pins and bans against one another and against the rows of teachers and schools.

use super::tell::{school, teacher};
use crate::blanks;
use crate::domain::{Ban, Pin, Protection, SchoolNo, Stage, Status, Subject, Teacher, TeacherNo};
use crate::finding::{Findings, Place};
use crate::input::codes::rulings::{
    DOUBLE_BAN, NOBODY_LEFT, PIN_AND_BAN, PIN_CLOSED, PIN_NOT_TEACHING, PIN_PROTECTED, TRAPPED,
    TWO_PINS,
};
use crate::input::draft::Draft;
use crate::text::Text;
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
    for no in draft
        .bans
        .iter()
        .filter_map(|ban| ban.school)
        .collect::<BTreeSet<_>>()
    {
        nobody_left(draft, no, findings);
    }
}

fn at(place: &Place, column: &str) -> Place {
    Place {
        column: Some(column.to_owned()),
        ..place.clone()
    }
}

fn pins(draft: &Draft, one: &Teacher, pin: &Pin, findings: &mut Findings) {
    let name = draft.school_name(pin.school);
    let stays = [one.work_school, one.quota_school].contains(&pin.school);
    let kept: Vec<Text> = one
        .protections
        .iter()
        .filter(|one| {
            matches!(
                one,
                Protection::Pregnant | Protection::Nursing | Protection::Illness
            )
        })
        .map(|one| one.text())
        .collect();
    let place = at(&pin.place, "school");
    if !stays && !kept.is_empty() {
        let blanks = blanks! { teacher: one.name, school: name, protections: kept };
        teacher(findings, &PIN_PROTECTED, blanks, place.clone(), &one.id);
    }
    if draft
        .school(pin.school)
        .is_some_and(|school| school.closing)
    {
        let blanks = blanks! { teacher: one.name, school: name };
        teacher(findings, &PIN_CLOSED, blanks, place.clone(), &one.id);
    }
    if one.status != Status::Active {
        let blanks = blanks! { teacher: one.name, school: name, status: one.status.text() };
        teacher(findings, &PIN_NOT_TEACHING, blanks, place, &one.id);
    }
}

/// A pin against the pins before it and against every ban.
fn against(draft: &Draft, one: &Teacher, (no, pin): (usize, &Pin), findings: &mut Findings) {
    let name = draft.school_name(pin.school);
    let earlier = draft
        .pins
        .iter()
        .take(no)
        .find(|other| other.teacher == pin.teacher);
    if let Some(earlier) = earlier {
        let other = draft.school_name(earlier.school);
        let blanks = blanks! { teacher: one.name, one: other, other: name };
        teacher(
            findings,
            &TWO_PINS,
            blanks,
            at(&pin.place, "teacher"),
            &one.id,
        );
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
        teacher(
            findings,
            &PIN_AND_BAN,
            blanks,
            at(&ban.place, "teacher"),
            &one.id,
        );
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
    let same = |other: &&Ban| other.teacher == ban.teacher && other.school == ban.school;
    if draft.bans.iter().take(no).any(|other| same(&other)) {
        let blanks = blanks! { teacher: one.name };
        teacher(
            findings,
            &DOUBLE_BAN,
            blanks,
            at(&ban.place, "teacher"),
            &one.id,
        );
    }
    let first = draft
        .bans
        .iter()
        .position(|other| other.teacher == ban.teacher);
    let mut open = draft.school_nos().filter(|to| {
        *to == one.work_school || draft.school(*to).is_some_and(|school| !school.closing)
    });
    if first == Some(no) && !open.any(|to| free(draft, ban.teacher, one, to)) {
        let blanks = blanks! { teacher: one.name, school: draft.school_name(one.work_school) };
        teacher(
            findings,
            &TRAPPED,
            blanks,
            at(&ban.place, "teacher"),
            &one.id,
        );
    }
}

/// A subject of a school for which there are people in the county, all of them banned from it.
fn nobody_left(draft: &Draft, no: SchoolNo, findings: &mut Findings) {
    let Some(at_school) = draft.school(no) else {
        return;
    };
    for (stage, subject) in subjects(draft, no) {
        let able: Vec<_> = draft
            .teachers
            .rows
            .iter()
            .filter(|row| can(&row.value, stage, subject))
            .filter_map(|row| Some((draft.ids.teacher(&row.value.id)?, &row.value)))
            .collect();
        let reached = able.iter().any(|(who, one)| free(draft, *who, one, no));
        if reached || able.is_empty() {
            continue;
        }
        let last = draft.bans.iter().rfind(|ban| ban.school == Some(no));
        let blanks = blanks! {
            school: at_school.name, subject: subject.text(), number: able.len(),
        };
        let place = last.map(|ban| at(&ban.place, "school")).unwrap_or_default();
        school(findings, &NOBODY_LEFT, blanks, place, &at_school.id);
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
