//! No file in the folder of a scenario is skipped without a word: it is read, or told.

use lungang::finding::{Finding, Severity};
use lungang::input::{TABLES, load_documents, read_documents};
use std::fs;
use std::path::{Path, PathBuf};

/// A county with every table, in a folder of its own.
fn county(name: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("left-out")
        .join(name);
    drop(fs::remove_dir_all(&to));
    fs::create_dir_all(&to).unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input/base");
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    to
}

/// What is found about one file.
fn told(folder: &Path, file: &str) -> Vec<Finding> {
    let read = read_documents(&load_documents(&[folder.to_owned()]).unwrap());
    assert!(read.roster.is_some(), "{file}: {:?}", read.findings);
    let all = read.findings.0.into_iter();
    all.filter(|one| one.place.as_ref().is_some_and(|place| place.file == file))
        .collect()
}

#[test]
fn a_second_file_of_a_table_is_told_with_what_it_was_meant_as() {
    let folder = county("second");
    for spec in TABLES {
        let rows = fs::read(folder.join(format!("{}.csv", spec.key))).unwrap();
        let zh = spec.name.zh;
        for name in [
            format!("{zh}.csv"),
            format!("{zh}（二）.csv"),
            format!("{}-2.txt", spec.key),
        ] {
            fs::write(folder.join(&name), &rows).unwrap();
            let told = told(&folder, &name);
            let left = told.iter().find(|one| one.code.id == "I184");
            let left = left.unwrap_or_else(|| panic!("{name}: {told:?}"));
            assert_eq!(left.severity, Severity::Warning);
            assert_eq!(left.blanks["table"], serde_json::json!(spec.name), "{name}");
            fs::remove_file(folder.join(&name)).unwrap();
        }
    }
}

#[test]
fn a_table_that_need_not_be_there_is_read_under_its_chinese_name() {
    for spec in TABLES.iter().filter(|spec| spec.optional) {
        let folder = county("renamed");
        let whole = read_documents(&load_documents(std::slice::from_ref(&folder)).unwrap());
        let renamed = folder.join(format!("{}.csv", spec.name.zh));
        fs::rename(folder.join(format!("{}.csv", spec.key)), renamed).unwrap();
        let read = read_documents(&load_documents(&[folder]).unwrap());
        let (is, was) = (read.roster.unwrap(), whole.roster.unwrap());
        let text = |roster| serde_json::to_string(roster).unwrap();
        assert_eq!(text(&is), text(&was), "{}", spec.key);
    }
}

#[test]
fn a_file_that_cannot_be_read_stops_nobody_and_is_told() {
    let folder = county("unreadable");
    let files: [(&str, &[u8]); 3] = [
        ("教师名册2026.xlsx", b"PK\x03\x04 broken"),
        ("备忘.txt", "开会".as_bytes()),
        ("老表.et", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 broken"),
    ];
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
        let told = told(&folder, name);
        assert!(!told.is_empty(), "{name}");
        let stops = told.iter().any(|one| one.severity == Severity::Error);
        assert!(!stops, "{name}: {told:?}");
    }
}
