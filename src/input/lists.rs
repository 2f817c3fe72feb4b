//! Cells that name subjects, schools and teachers.

use super::cells::Cells;
use super::codes::books::{STAGE_AND_SUBJECT, ZERO_LOST};
use super::codes::cells::{DOUBLE_WORD, NOT_PART, NOT_SUBJECT, UNKNOWN_SCHOOL, UNKNOWN_TEACHER};
use super::spelling;
use crate::blanks;
use crate::domain::{SUBJECTS, SchoolNo, Subject, TeacherNo};
use crate::text::Text;

impl Cells<'_> {
    fn one_subject(&mut self, key: &str, cell: &str) -> Option<Subject> {
        if let Some(subject) = Subject::find(cell) {
            return Some(subject);
        }
        let tight = spelling::tight(cell);
        let found = Subject::find(&tight);
        if found.is_none()
            && let Some(subject) = spelling::without_stage(&tight).and_then(Subject::find)
        {
            let blanks = blanks! { found: cell, read: subject.text() };
            self.tell(&STAGE_AND_SUBJECT, key, blanks);
            return Some(subject);
        }
        if found.is_none() {
            let allowed: Vec<Text> = SUBJECTS.iter().map(|entry| entry.text).collect();
            self.tell(&NOT_SUBJECT, key, blanks! { found: cell, allowed: allowed });
        }
        found
    }

    /// A subject.
    pub(crate) fn subject(&mut self, key: &str) -> Option<Subject> {
        let cell = self.filled(key)?;
        self.one_subject(key, cell)
    }

    /// Several subjects, as written.
    pub(crate) fn subjects(&mut self, key: &str) -> Vec<Subject> {
        let mut all = Vec::new();
        for cell in self.members(key) {
            if let Some(subject) = self.one_subject(key, cell) {
                self.add(key, cell, subject, &mut all);
            }
        }
        all
    }

    /// Subjects with weekly periods, by subject.
    pub(crate) fn parts(&mut self, key: &str) -> Vec<(Subject, u32)> {
        let mut all: Vec<(Subject, u32)> = Vec::new();
        for cell in self.members(key) {
            let halves = cell.split_once([':', '：']);
            let Some((word, Some(periods @ 1..=60))) =
                halves.map(|(word, number)| (word.trim(), spelling::whole(number)))
            else {
                self.tell(&NOT_PART, key, blanks! { found: cell });
                continue;
            };
            let periods = u32::try_from(periods).unwrap_or_default();
            if let Some(subject) = self.one_subject(key, word) {
                if all.iter().any(|part| part.0 == subject) {
                    self.tell(&DOUBLE_WORD, key, blanks! { found: word });
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
        self.sound &= found.is_some();
        if found.is_none() && self.ids.schools_known {
            match self.ids.school_with_zeros(cell) {
                Some(other) => self.tell(&ZERO_LOST, key, blanks! { found: cell, other: other }),
                None => self.tell(&UNKNOWN_SCHOOL, key, blanks! { found: cell }),
            }
        }
        found
    }

    /// A school, by id or by its name when no other school has it.
    pub(crate) fn school(&mut self, key: &str) -> Option<SchoolNo> {
        let cell = self.filled(key)?;
        self.one_school(key, cell)
    }

    /// Several schools, as written.
    pub(crate) fn schools(&mut self, key: &str) -> Vec<SchoolNo> {
        let mut all = Vec::new();
        for cell in self.members(key) {
            if let Some(school) = self.one_school(key, cell) {
                self.add(key, cell, school, &mut all);
            }
        }
        all
    }

    /// A teacher, by id.
    pub(crate) fn teacher(&mut self, key: &str) -> Option<TeacherNo> {
        let cell = self.filled(key)?;
        let found = self.ids.teacher(cell);
        self.sound &= found.is_some();
        if found.is_none() && self.ids.teachers_known {
            match self.ids.teacher_with_zeros(cell) {
                Some(other) => self.tell(&ZERO_LOST, key, blanks! { found: cell, other: other }),
                None => self.tell(&UNKNOWN_TEACHER, key, blanks! { found: cell }),
            }
        }
        found
    }
}
