//! What a teacher's row says of post, title, office and wishes, taken together.

use super::tell::teacher;
use crate::blanks;
use crate::domain::{Protection, Role, Sex, Status, Teacher, Title};
use crate::finding::Findings;
use crate::input::codes::people::{
    ABSENT_BUT_TEACHING, DATE_WITHOUT_TITLE, NOT_A_RISE, SEX_AND_PROTECTION, STAGE_NOT_TAUGHT,
    TERMS_WITHOUT_OFFICE, WISH_CLOSING, WISH_OWN,
};
use crate::input::draft::{Draft, Placed};

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for row in &draft.teachers.rows {
        posting(draft, row, findings);
        titles(draft, row, findings);
        wishes(draft, row, findings);
    }
}

fn posting(draft: &Draft, row: &Placed<Teacher>, findings: &mut Findings) {
    let one = &row.value;
    let place = |key| draft.teachers.place(row, key);
    if one.status != Status::Active
        && let Some(periods @ 1..) = one.weekly_periods
    {
        let blanks = blanks! { teacher: one.name, status: one.status.text(), periods: periods };
        teacher(
            findings,
            &ABSENT_BUT_TEACHING,
            blanks,
            place("weekly_periods"),
            &one.id,
        );
    }
    if let Some(at) = draft.school(one.work_school)
        && !at.teaches(one.stage)
        && one.status == Status::Active
    {
        let blanks = blanks! {
            teacher: one.name, stage: one.stage.text(), school: at.name, kind: at.kind.text(),
        };
        teacher(findings, &STAGE_NOT_TAUGHT, blanks, place("stage"), &one.id);
    }
    let women_only = |one: &&Protection| matches!(one, Protection::Pregnant | Protection::Nursing);
    if one.sex == Sex::Male
        && let Some(found) = one.protections.iter().find(women_only)
    {
        let blanks = blanks! { teacher: one.name, protection: found.text() };
        teacher(
            findings,
            &SEX_AND_PROTECTION,
            blanks,
            place("protections"),
            &one.id,
        );
    }
}

fn titles(draft: &Draft, row: &Placed<Teacher>, findings: &mut Findings) {
    let one = &row.value;
    let place = |key| draft.teachers.place(row, key);
    if let Some(applies) = one.applies_for.filter(|title| *title <= one.title) {
        let blanks = blanks! {
            teacher: one.name, applies: applies.text(), title: one.title.text(),
        };
        teacher(findings, &NOT_A_RISE, blanks, place("applies_for"), &one.id);
    }
    if one.title == Title::None && one.title_since.is_some() {
        let blanks = blanks! { teacher: one.name };
        teacher(
            findings,
            &DATE_WITHOUT_TITLE,
            blanks,
            place("title_since"),
            &one.id,
        );
    }
    if one.terms > 0 && one.role == Role::Teacher {
        let blanks = blanks! { teacher: one.name, terms: one.terms };
        teacher(
            findings,
            &TERMS_WITHOUT_OFFICE,
            blanks,
            place("terms"),
            &one.id,
        );
    }
}

fn wishes(draft: &Draft, row: &Placed<Teacher>, findings: &mut Findings) {
    let one = &row.value;
    for &wish in &one.wishes {
        let Some(school) = draft.school(wish) else {
            continue;
        };
        let blanks = blanks! { teacher: one.name, school: school.name };
        let place = draft.teachers.place(row, "wishes");
        if school.closing {
            teacher(findings, &WISH_CLOSING, blanks, place, &one.id);
        } else if wish == one.work_school {
            teacher(findings, &WISH_OWN, blanks, place, &one.id);
        }
    }
}
