//! A group of commands: each is run in a folder of its own, what it leaves there is kept and compared.

use crate::night::whole;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Files by their path inside a folder.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The arguments that every command is run with once more.
const ZH: &str = "--lang zh";
const EN: &str = "--lang en";
const JSON: &str = "--json --lang zh";
const JSON_EN: &str = "--json --lang en";

/// Commands whose digests stand in one file.
pub(super) struct Group {
    name: String,
    /// Where the outputs are kept.
    folder: PathBuf,
    /// What takes long is asked in Chinese alone.
    sparing: bool,
    /// Digest and size by command and output, in the order of running.
    lines: Vec<(String, String)>,
    /// Commands that are left to the night.
    left: Vec<String>,
}

/// Whether digests are written anew, for which everything is run.
fn renews() -> bool {
    env::var_os("LUNGANG_RENEW").is_some()
}

impl Group {
    /// A group with nothing run yet.
    pub(super) fn new(name: &str) -> Self {
        let kept = env::var_os("LUNGANG_FROZEN").map_or_else(
            || Path::new(env!("CARGO_TARGET_TMPDIR")).join("frozen"),
            PathBuf::from,
        );
        let folder = kept.join(name);
        let _ = fs::remove_dir_all(&folder);
        Self {
            name: name.to_owned(),
            folder,
            sparing: false,
            lines: Vec::new(),
            left: Vec::new(),
        }
    }

    /// The same, which is to ask in Chinese alone what takes long.
    pub(super) fn sparing(mut self, sparing: bool) -> Self {
        self.sparing = sparing;
        self
    }

    /// Runs a command among these files; the files that it wrote or changed.
    pub(super) fn run(&mut self, given: &Files, words: &str) -> Files {
        let own = self.folder.join(folder_of(words));
        assert!(!own.exists(), "{words} is run twice");
        let here = own.join("here");
        fs::create_dir_all(&here).unwrap();
        write(&here, given);
        let binary = env::var_os("LUNGANG_BINARY");
        let binary = binary.unwrap_or_else(|| env!("CARGO_BIN_EXE_lungang").into());
        let mut command = Command::new(fs::canonicalize(binary).unwrap());
        command
            .args(words.split_whitespace())
            .current_dir(&here)
            .stdin(Stdio::null())
            .env_clear()
            .env("COLUMNS", "100");
        if let Some(threads) = env::var_os("RAYON_NUM_THREADS") {
            command.env("RAYON_NUM_THREADS", threads);
        }
        let done = command.output().unwrap();
        let mut written = Files::new();
        for (path, bytes) in read(&here) {
            if given.get(&path) == Some(&bytes) {
                fs::remove_file(here.join(path)).unwrap();
            } else {
                written.insert(path, bytes);
            }
        }
        without_empty_folders(&own);
        let exit = done
            .status
            .code()
            .map_or("none".into(), |code| code.to_string());
        // A fault of the program itself is never what must stay.
        assert_ne!(
            exit,
            "70",
            "{words}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        let said = [
            ("exit", exit.into_bytes()),
            ("stdout", done.stdout),
            ("stderr", done.stderr),
        ];
        for (what, bytes) in said {
            if !bytes.is_empty() {
                fs::write(own.join(what), &bytes).unwrap();
                self.line(words, what, &bytes);
            }
        }
        for (path, bytes) in &written {
            self.line(words, path, bytes);
        }
        written
    }

    /// Runs a command in both languages; what it wrote in Chinese.
    pub(super) fn both(&mut self, given: &Files, words: &str) -> Files {
        self.run(given, &format!("{words} {EN}"));
        self.run(given, &format!("{words} {ZH}"))
    }

    /// The same, and with `--json`.
    pub(super) fn three(&mut self, given: &Files, words: &str) -> Files {
        self.run(given, &format!("{words} {JSON}"));
        self.both(given, words)
    }

    /// The same, and with `--json` in English too.
    pub(super) fn four(&mut self, given: &Files, words: &str) -> Files {
        self.run(given, &format!("{words} {JSON_EN}"));
        self.three(given, words)
    }

    /// A command that takes long: it is left to the night.
    pub(super) fn once(&mut self, given: &Files, words: &str) {
        if whole() || renews() {
            self.run(given, words);
        } else {
            self.left.push(format!("lungang {words} :: "));
        }
    }

