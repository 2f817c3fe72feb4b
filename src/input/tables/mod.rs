//! Every table that is read: what it is called, its columns, and how a row becomes a record.

pub(in crate::input) mod classes;
pub(in crate::input) mod forecast;
pub(in crate::input) mod grid;
pub(in crate::input) mod load;
pub(in crate::input) mod quota;
pub(in crate::input) mod recruits;
pub(in crate::input) mod schools;
pub(in crate::input) mod service;
pub(in crate::input) mod settings;
mod teacher_columns;
pub(in crate::input) mod teachers;
pub(in crate::input) mod teaching_posts;
pub(in crate::input) mod title_posts;
pub(in crate::input) mod travel;

use super::columns::TableSpec;

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
    &schools::SPEC,
    &classes::SPEC,
    &teachers::SPEC,
    &service::SPEC,
    &quota::SPEC,
    &grid::SPEC,
    &load::SPEC,
    &travel::SPEC,
    &title_posts::SPEC,
    &teaching_posts::SPEC,
    &recruits::SPEC,
    &forecast::SPEC,
];

/// The sheets of settings and the tables.
pub(in crate::input) fn specs() -> impl Iterator<Item = &'static TableSpec> {
    SETTINGS.iter().chain(TABLES).copied()
}

/// The sheet or table with this key.
pub(in crate::input) fn spec(key: &str) -> Option<&'static TableSpec> {
    specs().find(|spec| spec.key == key)
}
