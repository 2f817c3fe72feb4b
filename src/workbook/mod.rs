//! Writing workbooks: the template, a scenario as one workbook, and the officer's own workbook with
//! a comment on every cell that a finding names.

mod book;
mod copy;
mod dress;
mod example;
mod guide;
mod heads;

use crate::text::Text;

pub use book::book;
pub use copy::{Original, commented};
pub use guide::template;
pub use rust_xlsxwriter::XlsxError;

/// The sheet in front of the template that says how to fill it in; no table.
pub const GUIDE: Text = Text::new("填表说明", "guide");
/// The last sheet, with the allowed values of every column that has a list; no table.
pub const LISTS: Text = Text::new("可选值", "allowed values");
/// The sheet of findings in front of a commented copy; no table.
pub const FINDINGS: Text = Text::new("查出的问题", "Findings");
/// How the ids of example rows begin; such rows are no data.
pub const EXAMPLE_IDS: Text = Text::new("示例", "EX-");
