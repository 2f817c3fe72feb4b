//! How the value of a field is read from a cell, written into one, and called by another name.

use super::cells::Cells;
use super::kinds::{CellKind, choices_of};
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
}

/// What the cells of a column hold.
pub(super) trait Value: Clone {
    /// What that is called for the officer.
    const KIND: CellKind;

    /// Reads the cell; none where it is blank or cannot be read, which is told.
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self>;

    /// What stands in the cell.
    fn write(&self, names: &Names<'_>) -> String;

    /// Puts another name in the place of it, where it is one.
    fn rename(&mut self, _how: Redact, _with: &dyn Pseudonyms) {}
}

/// Values that are written as they show themselves.
macro_rules! plain_values {
    ($($type:ty, $kind:expr, $read:expr;)+) => {
        $(impl Value for $type {
            const KIND: CellKind = $kind;
            fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
                let read: fn(&mut Cells<'_>, &str) -> Option<Self> = $read;
                read(cells, key)
            }
            fn write(&self, _: &Names<'_>) -> String {
                self.to_string()
            }
        })+
    };
}

plain_values! {
    u8, CellKind::Count(1, 12), |cells, key| cells.grade(key);
    u32, CellKind::Count(0, u32::MAX), |cells, key| cells.count(key);
    i64, CellKind::Points, |cells, key| cells.points(key);
    Month, CellKind::Month, |cells, key| cells.month(key);
}

impl Value for String {
    const KIND: CellKind = CellKind::FreeText;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.words(key)
    }
    fn write(&self, _: &Names<'_>) -> String {
        self.clone()
    }
    fn rename(&mut self, how: Redact, with: &dyn Pseudonyms) {
        *self = with.word(how, self);
    }
}

impl Value for bool {
    const KIND: CellKind = CellKind::Flag;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.yes(key)
    }
    fn write(&self, _: &Names<'_>) -> String {
        if *self { "是" } else { "否" }.to_owned()
    }
}

impl<E: Labelled> Value for E {
    const KIND: CellKind = CellKind::Choice(choices_of::<E>);
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.choice(key, E::find)
    }
    fn write(&self, _: &Names<'_>) -> String {
        self.text().zh.to_owned()
    }
}

impl<E: Labelled> Value for Vec<E> {
    const KIND: CellKind = CellKind::Choices(choices_of::<E>);
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        Some(cells.choices(key, E::find))
    }
    fn write(&self, names: &Names<'_>) -> String {
        joined(self, names)
    }
}

impl Value for Subject {
    const KIND: CellKind = CellKind::Subject;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.subject(key)
    }
    fn write(&self, _: &Names<'_>) -> String {
        self.text().zh.to_owned()
    }
}

impl Value for Vec<Subject> {
    const KIND: CellKind = CellKind::Subjects;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        Some(cells.subjects(key))
    }
    fn write(&self, names: &Names<'_>) -> String {
        joined(self, names)
    }
}

impl Value for Vec<(Subject, u32)> {
    const KIND: CellKind = CellKind::Parts;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        Some(cells.parts(key))
    }
    fn write(&self, names: &Names<'_>) -> String {
        let part =
            |(subject, periods): &(Subject, u32)| format!("{}:{periods}", subject.write(names));
        self.iter().map(part).collect::<Vec<_>>().join(";")
    }
}

/// Pupils class by class.
impl Value for Vec<u32> {
    const KIND: CellKind = CellKind::Counts(0, u32::MAX);
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        Some(cells.counts(key))
    }
    fn write(&self, names: &Names<'_>) -> String {
        joined(self, names)
    }
}

impl Value for SchoolNo {
    const KIND: CellKind = CellKind::School;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.school(key)
    }
    fn write(&self, names: &Names<'_>) -> String {
        names
            .schools
            .get(self.0)
            .copied()
            .unwrap_or_default()
            .to_owned()
    }
    fn rename(&mut self, _: Redact, with: &dyn Pseudonyms) {
        *self = with.school(*self);
    }
}

impl Value for Vec<SchoolNo> {
    const KIND: CellKind = CellKind::Schools;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        Some(cells.schools(key))
    }
    fn write(&self, names: &Names<'_>) -> String {
        joined(self, names)
    }
    fn rename(&mut self, how: Redact, with: &dyn Pseudonyms) {
        self.iter_mut().for_each(|one| one.rename(how, with));
    }
}

impl Value for TeacherNo {
    const KIND: CellKind = CellKind::Teacher;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.teacher(key)
    }
    fn write(&self, names: &Names<'_>) -> String {
        names
            .teachers
            .get(self.0)
            .copied()
            .unwrap_or_default()
            .to_owned()
    }
    fn rename(&mut self, _: Redact, with: &dyn Pseudonyms) {
        *self = with.teacher(*self);
    }
}

/// Longitude and latitude, in a column each: this is that of the longitude.
impl Value for (f64, f64) {
    const KIND: CellKind = CellKind::Degrees;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        cells.coordinates(key, &key.replace("lon", "lat"))
    }
    fn write(&self, _: &Names<'_>) -> String {
        self.0.to_string()
    }
}

/// The cell of the latitude.
pub(super) fn latitude(place: Option<(f64, f64)>) -> String {
    place.map_or_else(String::new, |place| place.1.to_string())
}

/// Blank where there is none.
impl<V: Value> Value for Option<V> {
    const KIND: CellKind = V::KIND;
    fn read(cells: &mut Cells<'_>, key: &str) -> Option<Self> {
        V::read(cells, key).map(Some)
    }
    fn write(&self, names: &Names<'_>) -> String {
        self.as_ref()
            .map_or_else(String::new, |one| one.write(names))
    }
    fn rename(&mut self, how: Redact, with: &dyn Pseudonyms) {
        if let Some(one) = self {
            one.rename(how, with);
        }
    }
}

fn joined<V: Value>(all: &[V], names: &Names<'_>) -> String {
    let cells: Vec<String> = all.iter().map(|one| one.write(names)).collect();
    cells.join(";")
}
