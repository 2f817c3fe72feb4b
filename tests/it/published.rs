//! Tables that ministries and bureaus have published, read where they lie beside the project: each is
//! opened, and what it is and what its heads mean is recognised. Skipped where they are not there.

use lungang::input::{Documents, load_documents, read_documents, recognise};
use lungang::run;
use std::path::{Path, PathBuf};

/// A file, the table that it is, and columns that must be recognised.
type Published = (&'static str, &'static str, &'static [&'static str]);

const FILES: &[Published] = &[
    (
        "tw-moe-raw/102_basej.txt",
        "schools",
        &["id←學校代碼", "name←學校名稱"],
    ),
    (
        "tw-moe-raw/103_basec.txt",
        "schools",
        &["id←學校代碼", "name←學校名稱"],
    ),
    (
        "tw-moe-raw/103_basej.txt",
        "schools",
        &["id←學校代碼", "name←學校名稱"],
    ),
    (
        "tw-moe-raw/110_basec.xls",
        "schools",
        &["id←學校代碼", "township←鄉鎮市區"],
    ),
    (
        "tw-moe-raw/110_basej.xlsx",
        "schools",
        &["id←學校代碼", "township←鄉鎮市區"],
    ),
    (
        "cn-guangzhou-baiyun/模板_2025_在编教师.xlsx",
        "teachers",
        &[
            "subject←主教学科（只能选一门）",
            "identity←身份证号码（文本格式）",
            "status←2025年9月在岗状态",
        ],
    ),
    (
        "cn-guangzhou-baiyun/模板_2024_在编教师.xlsx",
        "teachers",
        &[
            "at_school_since←进入现单位任教时间",
            "status←2024年9月在岗状态",
        ],
    ),
    (
        "cn-guangzhou-baiyun/模板_2025_编外教师.xlsx",
        "teachers",
        &["at_school_since←入现单位时间"],
    ),
    (
        "cn-guangzhou-baiyun/学校详细信息_表头_GBK.csv",
        "schools",
        &["id←机构代码", "name←单位名称"],
    ),
    (
        "cn-fujian-import-templates/import_teacher_rebuilt.xls",
        "teachers",
        &[
            "id←教师编号",
            "quota_school←单位标识码/学校编码（请查询单位标识码表）",
        ],
    ),
    (
        "cn-fujian-import-templates/import_school_rebuilt.xls",
        "schools",
        &["id←学校编码", "kind←学校类型"],
    ),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data")
}

/// Whether the tables lie beside the project; if not, that is printed.
#[allow(clippy::print_stdout, reason = "a skipped case says why")]
fn is_here() -> bool {
    let here = folder().exists();
    if !here {
        println!("skipped: ../shared/data is not here");
    }
    here
}

fn load(path: &Path) -> Documents {
    load_documents(&[path.to_owned()]).unwrap()
}

#[test]
fn what_bureaus_publish_is_recognised() {
    if !is_here() {
        return;
    }
    for (path, table, columns) in FILES {
        let documents = load(&folder().join(path));
        let found = recognise(&documents);
        let Some((_, known)) = found.iter().find(|one| one.0 == *table) else {
            panic!("{path}: no {table} among {found:?}");
        };
        for column in *columns {
            assert!(
                known.iter().any(|one| one == column),
                "{path}: {column} not in {known:?}"
            );
        }
        // Whatever cannot be used is told, with a code.
        let checked = run::check(&documents);
        assert!(
            checked.findings.has_errors(),
            "{path}: no published table is a whole scenario"
        );
    }
}

#[test]
fn every_published_table_opens() {
    if !is_here() {
        return;
    }
    let shut = ["I102", "I117", "I118", "I119"];
    let mut opened = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let Ok(files) = std::fs::read_dir(entry.unwrap().path()) else {
            continue;
        };
        for file in files {
            let path = file.unwrap().path();
            let end = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            if !["csv", "txt", "xls", "xlsx"].contains(&end.as_str()) {
                continue;
            }
            let findings = read_documents(&load(&path)).findings.0;
            let told: Vec<_> = findings.iter().map(|one| one.code.id).collect();
            assert!(
                !told.iter().any(|code| shut.contains(code)),
                "{}: {told:?}",
                path.display()
            );
            opened += 1;
        }
    }
    assert!(opened >= 18, "{opened}");
}
