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

const NUMBER: usize = {
    let (mut sum, mut part) = (0, 0);
    while part < PARTS.len() {
        sum += PARTS[part].len();
        part += 1;
    }
    sum
};

const ALL: [&Code; NUMBER] = {
    let mut all = [PARTS[0][0]; NUMBER];
    let (mut at, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut one = 0;
        while one < PARTS[part].len() {
            all[at] = PARTS[part][one];
            at += 1;
            one += 1;
        }
        part += 1;
    }
    all
};

/// Every kind of finding that reading a scenario, a study or a region can give.
pub const INPUT_CODES: &[&Code] = &ALL;
