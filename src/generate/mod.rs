//! Made-up counties: schools, classes and people drawn by lot, or people drawn for given schools.
//!
//! Everything is drawn in whole numbers from one seed, so the same command gives the same bytes on
//! every machine. A roster drawn here is made up and says so in its `scenario.toml`.

mod classes;
mod codes;
mod draw;
mod given;
mod grid;
mod manifest;
mod names;
mod people;
mod places;
mod quota;
mod rulings;
mod schools;
mod seat;
mod service;
mod shares;
mod sheet;
mod tables;
mod taiwan;
mod when;

pub use codes::GENERATE_CODES;
pub use draw::{Draw, apportion};
pub use given::{Source, generate_on};
pub use places::PlaceKind;
pub use tables::write;

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

/// Makes up a whole county.
pub fn generate(options: &Options) -> Tables {
    let plan = grid::Curriculum::national();
    let seats = schools::make(options, &plan);
    let staff = people::draw(&seats, &plan, options);
    tables::texts(&seats, &staff, &manifest::Origin::made_up(options), options)
}
