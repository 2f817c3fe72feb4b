//! A study in parts, each solved by itself, on any machine: every part writes one file, and the files put together give
//! what one run gives, byte for byte.
//!
//! The jobs of a study are its scenarios, points or counties in their order, counted from one; job `i` belongs to part
//! `i mod n`. What all jobs need (the base) every part solves for itself. Files of other tables, another division or
//! another program are refused, and so is a set of which a part is missing.

mod codes;
mod file;
mod inputs;
mod kept;
mod make;
mod merge;
mod number;
mod regional;
mod same;

pub use codes::PART_CODES;
pub use file::{Part, Wanted};
pub use kept::known_codes;
pub use make::{Order, part_of_curve, part_of_region, part_of_study, tool};
pub use merge::{Merged, Together, merge};
pub use number::{BaseKey, PartOf};
