//! This year's roster against last year's: who came, who left, who has another number, what is another in
//! any column, and who retires before the year that is planned.

use super::Checked;
use super::codes::OTHER_COUNTY;
use crate::blanks;
use crate::domain::{NOTHING_MORE, Roster, Teacher};
use crate::finding::{Finding, Severity};
use crate::input::TeacherCells;
use crate::text::Text;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A person of one of the rosters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Staff id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The school that holds the quota place, by its name where that is known.
    pub school: Value,
}

/// What changed for one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Who, as of this year.
    pub person: Person,
    /// Which column.
    pub column: Text,
    /// Last year; a term in both languages, or as the cell has it.
    pub from: Value,
    /// This year.
    pub to: Value,
}

/// Somebody who left under one number and came under another, with the same name and month of birth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renumbered {
    /// As of last year.
    pub was: Person,
    /// As of this year.
    pub is: Person,
}

/// The differences between two rosters, each list by id.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RosterDiff {
    /// Only in this year's roster.
    pub came: Vec<Person>,
    /// Only in last year's roster.
    pub left: Vec<Person>,
    /// Perhaps the same person under two numbers, which is for the officer to say.
    pub renumbered: Vec<Renumbered>,
    /// In both, with something that changed.
    pub changed: Vec<Difference>,
    /// In this year's roster, but retired before the year that is planned begins; none where no policy says at
    /// what age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retiring: Option<Vec<Person>>,
    /// Errors of this year's scenario, because of which nobody's age was looked at; none where there is but a roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<usize>,
}

/// Compares by staff id, column by column; schools by their name, which stays when a code is given anew.
/// `checked` is this year's scenario, where there is more of it than the roster.
pub fn roster_diff(old: &TeacherCells, new: &TeacherCells, checked: &Checked) -> RosterDiff {
    let ids = |all: &TeacherCells| -> BTreeSet<String> { all.people.keys().cloned().collect() };
    let (before, after) = (ids(old), ids(new));
    let left: Vec<&String> = before.difference(&after).collect();
    let mut came: Vec<&String> = after.difference(&before).collect();
    let mut pairs: Vec<(&String, &String)> =
        before.intersection(&after).map(|id| (id, id)).collect();
    let mut diff = RosterDiff::default();
    for id in left {
        let who = self_of(old, id);
        let same = |other: &&String| who.is_some() && self_of(new, other) == who;
        match came.iter().position(same) {
            Some(at) => {
                let other = came.remove(at);
                pairs.push((id, other));
                let (was, is) = (person(old, id), person(new, other));
                diff.renumbered.push(Renumbered { was, is });
            }
            None => diff.left.push(person(old, id)),
        }
    }
    diff.came = came.into_iter().map(|id| person(new, id)).collect();
    pairs.sort_by(|a, b| a.1.cmp(b.1));
    for (id, other) in pairs {
        diff.changed.extend(changes((old, id), (new, other)));
    }
    let errors = checked.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error).count();
    // A roster alone lacks all the rest, which is no error of its own.
    diff.errors = (errors > 0 && !new.schools.is_empty()).then_some(errors);
    diff.retiring = checked.facts(&NOTHING_MORE).map(|facts| {
        let standing = facts.roster.teachers.iter().zip(&facts.standing);
        let retired = standing.filter(|(_, standing)| standing.retires < facts.year_start);
        retired.map(|(one, _)| person(new, &one.id)).collect()
    });
    diff
}

/// By what a person is known again: name and month of birth, where both are stated.
fn self_of(all: &TeacherCells, id: &str) -> Option<(String, Vec<String>)> {
    let birth = all
        .columns(all)
        .into_iter()
        .find(|(_, column)| column.key == "birth");
    let birth = all.means(birth?.1, all.cell(id, "birth"));
    let name = all.cell(id, "name").trim().to_owned();
    (!name.is_empty() && !birth.is_empty()).then_some((name, birth))
}

fn person(all: &TeacherCells, id: &str) -> Person {
    let school = |key: &str| {
        let mut columns = all.columns(all).into_iter();
        let column = columns.find(|(_, column)| column.key == key)?.1;
        Some(all.shown(column, all.cell(id, key))).filter(|shown| shown != "")
    };
    Person {
        id: id.to_owned(),
        name: all.cell(id, "name").to_owned(),
        school: school("quota_school")
            .or_else(|| school("work_school"))
            .unwrap_or(json!("")),
    }
}

fn changes(old: (&TeacherCells, &str), new: (&TeacherCells, &str)) -> Vec<Difference> {
    let columns = old.0.columns(new.0).into_iter();
    let changed = columns.filter_map(|(_, column)| {
        let (was, is) = (old.0.cell(old.1, column.key), new.0.cell(new.1, column.key));
        let alike = old.0.means(column, was) == new.0.means(column, is);
        (!alike).then(|| Difference {
            person: person(new.0, new.1),
            column: column.head,
            from: old.0.shown(column, was),
            to: new.0.shown(column, is),
        })
    });
    changed.collect()
}

/// Said where the people of another roster are others than those of this one: ids alone would compare people who
/// have nothing to do with one another.
pub fn strangers(base: &Roster, roster: &Roster) -> Option<Finding> {
    let was = base.teachers.iter().map(|one| (one.id.as_str(), one));
    let was: BTreeMap<&str, &Teacher> = was.collect();
    let common = roster.teachers.iter();
    let common = common.filter_map(|one| Some((one, *was.get(one.id.as_str())?)));
    let common: Vec<(&Teacher, &Teacher)> = common.collect();
    let other = |(one, was): &&(&Teacher, &Teacher)| one.name != was.name && one.birth != was.birth;
    let others = common.iter().filter(other).count();
    let blanks = blanks! { common: common.len(), others: others };
    let strange = common.is_empty() || 2 * others > common.len();
    strange.then(|| Finding::new(&OTHER_COUNTY, blanks))
}
