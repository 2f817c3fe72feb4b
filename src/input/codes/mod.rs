//! Every kind of finding that reading can give, with its words.

use crate::finding::Code;

pub(super) mod books;
pub(super) mod cells;
pub(super) mod changes;
pub(super) mod files;
pub(super) mod people;
pub(super) mod regions;
pub(super) mod rulings;
pub(super) mod tables;

const PARTS: &[&[&Code]] = &[
    files::CODES,
    books::CODES,
    cells::CODES,
    tables::CODES,
    people::CODES,
    rulings::CODES,
    changes::CODES,
    regions::CODES,
];

/// Every kind of finding that reading a scenario, a study or a region can give.
pub fn input_codes() -> Vec<&'static Code> {
    PARTS.concat()
}
