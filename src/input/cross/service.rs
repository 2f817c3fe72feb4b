//! Spells of service against one another and against the teacher's own row.

use super::people::CHILD;
use super::{Teller, codes};
use crate::blanks;
use crate::domain::{Month, Spell, Status, Teacher, TeacherNo};
use crate::finding::Findings;
use crate::input::draft::{Draft, Placed};
use std::collections::BTreeMap;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut by_teacher: BTreeMap<TeacherNo, Vec<&Placed<Spell>>> = BTreeMap::new();
    for row in &draft.service.rows {
        by_teacher.entry(row.value.teacher).or_default().push(row);
        if let Some(one) = draft.teacher(row.value.teacher) {
            let mut about = Teller::county(&draft.service, row, findings).teacher(&one.id);
            months(draft, &row.value, one, &mut about);
            running(draft, &row.value, one, &mut about);
        }
    }
    for (no, mut spells) in by_teacher {
        spells.sort_by(|a, b| a.value.cmp(&b.value));
        if let Some(one) = draft.teacher(no) {
            overlaps(draft, one, &spells, findings);
        }
    }
}

fn months(draft: &Draft, spell: &Spell, one: &Teacher, about: &mut Teller<'_, Spell>) {
    if let Some(to) = spell.to.filter(|to| *to < spell.from) {
        let blanks = blanks! { teacher: one.name, from: spell.from, to: to };
        about.tell(&codes::ENDS_BEFORE, "to", blanks);
    }
    let today = draft.manifest.date.map(Month::of);
    if today.is_some_and(|today| spell.from > today) {
        let blanks = blanks! { teacher: one.name, from: spell.from, date: draft.date };
        about.tell(&codes::FUTURE_SPELL, "from", blanks);
    }
    if spell.from.months_since(one.birth) < CHILD {
        let blanks = blanks! { teacher: one.name, birth: one.birth };
        about.tell(&codes::CHILD_SPELL, "from", blanks);
    }
}

/// Whether a spell is still running on the reckoning date.
fn runs(draft: &Draft, spell: &Spell) -> bool {
    let today = Month::of(draft.date);
    draft.manifest.date.is_some()
        && spell.from <= today
        && spell.to.is_none_or(|to| to >= today.plus(1))
}

fn running(draft: &Draft, spell: &Spell, one: &Teacher, about: &mut Teller<'_, Spell>) {
    if !runs(draft, spell) || one.status != Status::Active {
        return;
    }
    let school = draft.school_name(spell.school);
    if spell.share == 100 && spell.school != one.work_school {
        let work = draft.school_name(one.work_school);
        let blanks = blanks! { teacher: one.name, school: school, work: work };
        about.tell(&codes::WORKS_ELSEWHERE, "school", blanks);
    } else if spell.form.is_none() && spell.school != one.quota_school {
        let blanks = blanks! { teacher: one.name, school: school };
        about.tell(&codes::NO_FORM, "form", blanks);
    }
}

/// Two spells that share more than the month in which one hands over to the other.
fn overlaps(draft: &Draft, one: &Teacher, spells: &[&Placed<Spell>], findings: &mut Findings) {
    for (at, later) in spells.iter().enumerate() {
        let clash = spells.iter().take(at).find(|earlier| {
            let open = earlier.value.to.is_none_or(|to| to > later.value.from);
            open && later.value.to.is_none_or(|to| to > earlier.value.from)
                && earlier.value.share + later.value.share > 100
        });
        if let Some(earlier) = clash {
            let blanks = blanks! {
                teacher: one.name, row: draft.service.number(earlier),
                share: earlier.value.share + later.value.share,
            };
            let about = Teller::county(&draft.service, later, findings);
            about.teacher(&one.id).tell(&codes::OVERLAP, "from", blanks);
        }
    }
}
