//! Reading: the clean base gives a roster and no finding; every kind of finding has a bad set of
//! files of its own in `tests/golden/input`, of which only the changed files are kept.

use crate::codes::placeholders;
use lungang::finding::{Finding, Severity};
use lungang::input::{
    Documents, Scenario, TABLES, input_codes, load_documents, read_documents, read_scenario,
};
use lungang::text::{Lang, show};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::PathBuf;

fn golden(folder: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/golden/input", folder]
        .iter()
        .collect()
}

fn base() -> Documents {
    load_documents(&[golden("base")]).unwrap()
}

/// The base with the files of a folder laid over it.
fn patched(code: &str) -> Scenario {
    let mut documents = base();
    for entry in std::fs::read_dir(golden(code)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name == "decisions.toml" {
            documents
                .decisions
                .push((name, std::fs::read(path).unwrap()));
        } else if NEAR.contains(&name.as_str()) {
            return near(&path);
        } else if name.ends_with("decisions.toml") {
            let other = (name, std::fs::read(path).unwrap());
            documents.other_decisions.push(other);
        } else if !name.starts_with("findings.") {
            documents.files.insert(name, std::fs::read(path).unwrap());
        }
    }
    read_documents(&documents)
}

/// Files that are called almost as one of the program's own, or as a copy of the policy.
const NEAR: [&str; 2] = ["决定.toml", "policy (1).toml"];

/// The base with this file beside it, as a folder is read.
fn near(file: &std::path::Path) -> Scenario {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(golden("base")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    std::fs::copy(file, folder.path().join(file.file_name().unwrap())).unwrap();
    read_scenario(folder.path()).unwrap()
}

fn rendered(finding: &Finding, lang: Lang) -> String {
    let place = finding.place.clone().unwrap_or_default();
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    format!(
        "{} {severity} {}:{}:{} {} | {} | {}\n",
        finding.code.id,
        place.file,
        place.row.map(|row| row.to_string()).unwrap_or_default(),
        place.column.unwrap_or_default(),
        place.found.unwrap_or_default(),
        finding.says(lang),
        finding.help(lang),
    )
}

/// Every placeholder of its words is filled, and whatever fills has a placeholder, in both languages.
pub(crate) fn facts_fill_the_words(finding: &Finding) {
    let code = finding.code;
    let facts: BTreeSet<_> = finding.blanks.keys().map(String::as_str).collect();
    for lang in [Lang::Zh, Lang::En] {
        let names = [code.says, code.help].map(|text| placeholders(text, lang));
        let names: BTreeSet<_> = names.into_iter().flatten().collect();
        assert_eq!(names, facts, "{} {lang:?}", code.id);
        for fact in finding.blanks.values() {
            assert!(!show(fact, lang).contains('{'), "{} {fact}", code.id);
        }
    }
}

/// Checks one kind of finding on its own bad files.
fn check(code: &'static lungang::finding::Code) {
    let scenario = patched(code.id);
    let mine: Vec<_> = scenario
        .findings
        .0
        .iter()
        .filter(|finding| finding.code == code)
        .collect();
    assert!(!mine.is_empty(), "{} is not found by its files", code.id);
    for finding in mine {
        facts_fill_the_words(finding);
        assert_eq!(finding.severity, code.severity);
    }
    let severe = code.severity == Severity::Error;
    assert!(!severe || scenario.roster.is_none(), "{}", code.id);
    for (lang, name) in [(Lang::Zh, "findings.zh.txt"), (Lang::En, "findings.en.txt")] {
        let lines: String = scenario
            .findings
            .0
            .iter()
            .map(|finding| rendered(finding, lang))
            .collect();
        let path = golden(code.id).join(name);
        snapbox::Assert::new()
            .action_env("SNAPSHOTS")
            .eq(lines, snapbox::Data::read_from(&path, None));
    }
}

#[test]
fn the_clean_base_gives_a_roster_and_no_finding() {
    let scenario = read_scenario(&golden("base")).unwrap();
    assert_eq!(scenario.findings.0, []);
    let roster = scenario.roster.unwrap();
    assert_eq!((roster.schools.len(), roster.teachers.len()), (3, 8));
    assert_eq!(roster.service.len(), 5);
    assert_eq!(roster.classes[2].pupils, [30, 29]);
    assert_eq!(scenario.policies.len(), 1);
}

#[test]
fn every_kind_of_finding_is_found_by_files_of_its_own() {
    let codes = input_codes();
    let ids: BTreeSet<_> = codes.iter().map(|code| code.id).collect();
    assert_eq!(ids.len(), codes.len(), "a number is used twice");
    for code in codes {
        if golden(code.id).exists() {
            check(code);
        } else {
            let planted = [
                crate::nasty::plants,
                crate::study::plants,
                crate::region::plants,
            ];
            // What is wrong in a plan that was edited as a workbook is shown where such workbooks are tried.
            let of_plans = code.id.starts_with('A');
            let planted = of_plans || planted.iter().any(|plants| plants(code.id));
            assert!(planted, "nothing shows {}", code.id);
        }
    }
    for entry in std::fs::read_dir(golden("")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "base" || ids.contains(name.as_str()), "{name}");
    }
}

