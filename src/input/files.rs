//! What lies in a folder, and what a file says of its base.

use super::documents::ReadFault;
use super::ours::COPY;
use super::{book, manifest};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub(super) fn is_toml(path: &str) -> bool {
    let end = Path::new(path).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The files of a folder that may belong to a scenario, by name; what Office leaves behind while a
/// workbook is open is none.
pub(super) fn beside(folder: &Path) -> Result<Vec<String>, ReadFault> {
    let refused = |source| ReadFault::Refused {
        path: folder.to_owned(),
        source,
    };
    let here = if folder == Path::new("") {
        Path::new(".")
    } else {
        folder
    };
    let entries = match fs::read_dir(here) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(ReadFault::NoScenario {
                path: folder.join(manifest::FILE),
            });
        }
        Err(error) => return Err(refused(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(refused)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = book::is_table(&name) || is_toml(&name);
        let ours = [COPY.zh, COPY.en]
            .iter()
            .any(|mark| name.contains(&format!("{mark}.")));
        if wanted && !ours && !name.starts_with(['~', '.']) && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The base that a document names, when it can be read and names one.
pub(super) fn base_of(file: &Path) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let document: toml::Table = text.parse().ok()?;
    Some(document.get("base")?.as_str()?.to_owned())
}

/// The file of this name in a folder, or the file itself.
pub(super) fn file_of(path: &Path, name: &str) -> PathBuf {
    if path.is_dir() {
        path.join(name)
    } else {
        path.to_owned()
    }
}

/// The text of a file that must be there.
pub(super) fn text_of(file: &Path) -> Result<String, ReadFault> {
    let path = || file.to_owned();
    if !file.is_file() {
        return Err(ReadFault::NoScenario { path: path() });
    }
    let refused = |source| ReadFault::Refused {
        path: path(),
        source,
    };
    let bytes = fs::read(file).map_err(refused)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The path of a document as seen from the folder above its own.
pub(super) fn path_of(file: &Path) -> String {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = fs::canonicalize(if folder == Path::new("") {
        Path::new(".")
    } else {
        folder
    });
    let folder = folder.map_or_else(|_| String::new(), |folder| name(&folder));
    format!("{folder}/{}", name(file))
}

/// The names of what lies in a folder.
pub(super) fn names_beside(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
