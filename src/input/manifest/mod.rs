//! `scenario.toml`: title, reckoning date, where the other files are, decisions and changes.

mod changes;
mod decision;
mod reader;
mod region;
mod scenario;

pub(super) use decision::Decision;
pub(super) use region::read_region;
pub use region::{Balance, County, HelpPair, Region, SchoolOf};
pub(super) use scenario::{FILE, Manifest};
