//! Files in the folder of a scenario that are called almost as one of the program's own: `Decisions.toml`,
//! `decisions (1).toml`, `decisions.toml.txt`, `决定.toml`. The program reads none of them, and whoever saved one believes
//! that it does. A copy beside the own file is told; where there is no own file, that is asked.

use super::book;
use super::decided;
use super::documents::{Documents, ReadFault, above, is_toml, name_of};
use super::manifest;
use super::mapping;
use crate::blanks;
use crate::finding::{Code, Finding, Place, Severity};
use crate::policy::is_within;
use std::fs;
use std::path::Path;
use toml::Table;
use unicode_normalization::UnicodeNormalization;

crate::finding::codes! { pub(super),
    NEAR_NAME "I720" error
        ["同一目录有“{name}”，没有读取：程序只读名为 {own} 的{what}。", "There is a file {name} in this folder, which was not read: {what} are read from {own} only."]
        ["其中的内容有效的，改名为 {own}（文件名大小写、后缀都要一致）；已有 {own} 的，并入其中；不用的，移到别的目录。", "If it holds, rename it to {own}, letter by letter; if there is such a file already, enter it there; if not, move it to another folder."];
    COPIED_POLICY "I745" warning
        ["同一目录有“{name}”，像是 {own} 的副本，没有读取：政策取自 {own}。", "There is a file {name} in this folder that looks like a copy of {own}; it was not read: the policy is that of {own}."]
        ["要用的是前者的，改名为 {own}（或在 scenario.toml 的 policy 中写它）；不用的，移到别的目录。", "If the copy is meant, give it the name {own}, or name it under policy in scenario.toml; if not, move it to another folder."];
}

/// A file that the program keeps beside the tables.
struct Own {
    /// Its name.
    name: &'static str,
    /// What people call it.
    words: &'static [&'static str],
    /// What it holds, in both languages.
    what: [&'static str; 2],
}

const OWN: [Own; 3] = [
    Own {
        name: decided::FILE,
        words: &["decisions", "decision", "决定", "人事决定"],
        what: ["人事决定（退出、指定、特批）", "decisions"],
    },
    Own {
        name: mapping::FILE,
        words: &["columns", "column", "列名", "表头", "列名对照", "表头对照"],
        what: ["列名对照", "the heads of the tables"],
    },
    Own {
        name: manifest::FILE,
        words: &["scenario", "情景", "情景设定"],
        what: ["情景设定", "what holds for the scenario"],
    },
];

/// Ends of files of text, and of what editors and people keep of older ones.
const ENDS: [&str; 4] = [".toml", ".txt", ".tml", ".text"];
const OLD_ENDS: [&str; 5] = [".bak", ".old", ".orig", ".backup", "~"];
/// What a copy has in front of its name, or behind it.
const COPY_OF: [&str; 4] = ["copy of ", "副本", "复件", "新建"];
const COPIES: [&str; 8] = ["copy", "副本", "复件", "拷贝", "备份", "new", "old", "新"];
/// What alone makes a copy of another file.
const COPIED: [&str; 5] = ["copy", "副本", "复件", "拷贝", "备份"];
/// So many letters of a word may be wrong.
const SLIPS: usize = 2;
/// A word so short is not looked at for slips.
const SHORT: usize = 6;

/// What a file seems to be.
struct Seen {
    own: &'static Own,
    /// The name in front, as of a workbook to which it belongs.
    of: Option<String>,
    /// Whether it says of itself that it is an older one.
    old: bool,
}

/// Tells the files that are called almost as our own; `of` is the workbook or document that was asked for by itself, and
/// nothing where it is the folder.
pub(super) fn tell(
    documents: &mut Documents,
    folder: &Path,
    of: Option<&str>,
) -> Result<(), ReadFault> {
    let all = files(folder)?;
    for name in &all {
        let Some(seen) = seen(name) else { continue };
        let own = own_name(documents, seen.own);
        if *name == own || concerns_another(&all, &seen, name, of) {
            continue;
        }
        let is_there = folder.join(&own).exists();
        let same_file = fs::canonicalize(folder.join(name)).ok();
        if is_there && same_file == fs::canonicalize(folder.join(&own)).ok() {
            // The system does not tell capital letters from small ones: this is the own file.
            continue;
        }
        if seen.old && is_there || is_another(folder, name, seen.own) {
            continue;
        }
        let what = serde_json::json!({ "zh": seen.own.what[0], "en": seen.own.what[1] });
        let blanks = blanks! { name: name, own: own, what: what };
        let mut told = Finding::new(&NEAR_NAME, blanks).at(Place::file(name));
        if is_there {
            told.severity = Severity::Warning;
        }
        documents.findings.push(told);
    }
    Ok(())
}

/// Tells the files that are called as a policy that is read but for the marks of a copy: a browser saves `policy (1).toml`
/// beside `policy.toml`, and nobody sees which of the two is read.
pub(super) fn tell_copies(
    documents: &mut Documents,
    folder: &Path,
    policy: Option<&str>,
) -> Result<(), ReadFault> {
    let Some(path) = policy.filter(|own| is_toml(own) && folder.join(own).is_file()) else {
        return Ok(());
    };
    let whole = folder.join(path);
    let own = name_of(&whole);
    let (stem, before) = (
        without_copy(&own),
        path.strip_suffix(own.as_str()).unwrap_or_default(),
    );
    for name in files(above(&whole))? {
        let read = documents.files.contains_key(&format!("{before}{name}")) || name == own;
        if !read && without_copy(&name) == stem {
            let blanks = blanks! { name: name, own: own };
            let told = Finding::new(&COPIED_POLICY, blanks).at(Place::file(&name));
            documents.findings.push(told);
        }
    }
    Ok(())
}

