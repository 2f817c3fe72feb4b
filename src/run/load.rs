//! From paths to the documents of a scenario; and what was recognised of them, kept.

use super::write::write_file;
use crate::input::{Documents, Edit, ReadFault, load_documents};
use std::path::{Path, PathBuf};

/// Loads the files of a scenario, with changes laid on top.
pub fn load_changed(sources: &[PathBuf], edits: &[Edit]) -> Result<Documents, ReadFault> {
    let mut documents = load_documents(sources)?;
    documents.edits.extend(edits.iter().cloned());
    Ok(documents)
}

/// Keeps what was recognised for the next time, in `columns.toml` beside the files, unless there is
/// one; says where. A folder that cannot be written to is no reason to fail: all was told.
pub fn keep_columns(documents: &Documents, columns: Option<&str>) -> Option<PathBuf> {
    let text = columns?;
    let file = &documents.columns_file;
    if file.as_os_str().is_empty() || file.exists() {
        return None;
    }
    write_file(file, text.as_bytes())
        .ok()
        .map(|()| file.clone())
}
