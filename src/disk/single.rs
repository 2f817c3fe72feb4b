//! One file by itself: written beside its place first, under a name that nobody has, then renamed.

use super::{DiskFault, EARLIER, NotOrdinary, read, sha256, short};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Writes a file; on any failure the old one is untouched and nothing half-written remains.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), DiskFault> {
    let fault = DiskFault::at(path);
    let path = target(path).map_err(&fault)?;
    let folder = above(&path);
    let written = fs::create_dir_all(&folder).and_then(|()| {
        let mut file = beside(&folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&path)?;
        Ok(())
    });
    written.map_err(fault)
}

/// The same; a file of this name that holds something else is kept in `earlier/` beside it. Where it is kept.
pub fn put(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, DiskFault> {
    let fault = DiskFault::at(path);
    let there = match target(path) {
        Ok(there) if there.exists() => read(&there).map_err(&fault)?,
        Ok(_) => return write(path, bytes).map(|()| None),
        Err(why) => return Err(fault(why)),
    };
    if there == bytes {
        return Ok(None);
    }
    let folder = above(path).join(EARLIER).join(short(&sha256(&there)));
    let kept = folder.join(path.file_name().unwrap_or_default());
    if !kept.exists() {
        write(&kept, &there)?;
    }
    write(path, bytes)?;
    Ok(Some(kept))
}

/// Where the bytes go: a link stays a link, and what it points to is written. What is no ordinary file is left alone:
/// a rename would take the place of a device.
fn target(path: &Path) -> io::Result<PathBuf> {
    let about = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(path.to_owned()),
        other => other?,
    };
    let path = if about.is_symlink() {
        fs::canonicalize(path)?
    } else {
        path.to_owned()
    };
    let about = fs::metadata(&path)?;
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if about.is_file() {
        Ok(path)
    } else {
        Err(NotOrdinary.into())
    }
}

/// The folder in which a path lies; that at hand when it says none.
pub(super) fn above(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A new file in this folder, of a name that nobody has, with the rights of any new file.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".lungang-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
