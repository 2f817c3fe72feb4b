//! The ids of schools and teachers, known before any row is read, so that rows may refer to one
//! another and a row that cannot be read does not make others look wrong.

use super::apart;
use super::sheet::Sheet;
use super::spelling;
use crate::domain::{Roster, SchoolNo, TeacherNo};
use crate::policy::nearest_hint;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of one table, in canonical order.
#[derive(Debug, Default)]
pub(super) struct IdList {
    ids: Vec<String>,
    /// Every id has been seen: a word that is none is a mistake.
    pub(super) complete: bool,
}

impl IdList {
    fn new(sheet: Option<&Sheet>) -> Self {
        let rows = sheet.iter().flat_map(|sheet| {
            let ids = sheet.table.rows.iter().map(|row| sheet.cell(row, "id"));
            let ids = ids.filter(|id| !spelling::says_nothing(id) && !spelling::means_nothing(id));
            ids.map(spelling::code)
        });
        let mut ids: Vec<String> = rows.collect();
        ids.sort();
        ids.dedup();
        let complete =
            |sheet: &Sheet| sheet.has("id") && !sheet.table.rows.iter().any(|row| row.slipped);
        Self {
            ids,
            complete: sheet.is_some_and(complete),
        }
    }

    fn of<'a>(ids: impl Iterator<Item = &'a String>) -> Self {
        Self {
            ids: ids.cloned().collect(),
            complete: true,
        }
    }

    fn find(&self, word: &str) -> Option<usize> {
        self.ids.binary_search(&spelling::code(word)).ok()
    }

    /// The one that differs from this word in leading noughts only.
    pub(super) fn but_for_zeros(&self, word: &str) -> Option<&str> {
        let word = spelling::code(word);
        let bare = word.trim_start_matches('0');
        if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut others = (0..=6).map(|more| format!("{}{bare}", "0".repeat(more)));
        let at = others.find_map(|other| self.find(&other))?;
        self.ids.get(at).map(String::as_str)
    }
}

/// Every id, and the names of schools.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) schools: IdList,
    pub(super) teachers: IdList,
    names: BTreeMap<String, BTreeSet<SchoolNo>>,
    /// Persons by name: the id of each, and the school where she stands.
    people: BTreeMap<String, BTreeMap<String, String>>,
    /// Ids of persons who stood on the roster and teach in the county no more.
    pub(super) gone: BTreeMap<String, String>,
    /// Ids that a plan was made with, of persons who are on the roster no more; none of another workbook.
    pub(super) then: BTreeSet<String>,
    /// The workbook was written by this program.
    pub(super) ours: bool,
}

impl Ids {
    /// Collects the ids of both tables.
    pub(super) fn new(schools: Option<&Sheet>, teachers: Option<&Sheet>) -> Self {
        let mut ids = Self {
            schools: IdList::new(schools),
            teachers: IdList::new(teachers),
            ..Self::default()
        };
        for row in schools.iter().flat_map(|sheet| &sheet.table.rows) {
            let cell = |key| schools.map_or("", |sheet| sheet.cell(row, key));
            let no = ids.school(cell("id"));
            ids.name(cell("name"), no);
        }
        for row in teachers.iter().flat_map(|sheet| &sheet.table.rows) {
            let cell = |key| teachers.map_or("", |sheet| sheet.cell(row, key));
            let school = ["quota_school", "work_school"].map(cell);
            let school = school.into_iter().find(|one| !spelling::says_nothing(one));
            ids.person(cell("name"), cell("id"), school.unwrap_or_default());
        }
        ids
    }

    /// The same, without those who have left.
    pub(super) fn without(mut self, gone: BTreeMap<String, String>) -> Self {
        self.gone = gone;
        self
    }

    /// The ids of a roster that has been read.
    pub(super) fn of(roster: &Roster) -> Self {
        let mut ids = Self {
            schools: IdList::of(roster.schools.iter().map(|one| &one.id)),
            teachers: IdList::of(roster.teachers.iter().map(|one| &one.id)),
            gone: roster.gone.clone(),
            ..Self::default()
        };
        for (no, school) in roster.school_nos().zip(&roster.schools) {
            ids.name(&school.name, Some(no));
            // As the tables have it: which of them is meant is then asked.
            if let Some(name) = apart::bare(school) {
                ids.name(name, Some(no));
            }
        }
        for one in &roster.teachers {
            let school = roster.schools.get(one.quota_school.0);
            ids.person(&one.name, &one.id, school.map_or("", |school| &school.name));
        }
        ids
    }

