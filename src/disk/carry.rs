//! What lies in a folder already goes along into the one that takes its place: what belongs to another plan, or was
//! edited by hand and would be overwritten, into `earlier/`; all else stays where it is.

use super::manifest::{DocumentSet, Entry, MANIFEST, Manifest};
use super::single::above;
use super::{EARLIER, NotOrdinary, read, sha256, short};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What was moved away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// To which folder below the one of the set.
    pub to: String,
    /// Files, and folders that went as a whole, by name.
    pub names: BTreeSet<String>,
}

/// What becomes of a file.
enum Fate {
    /// A new one takes its place, and nobody edited it.
    Replaced,
    /// It stays where it is.
    Stays,
    /// It goes to `earlier/`, to the others of this digest.
    Earlier(String),
}

/// A folder that is carried over.
pub(super) struct Carrying<'a> {
    /// The old folder.
    pub(super) old: &'a Path,
    /// The one that takes its place.
    pub(super) new: &'a Path,
    /// What is put there.
    pub(super) set: &'a DocumentSet,
    /// What the old one says of itself.
    pub(super) said: Manifest,
    /// Folders below it that hold documents of another plan, with its digest.
    others: BTreeMap<String, String>,
    /// What was moved away, by folder.
    moved: BTreeMap<String, BTreeSet<String>>,
    /// What stays of the old set.
    pub(super) stays: Vec<Entry>,
    /// What was seen of each file when it was carried.
    pub(super) seen: BTreeMap<PathBuf, Stamp>,
}

/// By what it is told whether a file was changed meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp(u64, Option<std::time::SystemTime>);

impl Stamp {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let about = fs::symlink_metadata(path)?;
        Ok(Self(about.len(), about.modified().ok()))
    }
}

impl<'a> Carrying<'a> {
    pub(super) fn new(old: &'a Path, new: &'a Path, set: &'a DocumentSet, said: Manifest) -> Self {
        Self {
            others: others(old, set, &said),
            old,
            new,
            set,
            said,
            moved: BTreeMap::new(),
            stays: Vec::new(),
            seen: BTreeMap::new(),
        }
    }

    /// Carries everything over; what was moved away.
    pub(super) fn all(&mut self) -> io::Result<Vec<Moved>> {
        let mut later = Vec::new();
        for found in WalkDir::new(self.old).min_depth(1).sort_by_file_name() {
            let found = found?;
            let path = found
                .path()
                .strip_prefix(self.old)
                .map_err(io::Error::other)?;
            if found.file_type().is_dir() {
                continue;
            }
            self.seen.insert(path.to_owned(), Stamp::of(found.path())?);
            match self.fate(path)? {
                Fate::Replaced => {}
                Fate::Stays => {
                    let entry = self.said.entry(&slashed(path));
                    self.stays.extend(entry.cloned());
                    take(found.path(), &self.new.join(path))?;
                }
                Fate::Earlier(digest) => later.push((path.to_owned(), digest)),
            }
        }
        for (path, digest) in later {
            self.put_aside(&path, &digest)?;
        }
        let moved = std::mem::take(&mut self.moved).into_iter();
        Ok(moved.map(|(to, names)| Moved { to, names }).collect())
    }

    fn fate(&self, path: &Path) -> io::Result<Fate> {
        let name = slashed(path);
        let mut parts = name.split('/');
        let first = parts.next().unwrap_or_default();
        let inside = parts.next().is_some();
        if name == MANIFEST {
            return Ok(Fate::Replaced);
        }
        if first == EARLIER {
            return Ok(Fate::Stays);
        }
        if let Some(digest) = self.others.get(first).filter(|_| inside) {
            return Ok(Fate::Earlier(digest.clone()));
        }
        let next = self.set.file(&name);
        let Some(entry) = self.said.entry(&name) else {
            let Some(next) = next else {
                return Ok(Fate::Stays);
            };
            let bytes = read(&self.old.join(path))?;
            let same = bytes == next.bytes;
            return Ok(if same {
                Fate::Replaced
            } else {
                Fate::Earlier(sha256(&bytes))
            });
        };
        let other = self.set.kind.replaces(entry.kind) && entry.digest != self.set.digest;
        if !other && next.is_none() {
            return Ok(Fate::Stays);
        }
        let bytes = read(&self.old.join(path))?;
        let edited = sha256(&bytes) != entry.sha256 && next.is_none_or(|next| next.bytes != bytes);
        Ok(if edited || other && entry.kind.is_kept() {
            Fate::Earlier(entry.digest.clone())
        } else {
            Fate::Replaced
        })
    }

    /// Moves a file to `earlier/`, under a name that nothing else has there.
    fn put_aside(&mut self, path: &Path, digest: &str) -> io::Result<()> {
        let from = self.old.join(path);
        let folder = format!("{EARLIER}/{}", short(digest));
        let place = self.new.join(&folder).join(path);
        let bytes = read(&from)?;
        for number in 1.. {
            let to = numbered(&place, number);
            if !to.exists() {
                take(&from, &to)?;
                break;
            }
            if read(&to)? == bytes {
                break;
            }
        }
        let name = slashed(path);
        let first = name.split('/').next().unwrap_or_default();
        self.moved
            .entry(folder)
            .or_default()
            .insert(first.to_owned());
        Ok(())
    }
}

/// Folders that hold documents of another plan than the set: letters, most often.
fn others(old: &Path, set: &DocumentSet, said: &Manifest) -> BTreeMap<String, String> {
    if !set.kind.is_of_a_plan() {
        return BTreeMap::new();
    }
    let entries = fs::read_dir(old).into_iter().flatten().flatten();
    let folders = entries.filter(|one| one.file_type().is_ok_and(|kind| kind.is_dir()));
    let other = |folder: fs::DirEntry| {
        let name = folder.file_name().to_string_lossy().into_owned();
        if name == EARLIER || said.has_folder(&name) || set.manifest().has_folder(&name) {
            return None;
        }
        let digest = Manifest::read(&folder.path())?.digest?;
        (digest != set.digest).then_some((name, digest))
    };
    folders.filter_map(other).collect()
}

/// A path as a manifest names it.
pub(super) fn slashed(path: &Path) -> String {
    let parts = path.iter().map(OsStr::to_string_lossy);
    parts.collect::<Vec<_>>().join("/")
}

/// The same name, with a number from the second on.
fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path
        .extension()
        .map(|end| format!(".{}", end.to_string_lossy()));
    path.with_file_name(format!("{stem} ({number}){}", end.unwrap_or_default()))
}

/// The same file in both folders, so that nothing is lost whenever the run stops; a copy where the disk cannot do it.
pub(super) fn take(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(above(to))?;
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    if !fs::metadata(from)?.is_file() {
        return Err(NotOrdinary.into());
    }
    fs::copy(from, to).map(drop)
}
