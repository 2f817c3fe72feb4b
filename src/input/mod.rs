//! Reading: bytes become tables with places, tables become typed rows, rows become a roster. No
//! reader stops at the first error: each goes on to the last row and hands back findings.

mod book;
mod cells;
mod change;
mod classes;
mod codes;
mod columns;
mod counted;
mod cross;
mod documents;
mod draft;
mod find;
mod forecast;
mod grade;
mod grid;
mod heads;
mod identity;
mod ids;
mod kinds;
mod layers;
mod lists;
mod load;
mod manifest;
mod mapping;
mod named_sheets;
mod ours;
mod pages;
mod pairs;
mod paths;
pub mod plan_sheets;
mod quota;
mod recruits;
mod region;
mod rulings;
mod scenario;
mod schools;
mod service;
mod settings;
mod sheet;
mod spelling;
mod study;
mod table;
mod teacher_columns;
mod teachers;
mod teaching_posts;
mod title_posts;
mod travel;

pub use book::{PlainSheets, is_reading, plain_sheets};
pub(crate) use cells::Cells;
pub use change::{Edit, Layer, NotAnEdit, SET, What, idle_edits, policy_documents};
pub use codes::INPUT_CODES;
pub use columns::{Column, TableSpec};
pub use documents::{Documents, ReadFault, load_documents};
pub use kinds::{CellKind, Choice};
pub(crate) use named_sheets::{NamedSheets, is_workbook};
pub use ours::{COPY, EXAMPLE_IDS, FINDINGS, GUIDE, LISTS};
pub use pages::pages;
pub use plan_sheets::PLAN_SHEETS;
pub use region::{Balance, County, HelpPair, Region, SchoolOf, load_region};
pub use scenario::{Recognised, Scenario, read_documents, read_scenario, recognise, sha256};
pub use settings::{ITEMS, Page};
pub use study::{Study, Variant, load_study};
pub use table::{Row, Table};

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
fn specs() -> impl Iterator<Item = &'static TableSpec> {
    SETTINGS.iter().chain(TABLES).copied()
}

/// The sheet or table with this key.
fn spec(key: &str) -> Option<&'static TableSpec> {
    specs().find(|spec| spec.key == key)
}