    /// A school that was called so, when no school is today.
    pub(super) fn also_called(&mut self, id: &str, name: &str) {
        let no = self.schools.find(id).map(SchoolNo);
        if no.is_some() && self.called(name).is_empty() {
            self.name(name, no);
        }
    }

    fn name(&mut self, name: &str, no: Option<SchoolNo>) {
        let named = self.names.entry(spelling::tight(name));
        named.or_default().extend(no);
    }

    /// The school with this id; with this name, whatever its width, when no other has it; or with the one of the
    /// ids that stand beside its name, as in `东河小学（S2）`.
    pub(super) fn school(&self, word: &str) -> Option<SchoolNo> {
        let found = self.schools.find(word).map(SchoolNo);
        found.or_else(|| self.named(word)).or_else(|| {
            let parts = word.split(['(', ')', '（', '）', '[', ']', '【', '】', ' ', '　', '\t']);
            let ids = parts.filter_map(|part| self.schools.find(part.trim()));
            let ids: BTreeSet<usize> = ids.collect();
            let only = ids.first().filter(|_| ids.len() == 1);
            only.copied().map(SchoolNo)
        })
    }

    fn person(&mut self, name: &str, id: &str, school: &str) {
        if !name.is_empty() && !spelling::says_nothing(id) {
            let named = self.people.entry(spelling::name(name)).or_default();
            named.insert(spelling::code(id), school.to_owned());
        }
    }

    /// The ids of the persons of this name, each with her school.
    pub(super) fn people(&self, name: &str) -> Vec<(&str, &str)> {
        let all = self.people.get(&spelling::name(name)).into_iter().flatten();
        all.map(|(id, school)| (id.as_str(), school.as_str()))
            .collect()
    }

    fn named(&self, word: &str) -> Option<SchoolNo> {
        let all = self.names.get(&spelling::tight(word))?;
        all.first().filter(|_| all.len() == 1).copied()
    }

    /// The ids of the schools of this name.
    pub(super) fn called(&self, name: &str) -> Vec<&str> {
        let all = self.names.get(&spelling::tight(name)).into_iter().flatten();
        all.map(|no| self.school_id(*no)).collect()
    }

    /// The name of a school that is most likely meant by a word.
    pub(super) fn nearest_school(&self, word: &str) -> Value {
        nearest_hint(word, self.names.keys().map(String::as_str))
    }

    /// The name on the roster that is most likely meant by a word.
    pub(super) fn nearest_person(&self, word: &str) -> Value {
        nearest_hint(word, self.people.keys().map(String::as_str))
    }

    /// Whether somebody with this id has left the county.
    pub(super) fn is_gone(&self, id: &str) -> bool {
        self.gone.contains_key(&spelling::code(id))
    }

    /// The id of a school.
    pub(super) fn school_id(&self, no: SchoolNo) -> &str {
        self.schools.ids.get(no.0).map_or("", String::as_str)
    }

    /// The teacher with this id.
    pub(super) fn teacher(&self, id: &str) -> Option<TeacherNo> {
        self.teachers.find(id).map(TeacherNo)
    }

    /// The id of a teacher.
    pub(super) fn teacher_id(&self, no: TeacherNo) -> &str {
        self.teachers.ids.get(no.0).map_or("", String::as_str)
    }

    /// The name of the person with this id.
    pub(super) fn name_of(&self, id: &str) -> &str {
        let mut named = self.people.iter();
        let found = named.find(|(_, people)| people.contains_key(id));
        found.map_or("", |(name, _)| name.as_str())
    }

    /// The teacher with this id, or else the only one of this name.
    pub(super) fn teacher_or_name(&self, word: &str) -> Option<TeacherNo> {
        self.teacher(word).or_else(|| match self.people(word)[..] {
            [(id, _)] => self.teacher(id),
            _ => None,
        })
    }
}
