//! Teachers one by one and against one another: identity, ages and dates.

use super::tell::Teller;
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
        let one = &row.value;
        let mut about = Teller::county(&draft.teachers, row, findings).teacher(&one.id);
        // Whoever has a wrong month of birth has nothing but wrong ages.
        if ages(draft, one, &mut about) {
            dates(draft, one, &mut about);
        }
    }
}

fn doubles(draft: &Draft, findings: &mut Findings) {
    let mut ids: BTreeMap<&str, &Placed<Teacher>> = BTreeMap::new();
    let mut persons: BTreeMap<(String, Month), &Placed<Teacher>> = BTreeMap::new();
    for row in &draft.teachers.rows {
        let one = &row.value;
        let mut about = Teller::county(&draft.teachers, row, findings).teacher(&one.id);
        if let Some(first) = ids.get(one.id.as_str()) {
            same_id(draft, one, first, &mut about);
            continue;
        }
        ids.insert(&one.id, row);
        if let Some(broken) = one.name.chars().find(|one| spelling::is_lost(*one)) {
            let blanks = blanks! { teacher: one.name, found: broken.to_string() };
            about.tell(&LOST_CHARACTER, "name", blanks);
        }
        if let Some(first) = persons.insert((spelling::name(&one.name), one.birth), row) {
            let number = draft.teachers.number(first);
            let blanks = blanks! { teacher: one.name, row: number, id: first.value.id };
            about.tell(&SAME_PERSON, "name", blanks);
        }
    }
}

fn same_id(draft: &Draft, one: &Teacher, first: &Placed<Teacher>, about: &mut Teller<'_, Teacher>) {
    let (other, number) = (&first.value, draft.teachers.number(first));
    if one.quota_school == other.quota_school {
        about.tell(&DOUBLE_TEACHER, "id", blanks! { id: one.id, row: number });
    } else {
        let blanks = blanks! {
            teacher: one.name, id: one.id, row: number,
            one: draft.school_name(one.quota_school),
            other: draft.school_name(other.quota_school),
        };
        about.tell(&TWO_QUOTA_SCHOOLS, "quota_school", blanks);
    }
}

/// Whether the age can be that of somebody on post.
fn ages(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) -> bool {
    let Some(date) = draft.manifest.date else {
        return true;
    };
    let code = match Month::of(date).months_since(one.birth) {
        ..OF_AGE => &TOO_YOUNG,
        OF_AGE..=PAST_WORK => return true,
        _ => &TOO_OLD,
    };
    let blanks = blanks! { teacher: one.name, birth: one.birth };
    about.tell(code, "birth", blanks);
    false
}

fn dates(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) {
    let dates = [
        ("at_school_since", Some(one.at_school_since)),
        ("teaching_since", one.teaching_since),
        ("title_since", one.title_since),
    ];
    let today = draft.manifest.date.map(Month::of);
    for (key, found) in dates {
        let Some(found) = found else {
            continue;
        };
        let column = draft.teachers.head(key).unwrap_or(Text::new("", ""));
        if today.is_some_and(|today| found > today) {
            let blanks = blanks! {
                teacher: one.name, column: column, found: found, date: draft.date,
            };
            about.tell(&FUTURE, key, blanks);
        } else if found.months_since(one.birth) < CHILD {
            let blanks = blanks! {
                teacher: one.name, column: column, found: found, birth: one.birth,
            };
            about.tell(&CHILD_AT_WORK, key, blanks);
        }
    }
    if let Some(career) = one.teaching_since
        && one.at_school_since < career
    {
        let blanks = blanks! { teacher: one.name, found: one.at_school_since, career: career };
        about.tell(&SCHOOL_BEFORE_CAREER, "at_school_since", blanks);
    }
}
