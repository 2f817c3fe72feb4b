//! Sheets of decisions under other titles, and copies of a policy: read, or told what they are and why not; never proposed
//! as another table.

use lungang::finding::Finding;
use lungang::input::{Documents, load_documents};
use lungang::run::{check, one_workbook};
use lungang::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};

fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// The township as one workbook with a sheet beside it, as a file of its own.
fn with_sheet(name: &str, text: &str) -> (usize, Vec<Finding>) {
    let documents = load_documents(&[scenarios().join("township")]).unwrap();
    let mut bare = documents.clone();
    let scenario = String::from_utf8(documents.files["scenario.toml"].clone()).unwrap();
    let (before, _) = scenario.split_once("[[bans]]").unwrap();
    bare.files.insert("scenario.toml".into(), before.into());
    let book = one_workbook(&bare, Lang::Zh).unwrap();
    let mut both = Documents::default();
    both.files.insert("全县.xlsx".into(), book);
    both.files.insert(name.into(), text.into());
    let checked = check(&both);
    let bans = checked.roster.as_ref().map_or(0, |one| one.bans.len());
    (bans, checked.findings.0)
}

fn at<'f>(found: &'f [Finding], file: &str) -> Vec<&'f str> {
    let here = found
        .iter()
        .filter(|one| one.place.as_ref().is_some_and(|place| place.file == file));
    here.map(|one| one.code.id).collect()
}

#[test]
fn a_list_of_whom_to_keep_away_is_read_or_told_and_never_another_table() {
    let whole = "工号,学校代码,理由,决定人\nT00046,S004,近亲属在该校,人事科\n";
    let cases: [(&str, &str, usize, &str); 9] = [
        ("回避名单.csv", whole, 1, "I112"),
        ("2026年回避名单.csv", whole, 1, "I112"),
        ("亲属回避表.csv", whole, 1, "I112"),
        (
            "回避名单.csv",
            "教师工号,姓名,回避学校,回避原因,批准人\nT00046,杨亮刚,白坝镇双溪村小学,近亲属,人事科\n",
            1,
            "I112",
        ),
        (
            "回避名单.csv",
            "姓名,学校,原因,决定单位\n杨亮刚,白坝镇双溪村小学,近亲属,人事科\n",
            1,
            "I112",
        ),
        // Without whoever decided it is no decision.
        (
            "回避名单.csv",
            "工号,姓名,回避学校,原因\nT00046,杨亮刚,S004,近亲属\n",
            0,
            "I746",
        ),
        ("人员名单.csv", whole, 0, "I746"),
        ("退出名单.csv", whole, 0, "I746"),
        ("指定名单.csv", whole, 0, "I746"),
    ];
    for (name, text, bans, code) in cases {
        let (read, found) = with_sheet(name, text);
        assert_eq!(read, bans, "{name}: {found:?}");
        let here = at(&found, name);
        assert!(here.contains(&code), "{name}: {here:?}");
        assert!(!here.contains(&"I184"), "{name}: {here:?}");
    }
}

#[test]
fn where_scenario_toml_decides_a_sheet_of_decisions_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["national", "township"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        for entry in fs::read_dir(scenarios().join(name)).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                let to = folder.path().join(name).join(entry.file_name());
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    let own = folder.path().join("township");
    let text = "工号,学校代码,理由,决定人\nT00046,S001,近亲属,人事科\n";
    let told = |name: &str, code: &str| {
        let found = check(&load_documents(std::slice::from_ref(&own)).unwrap()).findings;
        at(&found.0, name).contains(&code)
    };
    for name in ["回避名单.csv", "不予安排.csv", "指定去向.csv"] {
        fs::write(own.join(name), text).unwrap();
        assert!(told(name, "I746"), "{name}");
        fs::remove_file(own.join(name)).unwrap();
    }
    // Copies of the policy, as a browser or a person makes them; another policy is none.
    let policy = own.join("policy.toml");
    for (name, copy) in [
        ("policy (1).toml", true),
        ("policy（2）.toml", true),
        ("policy - 副本.toml", true),
        ("policy copy.toml", true),
        ("Copy of policy.toml", true),
        ("policy.toml.txt", true),
        ("policy-2027.toml", false),
        ("policy_new_rules.toml", false),
        ("local.toml", false),
    ] {
        fs::copy(&policy, own.join(name)).unwrap();
        assert_eq!(told(name, "I745"), copy, "{name}");
        fs::remove_file(own.join(name)).unwrap();
    }
}
