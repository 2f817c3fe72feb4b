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
mod options;
mod people;
mod places;
mod policies;
mod quota;
mod rows;
mod schools;
mod seat;
mod service;
mod shares;
mod sheet;
mod tables;
mod taiwan;
mod title_posts;
mod when;
mod write;

pub use codes::GENERATE_CODES;
pub use draw::{Draw, apportion};
pub use given::{Source, generate_on};
pub use options::{Options, Tables};
pub use places::PlaceKind;
pub use write::write;

/// Makes up a whole county.
pub fn generate(options: &Options) -> Tables {
    let plan = grid::Curriculum::national();
    let seats = schools::make(options, &plan);
    let staff = people::draw(&seats, &plan, options);
    tables::write(&seats, &staff, &manifest::Origin::made_up(options), options)
}
