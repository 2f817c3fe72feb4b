//! Files: read, and written whole or not at all, beside their place first, then renamed.

use super::fault::RunFault;
use crate::input::{Documents, Edit, ReadFault, load_documents};
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file that is to be written: its name, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name below the folder.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Named {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            bytes,
        }
    }
}

/// Writes files into a folder, and reads each back from there.
pub fn write(folder: &Path, files: &[Named]) -> Result<(), RunFault> {
    for file in files {
        let path = folder.join(&file.name);
        write_file(&path, &file.bytes)?;
        if read_file(&path)? != file.bytes {
            let name = &file.name;
            return Err(format!("{name} does not read back as it was written").into());
        }
    }
    Ok(())
}

/// Writes a file; on any failure the old one is untouched and nothing half-written remains.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), RunFault> {
    let fault = |why| RunFault::file(path, why);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(fault)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let written = std::fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    });
    written.map_err(|why| {
        let _ = std::fs::remove_file(&beside);
        fault(why)
    })
}

/// Facts as two-space JSON with a final line feed.
pub fn json(facts: &impl Serialize) -> Result<Vec<u8>, RunFault> {
    let bytes = serde_json::to_vec_pretty(facts);
    let mut bytes = bytes.map_err(|why| RunFault::file("json", why))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The bytes of a file.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, RunFault> {
    std::fs::read(path).map_err(|why| RunFault::file(path, why))
}

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
    let written = write_file(file, text.as_bytes());
    written.ok().map(|()| file.clone())
}
