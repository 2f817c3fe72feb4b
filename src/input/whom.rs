//! People and schools as a command names them: by id or by name, several behind one another, as an officer writes
//! them down.

use super::ids::Ids;
use super::spelling;
use crate::domain::{Roster, SchoolNo, TeacherNo};
use crate::policy::nearest_hint;
use serde_json::Value;
use std::collections::BTreeSet;

/// Whom a word means.
#[derive(Debug, Clone, PartialEq)]
pub enum Whom<T> {
    /// This one.
    One(T),
    /// More than one has this name: each with id and school.
    Several(Vec<String>),
    /// Nobody; who may be meant, as a clause in both languages.
    Nobody(Value),
}

/// What stands between one name and the next.
const BETWEEN: [char; 5] = [',', '，', '、', ';', '；'];
/// What may stand between a name and an id.
const BESIDE: [char; 6] = [' ', '　', '(', ')', '（', '）'];

/// The words of a list, whatever comma stands between them.
pub fn listed(words: &[String]) -> Vec<String> {
    let all = words.iter().flat_map(|word| word.split(BETWEEN));
    let all = all.map(str::trim).filter(|word| !word.is_empty());
    all.map(str::to_owned).collect()
}

/// The teacher whom a word means: an id, a name, or both beside each other.
pub fn person(roster: &Roster, word: &str) -> Whom<TeacherNo> {
    let ids = Ids::of(roster);
    let code = spelling::code(word);
    if let Some(who) = ids.teacher(&code).or_else(|| ids.teacher_or_name(word)) {
        return Whom::One(who);
    }
    let parts = word.split(BESIDE).map(spelling::code);
    let known: BTreeSet<TeacherNo> = parts.filter_map(|part| ids.teacher(&part)).collect();
    if let (Some(who), 1) = (known.first(), known.len()) {
        return Whom::One(*who);
    }
    let people = ids.people(word);
    if people.len() > 1 {
        let people = people.into_iter();
        return Whom::Several(
            people
                .map(|(id, school)| format!("{id}（{school}）"))
                .collect(),
        );
    }
    let known = roster.teachers.iter();
    Whom::Nobody(nearest_hint(
        word,
        known.flat_map(|one| [one.id.as_str(), one.name.as_str()]),
    ))
}

/// The school that a word means, by id or by name.
pub fn school(roster: &Roster, word: &str) -> Whom<SchoolNo> {
    let ids = Ids::of(roster);
    if let Some(no) = ids.school(word) {
        return Whom::One(no);
    }
    let called = ids.called(word);
    if called.len() > 1 {
        return Whom::Several(called.into_iter().map(str::to_owned).collect());
    }
    let known = roster.schools.iter();
    Whom::Nobody(nearest_hint(
        word,
        known.flat_map(|one| [one.id.as_str(), one.name.as_str()]),
    ))
}
