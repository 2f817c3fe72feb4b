//! Notices (告知书): one page for one teacher, with what is decided, by which clause, why her, and how to
//! object. Nobody else is named in it, and no reason that posted lists leave out.

mod words;

pub use words::{Told, notice};

use crate::print::docx::Letter;

/// One notice, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Staff id, for the name of the file.
    pub teacher: String,
    /// What it says.
    pub letter: Letter,
}

/// The name of a notice's file: the staff id, without what no file name may hold.
pub fn file_name(notice: &Notice) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_".contains(c);
    let id: String = notice
        .teacher
        .chars()
        .map(|c| if plain(c) { c } else { '_' })
        .collect();
    format!("{id}.docx")
}
