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

/// What a column says of somebody.
type Says = fn(&Roster, &Teacher) -> Value;

/// The columns that are compared.
const COLUMNS: [(Text, Says); 8] = [
    (Text::new("姓名", "name"), |_, one| json!(one.name)),
    (
        Text::new("编制所在学校", "quota school"),
        |roster, one| json!(school(roster, one.quota_school)),
    ),
    (
        Text::new("现任教学校", "work school"),
        |roster, one| json!(school(roster, one.work_school)),
    ),
    (Text::new("现聘职称", "title"), |_, one| {
        json!(one.title.text())
    }),
    (Text::new("职务", "office"), |_, one| {
        json!(one.role.text())
    }),
    (Text::new("用人形式", "employment"), |_, one| {
        json!(one.employment.text())
    }),
    (Text::new("主教学科", "main subject"), |_, one| {
        json!(one.subject.text())
    }),
    (Text::new("在岗状态", "status"), |_, one| {
        json!(one.status.text())
    }),
];

fn changes(old: (&Roster, &Teacher), new: (&Roster, &Teacher)) -> Vec<Difference> {
    let changed = COLUMNS.iter().filter_map(|(column, says)| {
        let (from, to) = (says(old.0, old.1), says(new.0, new.1));
        (from != to).then(|| Difference {
            person: person(new.0, new.1),
            column: *column,
            from,
            to,
        })
    });
    changed.collect()
}
