//! Files that are called almost as one of the program's own are told, and nothing else is.

use lungang::finding::{Finding, Severity};
use lungang::input::load_documents;
use lungang::run::check;
use std::fs;
use std::path::Path;

const NEAR: [(&str, &[&str]); 3] = [
    (
        "decisions.toml",
        &[
            "Decisions.toml",
            "DECISIONS.TOML",
            "decisions.toml.txt",
            "decisions.txt",
            "decisions",
            "decisions (1).toml",
            "decisions（2）.toml",
            "decisions - 副本.toml",
            "decisions_copy.toml",
            "Copy of decisions.toml",
            "复件 decisions.toml",
            "decision.toml",
            "desicions.toml",
            "ｄｅｃｉｓｉｏｎｓ.toml",
            " decisions .toml",
            "决定.toml",
            "人事决定.toml",
            "人事决定2.txt",
        ],
    ),
    (
        "columns.toml",
        &[
            "Columns.toml",
            "columns.toml.txt",
            "columns (1).toml",
            "column.toml",
            "colums.toml",
            "columns - 副本.toml",
            "列名.toml",
            "表头对照.toml",
        ],
    ),
    (
        "scenario.toml",
        &[
            "Scenario.toml",
            "scenario.toml.txt",
            "scenario (1).toml",
            "scenario - 副本.toml",
            "senario.toml",
            "scenarios.toml",
            "情景.toml",
            "情景设定.txt",
        ],
    ),
];

/// The base of the tests of reading, as a folder of its own.
fn base() -> tempfile::TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/input/base");
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    folder
}

fn told(folder: &Path) -> Vec<Finding> {
    let checked = check(&load_documents(&[folder.to_owned()]).unwrap());
    let all = checked.findings.0.into_iter();
    all.filter(|one| one.code.id == "I720").collect()
}

#[test]
fn a_name_that_is_almost_ours_is_asked_where_ours_is_not_there() {
    for (own, names) in NEAR {
        for name in names {
            let base = base();
            let file = base.path().join(own);
            let words = if own == "scenario.toml" {
                fs::read_to_string(&file).unwrap()
            } else {
                String::new()
            };
            fs::remove_file(&file).ok();
            fs::write(base.path().join(name), &words).unwrap();
            let found = told(base.path());
            assert_eq!(found.len(), 1, "{name}");
            assert_eq!(found[0].severity, Severity::Error, "{name}");
            assert_eq!(found[0].place.as_ref().unwrap().file, *name);
            // Beside the own file it is only told.
            fs::write(&file, &words).unwrap();
            let found = told(base.path());
            assert_eq!(found.len(), 1, "{name} beside {own}");
            assert_eq!(found[0].severity, Severity::Warning, "{name}");
        }
    }
}

#[test]
fn an_older_copy_is_asked_for_only_where_the_own_file_is_gone() {
    for name in ["decisions.toml.bak", "decisions.toml~", "decisions.old"] {
        let base = base();
        fs::write(base.path().join(name), "").unwrap();
        assert_eq!(told(base.path()).len(), 1, "{name}");
        fs::write(base.path().join("decisions.toml"), "").unwrap();
        assert!(told(base.path()).is_empty(), "{name}");
    }
}

#[test]
fn what_is_called_otherwise_is_no_slip() {
    let base = base();
    let others = [
        "policy2.toml",
        "决定.docx",
        "会议决定.pdf",
        "readme.txt",
        "说明.txt",
        "河东.decisions.toml",
        "division.toml.png",
        "情景对比.toml",
    ];
    for name in others {
        fs::write(base.path().join(name), "").unwrap();
    }
    fs::write(base.path().join("scenario2.toml"), "base = \".\"\n").unwrap();
    let found = told(base.path());
    assert!(found.is_empty(), "{found:?}");
}

/// The same of a workbook, whose files bear its name.
#[test]
fn files_of_a_workbook_are_told_by_its_name() {
    let near = [
        "本县.Decisions.toml",
        "本县.decisions (1).toml",
        "本县.决定.toml",
        "本县.columns.toml.txt",
        "Decisions.toml",
    ];
    let base = base();
    let documents = load_documents(&[base.path().to_owned()]).unwrap();
    let alone = tempfile::tempdir().unwrap();
    let book = alone.path().join("本县.xlsx");
    fs::write(
        &book,
        lungang::run::one_workbook(&documents, lungang::text::Lang::Zh).unwrap(),
    )
    .unwrap();
    for name in near {
        let file = alone.path().join(name);
        fs::write(&file, "").unwrap();
        assert_eq!(told(&book).len(), 1, "{name}");
        fs::remove_file(&file).unwrap();
    }
    // Files of another workbook are its own.
    fs::write(alone.path().join("邻县.xlsx"), "").unwrap();
    fs::write(alone.path().join("邻县.Decisions.toml"), "").unwrap();
    assert!(told(&book).is_empty());
}
