//! One content, four printers: a section gives a [`Table`], and terminal, page and workbook lay it out; a
//! [`docx`] letter is one for word processors.

pub mod docx;
pub(crate) mod html;
mod phrase;
mod table;
pub(crate) mod terminal;
pub(crate) mod xlsx;

pub use phrase::Phrase;
pub(crate) use phrase::{ALSO, COLON, COMMA, LIST};
pub(crate) use table::row;
pub use table::{Align, Cell, Column, Medium, Rows, Sign, Table};
