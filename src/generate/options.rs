//! What is to be made up, and what comes of it.

use super::places::PlaceKind;
use std::collections::BTreeMap;

/// File name and text of every table.
pub type Tables = BTreeMap<String, String>;

/// What to make up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The kind of place.
    pub place: PlaceKind,
    /// Teachers, heads; not heeded for given schools.
    pub teachers: u32,
    /// Schools; not heeded for given schools.
    pub schools: u32,
    /// The seed of all draws.
    pub seed: u64,
    /// A folder, seen from the new one, whose curriculum and loads are used; `.` for the new one
    /// itself. The new folder has a policy of its own then.
    pub base: Option<String>,
}

impl Options {
    /// A place in the size and with the seed that it has by itself.
    pub fn of(place: PlaceKind) -> Self {
        let (teachers, schools, seed) = place.style().size;
        Self {
            place,
            teachers,
            schools,
            seed,
            base: None,
        }
    }
}
