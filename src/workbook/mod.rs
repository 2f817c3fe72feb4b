//! Writing workbooks: the template, a scenario as one workbook, and the officer's own workbook with
//! a comment on every cell that a finding names.

mod book;
mod copy;
pub(crate) mod dress;
mod example;
mod guide;
mod heads;

pub use crate::input::{EXAMPLE_IDS, FINDINGS, GUIDE, LISTS};
pub use book::book;
pub use copy::{Original, commented};
pub use guide::template;
pub use rust_xlsxwriter::XlsxError;
