//! A folder that belongs to a set of documents. The whole set is made in a folder beside it, and takes its place at one
//! stroke: whoever looks, and whenever a run is stopped, there is the old set or the new one, never some of each.

use super::carry::{Carrying, Moved, Stamp, slashed, take};
use super::lock::Lock;
use super::manifest::{DocumentSet, Manifest};
use super::single::above;
use super::swap::swap;
use super::{DiskFault, EARLIER, MANIFEST, read};
use crate::text::Text;
use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempDir};
use walkdir::WalkDir;

/// There are folders in it that are not ours, perhaps a whole tree.
const OTHERS: Text = Text::new(
    "里面还有别的目录，成套文件要单独存放",
    "it holds other folders, and a set of documents needs a folder of its own",
);
/// Somebody stands in it.
const HERE: Text = Text::new(
    "是当前所在目录，不能整体更换",
    "it is the folder one stands in, which cannot be replaced as a whole",
);

/// A folder in which a set may be put.
#[derive(Debug)]
pub struct Home {
    /// As it was said.
    said: PathBuf,
    /// Where it is, links followed.
    path: PathBuf,
}

impl Home {
    /// The folder of this path, when a set may be put there: it is not there yet, or holds a set or at most files.
    pub fn claim(folder: &Path) -> Result<Self, DiskFault> {
        let fault = DiskFault::at(folder);
        let path = match fs::canonicalize(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => absent(folder),
            other => other,
        };
        let home = Self {
            said: folder.to_owned(),
            path: path.map_err(fault)?,
        };
        home.said()?;
        Ok(home)
    }

    /// What the folder says of itself, when a set may be put there; nothing when it is not there.
    fn said(&self) -> Result<Option<Manifest>, DiskFault> {
        let fault = DiskFault::at(&self.said);
        let not_own = |why| DiskFault::Refused {
            path: self.said.clone(),
            why,
        };
        let entries = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            other => other.map_err(&fault)?,
        };
        let here = env::current_dir().and_then(fs::canonicalize);
        if here.is_ok_and(|here| here.starts_with(&self.path)) {
            return Err(not_own(HERE));
        }
        if let Some(said) = Manifest::read(&self.path) {
            return Ok(Some(said));
        }
        for entry in entries {
            let entry = entry.map_err(&fault)?;
            let is_folder = entry.file_type().map_err(&fault)?.is_dir();
            let is_ours = entry.file_name() == EARLIER || Manifest::read(&entry.path()).is_some();
            if is_folder && !is_ours {
                return Err(not_own(OTHERS));
            }
        }
        Ok(Some(Manifest::of(Vec::new())))
    }

    /// Makes the whole set beside the folder, with all that stays of what lies there. Other runs wait until it is put
    /// in place or dropped.
    pub fn stage(&self, set: &DocumentSet) -> Result<Staged, DiskFault> {
        let fault = DiskFault::at(&self.said);
        let above = above(&self.path);
        fs::create_dir_all(&above).map_err(&fault)?;
        let lock = Lock::take(self.beside("lock")).map_err(&fault)?;
        self.mend(&above).map_err(&fault)?;
        let said = self.said()?;
        let (new, moved, seen) = self.make(&above, set, said).map_err(&fault)?;
        Ok(Staged {
            home: self.path.clone(),
            said: self.said.clone(),
            aside: self.beside("old"),
            new,
            moved,
            seen,
            _lock: lock,
        })
    }

    /// A name beside the folder that is the program's own.
    fn beside(&self, end: &str) -> PathBuf {
        let name = self.path.file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        self.path.with_file_name(format!(".{name}.lungang-{end}"))
    }

    /// What a run that was killed has left: the old set goes back to its place, half-made ones are taken away.
    fn mend(&self, above: &Path) -> io::Result<()> {
        let aside = self.beside("old");
        if aside.exists() && !self.path.exists() {
            fs::rename(&aside, &self.path)?;
        }
        let start = self.beside("");
        let start = start.file_name().unwrap_or_default().to_string_lossy();
        for entry in fs::read_dir(above)? {
            let entry = entry?;
            let ours = entry.file_name().to_string_lossy().starts_with(&*start);
            if ours && entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }

    fn make(&self, above: &Path, set: &DocumentSet, said: Option<Manifest>) -> io::Result<Made> {
        let new = staging(above, &self.beside(""))?;
        for file in &set.files {
            written(&new.path().join(&file.name), &file.bytes)?;
        }
        let mut manifest = set.manifest();
        let (mut moved, mut seen) = (Vec::new(), BTreeMap::new());
        if let Some(said) = said {
            let mut old = Carrying::new(&self.path, new.path(), set, said);
            moved = old.all()?;
            manifest = Manifest::of([manifest.files, old.stays].concat());
            seen = old.seen;
            fs::set_permissions(new.path(), fs::metadata(&self.path)?.permissions())?;
        }
        written(&new.path().join(MANIFEST), &manifest.bytes())?;
        Ok((new, moved, seen))
    }
}

