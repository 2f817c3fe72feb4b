//! A folder takes the place of another at one stroke.

use std::fs;
use std::io;
use std::path::Path;

/// Puts the folder `new` where `home` is or will be. What was there is then where `new` was, or at `aside` where the
/// system cannot exchange two folders: then it takes two renames, and who comes next mends what a stop in between left.
pub(super) fn swap(new: &Path, home: &Path, aside: &Path) -> io::Result<()> {
    if !home.exists() {
        return fs::rename(new, home);
    }
    if exchange(new, home)? {
        return Ok(());
    }
    fs::rename(home, aside)?;
    fs::rename(new, home).inspect_err(|_| {
        // The old set goes back to its place; if that fails too, who comes next does it.
        let _ = fs::rename(aside, home);
    })
}

/// Exchanges two folders; whether the system can do it.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// Exchanges two folders; whether the system can do it.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
