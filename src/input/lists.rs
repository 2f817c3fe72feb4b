//! Cells that hold lists, and those that name subjects, schools and teachers.

use super::cells::Cells;
use super::codes;
use super::ids::{IdList, Ids};
use super::spelling;
use crate::blanks;
use crate::domain::{SUBJECTS, SchoolNo, Subject, TeacherNo};
use crate::finding::Code;
use crate::policy::nearest_hint;
use crate::text::Text;
use serde_json::Value;

/// Columns of ids with that of the name beside each.
pub(super) const BESIDE: [(&str, &str); 2] = [("teacher", "name"), ("mentor", "mentor_name")];

impl<'a> Cells<'a> {
    /// The members of a list.
    fn members(&mut self, key: &str) -> Vec<&'a str> {
        let all = self.filled(key).map(spelling::list).unwrap_or_default();
        all.into_iter()
            .filter(|cell| !spelling::means_nothing(cell))
            .collect()
    }

    /// What the members of a list say, as written; what is named twice is told and counts once.
    pub(super) fn each<T: PartialEq>(
        &mut self,
        key: &str,
        read: impl Fn(&mut Self, &'a str) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for cell in self.members(key) {
            match read(self, cell) {
                Some(value) if all.contains(&value) => {
                    self.tell(&codes::DOUBLE_WORD, key, blanks! { found: cell });
                }
                value => all.extend(value),
            }
        }
        all
    }

    fn one_subject(&mut self, key: &str, cell: &str) -> Option<Subject> {
        let tight = spelling::tight(cell);
        let found = Subject::find(cell).or_else(|| Subject::find(&tight));
        if found.is_some() {
            return found;
        }
        let found = spelling::without_stage(&tight).and_then(Subject::find);
        if let Some(subject) = found {
            let blanks = blanks! { found: cell, read: subject.text() };
            self.tell(&codes::STAGE_AND_SUBJECT, key, blanks);
        } else {
            let allowed: Vec<Text> = SUBJECTS.iter().map(|entry| entry.text).collect();
            let words = SUBJECTS.iter().map(|entry| entry.text.zh);
            let near = nearest_hint(&tight, words);
            let blanks = blanks! { found: cell, nearest: near, allowed: allowed };
            self.tell(&codes::NOT_SUBJECT, key, blanks);
        }
        found
    }

    /// A subject.
    pub(crate) fn subject(&mut self, key: &str) -> Option<Subject> {
        self.filled(key)
            .and_then(|cell| self.one_subject(key, cell))
    }

    /// Several subjects, as written.
    pub(crate) fn subjects(&mut self, key: &str) -> Vec<Subject> {
        self.each(key, |cells, cell| cells.one_subject(key, cell))
    }

    /// Subjects with weekly periods, by subject.
    pub(crate) fn parts(&mut self, key: &str) -> Vec<(Subject, u32)> {
        let mut all: Vec<(Subject, u32)> = Vec::new();
        for cell in self.members(key) {
            let halves = cell.split_once([':', '：']);
            let Some((word, Some(periods @ 1..=60))) =
                halves.map(|(word, number)| (word.trim(), spelling::whole(number)))
            else {
                self.tell(&codes::NOT_PART, key, blanks! { found: cell });
                continue;
            };
            let periods = u32::try_from(periods).unwrap_or_default();
            if let Some(subject) = self.one_subject(key, word) {
                if all.iter().any(|part| part.0 == subject) {
                    self.tell(&codes::DOUBLE_WORD, key, blanks! { found: word });
                } else {
                    all.push((subject, periods));
                }
            }
        }
        all.sort();
        all
    }

    fn one_school(&mut self, key: &str, cell: &str) -> Option<SchoolNo> {
        let found = self.ids.school(cell);
        if found.is_none() {
            let alike = self.ids.called(cell);
            if alike.len() > 1 {
                let blanks = blanks! { found: cell, schools: alike };
                self.tell(&codes::TWO_SCHOOLS, key, blanks);
            } else {
                let near = |ids: &Ids| ids.nearest_school(cell);
                self.unknown(&codes::UNKNOWN_SCHOOL, key, cell, &self.ids.schools, near);
            }
        }
        found
    }

    /// A word is none of these ids, which is told when all of them are known.
    fn unknown(
        &mut self,
        code: &'static Code,
        key: &str,
        cell: &str,
        ids: &IdList,
        near: impl Fn(&Ids) -> Value,
    ) {
        self.sound = false;
        if !ids.complete {
            return;
        }
        if let Some(other) = ids.but_for_zeros(cell) {
            let blanks = blanks! { found: cell, other: other };
            self.tell(&codes::ZERO_LOST, key, blanks);
            return;
        }
        let near = self.keeps(code, key).then(|| near(self.ids));
        let blanks = blanks! { found: cell, nearest: near.unwrap_or_default() };
        self.tell(code, key, blanks);
    }

    /// A school, by id or by its name when no other school has it.
    pub(crate) fn school(&mut self, key: &str) -> Option<SchoolNo> {
        self.filled(key).and_then(|cell| self.one_school(key, cell))
    }

    /// Several schools, as written.
    pub(crate) fn schools(&mut self, key: &str) -> Vec<SchoolNo> {
        self.each(key, |cells, cell| cells.one_school(key, cell))
    }

    /// A teacher, by id, or by her name when nobody else bears it, which is told.
    pub(crate) fn teacher(&mut self, key: &str) -> Option<TeacherNo> {
        let key = self.id_or_name(key);
        let cell = self.filled(key)?;
        let found = self.ids.teacher(cell).or_else(|| {
            let id = self.only_one_called(key, cell)?;
            self.ids.teacher(&id)
        });
        if found.is_none() && self.ids.is_gone(cell) {
            self.sound = false;
            self.tell(&codes::GONE_ROW, key, blanks! { found: cell });
        } else if found.is_none() && self.ids.people(cell).is_empty() {
            let near = |ids: &Ids| ids.nearest_person(cell);
            self.unknown(&codes::UNKNOWN_TEACHER, key, cell, &self.ids.teachers, near);
        }
        found
    }

    /// Where somebody stands: by her id or, where that is blank, by the name beside it, so that a row that was added
    /// with a name alone is not one without anybody.
    pub(super) fn id_or_name<'k>(&self, key: &'k str) -> &'k str {
        let beside = BESIDE
            .iter()
            .find(|(id, _)| *id == key && !self.is_filled(id));
        let named = beside.filter(|(_, name)| self.is_filled(name));
        named.map_or(key, |(_, name)| name)
    }

    /// The id of a person, who may stand there by name.
    pub(crate) fn person(&mut self, key: &str) -> Option<String> {
        let cell = self.filled(key)?;
        match self.ids.teacher(cell) {
            None => self.only_one_called(key, cell).or_else(|| self.id(key)),
            Some(_) => self.id(key),
        }
    }

    /// The id of the only person of this name; that there are several is told.
    fn only_one_called(&mut self, key: &str, name: &str) -> Option<String> {
        match self.ids.people(name)[..] {
            [] => None,
            [(id, _)] => {
                self.tell(&codes::NAME_READ, key, blanks! { found: name, read: id });
                Some(id.to_owned())
            }
            ref several => {
                let people = several
                    .iter()
                    .map(|(id, school)| format!("{id}（{school}）"));
                let people: Vec<String> = people.collect();
                self.tell(
                    &codes::TWO_PEOPLE,
                    key,
                    blanks! { found: name, people: people },
                );
                None
            }
        }
    }
}
