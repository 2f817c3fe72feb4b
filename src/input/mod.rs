//! Reading: bytes become tables with places, tables become typed rows, rows become a roster. No
//! reader stops at the first error: each goes on to the last row and hands back findings.

mod book;
mod cells;
mod change;
mod codes;
mod columns;
mod counted;
mod cross;
mod documents;
mod draft;
mod fields;
mod find;
mod heads;
mod identity;
mod ids;
mod kinds;
mod leaf;
mod lists;
mod loading;
mod manifest;
mod mapping;
mod meanings;
mod named_sheets;
mod ours;
mod pages;
mod paths;
pub mod plan_sheets;
mod records;
mod region;
mod rulings;
mod scenario;
mod settings;
mod sheet;
mod spelling;
mod study;
mod table;
pub mod tables;
mod values;

pub(crate) use book::is_workbook;
pub use book::{PlainSheets, is_reading, plain_sheets};
pub(crate) use cells::Cells;
pub use change::{Edit, Layer, NotAnEdit, SET, What, idle_edits, policy_documents};
pub use columns::{Column, TableSpec};
pub use documents::{Documents, ReadFault};
pub use kinds::{CellKind, Choice};
pub use loading::load_documents;
pub use manifest::{Balance, County, HelpPair, Region, SchoolOf};
pub(crate) use named_sheets::{NamedSheets, records};
pub use ours::{COPY, EXAMPLE_IDS, FINDINGS, GUIDE, LISTS};
pub use pages::pages;
pub use plan_sheets::PLAN_SHEETS;
pub use records::{RecordTable, Records};
pub use region::load_region;
pub use scenario::{Recognised, Scenario, read_documents, read_scenario, recognise, sha256};
pub use settings::Page;
pub use study::{Study, Variant, load_study};
pub use tables::settings::ITEMS;
pub use tables::{SETTINGS, TABLES};
pub use values::{Names, Pseudonyms, Redact};

/// Every kind of finding that reading a scenario, a study or a region can give.
pub fn input_codes() -> Vec<&'static crate::finding::Code> {
    [codes::CODES, cross::codes::CODES].concat()
}
