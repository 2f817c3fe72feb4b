//! Schools against one another, their classes and their people.

use super::tell::school;
use crate::blanks;
use crate::domain::{School, SchoolKind, SchoolNo, Status};
use crate::finding::Findings;
use crate::input::codes::people::{CLASSES_AT_CLOSING, LEFT_OUT, TEACHERS_WITHOUT_CLASSES};
use crate::input::codes::tables::{
    BEDS_CLOSING, BOARDERS, CENTRAL_UNFIT, DOUBLE_SCHOOL, ONE_SIDED_PARTNER, OWN_CENTRAL,
    OWN_PARTNER, PERMANENT_AND_CLOSING, QUALITY_AND_WEAK, SAME_NAME,
};
use crate::input::draft::{Draft, Placed};
use std::collections::BTreeMap;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    doubles(draft, findings);
    for row in &draft.schools.rows {
        flags(draft, row, findings);
        links(draft, row, findings);
        people_and_pupils(draft, row, findings);
    }
}

fn doubles(draft: &Draft, findings: &mut Findings) {
    let mut ids: BTreeMap<&str, &Placed<School>> = BTreeMap::new();
    let mut names: BTreeMap<&str, &Placed<School>> = BTreeMap::new();
    for row in &draft.schools.rows {
        let (id, name) = (row.value.id.as_str(), row.value.name.as_str());
        if let Some(first) = ids.get(id) {
            let blanks = blanks! { id: id, row: draft.schools.number(first) };
            school(
                findings,
                &DOUBLE_SCHOOL,
                blanks,
                draft.schools.place(row, "id"),
                id,
            );
            continue;
        }
        ids.insert(id, row);
        if let Some(first) = names.insert(name, row) {
            let blanks = blanks! { name: name, row: draft.schools.number(first) };
            school(
                findings,
                &SAME_NAME,
                blanks,
                draft.schools.place(row, "name"),
                id,
            );
        }
    }
}

fn flags(draft: &Draft, row: &Placed<School>, findings: &mut Findings) {
    let one = &row.value;
    let place = |key| draft.schools.place(row, key);
    let named = blanks! { school: one.name };
    if one.quality && one.weak {
        school(
            findings,
            &QUALITY_AND_WEAK,
            named.clone(),
            place("weak"),
            &one.id,
        );
    }
    if one.permanent && one.closing {
        school(
            findings,
            &PERMANENT_AND_CLOSING,
            named,
            place("closing"),
            &one.id,
        );
    }
    if one.closing && one.beds > 0 {
        let blanks = blanks! { school: one.name, beds: one.beds };
        school(findings, &BEDS_CLOSING, blanks, place("beds"), &one.id);
    }
}

fn links(draft: &Draft, row: &Placed<School>, findings: &mut Findings) {
    let one = &row.value;
    let own = draft.ids.school(&one.id);
    let place = |key| draft.schools.place(row, key);
    let named = blanks! { school: one.name };
    if one.central_school.is_some() && one.central_school == own {
        school(
            findings,
            &OWN_CENTRAL,
            named,
            place("central_school"),
            &one.id,
        );
    } else if let Some(central) = one.central_school.and_then(|no| draft.school(no))
        && (central.closing || central.kind == SchoolKind::Point)
    {
        let blanks = blanks! { school: one.name, central: central.name };
        school(
            findings,
            &CENTRAL_UNFIT,
            blanks,
            place("central_school"),
            &one.id,
        );
    }
    let named = blanks! { school: one.name };
    if one.partner.is_some() && one.partner == own {
        school(findings, &OWN_PARTNER, named, place("partner"), &one.id);
    } else if let Some(partner) = one.partner.and_then(|no| draft.school(no))
        && let Some(third) = partner.partner.filter(|third| Some(*third) != own)
    {
        let facts =
            blanks! { school: one.name, partner: partner.name, third: draft.school_name(third) };
        school(
            findings,
            &ONE_SIDED_PARTNER,
            facts,
            place("partner"),
            &one.id,
        );
    }
}

fn people_and_pupils(draft: &Draft, row: &Placed<School>, findings: &mut Findings) {
    let one = &row.value;
    let Some(no) = draft.ids.school(&one.id) else {
        return;
    };
    let pupils = pupils(draft, no);
    let teachers = &draft.teachers.rows;
    let here = |row: &&Placed<crate::domain::Teacher>| {
        row.value.work_school == no && row.value.status == Status::Active
    };
    let place = |key| draft.schools.place(row, key);
    let number = teachers.iter().filter(here).count();
    let linked = teachers.iter().any(|row| row.value.quota_school == no);
    if one.closing {
        if pupils > 0 {
            let blanks = blanks! { school: one.name, pupils: pupils };
            school(
                findings,
                &CLASSES_AT_CLOSING,
                blanks,
                place("closing"),
                &one.id,
            );
        }
    } else if pupils == 0 && number > 0 && draft.classes.all_read() {
        let blanks = blanks! { school: one.name, number: number };
        school(
            findings,
            &TEACHERS_WITHOUT_CLASSES,
            blanks,
            place("name"),
            &one.id,
        );
    } else if pupils == 0 && !linked && draft.all_read() {
        let blanks = blanks! { school: one.name };
        school(findings, &LEFT_OUT, blanks, place("name"), &one.id);
    }
    if one.boarders > pupils && pupils > 0 {
        let blanks = blanks! { school: one.name, boarders: one.boarders, pupils: pupils };
        school(findings, &BOARDERS, blanks, place("boarders"), &one.id);
    }
}

fn pupils(draft: &Draft, no: SchoolNo) -> u32 {
    let groups = draft.classes.rows.iter().map(|row| &row.value);
    groups
        .filter(|group| group.school == no)
        .flat_map(|group| &group.pupils)
        .sum()
}
