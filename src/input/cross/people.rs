//! Teachers one by one and against one another: identity, ages, dates, and what a row says of post,
//! title, office and wishes, taken together.

use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Employment, Month, Protection, Role, Sex, Status, Teacher, Title};
use crate::finding::Findings;
use crate::input::draft::{Draft, Placed};
use crate::input::{characters, spelling};
use std::collections::BTreeMap;

/// Nobody teaches before this age, months.
const OF_AGE: i32 = 18 * 12;
/// Beyond this age nobody is on post, whatever the retirement table says, months.
const PAST_WORK: i32 = 65 * 12;
/// Nobody worked before this age, months.
pub(super) const CHILD: i32 = 16 * 12;

/// What stands in the place of a name where there is nobody.
const NOBODY: [&str; 19] = [
    "待补", "待定", "待招", "待聘", "待填", "未定", "空", "空缺", "空岗", "空编", "缺", "缺编",
    "缺额", "暂缺", "拟招", "拟聘", "新招", "vacant", "vacancy",
];

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    doubles(draft, findings);
    let rows = draft.teachers.rows.iter();
    let by_id: BTreeMap<&str, &Teacher> = rows
        .map(|row| (row.value.id.as_str(), &row.value))
        .collect();
    for row in &draft.teachers.rows {
        let one = &row.value;
        let mut about = Teller::county(&draft.teachers, row, findings).teacher(&one.id);
        if NOBODY.contains(&spelling::tight(&one.name).as_str()) {
            about.tell(&codes::NO_NAME, "name", blanks! { found: one.name });
        }
        // Whoever has a wrong month of birth has nothing but wrong ages.
        if ages(draft, one, &mut about) {
            dates(draft, one, &mut about);
        }
        posting(draft, one, &mut about);
        titles(one, &mut about);
        wishes(draft, one, &mut about);
        spouse(&by_id, one, &mut about);
        sent(one, &mut about);
    }
}

/// Whoever is sent from outside belongs to the school where she teaches, until her term ends.
fn sent(one: &Teacher, about: &mut Teller<'_, Teacher>) {
    if one.employment != Employment::Support {
        return;
    }
    let blanks = blanks! { teacher: one.name };
    if one.quota_school != one.work_school {
        about.tell(&codes::SENT_ELSEWHERE, "quota_school", blanks);
    } else if one.bond_until.is_none() {
        about.tell(&codes::SENT_NO_END, "bond_until", blanks);
    }
}

/// A spouse who is somebody else on the roster, and who says so too.
fn spouse(by_id: &BTreeMap<&str, &Teacher>, one: &Teacher, about: &mut Teller<'_, Teacher>) {
    if one.spouse.is_empty() {
        return;
    }
    let Some(other) = by_id.get(one.spouse.as_str()) else {
        let blanks = blanks! { teacher: one.name, found: one.spouse };
        about.tell(&codes::SPOUSE_UNKNOWN, "spouse", blanks);
        return;
    };
    let blanks = blanks! { teacher: one.name, other: other.name };
    if other.id == one.id || (!other.spouse.is_empty() && other.spouse != one.id) {
        about.tell(&codes::SPOUSE_OTHER, "spouse", blanks);
    } else if other.spouse.is_empty() {
        about.tell(&codes::SPOUSE_ONE_SIDED, "spouse", blanks);
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
        if let Some(broken) = one.name.chars().find(|one| characters::is_lost(*one)) {
            let blanks = blanks! { teacher: one.name, found: broken.to_string() };
            about.tell(&codes::LOST_CHARACTER, "name", blanks);
        }
        if let Some(first) = persons.insert((spelling::name(&one.name), one.birth), row) {
            let number = draft.teachers.number(first);
            let blanks = blanks! { teacher: one.name, row: number, id: first.value.id };
            about.tell(&codes::SAME_PERSON, "name", blanks);
        }
    }
}

