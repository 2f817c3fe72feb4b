//! `scenario.toml`: title, reckoning date, where the other files are, decisions and changes.

mod changes;
mod reader;
mod region;
mod ruling;
mod scenario;

pub(super) use region::read_region;
pub use region::{Balance, County, HelpPair, Region, SchoolOf};
pub(super) use ruling::{Ruling, WrittenWaiver};
pub(super) use scenario::{FILE, Manifest};
