//! This year's roster against last year's: who came, who left, whose school, title or office is
//! another, and who retires before the year that is planned.

use crate::domain::{Roster, SchoolNo, Teacher};
use crate::facts::Facts;
use crate::policy::RuleBook;
use crate::text::Text;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A person of one of the rosters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Staff id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of the school that holds the quota place.
    pub school: String,
}

/// What changed for one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Who, as of this year.
    pub person: Person,
    /// Which column.
    pub column: Text,
    /// Last year; a term in both languages, or a name.
    pub from: Value,
    /// This year.
    pub to: Value,
}

/// The differences between two rosters, each list by id.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RosterDiff {
    /// Only in this year's roster.
    pub came: Vec<Person>,
    /// Only in last year's roster.
    pub left: Vec<Person>,
    /// In both, with something that changed.
    pub changed: Vec<Difference>,
    /// In this year's roster, but retired before the year that is planned begins.
    pub retiring: Vec<Person>,
}

/// Compares by staff id; schools by their name, which stays when a code is given anew.
pub fn roster_diff(old: &Roster, new: &Roster, book: &RuleBook) -> RosterDiff {
    let (before, after) = (by_id(old), by_id(new));
    let mut diff = RosterDiff::default();
    for (id, one) in &before {
        if !after.contains_key(id) {
            diff.left.push(person(old, one));
        }
    }
    for (id, one) in &after {
        match before.get(id) {
            None => diff.came.push(person(new, one)),
            Some(other) => diff.changed.extend(changes((old, other), (new, one))),
        }
    }
    let facts = Facts::new(new, book);
    let standing = new.teachers.iter().zip(&facts.standing);
    let retiring = standing.filter(|(_, standing)| standing.retires < facts.year_start);
    diff.retiring = retiring.map(|(one, _)| person(new, one)).collect();
    diff
}

fn by_id(roster: &Roster) -> BTreeMap<&str, &Teacher> {
    let all = roster.teachers.iter();
    all.map(|one| (one.id.as_str(), one)).collect()
}

fn school(roster: &Roster, no: SchoolNo) -> String {
    let school = roster.schools.get(no.0);
    school.map_or_else(String::new, |one| one.name.clone())
}

fn person(roster: &Roster, one: &Teacher) -> Person {
    Person {
        id: one.id.clone(),
        name: one.name.clone(),
        school: school(roster, one.quota_school),
    }
}

/// The columns that are compared, and what they say of somebody.
fn columns(roster: &Roster, one: &Teacher) -> [(Text, Value); 8] {
    let school = |no| json!(school(roster, no));
    [
        (Text::new("姓名", "name"), json!(one.name)),
        (
            Text::new("编制所在学校", "quota school"),
            school(one.quota_school),
        ),
        (
            Text::new("现任教学校", "work school"),
            school(one.work_school),
        ),
        (Text::new("现聘职称", "title"), json!(one.title.text())),
        (Text::new("职务", "office"), json!(one.role.text())),
        (
            Text::new("用人形式", "employment"),
            json!(one.employment.text()),
        ),
        (
            Text::new("主教学科", "main subject"),
            json!(one.subject.text()),
        ),
        (Text::new("在岗状态", "status"), json!(one.status.text())),
    ]
}

fn changes(old: (&Roster, &Teacher), new: (&Roster, &Teacher)) -> Vec<Difference> {
    let both = columns(old.0, old.1).into_iter().zip(columns(new.0, new.1));
    let changed = both.filter(|(was, is)| was != is);
    changed
        .map(|((column, from), (_, to))| Difference {
            person: person(new.0, new.1),
            column,
            from,
            to,
        })
        .collect()
}