#[test]
fn a_folder_without_scenario_is_a_fault_with_its_path() {
    let fault = read_scenario(&golden("nowhere")).unwrap_err().to_string();
    assert!(fault.contains("nowhere"), "{fault}");
}

#[test]
fn keys_chinese_and_english_heads_are_the_same() {
    let plain = read_documents(&base());
    for english in [false, true] {
        let mut documents = base();
        for spec in TABLES {
            let path = format!("{}.csv", spec.key);
            let text = String::from_utf8(documents.files[&path].clone()).unwrap();
            let (head, rows) = text.split_once('\n').unwrap();
            let find = |head: &str| spec.columns.iter().find(|column| column.is_called(head));
            let heads: Vec<_> = head
                .split(',')
                .map(|head| find(head).unwrap())
                .map(|column| if english { column.head.en } else { column.key })
                .collect();
            let text = format!("\u{feff}{}\r\n{}", heads.join(","), rows);
            documents.files.insert(path, text.into_bytes());
        }
        let other = read_documents(&documents);
        assert_eq!(other.findings.0, []);
        assert_eq!(other.roster, plain.roster);
    }
}

/// The base with the rows of every table turned by so many places.
fn turned(places: usize) -> Documents {
    let mut documents = base();
    for spec in TABLES {
        let path = format!("{}.csv", spec.key);
        let text = String::from_utf8(documents.files[&path].clone()).unwrap();
        let (head, rows) = text.split_once('\n').unwrap();
        let mut rows: Vec<_> = rows.lines().collect();
        let places = places % rows.len();
        rows.rotate_left(places);
        rows.reverse();
        let text = format!("{head}\n{}\n", rows.join("\n"));
        documents.files.insert(path, text.into_bytes());
    }
    documents
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let plain = read_documents(&base());
    for places in 0..5 {
        let turned = read_documents(&turned(places));
        assert_eq!(turned.findings.0, []);
        assert_eq!(turned.roster, plain.roster);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_bytes_make_reading_panic(
        which in 0usize..14,
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let mut documents = base();
        documents.files[which] = bytes;
        read_documents(&documents);
    }

    #[test]
    fn no_cell_makes_reading_panic(
        which in 0usize..14,
        row in 0usize..6,
        column in 0usize..23,
        cell in "(\\PC{0,12}|[0-9]{1,22}|-?[0-9]{1,6}[-./:；、][0-9]{0,4}|[\"=\\[\\],\n]{1,4})",
    ) {
        let mut documents = base();
        let text = String::from_utf8(documents.files[which].clone()).unwrap();
        let mut rows: Vec<Vec<String>> = text
            .lines()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect();
        let row = row % rows.len();
        let column = column % rows[row].len();
        rows[row][column] = cell;
        let text: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
        documents.files[which] = text.join("\n").into_bytes();
        let scenario = read_documents(&documents);
        prop_assert_eq!(scenario.roster.is_some(), !scenario.findings.has_errors());
    }
}

#[test]
fn the_scenarios_of_this_project_are_clean() {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "scenarios"].iter().collect();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.join("scenario.toml").exists() {
            let scenario = read_scenario(&path).unwrap();
            let told = scenario.findings.0.iter();
            let lines = told.filter(|one| one.severity != Severity::Note);
            let lines: Vec<_> = lines.map(|one| rendered(one, Lang::Zh)).collect();
            assert_eq!(lines, [""; 0], "{}", path.display());
        }
    }
}