/// A name without its ends and without the marks by which a system tells a copy from what was copied.
fn without_copy(name: &str) -> String {
    let whole = plain(name);
    let mut rest = whole.as_str();
    while let Some(cut) = ENDS.iter().find_map(|end| rest.strip_suffix(end)) {
        rest = cut.trim();
    }
    for mark in COPY_OF {
        rest = rest.strip_prefix(mark).unwrap_or(rest).trim();
    }
    loop {
        let was = rest;
        let numbered = rest
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('));
        if let Some((cut, number)) = numbered
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            rest = cut.trim();
        }
        for mark in COPIED {
            let cut = rest.strip_suffix(mark).filter(|cut| !cut.is_empty());
            rest = cut.map_or(rest, |cut| cut.trim_end_matches([' ', '-', '_']));
        }
        if rest == was {
            return rest.to_owned();
        }
    }
}

/// Whether a file is called almost as one of our own, so that it is no policy.
pub(super) fn is_near(name: &str) -> bool {
    seen(name).is_some()
}

/// The names of all files of a folder that are not hidden.
fn files(folder: &Path) -> Result<Vec<String>, ReadFault> {
    let refused = ReadFault::refused(folder);
    let mut names = Vec::new();
    // A folder that is not there is told by what is looked for in it.
    let Ok(entries) = fs::read_dir(folder.join(".")) else {
        return Ok(names);
    };
    for entry in entries {
        let entry = entry.map_err(&refused)?;
        let name = name_of(&entry.path());
        if !name.starts_with(['~', '.']) && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The name that would have been read.
fn own_name(documents: &Documents, own: &Own) -> String {
    let said = match own.name {
        decided::FILE => name_of(&documents.decisions_file),
        mapping::FILE => name_of(&documents.columns_file),
        _ => String::new(),
    };
    if said.is_empty() {
        own.name.to_owned()
    } else {
        said
    }
}

/// Whether it goes with other tables than those asked for: with a workbook or a document that lies there, or, where
/// something was asked for by itself, with the folder.
fn concerns_another(all: &[String], seen: &Seen, name: &str, of: Option<&str>) -> bool {
    let Some(said) = &seen.of else {
        // What a folder has beside a document asked for by itself is told with the folder.
        return of.is_some() && (seen.own.name == manifest::FILE || name == seen.own.name);
    };
    if of.is_some_and(|of| plain(of) == *said) {
        return false;
    }
    let mut others = all.iter().filter(|one| book::is_table(one) || is_toml(one));
    let is_stem = |one: &String| {
        let stem = Path::new(one).file_stem().unwrap_or_default();
        plain(&stem.to_string_lossy()) == *said
    };
    let theirs = name.ends_with(seen.own.name) && seen.own.name == decided::FILE;
    // Decisions of nobody there are told as such.
    theirs || others.any(is_stem)
}

/// Whether it is a document of its own: another scenario on a base, or a study.
fn is_another(folder: &Path, name: &str, own: &Own) -> bool {
    own.name == manifest::FILE
        && plain(name) != manifest::FILE
        && fs::read_to_string(folder.join(name))
            .ok()
            .and_then(|text| text.parse::<Table>().ok())
            .is_some_and(|said| said.contains_key("base") || said.contains_key("rules"))
}

/// What a file seems to be by its name.
fn seen(name: &str) -> Option<Seen> {
    let mut rest = plain(name);
    let (mut old, mut is_text) = (false, !rest.contains('.'));
    loop {
        if let Some(cut) = ENDS.iter().find_map(|end| rest.strip_suffix(end)) {
            (rest, is_text) = (cut.trim().to_owned(), true);
        } else if let Some(cut) = OLD_ENDS.iter().find_map(|end| rest.strip_suffix(end)) {
            (rest, old) = (cut.trim().to_owned(), true);
        } else {
            break;
        }
    }
    if !is_text && !old {
        return None;
    }
    let whole = without_marks(&rest);
    let found = |word: &str| OWN.iter().find(|own| is_meant(own, word));
    if let Some(own) = found(whole) {
        return Some(Seen { own, of: None, old });
    }
    let (of, word) = whole.rsplit_once('.')?;
    let of = Some(of.trim().to_owned());
    let own = found(without_marks(word)).filter(|own| own.name != manifest::FILE)?;
    Some(Seen { own, of, old })
}

/// In one width, in small letters, without blanks at either end.
fn plain(name: &str) -> String {
    let text: String = name.nfkc().collect();
    text.to_lowercase().trim().to_owned()
}

/// A name without what makes it a copy: `(1)`, `_2`, ` - 副本`, `copy of`.
fn without_marks(name: &str) -> &str {
    let mut rest = name.trim();
    loop {
        let was = rest;
        for mark in COPY_OF {
            rest = rest.strip_prefix(mark).unwrap_or(rest).trim_start();
        }
        for mark in COPIES {
            let cut = rest.strip_suffix(mark);
            rest = cut.filter(|cut| !cut.is_empty()).unwrap_or(rest);
        }
        let is_mark = |one: char| one.is_ascii_digit() || " _-()[]".contains(one);
        rest = rest.trim_matches(is_mark);
        if rest == was {
            return rest;
        }
    }
}

/// Whether a word is what people call the file, but for a slip of the hand.
fn is_meant(own: &Own, word: &str) -> bool {
    let words = own.words.iter().copied();
    let is_long = word.chars().count() >= SHORT;
    own.words.contains(&word) || is_long && is_within(word, words, SLIPS)
}

/// The same for a workbook or a document that is asked for by itself.
pub(super) fn tell_beside(documents: &mut Documents, file: &Path) -> Result<(), ReadFault> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    tell(documents, above(file), Some(&stem))
}

/// Every kind of finding about names of files.
pub(super) const NEAR_CODES: &[&Code] = CODES;
