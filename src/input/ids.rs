//! The ids of schools and teachers, known before any row is read, so that rows may refer to one
//! another and a row that cannot be read does not make others look wrong.

use super::sheet::Sheet;
use super::spelling;
use crate::domain::{Roster, SchoolNo, TeacherNo};
use std::collections::BTreeMap;

/// Every id, in canonical order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    schools: Vec<String>,
    teachers: Vec<String>,
    names: BTreeMap<String, Option<SchoolNo>>,
    /// Both tables could be read: a word that is no id is a mistake.
    pub(super) schools_known: bool,
    pub(super) teachers_known: bool,
}

impl Ids {
    /// Collects the ids of both tables.
    pub(super) fn new(schools: Option<&Sheet>, teachers: Option<&Sheet>) -> Self {
        let mut ids = Self {
            schools: column(schools),
            teachers: column(teachers),
            names: BTreeMap::new(),
            schools_known: schools.is_some_and(is_whole),
            teachers_known: teachers.is_some_and(is_whole),
        };
        for row in schools.iter().flat_map(|sheet| &sheet.table.rows) {
            let cell = |key| schools.map_or("", |sheet| sheet.cell(row, key));
            let no = ids.school(cell("id"));
            ids.name(cell("name"), no);
        }
        ids
    }

    /// The ids of a roster that has been read.
    pub(super) fn of(roster: &Roster) -> Self {
        let mut ids = Self {
            schools: roster.schools.iter().map(|one| one.id.clone()).collect(),
            teachers: roster.teachers.iter().map(|one| one.id.clone()).collect(),
            names: BTreeMap::new(),
            schools_known: true,
            teachers_known: true,
        };
        for (no, school) in roster.school_nos().zip(&roster.schools) {
            ids.name(&school.name, Some(no));
        }
        ids
    }

    /// A name means a school while no other has it.
    fn name(&mut self, name: &str, no: Option<SchoolNo>) {
        self.names
            .entry(spelling::tight(name))
            .and_modify(|known| *known = known.filter(|known| Some(*known) == no))
            .or_insert(no);
    }

    /// The school with this id, or with this name, whatever its width, when no other has it.
    pub(super) fn school(&self, word: &str) -> Option<SchoolNo> {
        match self.schools.binary_search_by(|id| id.as_str().cmp(word)) {
            Ok(no) => Some(SchoolNo(no)),
            Err(_) => self.names.get(&spelling::tight(word)).copied().flatten(),
        }
    }

    /// The school that is called so but for noughts in front.
    pub(super) fn school_with_zeros(&self, word: &str) -> Option<&str> {
        with_zeros(&self.schools, word)
    }

    /// The teacher who is called so but for noughts in front.
    pub(super) fn teacher_with_zeros(&self, word: &str) -> Option<&str> {
        with_zeros(&self.teachers, word)
    }

    /// The id of a school.
    pub(super) fn school_id(&self, no: SchoolNo) -> &str {
        self.schools.get(no.0).map_or("", String::as_str)
    }

    /// The teacher with this id.
    pub(super) fn teacher(&self, id: &str) -> Option<TeacherNo> {
        self.teachers
            .binary_search_by(|known| known.as_str().cmp(id))
            .ok()
            .map(TeacherNo)
    }
}

/// Whether every id of a table has been seen.
fn is_whole(sheet: &Sheet) -> bool {
    sheet.has("id") && !sheet.table.rows.iter().any(|row| row.slipped)
}

/// Among sorted ids, the one that is this word with noughts in front.
fn with_zeros<'a>(ids: &'a [String], word: &str) -> Option<&'a str> {
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut longer = (1..=6).map(|more| format!("{}{word}", "0".repeat(more)));
    let at = longer.find_map(|longer| ids.binary_search(&longer).ok())?;
    ids.get(at).map(String::as_str)
}

fn column(sheet: Option<&Sheet>) -> Vec<String> {
    let mut ids: Vec<String> = sheet
        .iter()
        .flat_map(|sheet| sheet.table.rows.iter().map(|row| sheet.cell(row, "id")))
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
        .collect();
    ids.sort();
    ids.dedup();
    ids
}
