//! Pins and bans: decisions of the officer, each with its reason and author; and special approvals.

use super::codes;
use super::decided::is_decided;
use super::ids::Ids;
use super::manifest::{Decision, Manifest};
use super::spelling;
use crate::blanks;
use crate::domain::{Ban, Month, Pin, SchoolNo, TeacherNo, Waiver};
use crate::finding::{Code, Finding, Findings};
use crate::text::Text;
use jiff::civil::Date;

crate::finding::codes! { pub(super),
    FAR_DAY "I825" error
        ["决定日期“{found}”与核算日期 {date} 相差太远，像是写错了年份；日期在后的决定优先，写错会推翻别的决定。", "The date of the decision, \"{found}\", is too far from the reckoning date {date}; the year is probably wrong. The later decision holds, so a wrong one overrules others."]
        ["改为作出决定的日期，如 2026-08-20。", "Give the day when it was decided, such as 2026-08-20."];
}

/// Every kind of finding about days of decisions.
pub(super) const RULING_CODES: &[&Code] = CODES;

/// No decision is of a later day than so long after the reckoning date: by then the planned year is over; none that still
/// holds is older than so long before it.
const AHEAD: i32 = 12;
const BEHIND: i32 = 10 * 12;

/// What every decision says for the files.
const SIGNED: [(&str, Text); 2] = [
    ("reason", Text::new("理由", "reason")),
    ("author", Text::new("决定人", "author")),
];

/// The pins that name a teacher and a school of the county.
pub(super) fn pins(manifest: &Manifest, ids: &Ids, findings: &mut Findings) -> Vec<Pin> {
    let pin = |ruling: &Decision| {
        let teacher = teacher(ruling, (ids, manifest.date), findings);
        let school = school(ruling, ids, findings);
        if ruling.word("school").is_empty() {
            findings.push(ruling.told(&codes::NO_SCHOOL_IN_PIN, "school", blanks! {}));
        }
        Some(Pin {
            teacher: teacher?,
            school: school?,
            reason: ruling.word("reason").into(),
            author: ruling.word("author").into(),
            date: ruling.word("date").into(),
            place: ruling.place.clone(),
        })
    };
    manifest.pins.iter().filter_map(pin).collect()
}

/// The bans that name a teacher of the county, and a school of it or none.
pub(super) fn bans(manifest: &Manifest, ids: &Ids, findings: &mut Findings) -> Vec<Ban> {
    let ban = |ruling: &Decision| {
        let teacher = teacher(ruling, (ids, manifest.date), findings);
        let school = school(ruling, ids, findings);
        let sound = school.is_none() == ruling.word("school").is_empty();
        Some(Ban {
            teacher: teacher.filter(|_| sound)?,
            school,
            reason: ruling.word("reason").into(),
            author: ruling.word("author").into(),
            date: ruling.word("date").into(),
            place: ruling.place.clone(),
        })
    };
    manifest.bans.iter().filter_map(ban).collect()
}

/// The special approvals, each with rule, place, amount, reason and author; whether the rule exists
/// is asked where the rules are known.
pub(super) fn waivers(manifest: &Manifest, findings: &mut Findings) -> Vec<Waiver> {
    let waiver = |one: &Decision| {
        let amount = one.number("amount");
        let limits = [
            ("rule", Text::new("规定", "rule")),
            ("about", Text::new("涉及对象", "about")),
            (
                "amount",
                Text::new("放宽的数量（正整数）", "amount above nought"),
            ),
        ];
        for (key, what) in limits.into_iter().chain(SIGNED) {
            if one.word(key).is_empty() || key == "amount" && amount <= 0 {
                let finding = Finding::new(&codes::WAIVER_NOT_SIGNED, blanks! { what: what });
                findings.push(finding.at(one.place_of(key)));
            }
        }
        undated(one, manifest.date, findings);
        Waiver {
            rule: one.word("rule").into(),
            about: one.word("about").into(),
            amount,
            reason: one.word("reason").into(),
            author: one.word("author").into(),
            date: one.word("date").into(),
            place: one.place.clone(),
            about_place: one.place_of("about"),
        }
    };
    let mut waivers: Vec<Waiver> = manifest.waivers.iter().map(waiver).collect();
    waivers.sort_by(|a, b| (&a.rule, &a.about, a.amount).cmp(&(&b.rule, &b.about, b.amount)));
    waivers
}

