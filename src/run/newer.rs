//! That a newer plan lies beside the one from which a new round begins: by its date, because the other lies among the
//! earlier ones, or because it was made from the other. Nothing is decided by it; whoever plans on the wrong one is told.

use super::codes::NEWER_BESIDE;
use crate::blanks;
use crate::disk::{self, EARLIER};
use crate::finding::{Finding, Place};
use crate::plan::Plan;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// So many files of a folder are looked at.
const FILES: usize = 64;

/// The newest plan that is newer than this one, in its folder, in that of which it is an earlier one, or where the new
/// one is to be written.
pub fn newer_beside(doc: &Plan, from: &Path, out: Option<&Path>) -> Option<Finding> {
    let own = from.parent().unwrap_or(Path::new(""));
    let mut ancestors = own.ancestors();
    let above = ancestors.find(|one| one.file_name().is_some_and(|name| name == EARLIER));
    let above = above.and_then(Path::parent);
    let folders = [Some(own), above, out].into_iter().flatten();
    let folders: BTreeSet<PathBuf> = folders.map(whole).collect();
    let here = whole(from);
    let was = modified(from);
    let files = folders.iter().flat_map(|folder| plans_in(folder));
    let others = files.filter(|file| *file != here);
    let newer = others.filter_map(|file| {
        let other = Other::read(&file)?;
        let same = other.made == doc.made.digest && !other.made.is_empty();
        let is = modified(&file);
        let later = is > was && is.is_some();
        let put_aside = above.is_some_and(|above| file.starts_with(whole(above)));
        let follows = !other.letters.is_empty() && other.letters == letters(doc);
        (!same && (later || put_aside || follows)).then_some((is, file, other))
    });
    let (is, file, other) = newer.max_by(|one, two| (one.0, &one.1).cmp(&(two.0, &two.1)))?;
    let digest = if doc.digest.is_empty() {
        &doc.made.digest
    } else {
        &doc.digest
    };
    let blanks = blanks! {
        from: from.display().to_string(), digest: disk::short(digest), day: day(was),
        newer: shown(&file, from), other: disk::short(&other.digest), later: day(is),
    };
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    Some(Finding::new(&NEWER_BESIDE, blanks).at(Place::file(name)))
}

/// A path with its links followed, where it is there.
fn whole(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A file beside another by its name, any other by its path.
fn shown(file: &Path, beside: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    let other = file.parent() != whole(beside).parent();
    let folder = file.parent().and_then(Path::file_name).filter(|_| other);
    let path = folder.map_or_else(
        || PathBuf::from(name),
        |folder| Path::new(folder).join(name),
    );
    path.display().to_string()
}

fn plans_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    let files = files.filter(|file| file.extension().is_some_and(|one| one == "json"));
    let mut files: Vec<PathBuf> = files.filter(|file| file.is_file()).collect();
    files.sort();
    files.truncate(FILES);
    files
}

/// When a file was last written, in seconds.
fn modified(file: &Path) -> Option<Timestamp> {
    let time = fs::metadata(file).ok()?.modified().ok()?;
    Timestamp::try_from(time).ok()
}

fn day(time: Option<Timestamp>) -> String {
    let day = time.map(|time| TimeZone::UTC.to_datetime(time).date().to_string());
    day.unwrap_or_else(|| "?".to_owned())
}

/// Who goes where in a plan, by ids.
type Letters = BTreeSet<(String, String)>;

fn letters(doc: &Plan) -> Letters {
    let moves = doc.moves.iter();
    moves
        .map(|one| (one.teacher.clone(), one.to.clone()))
        .collect()
}

/// Another plan, as far as it is needed.
struct Other {
    digest: String,
    /// The digest of what it decides.
    made: String,
    /// The letters after which it was made; none where it begins anew.
    letters: Letters,
}

impl Other {
    /// Reads one; nothing of any other file.
    fn read(file: &Path) -> Option<Self> {
        let bytes = disk::read(file).ok()?;
        let said: Value = serde_json::from_slice(&bytes).ok()?;
        let word = |path: &str| {
            said.pointer(path)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        if !word("/schema").starts_with("lungang-plan/") {
            return None;
        }
        let of = |one: &Value, key: &str| Some(one.get(key)?.as_str()?.to_owned());
        let letters = said.pointer("/asked/published/letters");
        let letters = letters.and_then(Value::as_array).into_iter().flatten();
        let letters = letters.filter_map(|one| Some((of(one, "teacher")?, of(one, "to")?)));
        Some(Self {
            digest: word("/digest").to_owned(),
            made: word("/made/digest").to_owned(),
            letters: letters.collect(),
        })
    }
}
