//! Answers about later years without names: whoever is meant stands for her school, stage and subject.

use super::super::places::place_words;
use super::super::plan::NoPlan;
use crate::domain::Roster;

/// The same answer with nobody in it who could be told by name or number.
pub(super) fn unnamed(mut answer: NoPlan, roster: &Roster) -> NoPlan {
    let kind = |about: &str| {
        let teacher = roster.teacher(roster.find_teacher(about)?);
        let school = &roster.school(teacher.work_school).id;
        Some(format!(
            "{school},{},{}",
            teacher.stage.key(),
            teacher.subject.key()
        ))
    };
    for member in answer.conflict.iter_mut().flat_map(|one| &mut one.members) {
        let places = member.places.iter_mut().zip(&mut member.place_words);
        for (about, words) in places {
            if let Some(kind) = kind(about) {
                *words = place_words(roster, &kind);
                *about = kind;
            }
        }
        for id in &mut member.people {
            if let Some(kind) = kind(id) {
                *id = kind;
            }
        }
    }
    for relief in answer.repairs.iter_mut().flat_map(|one| &mut one.reliefs) {
        if let Some(kind) = kind(&relief.about) {
            relief.place = place_words(roster, &kind);
            relief.about = kind;
        }
    }
    answer
}