/// What stands in a decisions file says when it was decided, and a day that can be so.
fn undated(ruling: &Decision, today: Option<Date>, findings: &mut Findings) {
    let date = ruling.word("date");
    let day = spelling::day(date);
    let unread = day.is_none();
    if let Some((day, today)) = day.zip(today) {
        let months = Month::of(day).months_since(Month::of(today));
        if !(-BEHIND..=AHEAD).contains(&months) {
            let blanks = blanks! { found: date, date: today.to_string() };
            findings.push(ruling.told(&FAR_DAY, "date", blanks));
        }
    }
    if is_decided(&ruling.place) && unread && !date.is_empty() {
        findings.push(ruling.told(&codes::NO_SUCH_DAY, "date", blanks! { found: date }));
    } else if is_decided(&ruling.place) && unread {
        let what = Text::new("决定日期（如 2026-08-20）", "date, such as 2026-08-20");
        findings.push(ruling.told(&codes::NOT_SIGNED, "date", blanks! { what: what }));
    }
}

fn teacher(
    ruling: &Decision,
    (ids, today): (&Ids, Option<Date>),
    findings: &mut Findings,
) -> Option<TeacherNo> {
    for (key, what) in SIGNED {
        if ruling.word(key).is_empty() {
            findings.push(ruling.told(&codes::NOT_SIGNED, key, blanks! { what: what }));
        }
    }
    undated(ruling, today, findings);
    let word = ruling.word("teacher");
    let found = ids.teacher_or_name(word);
    if word.is_empty() {
        findings.push(ruling.told(&codes::NO_TEACHER, "teacher", blanks! {}));
    } else if found.is_none() && ids.people(word).len() > 1 {
        let people = ids.people(word).into_iter();
        let people = people.map(|(id, school)| format!("{id}（{school}）"));
        let people: Vec<String> = people.collect();
        let column = Text::new("教师", "teacher");
        let blanks = blanks! { column: column, found: word, people: people };
        findings.push(ruling.told(&codes::TWO_PEOPLE, "teacher", blanks));
    } else if found.is_none() && ids.teachers.complete {
        let code = &codes::UNKNOWN_TEACHER_RULED;
        let near = ids.nearest_person(word);
        let blanks = blanks! { found: word, nearest: near };
        findings.push(ruling.told(code, "teacher", blanks));
    }
    if let Some(no) = found {
        other_name(ruling, ids, no, findings);
    }
    found
}

/// Whoever is named by id and by name is one person.
fn other_name(ruling: &Decision, ids: &Ids, no: TeacherNo, findings: &mut Findings) {
    let (said, id) = (ruling.word("name"), ids.teacher_id(no));
    if !said.is_empty() && !ids.people(said).iter().any(|one| one.0 == id) {
        let blanks = blanks! { id: id, found: said, name: ids.name_of(id) };
        findings.push(ruling.told(&codes::OTHER_PERSON, "name", blanks));
    }
}

fn school(ruling: &Decision, ids: &Ids, findings: &mut Findings) -> Option<SchoolNo> {
    let word = Some(ruling.word("school")).filter(|word| !word.is_empty())?;
    let found = ids.school(word);
    if found.is_none() && ids.schools.complete {
        let code = &codes::UNKNOWN_SCHOOL_RULED;
        let near = ids.nearest_school(word);
        let blanks = blanks! { found: word, nearest: near };
        findings.push(ruling.told(code, "school", blanks));
    }
    found
}
