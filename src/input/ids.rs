//! The ids of schools and teachers, known before any row is read, so that rows may refer to one
//! another and a row that cannot be read does not make others look wrong.

use super::sheet::Sheet;
use super::spelling;
use crate::domain::{Roster, SchoolNo, TeacherNo};
use std::collections::BTreeMap;

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

    /// The one that is this word with noughts in front.
    pub(super) fn with_zeros(&self, word: &str) -> Option<&str> {
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut longer = (1..=6).map(|more| format!("{}{word}", "0".repeat(more)));
        let at = longer.find_map(|longer| self.find(&longer))?;
        self.ids.get(at).map(String::as_str)
    }
}

/// Every id, and the names of schools.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) schools: IdList,
    pub(super) teachers: IdList,
    names: BTreeMap<String, Option<SchoolNo>>,
}

impl Ids {
    /// Collects the ids of both tables.
    pub(super) fn new(schools: Option<&Sheet>, teachers: Option<&Sheet>) -> Self {
        let mut ids = Self {
            schools: IdList::new(schools),
            teachers: IdList::new(teachers),
            names: BTreeMap::new(),
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
            schools: IdList::of(roster.schools.iter().map(|one| &one.id)),
            teachers: IdList::of(roster.teachers.iter().map(|one| &one.id)),
            names: BTreeMap::new(),
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
        let named = || self.names.get(&spelling::tight(word)).copied().flatten();
        self.schools.find(word).map(SchoolNo).or_else(named)
    }

    /// The id of a school.
    pub(super) fn school_id(&self, no: SchoolNo) -> &str {
        self.schools.ids.get(no.0).map_or("", String::as_str)
    }

    /// The teacher with this id.
    pub(super) fn teacher(&self, id: &str) -> Option<TeacherNo> {
        self.teachers.find(id).map(TeacherNo)
    }
}
