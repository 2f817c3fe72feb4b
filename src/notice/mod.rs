//! Notices (告知书): one page for one teacher, with what is decided, by which clause, why her, and how to
//! object. Nobody else is named in it, and no reason that posted lists leave out.

mod docx;
mod words;

pub use docx::docx;
pub use words::{Told, notice};

/// One notice, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Staff id, for the name of the file.
    pub teacher: String,
    /// What stands above.
    pub title: String,
    /// To whom.
    pub to: String,
    /// Paragraphs; a head begins each part.
    pub body: Vec<Line>,
    /// Who signs, and when.
    pub signed: Vec<String>,
    /// Small print below.
    pub foot: String,
}

/// One paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Head of a part.
    Head(String),
    /// Text.
    Text(String),
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
