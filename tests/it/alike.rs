//! What is told alike and is not: schools of one name, columns whose blank means yes, texts that are no plan.

use lungang::input::{load_documents, read_documents, teacher_cells};
use lungang::run::{audit_bytes, check, load, roster_diff};
use lungang::text::Lang;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn two_schools_of_one_name_are_told_apart_by_their_codes_in_every_table() {
    let folder = root().join("tests/golden/input/base");
    let mut documents = load_documents(&[folder]).unwrap();
    let text = String::from_utf8(documents.files["schools.csv"].clone()).unwrap();
    let names: Vec<String> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).unwrap().to_owned())
        .collect();
    let one = text.replace(&format!(",{},", names[1]), &format!(",{},", names[0]));
    assert_ne!(one, text);
    documents
        .files
        .insert("schools.csv".into(), one.into_bytes());
    let read = read_documents(&documents);
    let doubled = read
        .findings
        .0
        .iter()
        .find(|one| one.says(Lang::Zh).contains("已在第"));
    assert!(doubled.is_none(), "{doubled:?}");
}

#[test]
fn a_blank_that_means_yes_is_another_thing_than_no() {
    let folder = root().join("scenarios/township");
    let old = load_documents(&[folder]).unwrap();
    let checked = check(&old);
    let text = String::from_utf8(old.files["teachers.csv"].clone()).unwrap();
    let head: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    for column in ["师德合格", "培训合格"] {
        let at = head.iter().position(|one| *one == column).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut cells: Vec<&str> = lines[1].split(',').collect();
        assert_eq!(cells[at], "");
        for (value, changed) in [("否", 1), ("是", 0)] {
            cells[at] = value;
            let mut lines = lines.clone();
            lines[1] = cells.join(",");
            let mut new = old.clone();
            new.files
                .insert("teachers.csv".into(), lines.join("\n").into_bytes());
            let [was, is] = [&old, &new].map(|one| teacher_cells(one).unwrap());
            let diff = roster_diff(&was, &is, &checked);
            assert_eq!(diff.changed.len(), changed, "{column} {value}");
        }
        lines.clear();
    }
}

#[test]
fn a_text_that_is_no_plan_is_told_in_the_language_asked_for() {
    let checked = check(&load(&[root().join("scenarios/township")]).unwrap());
    let bytes = std::fs::read(root().join("scenarios/township/expected/plan.json")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let cases = [
        text.replacen('{', "", 1),
        text.replacen("\"moves\"", "\"movez\"", 1),
        text.replacen("\"ended\": \"proved\"", "\"ended\": \"limit\"", 1),
        text.replacen("\"share\": 100", "\"share\": \"all\"", 1),
        "[]".into(),
    ];
    for broken in cases {
        let audited = audit_bytes(&checked, broken.as_bytes(), "plan.json");
        let told = audited
            .findings
            .0
            .iter()
            .find(|one| ["A11", "A12"].contains(&one.code.id));
        let words = told.unwrap().says(Lang::Zh);
        assert!(
            !words.contains("missing") && !words.contains("expected"),
            "{words}"
        );
        // What is there and wrong is not told as missing; what is missing is told by its meaning.
        assert!(!words.contains("缺少“limit”"), "{words}");
        let missing = words.contains("缺少");
        assert_eq!(missing, words.contains("交流轮岗人员"), "{words}");
    }
    // Made by hand, without any digest.
    let start = text.find("\n  \"digest\"").unwrap();
    let (before, after) = text.split_at(start);
    let rest = after.trim_start().split_once('\n').map_or("}", |one| one.1);
    let bare = format!("{}\n{rest}", before.trim_end().trim_end_matches(','));
    let audited = audit_bytes(&checked, bare.as_bytes(), "plan.json");
    assert!(audited.holds(), "{:?}", audited.findings.0.first());
}

#[test]
fn the_command_in_the_head_of_a_made_up_county_makes_one_that_can_be_checked() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("alike");
    drop(std::fs::remove_dir_all(&out));
    let base = out.join("national");
    std::fs::create_dir_all(&base).unwrap();
    for file in ["policy.toml", "grid.csv", "load.csv"] {
        std::fs::copy(
            root().join("scenarios/national").join(file),
            base.join(file),
        )
        .unwrap();
    }
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
        command
            .current_dir(&out)
            .args(words)
            .status()
            .unwrap()
            .code()
    };
    let made = [
        "generate",
        "--place",
        "township",
        "--base",
        "../national",
        "--out",
        "made",
    ];
    assert_eq!(run(&made), Some(0));
    assert_eq!(run(&["check", "made"]), Some(0));
}