/// A folder that was made, what was moved away in it, and what was seen of each file.
type Made = (TempDir, Vec<Moved>, BTreeMap<PathBuf, Stamp>);

/// A set that is made and not yet put in place.
#[derive(Debug)]
pub struct Staged {
    home: PathBuf,
    said: PathBuf,
    aside: PathBuf,
    new: TempDir,
    moved: Vec<Moved>,
    seen: BTreeMap<PathBuf, Stamp>,
    // Given back when all is done.
    _lock: Lock,
}

impl Staged {
    /// Puts the set in place at one stroke; what was moved away.
    pub fn place(self) -> Result<Vec<Moved>, DiskFault> {
        let placed = swap(self.new.path(), &self.home, &self.aside).and_then(|()| {
            let olds = [self.new.path(), &self.aside];
            for old in olds.into_iter().filter(|old| old.exists()) {
                self.late(old)?;
                fs::remove_dir_all(old)?;
            }
            Ok(())
        });
        placed.map_err(DiskFault::at(&self.said))?;
        Ok(self.moved)
    }

    /// What came into the old folder, or was changed there, after it was carried over.
    fn late(&self, old: &Path) -> io::Result<()> {
        for found in WalkDir::new(old).min_depth(1) {
            let found = found?;
            let path = found.path().strip_prefix(old).map_err(io::Error::other)?;
            let same = self.seen.get(path) == Some(&Stamp::of(found.path())?);
            if found.file_type().is_dir() || same {
                continue;
            }
            let mut to = self.home.join(path);
            if to.exists() {
                to = self.home.join(EARLIER).join("late").join(slashed(path));
            }
            take(found.path(), &to)?;
        }
        Ok(())
    }
}

/// The path of a folder that is not there yet, below the real path of what is.
fn absent(folder: &Path) -> io::Result<PathBuf> {
    if fs::symlink_metadata(folder).is_ok() {
        // A link to nowhere.
        return Err(ErrorKind::NotFound.into());
    }
    let name = folder.file_name().ok_or(ErrorKind::InvalidFilename)?;
    let parent = above(folder);
    let parent = match fs::canonicalize(&parent) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            absent(folder.parent().unwrap_or(Path::new("")))?
        }
        other => other?,
    };
    Ok(parent.join(name))
}

/// A folder of a name that nobody has, with the rights of any new folder.
fn staging(above: &Path, start: &Path) -> io::Result<TempDir> {
    let start = start.file_name().unwrap_or_default();
    let mut builder = Builder::new();
    builder.prefix(start).tempdir_in(above)
}

/// Writes a file into a folder that nobody else knows, and reads it back.
fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(above(path))?;
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    if read(path)? == bytes {
        return Ok(());
    }
    Err(io::Error::other("it does not read back as it was written"))
}
