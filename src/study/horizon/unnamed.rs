//! Answers about later years without names: whoever is meant stands for her school, stage and subject.

use crate::decide::{NoPlan, Repair, place_words};
use crate::domain::Roster;

/// The same answer with nobody in it who could be told by name or number.
pub(super) fn no_plan(mut answer: NoPlan, roster: &Roster) -> NoPlan {
    for member in answer.conflict.iter_mut().flat_map(|one| &mut one.members) {
        let places = member.places.iter_mut().zip(&mut member.place_words);
        for (about, words) in places {
            if let Some(kind) = kind(about, roster) {
                *words = place_words(roster, &kind);
                *about = kind;
            }
        }
        for id in &mut member.people {
            if let Some(kind) = kind(id, roster) {
                *id = kind;
            }
        }
    }
    NoPlan {
        repairs: repairs(answer.repairs, roster),
        ..answer
    }
}

/// The same repairs with nobody named.
pub(super) fn repairs(mut all: Vec<Repair>, roster: &Roster) -> Vec<Repair> {
    for relief in all.iter_mut().flat_map(|one| &mut one.reliefs) {
        if let Some(kind) = kind(&relief.about, roster) {
            relief.place = place_words(roster, &kind);
            relief.about = kind;
        }
    }
    all
}

/// School, stage and subject of a teacher; none for any other place.
fn kind(about: &str, roster: &Roster) -> Option<String> {
    let teacher = roster.teacher(roster.find_teacher(about)?);
    let school = &roster.school(teacher.work_school).id;
    let (stage, subject) = (teacher.stage.key(), teacher.subject.key());
    Some(format!("{school},{stage},{subject}"))
}
