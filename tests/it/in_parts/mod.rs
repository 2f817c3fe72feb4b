//! Studies in parts: put together they are what one run writes, byte for byte, whatever became of single jobs; and what
//! is missing, given twice or of another run is told.

mod division;
mod hundred;
mod province;
mod refused;
mod same;
#[cfg(target_os = "linux")]
mod slurm;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own with these files; `BASE` in them is a shipped scenario.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("in_parts")
        .join(name);
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&to).unwrap();
    for (path, text) in files {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    to
}

/// Runs the program in a folder with these words.
pub(crate) fn lungang(here: &Path, words: &str) -> Output {
    let words = words.split_whitespace();
    Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(words)
        .current_dir(here)
        .env("RAYON_NUM_THREADS", "1")
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL")
        .output()
        .unwrap()
}

/// What was said on standard output and error.
pub(crate) fn said(done: &Output) -> String {
    let both = [done.stdout.as_slice(), &done.stderr].concat();
    String::from_utf8(both).unwrap()
}

/// Runs the program, which must end with this exit code; what it said.
pub(crate) fn ends(here: &Path, words: &str, code: i32) -> String {
    let done = lungang(here, words);
    let told = said(&done);
    assert_eq!(done.status.code(), Some(code), "{words}: {told}");
    told
}

/// Every file below a folder by its path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Whether two folders hold the same files, byte for byte.
pub(crate) fn are_alike(one: &Path, other: &Path) {
    let (one, other) = (tree(one), tree(other));
    let names = |all: &BTreeMap<PathBuf, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    for (name, bytes) in &one {
        assert!(other[name] == *bytes, "{} differs", name.display());
    }
}

/// Tiny counties, made up, in folders `c1`, `c2` …; and a region of them.
pub(crate) fn counties(here: &Path, number: usize) -> String {
    let mut region = "title = { zh = \"省\", en = \"Province\" }\n".to_owned();
    for seed in 1..=number {
        ends(
            here,
            &format!("generate --schools 3 --teachers 12 --seed {seed} --out c{seed} --quiet"),
            0,
        );
        region += &format!("[[counties]]\nkey = \"c{seed}\"\nfolder = \"c{seed}\"\n");
    }
    region
}
