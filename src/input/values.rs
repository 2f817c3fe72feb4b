//! How the value of a field is read from a cell, written into one, and called by another name.

use super::cells::Cells;
use super::columns::CellKind;
use crate::domain::{Labelled, Month, Roster, SchoolNo, Subject, TeacherNo};

/// What is done to a column before a plan is handed on with pseudonyms (脱敏).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redact {
    /// It stays as it is.
    Keep,
    /// It becomes blank.
    Drop,
    /// It names the same schools or people, who have other ids.
    Follow,
    /// It becomes the other id of the school or person of the row.
    Id,
    /// It becomes the other name of the school or person of the row.
    Name,
    /// It becomes the other name of a district or township.
    Area,
    /// It becomes the other name of an education group.
    Group,
    /// It becomes the other name of a legal person.
    Owner,
}

/// Who is called what instead.
pub trait Pseudonyms {
    /// The new number of a school.
    fn school(&self, no: SchoolNo) -> SchoolNo;
    /// The new number of a teacher.
    fn teacher(&self, no: TeacherNo) -> TeacherNo;
    /// What stands in the place of a word: of the row at hand where its own id or name is asked for.
    fn word(&self, how: Redact, word: &str) -> String;
}

/// How schools and teachers are written: by id, each at its number.
#[derive(Debug, Default)]
pub struct Names<'a> {
    /// Ids of schools.
    pub schools: Vec<&'a str>,
    /// Ids of teachers.
    pub teachers: Vec<&'a str>,
}

impl<'a> Names<'a> {
    /// Those of a roster.
    pub fn of(roster: &'a Roster) -> Self {
        Self {
            schools: roster.schools.iter().map(|one| one.id.as_str()).collect(),
            teachers: roster.teachers.iter().map(|one| one.id.as_str()).collect(),
        }
    }

    fn school(&self, no: SchoolNo) -> String {
        self.schools.get(no.0).map_or("", |id| id).to_owned()
    }

    fn teacher(&self, no: TeacherNo) -> String {
        self.teachers.get(no.0).map_or("", |id| id).to_owned()
    }
}

/// What the cells of a column hold.
pub(super) trait CellValue: Clone {
    /// What that is called for the officer.
    const KIND: CellKind;

    /// Reads the cell; none where it is blank or cannot be read, which is told.
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self>;

    /// What stands in the cell.
    fn write(&self, names: &Names<'_>) -> String;

    /// Puts another name in the place of it, where it is one.
    fn rename(&mut self, _how: Redact, _with: &dyn Pseudonyms) {}
}

/// Types of values: what their cells hold, how they are read and written, and, where they name somebody
/// or something, how they are called otherwise.
macro_rules! values {
    ($($type:ty: $kind:expr, $read:expr, $write:expr $(, $rename:expr)?;)+) => {
        $(impl CellValue for $type {
            const KIND: CellKind = $kind;
            fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
                let read: fn(&mut Cells<'_>, &str) -> Option<Self> = $read;
                read(cells, key)
            }
            fn write(&self, names: &Names<'_>) -> String {
                let write: fn(&Self, &Names<'_>) -> String = $write;
                write(self, names)
            }
            $(fn rename(&mut self, how: Redact, with: &dyn Pseudonyms) {
                let rename: fn(&mut Self, Redact, &dyn Pseudonyms) = $rename;
                rename(self, how, with);
            })?
        })+
    };
}

values! {
    // A grade.
    u8: CellKind::Count(1, 12), |cells, key| cells.grade(key), |one, _| one.to_string();
    u32: CellKind::Count(0, u32::MAX), |cells, key| cells.count(key), |one, _| one.to_string();
    // Pupils class by class.
    Vec<u32>: CellKind::Counts(0, u32::MAX), |cells, key| Some(cells.counts(key)), |all, names| joined(all, names);
    i64: CellKind::Points, |cells, key| cells.points(key), |one, _| one.to_string();
    Month: CellKind::Month, |cells, key| cells.month(key), |one, _| one.to_string();
    bool: CellKind::Flag, |cells, key| cells.yes(key),
        |one, _| if *one { "是" } else { "否" }.to_owned();
    Subject: CellKind::Subject, |cells, key| cells.subject(key), |one, _| one.text().zh.to_owned();
    Vec<Subject>: CellKind::Subjects, |cells, key| Some(cells.subjects(key)),
        |all, names| joined(all, names);
    Vec<(Subject, u32)>: CellKind::Parts, |cells, key| Some(cells.parts(key)),
        |all, _| list(all.iter().map(|(subject, periods)| format!("{}:{periods}", subject.text().zh)));
    String: CellKind::FreeText, |cells, key| cells.words(key), |one, _| one.clone(),
        |one, how, with| *one = with.word(how, one);
    SchoolNo: CellKind::School, |cells, key| cells.school(key), |one, names| names.school(*one),
        |one, _, with| *one = with.school(*one);
    Vec<SchoolNo>: CellKind::Schools, |cells, key| Some(cells.schools(key)), |all, names| joined(all, names),
        |all, how, with| all.iter_mut().for_each(|one| one.rename(how, with));
    TeacherNo: CellKind::Teacher, |cells, key| cells.teacher(key), |one, names| names.teacher(*one),
        |one, _, with| *one = with.teacher(*one);
    // Longitude and latitude, in a column each: this is that of the longitude.
    (f64, f64): CellKind::Degrees, |cells, key| cells.coordinates(key, &key.replace("lon", "lat")),
        |one, _| one.0.to_string();
}

impl<E: Labelled> CellValue for E {
    const KIND: CellKind = CellKind::Choice(E::LABELS);
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.choice(key, E::find)
    }
    fn write(&self, _: &Names<'_>) -> String {
        self.text().zh.to_owned()
    }
}

impl<E: Labelled> CellValue for Vec<E> {
    const KIND: CellKind = CellKind::Choices(E::LABELS);
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        Some(cells.choices(key, E::find))
    }
    fn write(&self, names: &Names<'_>) -> String {
        joined(self, names)
    }
}

/// A number of per cent, which is never mistaken for a share of one.
pub(super) fn per_cent(number: u32) -> String {
    match number {
        1 => "1%".to_owned(),
        number => number.to_string(),
    }
}

/// The cell of the latitude.
pub(super) fn latitude(place: Option<(f64, f64)>) -> String {
    place.map_or_else(String::new, |place| place.1.to_string())
}

/// Blank where there is none.
impl<V: CellValue> CellValue for Option<V> {
    const KIND: CellKind = V::KIND;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        V::read(cells, key).map(Some)
    }
    fn write(&self, names: &Names<'_>) -> String {
        let one = self.as_ref();
        one.map_or_else(String::new, |one| one.write(names))
    }
    fn rename(&mut self, how: Redact, with: &dyn Pseudonyms) {
        if let Some(one) = self {
            one.rename(how, with);
        }
    }
}

fn joined<V: CellValue>(all: &[V], names: &Names<'_>) -> String {
    list(all.iter().map(|one| one.write(names)))
}

fn list(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(";")
}
