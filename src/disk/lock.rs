//! One run at a time puts documents into a folder: others wait, and say so when it takes too long.

use super::NotOrdinary;
use same_file::Handle;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long another run is waited for: putting a set in place takes no second.
const WAIT: Duration = Duration::from_secs(60);
/// How often it is looked again.
const AGAIN: Duration = Duration::from_millis(20);

/// The right to change a folder, until it is dropped. It is a locked file beside the folder: the system gives it back
/// when a run is killed.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    // Held for as long as this lives.
    _file: File,
}

impl Lock {
    /// Waits for the right.
    pub(super) fn take(path: PathBuf) -> io::Result<Self> {
        let begun = Instant::now();
        loop {
            if let Some(file) = open(&path)? {
                match file.try_lock() {
                    Ok(()) if is_at(&file, &path)? => return Ok(Self { path, _file: file }),
                    // Whoever held it has taken the file away since.
                    Ok(()) => continue,
                    Err(TryLockError::WouldBlock) => {}
                    Err(TryLockError::Error(why)) if why.kind() == ErrorKind::Unsupported => {
                        return Ok(Self { path, _file: file });
                    }
                    Err(TryLockError::Error(why)) => return Err(why),
                }
            }
            if begun.elapsed() > WAIT {
                return Err(ErrorKind::ResourceBusy.into());
            }
            sleep(AGAIN);
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays does no harm: it holds nothing.
        let _ = fs::remove_file(&self.path);
    }
}

/// The file, made where there is none; nothing when it went away meanwhile. A link is not followed.
fn open(path: &Path) -> io::Result<Option<File>> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        // A file that is being taken away cannot be opened on some systems.
        Err(error) if error.kind() == ErrorKind::PermissionDenied && path.exists() => {
            return Ok(None);
        }
        other => return other.map(Some),
    }
    match fs::symlink_metadata(path) {
        Ok(about) if !about.is_file() => return Err(NotOrdinary.into()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        other => {
            other?;
        }
    }
    match OpenOptions::new().write(true).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}

/// Whether the file that was opened is still the one of this name.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let own = Handle::from_file(file.try_clone()?)?;
    match Handle::from_path(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        other => Ok(other? == own),
    }
}
