//! What a teacher's row says of post, title, office and wishes, taken together.

use super::tell::Teller;
use crate::blanks;
use crate::domain::{Protection, Role, Sex, Status, Teacher, Title};
use crate::finding::Findings;
use crate::input::codes::people::{
    ABSENT_BUT_TEACHING, DATE_WITHOUT_TITLE, NOT_A_RISE, SEX_AND_PROTECTION, STAGE_NOT_TAUGHT,
    TERMS_WITHOUT_OFFICE, WISH_CLOSING, WISH_OWN,
};
use crate::input::draft::Draft;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for row in &draft.teachers.rows {
        let one = &row.value;
        let mut about = Teller::county(&draft.teachers, row, findings).teacher(&one.id);
        posting(draft, one, &mut about);
        titles(one, &mut about);
        wishes(draft, one, &mut about);
    }
}

fn posting(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) {
    if one.status != Status::Active
        && let Some(periods @ 1..) = one.weekly_periods
    {
        let blanks = blanks! { teacher: one.name, status: one.status.text(), periods: periods };
        about.tell(&ABSENT_BUT_TEACHING, "weekly_periods", blanks);
    }
    if let Some(at) = draft.school(one.work_school)
        && !at.teaches(one.stage)
        && one.status == Status::Active
    {
        let blanks = blanks! {
            teacher: one.name, stage: one.stage.text(), school: at.name, kind: at.kind.text(),
        };
        about.tell(&STAGE_NOT_TAUGHT, "stage", blanks);
    }
    let women_only = |one: &&Protection| matches!(one, Protection::Pregnant | Protection::Nursing);
    if one.sex == Sex::Male
        && let Some(found) = one.protections.iter().find(women_only)
    {
        let blanks = blanks! { teacher: one.name, protection: found.text() };
        about.tell(&SEX_AND_PROTECTION, "protections", blanks);
    }
}

fn titles(one: &Teacher, about: &mut Teller<'_, Teacher>) {
    if let Some(applies) = one.applies_for.filter(|title| *title <= one.title) {
        let blanks = blanks! {
            teacher: one.name, applies: applies.text(), title: one.title.text(),
        };
        about.tell(&NOT_A_RISE, "applies_for", blanks);
    }
    if one.title == Title::None && one.title_since.is_some() {
        let blanks = blanks! { teacher: one.name };
        about.tell(&DATE_WITHOUT_TITLE, "title_since", blanks);
    }
    if one.terms > 0 && one.role == Role::Teacher {
        let blanks = blanks! { teacher: one.name, terms: one.terms };
        about.tell(&TERMS_WITHOUT_OFFICE, "terms", blanks);
    }
}

fn wishes(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) {
    for &wish in &one.wishes {
        let Some(school) = draft.school(wish) else {
            continue;
        };
        let blanks = blanks! { teacher: one.name, school: school.name };
        if school.closing {
            about.tell(&WISH_CLOSING, "wishes", blanks);
        } else if wish == one.work_school {
            about.tell(&WISH_OWN, "wishes", blanks);
        }
    }
}
