//! House rules that no compiler knows: layers, sizes, codes, words, files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file under a folder, in a fixed order, as paths inside the project.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.to_string_lossy().ends_with(ending) {
                found.push(entry.strip_prefix(root()).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

/// The words that follow `before` in a text, each up to the first character that is no part of a
/// name.
fn names_after<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    text.split(before)
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
        })
        .collect()
}

/// Lines of code: comments that fill a line are left out.
pub(crate) fn code(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_module_names_only_those_above_it() {
    let lib = read("src/lib.rs");
    let order = names_after(&code(&lib), "pub mod ")
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    let rank = |name: &str| order.iter().position(|one| one == name);
    let mut wrong = Vec::new();
    for file in files("src", ".rs") {
        let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
        let own = parts[1].trim_end_matches(".rs").to_owned();
        let Some(own_rank) = rank(&own) else { continue };
        let text = code(&read(&file));
        let mut named = names_after(&text, "crate::");
        // `use crate::{finding, text::Text}` names several at once.
        for group in text.split("crate::{").skip(1) {
            let inside = group.split("};").next().unwrap_or_default();
            let firsts = inside.split([',', '{']).map(str::trim);
            named.extend(firsts.map(|part| part.split("::").next().unwrap_or_default()));
        }
        for name in named {
            if rank(name).is_some_and(|rank| rank > own_rank) {
                wrong.push(format!("{}: {own} names {name}", file.display()));
            }
        }
        if own == "solve" && text.contains("crate::audit") {
            wrong.push(format!("{}: solve names audit", file.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "lower layers name higher ones:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let mut long = Vec::new();
    for folder in ["src", "tests/it", "benches"] {
        for file in files(folder, ".rs") {
            let lines = read(&file).lines().count();
            if lines > 400 {
                long.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(
        long.is_empty(),
        "split what is longer than 400 lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests/it", "benches"] {
        for file in files(folder, ".rs") {
            assert!(
                read(&file).starts_with("//! "),
                "{} has no first line of documentation",
                file.display()
            );
        }
    }
}

#[test]
fn nothing_is_left_for_later_and_nothing_is_skipped() {
    // Written in two parts, so that this file does not find itself.
    let marks = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["#[ig", "nore"],
        ["todo", "!("],
        ["unimplemen", "ted!("],
        ["deny(war", "nings)"],
    ];
    let mut found = Vec::new();
    for folder in ["src", "tests/it", "benches"] {
        for file in files(folder, ".rs") {
            let text = read(&file);
            for mark in marks.map(|parts| parts.concat()) {
                if text.contains(&mark) {
                    found.push(format!("{}: {mark}", file.display()));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_case_stands_outside_the_library() {
    // A case inside would have the whole library compiled once more.
    let mark = ["cfg(te", "st)"].concat();
    for file in files("src", ".rs") {
        assert!(
            !read(&file).contains(&mark),
            "{} holds a case",
            file.display()
        );
    }
}

#[test]
fn no_map_whose_order_differs_from_run_to_run() {
    for file in files("src", ".rs") {
        let text = code(&read(&file));
        for name in ["Map", "Set"].map(|kind| format!("Hash{kind}")) {
            assert!(!text.contains(&name), "{} uses {name}", file.display());
        }
    }
}

#[test]
fn no_path_of_anyones_machine() {
    let mut found = Vec::new();
    let mut all = vec![PathBuf::from("README.md"), PathBuf::from("Cargo.toml")];
    for (folder, ending) in [
        ("src", ".rs"),
        ("tests", ""),
        ("benches", ".rs"),
        ("scenarios", ".toml"),
        (".ci", ""),
        (".github", ""),
    ] {
        all.extend(files(folder, ending));
    }
    let marks = ["ho", "wo", "tm", "Us"];
    let ends = ["me/", "rk/", "p/", "ers/"];
    for file in all {
        let Ok(text) = fs::read_to_string(root().join(&file)) else {
            continue;
        };
        for (mark, end) in marks.iter().zip(ends) {
            let mark = format!("/{mark}{end}");
            for line in text.lines().filter(|line| line.contains(&mark)) {
                found.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_top_level_holds_only_what_a_newcomer_expects() {
    let expected = BTreeSet::from([
        ".cargo",
        ".ci",
        ".clippy.toml",
        ".git",
        ".gitattributes",
        ".github",
        ".gitignore",
        ".rustfmt.toml",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "benches",
        // What the first README command writes; ignored by git.
        "my-plan",
        "scenarios",
        "src",
        "target",
        "tests",
    ]);
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            expected.contains(name.as_str()),
            "unexpected at the top: {name}"
        );
    }
}

#[test]
fn the_same_words_are_used_once_only_in_the_list_of_rules() {
    let mut seen = BTreeMap::new();
    for card in lungang::rules::cards() {
        for name in [card.code, card.id.key()] {
            let before = seen.insert(name, card.id);
            assert!(before.is_none(), "{name} names two rules");
        }
        let file = format!("src/rules/{}.rs", card.id);
        assert!(
            root().join(&file).exists(),
            "rule {} must stand in {file}",
            card.id
        );
    }
}

/// Ids that are words of their own too: tables of the county, and what is recruited.
const WORDS_TOO: [&str; 3] = ["recruits", "teaching_posts", "title_posts"];

#[test]
fn the_id_of_a_rule_is_written_where_its_values_are_declared_and_nowhere_else() {
    let texts: Vec<_> = files("src", ".rs")
        .into_iter()
        .map(|file| (file.to_string_lossy().into_owned(), code(&read(&file))))
        .collect();
    let mut stray = Vec::new();
    for card in lungang::rules::cards() {
        let id = card.id.key();
        let own = [
            format!("src/rules/{id}"),
            format!("src/facts/values/{id}.rs"),
        ];
        let quoted = format!("\"{id}\"");
        let written = texts.iter().filter(|(_, text)| text.contains(&quoted));
        let written: Vec<&String> = written.map(|(file, _)| file).collect();
        let is_own = |file: &&String| own.iter().any(|own| file.starts_with(own));
        let (declared, others): (Vec<&String>, Vec<&String>) =
            written.into_iter().partition(is_own);
        assert!(declared.len() == 1, "{id} is declared in {declared:?}");
        if !WORDS_TOO.contains(&id) {
            stray.extend(others.iter().map(|file| format!("{file}: {id}")));
        }
    }
    assert!(stray.is_empty(), "{}", stray.join("\n"));
}
