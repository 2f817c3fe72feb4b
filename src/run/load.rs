//! From paths to the documents of a scenario, a study or a region; and what was recognised of them, kept.

use super::fault::RunFault;
use super::write::write_file;
use crate::input::{self, Documents, Edit, Region, Study, load_documents};
use std::path::{Path, PathBuf};

/// Loads a study.
pub fn load_study(path: &Path) -> Result<Study, RunFault> {
    Ok(input::load_study(path)?)
}

/// Loads a region.
pub fn load_region(path: &Path) -> Result<Region, RunFault> {
    Ok(input::load_region(path)?)
}

/// Loads the files of a scenario: a folder, one workbook, or a list of files.
pub fn load(sources: &[PathBuf]) -> Result<Documents, RunFault> {
    Ok(load_documents(sources)?)
}

/// The same, with changes laid on top.
pub fn load_changed(sources: &[PathBuf], edits: &[Edit]) -> Result<Documents, RunFault> {
    let mut documents = load(sources)?;
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
