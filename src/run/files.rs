//! Files of a run: read with changes laid on top, and what is kept beside the tables.

use super::fault::RunFault;
use crate::disk::{self, DiskFault};
use crate::input::{Documents, Edit, ReadFault, in_utf8, load_documents};
use crate::text::Text;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Facts as two-space JSON with a final line feed.
pub fn json(facts: &impl Serialize) -> Result<Vec<u8>, RunFault> {
    let bytes = serde_json::to_vec_pretty(facts);
    let mut bytes = bytes.map_err(|why| RunFault::file("json", why))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// By what facts are known: the digest of the file that holds them.
pub fn digest_of(facts: &impl Serialize) -> String {
    // What cannot be written has no digest; writing it tells why.
    json(facts).map_or_else(|_| String::new(), |bytes| disk::sha256(&bytes))
}

/// The bytes of a file.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, RunFault> {
    disk::read(path).map_err(|why| RunFault::file(path, why))
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
    let written = disk::write(file, text.as_bytes());
    written.ok().map(|()| file.clone())
}

/// Somebody else wrote decisions while this run was reckoning.
const CHANGED: Text = Text::new(
    "运行期间被别的程序改过",
    "it was changed while this run was reckoning",
);

/// Writes the decisions file, to which nothing but decisions was added since it was read.
pub fn write_decisions(documents: &Documents) -> Result<(), RunFault> {
    let Some((_, bytes)) = documents.decisions.last() else {
        return Ok(());
    };
    let file = &documents.decisions_file;
    if file.exists() && !bytes.starts_with(&in_utf8(read_file(file)?)) {
        let (path, why) = (file.clone(), CHANGED);
        return Err(DiskFault::Refused { path, why }.into());
    }
    Ok(disk::write(file, bytes)?)
}
