//! No key of a table, a rule, a value or a list of words stands among Chinese words: an officer never typed one.

use crate::codes::all;
#[cfg(feature = "solver")]
use lungang::finding::Finding;
use lungang::input::TABLES;
use lungang::rules::cards;
#[cfg(feature = "solver")]
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Keys of more than one word: such a word is no name of a file, no option and no unit.
static KEYS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let mut keys = BTreeSet::new();
    for table in TABLES {
        keys.insert(table.key);
        for column in table.columns {
            keys.insert(column.key);
            keys.extend(column.kind.choices().iter().map(|one| one.key));
        }
    }
    for card in cards() {
        keys.insert(card.id.key());
    }
    keys
});

/// Where an officer types keys, they are what is spoken of: settings, policies and changes of single values.
const TYPED: [&str; 2] = ["scenario.toml", "policy"];

/// Words with a meaning of their own beside that of a key.
const WORDS: [&str; 9] = [
    "id", "name", "from", "to", "code", "title", "lungang", "template", "terms",
];

/// The keys among the words of a sentence, but those of file names, options and changes that are typed.
pub(crate) fn keys_in(words: &str) -> Vec<String> {
    // What is entered into a settings file is written as it is entered.
    if words.contains(".toml") {
        return Vec::new();
    }
    let is_key_letter = |one: char| one.is_ascii_lowercase() || one == '_';
    let typed = |one: char| one.is_ascii_alphanumeric() || "_.-/=<>[]{}".contains(one);
    let parts = words.split(|one| !typed(one));
    let parts = parts.filter(|part| part.chars().all(is_key_letter) && !WORDS.contains(part));
    let keys = parts.filter(|part| KEYS.contains(part));
    keys.map(str::to_owned).collect()
}

/// Findings that tell places in a plan's own file, which are called as they stand there.
#[cfg(feature = "solver")]
const PATHS: [&str; 5] = ["A30", "A31", "A32", "A33", "A34"];

/// The keys in what a finding says in Chinese, but where its place is one in which keys are typed.
#[cfg(feature = "solver")]
pub(crate) fn leaks(finding: &Finding) -> Vec<String> {
    if PATHS.contains(&finding.code.id) {
        return Vec::new();
    }
    let place = finding.place.as_ref().map_or("", |one| one.file.as_str());
    if TYPED.iter().any(|typed| place.contains(typed)) || place == "--set" {
        return Vec::new();
    }
    let words = [finding.says(Lang::Zh), finding.help(Lang::Zh)];
    words.iter().flat_map(|words| keys_in(words)).collect()
}

#[test]
fn no_kind_of_finding_has_a_key_among_its_chinese_words() {
    assert_eq!(
        keys_in("教师表（teachers）的 work_school 列"),
        ["teachers", "work_school"]
    );
    assert!(keys_in("teachers.csv、--set schools.S07.closing=yes、rules.quota").is_empty());
    for code in all() {
        let keys = [code.says.zh, code.help.zh].map(keys_in).concat();
        // What is typed into a file is called as it is typed.
        let typed = ["I7", "I8", "I12", "P"]
            .iter()
            .any(|begins| code.id.starts_with(begins));
        assert!(
            typed || keys.is_empty(),
            "{}: {keys:?} in {}{}",
            code.id,
            code.says.zh,
            code.help.zh
        );
    }
}

#[test]
fn no_finding_about_tables_has_a_key_among_its_chinese_words() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input");
    let mut cases = 0;
    for case in fs::read_dir(folder).unwrap() {
        let file = case.unwrap().path().join("findings.zh.txt");
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        for line in text.lines() {
            // Code and place, then words and what to do.
            let (place, words) = line.split_once(" | ").unwrap_or((line, ""));
            if TYPED.iter().any(|typed| place.contains(typed)) {
                continue;
            }
            cases += 1;
            let keys = keys_in(words);
            assert!(keys.is_empty(), "{keys:?} in {line}");
        }
    }
    assert!(cases > 80, "{cases}");
}
