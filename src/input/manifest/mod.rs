//! `scenario.toml`: title, reckoning date, where the other files are, decisions and changes.

mod changes;
mod reader;
mod region;
mod scenario;

pub(super) use region::read_region;
pub use region::{Balance, County, HelpPair, Region, SchoolOf};
pub(super) use scenario::{FILE, Manifest};

use crate::finding::{Code, Finding, Place};
use crate::input::columns::TableSpec;
use crate::text::Blanks;
use std::collections::BTreeMap;

/// A decision of the officer as it is written, before anything in it is understood: a pin, ban or waiver,
/// and what stands under the keys of its columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::input) struct Decision {
    words: BTreeMap<&'static str, String>,
    pub(in crate::input) place: Place,
    /// Where each of its keys stands.
    places: BTreeMap<&'static str, Place>,
}

impl Decision {
    /// The decision of a row, asked for every column of its table.
    pub(in crate::input) fn new(
        spec: &TableSpec,
        place: Place,
        mut word: impl FnMut(&str) -> String,
    ) -> Self {
        let keys = spec.columns.iter().map(|column| column.key);
        Self {
            words: keys.map(|key| (key, word(key))).collect(),
            place,
            places: BTreeMap::new(),
        }
    }

    /// The same with where each of its keys stands, of those that do.
    pub(in crate::input) fn standing(
        mut self,
        spec: &TableSpec,
        place: impl Fn(&str) -> Option<Place>,
    ) -> Self {
        let keys = spec.columns.iter().map(|column| column.key);
        self.places = keys.filter_map(|key| Some((key, place(key)?))).collect();
        self
    }

    /// Where a key stands; that of the whole where there is no such key.
    pub(in crate::input) fn place_of(&self, key: &str) -> Place {
        let place = self.places.get(key).unwrap_or(&self.place).clone();
        // A cell of a sheet stands under its own head.
        if place.cell.is_some() {
            return place;
        }
        place.in_column(key)
    }

    /// What stands under a key; empty when nothing does.
    pub(in crate::input) fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }

    /// The whole number under a key; nought when there is none.
    pub(in crate::input) fn number(&self, key: &str) -> i64 {
        self.word(key).parse().unwrap_or(0)
    }

    /// What is wrong with what stands under a key.
    pub(in crate::input) fn told(&self, code: &'static Code, key: &str, blanks: Blanks) -> Finding {
        Finding::new(code, blanks).at(self.place_of(key))
    }

    /// Its cells in the order of the columns.
    pub(in crate::input) fn cells(&self, spec: &TableSpec) -> Vec<String> {
        let keys = spec.columns.iter().map(|column| column.key);
        keys.map(|key| self.word(key).to_owned()).collect()
    }
}
