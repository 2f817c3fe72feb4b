//! Pins and bans against one another and against the rows of teachers and schools.

use super::codes;
use crate::blanks;
use crate::domain::{Ban, Pin, Protection, SchoolNo, Stage, Status, Subject, Teacher, TeacherNo};
use crate::finding::{About, Code, Finding, Findings, Place};
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
    (draft, findings): (&Draft, &mut Findings),
    code: &'static Code,
    one: &Teacher,
    (place, key): (&Place, &str),
    blanks: Blanks,
) {
    let about = About::Teacher(one.id.clone());
    let place = draft.place_in(place, key);
    findings.push(Finding::new(code, blanks).at(place).about(about));
}

fn pins(draft: &Draft, one: &Teacher, pin: &Pin, findings: &mut Findings) {
    let name = draft.school_name(pin.school);
    let stays = [one.work_school, one.quota_school].contains(&pin.school);
    let keeps = [
        Protection::Pregnant,
        Protection::Nursing,
        Protection::Illness,
    ];
    let kept = one.protections.iter().filter(|one| keeps.contains(one));
    let kept: Vec<Text> = kept.map(|one| one.text()).collect();
    let place = (&pin.place, "school");
    if !stays && !kept.is_empty() {
        let blanks = blanks! { teacher: one.name, school: name, protections: kept };
        tell((draft, findings), &codes::PIN_PROTECTED, one, place, blanks);
    }
    if draft.is_closing(pin.school) {
        let blanks = blanks! { teacher: one.name, school: name };
        tell((draft, findings), &codes::PIN_CLOSED, one, place, blanks);
    }
    if !stays && !one.is_fit_to_teach() {
        let blanks = blanks! { teacher: one.name, school: name };
        tell((draft, findings), &codes::PIN_UNFIT, one, place, blanks);
    }
    if one.status != Status::Active {
        let blanks = blanks! { teacher: one.name, school: name, status: one.status.text() };
        tell(
            (draft, findings),
            &codes::PIN_NOT_TEACHING,
            one,
            place,
            blanks,
        );
    }
}

/// A pin against the pins before it and against every ban.
fn against(draft: &Draft, one: &Teacher, (no, pin): (usize, &Pin), findings: &mut Findings) {
    let name = draft.school_name(pin.school);
    let mut before = draft.pins.iter().take(no);
    if let Some(earlier) = before.find(|other| other.teacher == pin.teacher) {
        let other = draft.school_name(earlier.school);
        let blanks = blanks! { teacher: one.name, one: other, other: name };
        let place = (&pin.place, "teacher");
        tell((draft, findings), &codes::TWO_PINS, one, place, blanks);
    }
    if let Some(ban) = forbidding(draft, (pin.teacher, one), pin.school) {
        let blanks = blanks! { teacher: one.name, school: name };
        let place = (&ban.place, "teacher");
        tell((draft, findings), &codes::PIN_AND_BAN, one, place, blanks);
    }
}

/// The first ban that bars a teacher from a school; at her present one she stays.
fn forbidding<'d>(draft: &'d Draft, who: (TeacherNo, &Teacher), to: SchoolNo) -> Option<&'d Ban> {
    let (no, one) = who;
    let bars = |ban: &&Ban| match ban.school {
        Some(banned) => banned == to,
        None => to != one.work_school,
    };
    let mut bans = draft.bans.iter().filter(|ban| ban.teacher == no);
    bans.find(bars)
}

fn bans(draft: &Draft, one: &Teacher, (no, ban): (usize, &Ban), findings: &mut Findings) {
    let place = (&ban.place, "teacher");
    let same = |other: &Ban| other.teacher == ban.teacher && other.school == ban.school;
    if draft.bans.iter().take(no).any(same) {
        let blanks = blanks! { teacher: one.name };
        tell((draft, findings), &codes::DOUBLE_BAN, one, place, blanks);
    }
    let mut all = draft.bans.iter();
    let first = all.position(|other| other.teacher == ban.teacher);
    let is_open = |to: &SchoolNo| *to == one.work_school || !draft.is_closing(*to);
    let mut open = draft.school_nos().filter(is_open);
    if first == Some(no) && open.all(|to| forbidding(draft, (ban.teacher, one), to).is_some()) {
        let blanks = blanks! { teacher: one.name, school: draft.school_name(one.work_school) };
        tell((draft, findings), &codes::TRAPPED, one, place, blanks);
    }
}

/// A subject of a school for which there are people in the county, all of them banned from it.
fn nobody_left(draft: &Draft, no: SchoolNo, findings: &mut Findings) {
    let Some(at_school) = draft.school(no) else {
        return;
    };
    for (stage, subject) in subjects(draft, no) {
        let people = draft.teachers.values();
        let able = people.filter(|one| can(one, stage, subject));
        let able = able.filter_map(|one| Some((draft.ids.teacher(&one.id)?, one)));
        let able: Vec<(TeacherNo, &Teacher)> = able.collect();
        let barred = |who: &(_, _)| forbidding(draft, *who, no).is_some();
        if able.is_empty() || !able.iter().all(barred) {
            continue;
        }
        let last = draft.bans.iter().rfind(|ban| ban.school == Some(no));
        let place = last.map(|ban| draft.place_in(&ban.place, "school"));
        let blanks = blanks! {
            school: at_school.name, subject: subject.text(), number: able.len(),
        };
        let finding = Finding::new(&codes::NOBODY_LEFT, blanks).at(place.unwrap_or_default());
        findings.push(finding.about(About::School(at_school.id.clone())));
    }
}

fn can(one: &Teacher, stage: Stage, subject: Subject) -> bool {
    one.status == Status::Active
        && one.subjects().contains(&subject)
        && (one.stage == stage || one.certified_stages.contains(&stage))
}

/// What the curriculum asks of the classes of a school.
fn subjects(draft: &Draft, no: SchoolNo) -> BTreeSet<(Stage, Subject)> {
    let classes = draft.classes.values().filter(|group| group.school == no);
    let grades: BTreeSet<u8> = classes.map(|group| group.grade).collect();
    let lines = draft.grid.values();
    lines
        .filter(|line| line.periods > 0 && grades.contains(&line.grade))
        .filter_map(|line| Some((Stage::of_grade(line.grade)?, line.subject)))
        .collect()
}
