//! One content, four printers: a section gives a [`Table`], and terminal, page and workbook lay it out; a
//! letter for word processors has only words.

pub mod docx;
pub mod html;
mod phrase;
mod table;
pub mod terminal;
pub mod xlsx;

pub use phrase::{ALSO, COLON, COMMA, LIST, Phrase, known_by, two_places};
pub(crate) use table::row;
pub use table::{Align, Cell, Column, Medium, NO, Rows, Sign, Table, YES};