    /// The same in both languages and with `--json` where that can be afforded.
    pub(super) fn long(&mut self, given: &Files, words: &str) {
        let ways: &[&str] = if self.sparing { &[ZH] } else { &[JSON, EN, ZH] };
        for way in ways {
            self.once(given, &format!("{words} {way}"));
        }
    }

    /// The same in both languages.
    pub(super) fn long_both(&mut self, given: &Files, words: &str) {
        for way in [EN, ZH] {
            self.once(given, &format!("{words} {way}"));
        }
    }

    fn line(&mut self, words: &str, what: &str, bytes: &[u8]) {
        let digest = Sha256::digest(bytes);
        let mut short = String::new();
        for byte in digest.iter().take(8) {
            write!(short, "{byte:02x}").unwrap();
        }
        let key = format!("lungang {words} :: {what}");
        self.lines.push((key, format!("{short} {}", bytes.len())));
    }

    /// Compares all that was run with what is frozen.
    pub(super) fn done(self) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden/frozen")
            .join(format!("{}.txt", self.name));
        if renews() {
            let mut text = String::new();
            for (key, value) in &self.lines {
                writeln!(text, "{value} {key}").unwrap();
            }
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
            return;
        }
        let frozen = fs::read_to_string(&file).unwrap_or_default();
        let left = |key: &str| self.left.iter().any(|words| key.starts_with(words));
        let was = frozen.lines().filter_map(halves);
        let was: BTreeMap<&str, &str> = was.filter(|(key, _)| !left(key)).collect();
        let is: BTreeMap<&str, &str> = self
            .lines
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
            .collect();
        let keys: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
        let differing: Vec<String> = keys
            .into_iter()
            .filter(|key| was.get(key) != is.get(key))
            .map(|key| {
                let value =
                    |of: &BTreeMap<&str, &str>| of.get(key).copied().unwrap_or("none").to_owned();
                format!("{key}\n    frozen {}, now {}", value(&was), value(&is))
            })
            .collect();
        assert!(
            differing.is_empty(),
            "{} of {} outputs differ from {}:\n{}\nThe outputs of now are kept in {}, in a folder for each \
             command.\nWhere they are as they must be, LUNGANG_RENEW=1 cargo test --release frozen writes \
             the digests anew.",
            differing.len(),
            self.lines.len(),
            file.display(),
            differing.join("\n"),
            self.folder.display(),
        );
    }
}

/// The folder of a command.
fn folder_of(words: &str) -> String {
    if words.is_empty() {
        return "nothing".into();
    }
    let words = words.replace("scenarios/", "");
    words.replace([' ', '/'], "_")
}

/// The key of a frozen line, and the digest and size before it.
fn halves(line: &str) -> Option<(&str, &str)> {
    let at = line.find(" lungang ")?;
    let (value, key) = line.split_at(at);
    Some((key.trim_start(), value))
}

/// Writes files into a folder.
fn write(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Every file under a folder.
pub(super) fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap();
                let inside = inside.to_string_lossy().replace('\\', "/");
                files.insert(inside, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// Takes away the folders in which nothing is left.
fn without_empty_folders(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            without_empty_folders(&path);
            let _ = fs::remove_dir(path);
        }
    }
}

/// A shipped scenario and the national one, which it is based on, without their plans.
pub(super) fn scenario(name: &str) -> Files {
    let mut files = Files::new();
    for one in BTreeSet::from([name, "national"]) {
        let all = read(&shipped(one));
        let own = all
            .into_iter()
            .filter(|file| !file.0.starts_with("expected/"));
        files.extend(own.map(|(path, bytes)| (format!("scenarios/{one}/{path}"), bytes)));
    }
    files
}

/// The shipped plan of a scenario.
pub(super) fn expected(name: &str) -> Vec<u8> {
    fs::read(shipped(name).join("expected/plan.json")).unwrap()
}

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name)
}

/// The same files with one more.
pub(super) fn with(files: &Files, path: &str, bytes: impl Into<Vec<u8>>) -> Files {
    let mut files = files.clone();
    files.insert(path.to_owned(), bytes.into());
    files
}
