//! Teachers one by one and against one another: identity, ages and dates.

use super::tell::teacher;
use crate::blanks;
use crate::domain::{Month, Teacher};
use crate::finding::Findings;
use crate::input::codes::books::LOST_CHARACTER;
use crate::input::codes::people::{
    CHILD_AT_WORK, DOUBLE_TEACHER, FUTURE, SAME_PERSON, SCHOOL_BEFORE_CAREER, TOO_OLD, TOO_YOUNG,
    TWO_QUOTA_SCHOOLS,
};
use crate::input::draft::{Draft, Placed};
use crate::input::spelling;
use crate::text::Text;
use std::collections::BTreeMap;

/// Nobody teaches before this age, months.
const OF_AGE: i32 = 18 * 12;
/// Beyond this age nobody is on post, whatever the retirement table says, months.
const PAST_WORK: i32 = 65 * 12;
/// Nobody worked before this age, months.
pub(super) const CHILD: i32 = 16 * 12;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    doubles(draft, findings);
    for row in &draft.teachers.rows {
        // Whoever has a wrong month of birth has nothing but wrong ages.
        if ages(draft, row, findings) {
            dates(draft, row, findings);
        }
    }
}

fn doubles(draft: &Draft, findings: &mut Findings) {
    let mut ids: BTreeMap<&str, &Placed<Teacher>> = BTreeMap::new();
    let mut persons: BTreeMap<(String, Month), &Placed<Teacher>> = BTreeMap::new();
    for row in &draft.teachers.rows {
        let one = &row.value;
        if let Some(first) = ids.get(one.id.as_str()) {
            same_id(draft, row, first, findings);
            continue;
        }
        ids.insert(&one.id, row);
        if let Some(broken) = one.name.chars().find(|one| spelling::is_lost(*one)) {
            let blanks = blanks! { teacher: one.name, found: broken.to_string() };
            let place = draft.teachers.place(row, "name");
            teacher(findings, &LOST_CHARACTER, blanks, place, &one.id);
        }
        if let Some(first) = persons.insert((spelling::name(&one.name), one.birth), row) {
            let number = draft.teachers.number(first);
            let blanks = blanks! { teacher: one.name, row: number, id: first.value.id };
            let place = draft.teachers.place(row, "name");
            teacher(findings, &SAME_PERSON, blanks, place, &one.id);
        }
    }
}

fn same_id(draft: &Draft, row: &Placed<Teacher>, first: &Placed<Teacher>, findings: &mut Findings) {
    let (one, other) = (&row.value, &first.value);
    let number = draft.teachers.number(first);
    if one.quota_school == other.quota_school {
        let blanks = blanks! { id: one.id, row: number };
        let place = draft.teachers.place(row, "id");
        teacher(findings, &DOUBLE_TEACHER, blanks, place, &one.id);
    } else {
        let blanks = blanks! {
            teacher: one.name, id: one.id, row: number,
            one: draft.school_name(one.quota_school),
            other: draft.school_name(other.quota_school),
        };
        let place = draft.teachers.place(row, "quota_school");
        teacher(findings, &TWO_QUOTA_SCHOOLS, blanks, place, &one.id);
    }
}

/// Whether the age can be that of somebody on post.
fn ages(draft: &Draft, row: &Placed<Teacher>, findings: &mut Findings) -> bool {
    let one = &row.value;
    let Some(date) = draft.manifest.date else {
        return true;
    };
    let code = match Month::of(date).months_since(one.birth) {
        ..OF_AGE => &TOO_YOUNG,
        OF_AGE..=PAST_WORK => return true,
        _ => &TOO_OLD,
    };
    let blanks = blanks! { teacher: one.name, birth: one.birth };
    let place = draft.teachers.place(row, "birth");
    teacher(findings, code, blanks, place, &one.id);
    false
}

fn dates(draft: &Draft, row: &Placed<Teacher>, findings: &mut Findings) {
    let one = &row.value;
    let place = |key| draft.teachers.place(row, key);
    let dates = [
        ("at_school_since", Some(one.at_school_since)),
        ("teaching_since", one.teaching_since),
        ("title_since", one.title_since),
    ];
    for (key, found) in dates {
        let Some(found) = found else {
            continue;
        };
        let column = draft.teachers.head(key).unwrap_or(Text::new("", ""));
        if draft
            .manifest
            .date
            .is_some_and(|date| found > Month::of(date))
        {
            let blanks = blanks! {
                teacher: one.name, column: column, found: found, date: draft.date,
            };
            teacher(findings, &FUTURE, blanks, place(key), &one.id);
        } else if found.months_since(one.birth) < CHILD {
            let blanks = blanks! {
                teacher: one.name, column: column, found: found, birth: one.birth,
            };
            teacher(findings, &CHILD_AT_WORK, blanks, place(key), &one.id);
        }
    }
    if let Some(career) = one.teaching_since
        && one.at_school_since < career
    {
        let blanks = blanks! { teacher: one.name, found: one.at_school_since, career: career };
        let place = place("at_school_since");
        teacher(findings, &SCHOOL_BEFORE_CAREER, blanks, place, &one.id);
    }
}
