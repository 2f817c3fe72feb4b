//! Workbooks as a whole: what is written reads back, what bureaus publish opens, and no bytes make
//! the reader fall over.

use lungang::finding::{Findings, Severity};
use lungang::input::{Documents, load_documents, read_documents};
use lungang::run;
use lungang::text::Lang;
use lungang::workbook;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn one(name: &str, bytes: Vec<u8>) -> Documents {
    let mut documents = Documents::default();
    documents.files.insert(name.to_owned(), bytes);
    documents
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.0.iter().map(|one| one.code.id).collect()
}

#[test]
fn the_template_reads_with_no_finding() {
    for lang in [Lang::Zh, Lang::En] {
        let documents = one("模板.xlsx", workbook::template(lang).unwrap());
        assert_eq!(read_documents(&documents).findings.0, [], "{lang:?}");
        let checked = run::check(&documents);
        assert!(checked.ready().is_some());
        assert_eq!(checked.columns, None);
    }
}

#[test]
fn every_scenario_as_one_workbook_reads_as_the_same_scenario() {
    for name in ["national", "anshan", "zhangye", "alar", "township", "dehua"] {
        let folder = load_documents(&[root("scenarios").join(name)]).unwrap();
        let plain = run::check(&folder);
        for lang in [Lang::Zh, Lang::En] {
            let bytes = run::one_workbook(&folder, lang).unwrap();
            let book = run::check(&one("全县.xlsx", bytes));
            assert_eq!(codes(&book.findings), codes(&plain.findings), "{name}");
            assert_eq!(book.roster, plain.roster, "{name}");
            assert_eq!(book.inputs, plain.inputs, "{name}");
        }
    }
}

#[cfg(feature = "solver")]
#[test]
fn a_scenario_as_one_workbook_gives_the_same_plan() {
    let folder = root("scenarios/township");
    let documents = load_documents(std::slice::from_ref(&folder)).unwrap();
    let bytes = run::one_workbook(&documents, Lang::Zh).unwrap();
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("one-workbook");
    let planned = run::plan(
        &one("全县.xlsx", bytes),
        &out,
        &run::Asked::default(),
        &lungang::solve::Silent,
    );
    assert!(matches!(planned, Ok(run::Planned::Done(..))));
    let written = std::fs::read(out.join("plan.json")).unwrap();
    let expected = std::fs::read(folder.join("expected/plan.json")).unwrap();
    assert!(written == expected, "the plan of the workbook is another");
}

#[test]
fn pins_and_bans_read_back() {
    let mut documents = load_documents(&[root("tests/golden/input/base")]).unwrap();
    let mut text = String::from_utf8(documents.files["scenario.toml"].clone()).unwrap();
    text.push_str("\n[[pins]]\nteacher = \"T03\"\nschool = \"S2\"\nreason = \"本人要求\"\nauthor = \"局务会\"\n");
    text.push_str("\n[[bans]]\nteacher = \"T01\"\nreason = \"手术\"\nauthor = \"人事股\"\n");
    documents
        .files
        .insert("scenario.toml".into(), text.into_bytes());
    let plain = read_documents(&documents);
    let bytes = run::one_workbook(&documents, Lang::Zh).unwrap();
    let book = read_documents(&one("a.xlsx", bytes));
    assert_eq!(book.findings.0, []);
    let (plain, book) = (plain.roster.unwrap(), book.roster.unwrap());
    assert_eq!((book.pins.len(), book.bans.len()), (1, 1));
    assert_eq!(book.pins[0].reason, plain.pins[0].reason);
    assert_eq!(book.bans[0].school, None);
}

/// Reads a file of the shared folder of real tables; `None`, with the reason printed, without it.
fn real(path: &str) -> Option<Documents> {
    let whole = root("../shared/data").join(path);
    if !whole.exists() {
        eprintln!("skipped: {} is not here", whole.display());
        return None;
    }
    Some(load_documents(&[whole]).unwrap())
}

