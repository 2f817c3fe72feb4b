//! Writing a made-up county into a folder: each file beside its place first, then renamed.

use super::options::Tables;
use std::fs;
use std::io;
use std::path::Path;

/// Writes every table into the folder, which is made when it is missing; a file of the same name
/// is replaced whole or not at all.
pub fn write(tables: &Tables, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in tables {
        let beside = folder.join(format!("{name}.part"));
        fs::write(&beside, text)?;
        fs::rename(&beside, folder.join(name))?;
    }
    Ok(())
}
