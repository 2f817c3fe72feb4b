//! Schools against one another, their classes and their people.

use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Area, ClassGroup, School, SchoolKind, Stage, Status, Teacher};
use crate::finding::Findings;
use crate::input::draft::{Draft, Placed};
use std::collections::BTreeMap;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    doubles(draft, findings);
    for row in &draft.schools.rows {
        let one = &row.value;
        let mut about = Teller::county(&draft.schools, row, findings).school(&one.id);
        flags(one, &mut about);
        links(draft, one, &mut about);
        receiver(draft, one, &mut about);
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
            about.tell(&codes::DOUBLE_SCHOOL, "id", blanks);
            continue;
        }
        ids.insert(id, row);
        if let Some(first) = names.insert(name, row) {
            let blanks = blanks! { name: name, row: draft.schools.number(first) };
            about.tell(&codes::SAME_NAME, "name", blanks);
        }
    }
}

fn flags(one: &School, about: &mut Teller<'_, School>) {
    let named = blanks! { school: one.name };
    if one.quality && one.weak {
        about.tell(&codes::QUALITY_AND_WEAK, "weak", named.clone());
    }
    if let Some(code) = one.code.filter(|code| code.area() != one.area) {
        let words = code.text();
        let blanks = blanks! {
            school: one.name, code: words, of: code.area().text(), area: one.area.text(),
        };
        about.tell(&codes::CODE_AND_AREA, "code", blanks);
    }
    if one.area == Area::Village && one.county_seat == Some(true) {
        about.tell(&codes::SEAT_IN_VILLAGE, "county_seat", named.clone());
    }
    if one.permanent && one.closing {
        about.tell(&codes::PERMANENT_AND_CLOSING, "closing", named);
    }
    if one.closing && one.beds > 0 {
        let blanks = blanks! { school: one.name, beds: one.beds };
        about.tell(&codes::BEDS_CLOSING, "beds", blanks);
    }
}

fn links(draft: &Draft, one: &School, about: &mut Teller<'_, School>) {
    let own = draft.ids.school(&one.id);
    let named = blanks! { school: one.name };
    if one.central_school.is_some() && one.central_school == own {
        about.tell(&codes::OWN_CENTRAL, "central_school", named.clone());
    } else if let Some(central) = one.central_school.and_then(|no| draft.school(no))
        && (central.closing || central.kind == SchoolKind::Point)
    {
        let blanks = blanks! { school: one.name, central: central.name };
        about.tell(&codes::CENTRAL_UNFIT, "central_school", blanks);
    }
    if one.partner.is_some() && one.partner == own {
        about.tell(&codes::OWN_PARTNER, "partner", named);
    } else if let Some(partner) = one.partner.and_then(|no| draft.school(no))
        && let Some(third) = partner.partner.filter(|third| Some(*third) != own)
    {
        let third = draft.school_name(third);
        let blanks = blanks! { school: one.name, partner: partner.name, third: third };
        about.tell(&codes::ONE_SIDED_PARTNER, "partner", blanks);
    }
}

/// The school that takes in the pupils of one that closes.
fn receiver(draft: &Draft, one: &School, about: &mut Teller<'_, School>) {
    let own = draft.ids.school(&one.id);
    let Some(to) = one.receiver.and_then(|no| draft.school(no)) else {
        return;
    };
    let named = blanks! { school: one.name, receiver: to.name };
    if !one.closing {
        about.tell(&codes::RECEIVER_IDLE, "receiver", named);
        return;
    }
    if one.receiver == own || to.closing {
        about.tell(&codes::RECEIVER_UNFIT, "receiver", named);
        return;
    }
    let taught = |grade: u8| Stage::of_grade(grade).is_some_and(|stage| to.teaches(stage));
    let groups = draft.classes.values();
    let lost = groups.filter(|group| Some(group.school) == own && !taught(group.grade));
    let lost: Vec<&ClassGroup> = lost.collect();
    let pupils: u32 = lost.iter().flat_map(|group| &group.pupils).sum();
    if pupils > 0 {
        let mut grades: Vec<u8> = lost.iter().map(|group| group.grade).collect();
        grades.sort_unstable();
        let blanks = blanks! {
            school: one.name, receiver: to.name, grades: grades, pupils: pupils,
        };
        about.tell(&codes::RECEIVER_STAGE, "receiver", blanks);
    }
}

fn people_and_pupils(draft: &Draft, one: &School, about: &mut Teller<'_, School>) {
    let Some(no) = draft.ids.school(&one.id) else {
        return;
    };
    let groups = draft.classes.values().filter(|group| group.school == no);
    let pupils: u32 = groups.flat_map(|group| &group.pupils).sum();
    let here = |who: &&Teacher| who.work_school == no && who.status == Status::Active;
    let number = draft.teachers.values().filter(here).count();
    let linked = draft.teachers.values().any(|who| who.quota_school == no);
    if one.closing {
        if pupils > 0 && one.receiver.is_none() {
            let blanks = blanks! { school: one.name, pupils: pupils };
            about.tell(&codes::NO_RECEIVER, "closing", blanks);
        }
    } else if pupils == 0 && number > 0 && draft.classes.all_read() {
        let blanks = blanks! { school: one.name, number: number };
        about.tell(&codes::TEACHERS_WITHOUT_CLASSES, "name", blanks);
    } else if pupils == 0 && !linked && draft.all_read() {
        about.tell(&codes::LEFT_OUT, "name", blanks! { school: one.name });
    }
    if one.boarders > pupils && pupils > 0 {
        let blanks = blanks! { school: one.name, boarders: one.boarders, pupils: pupils };
        about.tell(&codes::BOARDERS, "boarders", blanks);
    }
}
