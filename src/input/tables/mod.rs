//! Every table that is read: what it is called, its columns, and how a row becomes a record.

mod classes;
mod county;
mod posts;
mod schools;
mod service;
pub(in crate::input) mod settings;
mod teachers;
mod words;

pub use classes::{CLASSES, FORECAST};
pub use county::{GRID, LOAD, QUOTA, TRAVEL};
pub use posts::{RECRUITS, TEACHING_POSTS, TITLE_POSTS};
pub use schools::SCHOOLS;
pub use service::SERVICE;
pub use teachers::TEACHERS;

use super::columns::TableSpec;
use super::records::Records;

/// The sheets of a workbook that say what `scenario.toml` says.
pub static SETTINGS: &[&TableSpec] = &[
    &settings::SCENARIO,
    &settings::PINS,
    &settings::BANS,
    &settings::WAIVERS,
    &settings::POLICIES,
];

/// Every table of a scenario, in the order of the template.
pub static TABLES: &[&TableSpec] = &[
    &SCHOOLS.spec,
    &CLASSES.spec,
    &TEACHERS.spec,
    &SERVICE.spec,
    &QUOTA.spec,
    &GRID.spec,
    &LOAD.spec,
    &TRAVEL.spec,
    &TITLE_POSTS.spec,
    &TEACHING_POSTS.spec,
    &RECRUITS.spec,
    &FORECAST.spec,
];

/// The same tables with their records.
pub static RECORDS: &[&dyn Records] = &[
    &SCHOOLS,
    &CLASSES,
    &TEACHERS,
    &SERVICE,
    &QUOTA,
    &GRID,
    &LOAD,
    &TRAVEL,
    &TITLE_POSTS,
    &TEACHING_POSTS,
    &RECRUITS,
    &FORECAST,
];

/// The sheets of settings and the tables.
pub(in crate::input) fn specs() -> impl Iterator<Item = &'static TableSpec> {
    SETTINGS.iter().chain(TABLES).copied()
}

/// The sheet or table with this key, or with this name in either language.
pub(in crate::input) fn spec(key: &str) -> Option<&'static TableSpec> {
    let found = specs().find(|spec| spec.key == key);
    found.or_else(|| specs().find(|spec| spec.name.zh == key || spec.name.en == key))
}