#[test]
fn what_bureaus_publish_opens_and_is_recognised() {
    // File, the table that it is, and columns that must be recognised.
    let files: [(&str, &str, &[&str]); 11] = [
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
    for (path, table, columns) in files {
        let Some(documents) = real(path) else { return };
        let found = lungang::input::recognise(&documents);
        let one = found.iter().find(|one| one.0 == table);
        let Some((_, known, _)) = one else {
            panic!("{path}: no {table} among {found:?}");
        };
        for column in columns {
            assert!(
                known.iter().any(|one| one == column),
                "{path}: {column} not in {known:?}"
            );
        }
        // Whatever cannot be used is told, with a code.
        let checked = run::check(&documents);
        assert!(
            checked.findings.has_errors(),
            "{path}: no bureau's table is a whole scenario"
        );
    }
}

#[test]
fn every_table_among_the_real_ones_opens() {
    let folder = root("../shared/data");
    if !folder.exists() {
        eprintln!("skipped: {} is not here", folder.display());
        return;
    }
    let mut opened = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
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
            let table = ["csv", "txt", "xls", "xlsx"].contains(&end.as_str());
            let list = path.file_name().is_some_and(|name| name == "optima.csv");
            if !table || list {
                continue;
            }
            let documents = load_documents(std::slice::from_ref(&path)).unwrap();
            let shut = ["I102", "I117", "I118", "I119"];
            let scenario = read_documents(&documents);
            let told = codes(&scenario.findings);
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

#[test]
fn a_million_blank_rows_and_far_cells_get_an_answer() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name("教师").unwrap();
    page.write_string(0, 0, "工号").unwrap();
    page.write_string(1_048_575, 0, "T1").unwrap();
    let scenario = read_documents(&one("a.xlsx", book.save_to_buffer().unwrap()));
    assert!(scenario.findings.has_errors());
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name("教师").unwrap();
    let blank = rust_xlsxwriter::Format::new().set_bold();
    for row in 0..300_000 {
        page.write_blank(row, 0, &blank).unwrap();
    }
    let scenario = read_documents(&one("a.xlsx", book.save_to_buffer().unwrap()));
    assert!(
        codes(&scenario.findings).contains(&"I103"),
        "{:?}",
        codes(&scenario.findings)
    );
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused() {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/workbook.xml", options).unwrap();
    let zeros = vec![0_u8; 1 << 20];
    for _ in 0..300 {
        archive.write_all(&zeros).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 2 << 20);
    let scenario = read_documents(&one("bomb.xlsx", bytes));
    assert!(codes(&scenario.findings).contains(&"I117"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn no_damage_to_a_workbook_makes_reading_panic(
        which in 0usize..3,
        cut in 0.0f64..1.0,
        hits in prop::collection::vec((0.0f64..1.0, any::<u8>()), 0..12),
    ) {
        let files = ["tests/golden/nasty/files/county.xls", "tests/golden/nasty/files/county.ods"];
        let mut bytes = match files.get(which) {
            Some(path) => std::fs::read(root(path)).unwrap(),
            None => workbook::template(Lang::Zh).unwrap(),
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in the file")]
        let at = |share: f64, len: usize| (share * len as f64) as usize;
        for (share, byte) in hits {
            let len = bytes.len();
            bytes[at(share, len)] = byte;
        }
        if cut > 0.5 {
            let len = at(cut, bytes.len());
            bytes.truncate(len);
        }
        let documents = one("a.bin.xls", bytes);
        let scenario = read_documents(&documents);
        prop_assert!(scenario.roster.is_none() || !scenario.findings.has_errors());
        run::copies(&documents, &scenario.findings, Lang::Zh).ok();
    }
}

#[test]
fn a_commented_copy_reads_as_the_same_scenario() {
    let folder = load_documents(&[root("scenarios/township")]).unwrap();
    let bytes = run::one_workbook(&folder, Lang::Zh).unwrap();
    let documents = one("全县.xlsx", bytes);
    let mut findings = run::check(&documents).findings;
    let place = lungang::finding::Place {
        sheet: Some("教师".into()),
        cell: Some("B3".into()),
        ..lungang::finding::Place::file("全县.xlsx").at_row(3)
    };
    let code = lungang::input::INPUT_CODES
        .iter()
        .find(|code| code.id == "I403")
        .unwrap();
    let facts = lungang::words! { teacher: "甲", row: 2, id: "T1" };
    findings.push(lungang::finding::Finding::new(code, facts).at(place));
    let copies = run::copies(&documents, &findings, Lang::Zh).unwrap();
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0].0, "全县（批注）.xlsx");
    let copy = run::check(&one("b.xlsx", copies[0].1.clone()));
    let errors = copy
        .findings
        .0
        .iter()
        .filter(|one| one.severity == Severity::Error);
    assert_eq!(errors.count(), 0);
    assert_eq!(copy.roster, run::check(&documents).roster);
}