fn same_id(draft: &Draft, one: &Teacher, first: &Placed<Teacher>, about: &mut Teller<'_, Teacher>) {
    let (other, number) = (&first.value, draft.teachers.number(first));
    // Two names are two people, wherever they stand.
    let named = spelling::name(&one.name) == spelling::name(&other.name);
    if one.quota_school == other.quota_school || !named {
        let blanks = blanks! { id: one.id, row: number };
        about.tell(&codes::DOUBLE_TEACHER, "id", blanks);
    } else {
        let blanks = blanks! {
            teacher: one.name, id: one.id, row: number,
            one: draft.school_name(one.quota_school),
            other: draft.school_name(other.quota_school),
        };
        about.tell(&codes::TWO_QUOTA_SCHOOLS, "quota_school", blanks);
    }
}

/// Whether the age can be that of somebody on post.
fn ages(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) -> bool {
    let Some(date) = draft.manifest.date else {
        return true;
    };
    let code = match Month::of(date).months_since(one.birth) {
        ..OF_AGE => &codes::TOO_YOUNG,
        OF_AGE..=PAST_WORK => return true,
        _ => &codes::TOO_OLD,
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
        let column = draft.teachers.head(key);
        if today.is_some_and(|today| found > today) {
            let blanks = blanks! {
                teacher: one.name, column: column, found: found, date: draft.date,
            };
            about.tell(&codes::FUTURE, key, blanks);
        } else if found.months_since(one.birth) < CHILD {
            let blanks = blanks! {
                teacher: one.name, column: column, found: found, birth: one.birth,
            };
            about.tell(&codes::CHILD_AT_WORK, key, blanks);
        }
    }
    if let Some(career) = one.teaching_since
        && one.at_school_since < career
    {
        let blanks = blanks! { teacher: one.name, found: one.at_school_since, career: career };
        about.tell(&codes::SCHOOL_BEFORE_CAREER, "at_school_since", blanks);
    }
}

fn posting(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) {
    if one.status != Status::Active
        && let Some(periods @ 1..) = one.weekly_periods
    {
        let blanks = blanks! { teacher: one.name, status: one.status.text(), periods: periods };
        about.tell(&codes::ABSENT_BUT_TEACHING, "weekly_periods", blanks);
    }
    if one.status != Status::Active
        && let Some(duty) = one.part()
    {
        let blanks = blanks! { teacher: one.name, status: one.status.text(), duty: duty };
        about.tell(&codes::PART_OF_NOTHING, "duty", blanks);
    }
    if let Some(at) = draft.school(one.work_school)
        && !at.teaches(one.stage)
        && one.status == Status::Active
    {
        let blanks = blanks! {
            teacher: one.name, stage: one.stage.text(), school: at.name, kind: at.kind.text(),
        };
        about.tell(&codes::STAGE_NOT_TAUGHT, "stage", blanks);
    }
    let women_only = |one: &&Protection| matches!(one, Protection::Pregnant | Protection::Nursing);
    if one.sex == Sex::Male
        && let Some(found) = one.protections.iter().find(women_only)
    {
        let blanks = blanks! { teacher: one.name, protection: found.text() };
        about.tell(&codes::SEX_AND_PROTECTION, "protections", blanks);
    }
}

fn titles(one: &Teacher, about: &mut Teller<'_, Teacher>) {
    if let Some(applies) = one.applies_for.filter(|title| *title <= one.title) {
        let blanks = blanks! {
            teacher: one.name, applies: applies.text(), title: one.title.text(),
        };
        about.tell(&codes::NOT_A_RISE, "applies_for", blanks);
    }
    if one.title == Title::None && one.title_since.is_some() {
        let blanks = blanks! { teacher: one.name };
        about.tell(&codes::DATE_WITHOUT_TITLE, "title_since", blanks);
    }
    if one.terms > 0 && one.role == Role::Teacher {
        let blanks = blanks! { teacher: one.name, terms: one.terms };
        about.tell(&codes::TERMS_WITHOUT_OFFICE, "terms", blanks);
    }
}

fn wishes(draft: &Draft, one: &Teacher, about: &mut Teller<'_, Teacher>) {
    for &wish in &one.wishes {
        let Some(school) = draft.school(wish) else {
            continue;
        };
        let blanks = blanks! { teacher: one.name, school: school.name };
        if school.closing {
            about.tell(&codes::WISH_CLOSING, "wishes", blanks);
        } else if wish == one.work_school {
            about.tell(&codes::WISH_OWN, "wishes", blanks);
        }
    }
}
