//! Whom the sheets of a plan name: by id and name together, and though she may teach in the county no more.

use super::cells::Cells;
use super::ids::Ids;
use super::lists::BESIDE;
use super::spelling;
use super::table::Leaf;
use crate::domain::{Made, Roster, TeacherNo};
use crate::finding::Place;

/// An id and the name that stands beside it, as they are written, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The cell of the name; none in a plan that is no workbook.
    pub place: Option<Place>,
}

/// A name without what is written in more than one way: its width, and the points in it.
pub fn plain_name(name: &str) -> String {
    spelling::name(name)
}

/// Whether two names are one.
pub fn is_same_name(one: &str, other: &str) -> bool {
    plain_name(one) == plain_name(other)
}

/// Somebody whom a sheet of a plan names.
pub(crate) struct Somebody {
    pub(crate) id: String,
    pub(crate) name: String,
    /// None of who has left since the plan was made: whoever judges the plan tells it.
    pub(crate) no: Option<TeacherNo>,
}

impl Ids {
    /// The id of somebody on the roster, or of whom a plan of ours was made with.
    pub(super) fn id_then_or_now(&self, word: &str) -> Option<String> {
        let now = self.teacher(word).map(|no| self.teacher_id(no).to_owned());
        now.or_else(|| {
            let id = spelling::code(word);
            let left = self.ours && self.gone.contains_key(&id);
            (left || self.then.contains(&id)).then_some(id)
        })
    }
}

impl Cells<'_> {
    /// Somebody, by id or name; of a plan of ours also who has left since it was made.
    pub(crate) fn somebody(&mut self, key: &str, roster: &Roster) -> Option<Somebody> {
        let cell = self.cell(key);
        if self.ids.teacher(cell).is_none()
            && let Some(id) = self.ids.id_then_or_now(cell)
        {
            let name = beside(key).map_or("", |name| self.cell(name)).to_owned();
            return Some(Somebody { id, name, no: None });
        }
        self.teacher(key).map(|no| Somebody {
            id: roster.teacher_id(no),
            name: roster.teacher_name(no),
            no: Some(no),
        })
    }

    /// Whoever stands in the row by id and by name.
    pub(super) fn named(&self) -> Vec<Named> {
        let both = BESIDE.iter().filter(|(id, name)| {
            let says = |key: &str| self.is_filled(key);
            says(id) && says(name)
        });
        let named = both.map(|(id, name)| Named {
            id: spelling::code(self.cell(id)),
            name: self.cell(name).to_owned(),
            place: Some(self.place(name)),
        });
        named.collect()
    }
}

/// The column of the name beside one of ids.
fn beside(key: &str) -> Option<&'static str> {
    let mut both = BESIDE.iter();
    both.find(|(id, _)| *id == key).map(|one| one.1)
}

/// Whom the hidden sheet names: of whom something was decided, and mentors.
pub(super) fn people_then(leaf: &Leaf) -> impl Iterator<Item = String> {
    let lines = leaf.rows.iter().filter_map(|row| row.cells.first());
    lines.flat_map(|line| {
        let mut words = line.split(' ');
        let what = words.next().and_then(Made::find);
        let of = what.filter(|what| what.is_of_people()).and(words.next());
        let mentor = (what == Some(Made::Mentor)).then(|| words.next_back());
        let people = of.into_iter().chain(mentor.flatten());
        people.map(spelling::code).collect::<Vec<_>>()
    })
}
