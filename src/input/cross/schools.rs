//! Schools against one another, their classes and their people.

use super::tell::Teller;
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
        let one = &row.value;
        let mut about = Teller::county(&draft.schools, row, findings).school(&one.id);
        flags(one, &mut about);
        links(draft, one, &mut about);
        people_and_pupils(draft, one, &mut about);
    }
}

fn doubles(draft: &Draft, findings: &mut Findings) {
    let mut ids: BTreeMap<&str, &Placed<School>> = BTreeMap::new();
    let mut names: BTreeMap<&str, &Placed<School>> = BTreeMap::new();
    for row in &draft.schools.rows {
        let (id, name) = (row.value.id.as_str(), row.value.name.as_str());
        let mut about = Teller::county(&draft.schools, row, findings).school(id);
        if let Some(first) = ids.get(id) {
            let blanks = blanks! { id: id, row: draft.schools.number(first) };
            about.tell(&DOUBLE_SCHOOL, "id", blanks);
            continue;
        }
        ids.insert(id, row);
        if let Some(first) = names.insert(name, row) {
            let blanks = blanks! { name: name, row: draft.schools.number(first) };
            about.tell(&SAME_NAME, "name", blanks);
        }
    }
}

fn flags(one: &School, about: &mut Teller<'_, School>) {
    let named = blanks! { school: one.name };
    if one.quality && one.weak {
        about.tell(&QUALITY_AND_WEAK, "weak", named.clone());
    }
    if one.permanent && one.closing {
        about.tell(&PERMANENT_AND_CLOSING, "closing", named);
    }
    if one.closing && one.beds > 0 {
        let blanks = blanks! { school: one.name, beds: one.beds };
        about.tell(&BEDS_CLOSING, "beds", blanks);
    }
}

fn links(draft: &Draft, one: &School, about: &mut Teller<'_, School>) {
    let own = draft.ids.school(&one.id);
    let named = blanks! { school: one.name };
    if one.central_school.is_some() && one.central_school == own {
        about.tell(&OWN_CENTRAL, "central_school", named.clone());
    } else if let Some(central) = one.central_school.and_then(|no| draft.school(no))
        && (central.closing || central.kind == SchoolKind::Point)
    {
        let blanks = blanks! { school: one.name, central: central.name };
        about.tell(&CENTRAL_UNFIT, "central_school", blanks);
    }
    if one.partner.is_some() && one.partner == own {
        about.tell(&OWN_PARTNER, "partner", named);
    } else if let Some(partner) = one.partner.and_then(|no| draft.school(no))
        && let Some(third) = partner.partner.filter(|third| Some(*third) != own)
    {
        let third = draft.school_name(third);
        let blanks = blanks! { school: one.name, partner: partner.name, third: third };
        about.tell(&ONE_SIDED_PARTNER, "partner", blanks);
    }
}

fn people_and_pupils(draft: &Draft, one: &School, about: &mut Teller<'_, School>) {
    let Some(no) = draft.ids.school(&one.id) else {
        return;
    };
    let pupils = pupils(draft, no);
    let teachers = || draft.teachers.rows.iter().map(|row| &row.value);
    let here = teachers().filter(|who| who.work_school == no && who.status == Status::Active);
    let number = here.count();
    let linked = teachers().any(|who| who.quota_school == no);
    if one.closing {
        if pupils > 0 {
            let blanks = blanks! { school: one.name, pupils: pupils };
            about.tell(&CLASSES_AT_CLOSING, "closing", blanks);
        }
    } else if pupils == 0 && number > 0 && draft.classes.all_read() {
        let blanks = blanks! { school: one.name, number: number };
        about.tell(&TEACHERS_WITHOUT_CLASSES, "name", blanks);
    } else if pupils == 0 && !linked && draft.all_read() {
        about.tell(&LEFT_OUT, "name", blanks! { school: one.name });
    }
    if one.boarders > pupils && pupils > 0 {
        let blanks = blanks! { school: one.name, boarders: one.boarders, pupils: pupils };
        about.tell(&BOARDERS, "boarders", blanks);
    }
}

fn pupils(draft: &Draft, no: SchoolNo) -> u32 {
    let groups = draft.classes.rows.iter().map(|row| &row.value);
    groups
        .filter(|group| group.school == no)
        .flat_map(|group| &group.pupils)
        .sum()
}
