//! Workbooks as a whole: what is written reads back, and no bytes make the reader fall over.

use lungang::domain::Roster;
use lungang::finding::{Findings, Place, Severity};
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
        assert_eq!(checked.columns(), None);
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
            assert_eq!(placeless(&book), placeless(&plain), "{name}");
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
    crate::road::planned(&one("全县.xlsx", bytes), &out);
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
    let code = lungang::input::input_codes()
        .into_iter()
        .find(|code| code.id == "I403")
        .unwrap();
    let facts = lungang::blanks! { teacher: "甲", row: 2, id: "T1" };
    findings.push(lungang::finding::Finding::new(code, facts).at(place));
    let copies = run::copies(&documents, &findings, Lang::Zh).unwrap();
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0].name, "全县（批注）.xlsx");
    let copy = run::check(&one("b.xlsx", copies[0].bytes.clone()));
    let errors = copy
        .findings
        .0
        .iter()
        .filter(|one| one.severity == Severity::Error);
    assert_eq!(errors.count(), 0);
    assert_eq!(placeless(&copy), placeless(&run::check(&documents)));
}

/// The roster without the places where pins and bans are written.
fn placeless(checked: &run::Checked) -> Option<Roster> {
    let mut roster = checked.roster.as_deref()?.clone();
    let pins = roster.pins.iter_mut().map(|one| &mut one.place);
    let places = pins.chain(roster.bans.iter_mut().map(|one| &mut one.place));
    places.for_each(|place| *place = Place::default());
    Some(roster)
}

/// A fresh folder inside the build folder.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn what_was_recognised_is_kept_and_used_the_next_time() {
    let folder = fresh("columns");
    let base = root("tests/golden/input/base");
    for entry in std::fs::read_dir(&base).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    // The roster under a name and heads of the bureau's own.
    let text = std::fs::read_to_string(folder.join("teachers.csv")).unwrap();
    std::fs::remove_file(folder.join("teachers.csv")).unwrap();
    let text = text.replacen("工号,姓名", "教师编号,教师姓名", 1);
    std::fs::write(folder.join("花名册.csv"), text).unwrap();
    let plain = read_documents(&load_documents(&[base]).unwrap());
    let load = || load_documents(std::slice::from_ref(&folder)).unwrap();
    let first = load();
    let scenario = read_documents(&first);
    assert_eq!(codes(&scenario.findings), ["I112"]);
    assert_eq!(scenario.roster, plain.roster);
    let kept = run::keep_columns(&first, scenario.columns.as_deref()).unwrap();
    assert_eq!(kept, folder.join("columns.toml"));
    let again = read_documents(&load());
    assert_eq!(again.findings.0, []);
    assert_eq!(again.roster, plain.roster);
    assert_eq!(run::keep_columns(&load(), again.columns.as_deref()), None);
    // A list of files is the same as their folder.
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    files.sort();
    let listed = read_documents(&load_documents(&files).unwrap());
    assert_eq!(listed.findings.0, []);
    assert_eq!(listed.roster, plain.roster);
}

#[test]
fn a_list_of_files_may_lie_in_several_folders() {
    let folder = root("scenarios/township");
    let plain = read_documents(&load_documents(std::slice::from_ref(&folder)).unwrap());
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    // The tables that scenario.toml places elsewhere, listed and not listed.
    for more in [&["grid.csv", "load.csv"][..], &[]] {
        let mut files = files.clone();
        files.extend(
            more.iter()
                .map(|name| root("scenarios/national").join(name)),
        );
        let listed = read_documents(&load_documents(&files).unwrap());
        assert_eq!(codes(&listed.findings), codes(&plain.findings), "{more:?}");
        assert_eq!(listed.roster, plain.roster);
        assert_eq!(listed.policies, plain.policies);
    }
}

#[test]
fn the_sheets_that_hold_no_table_are_known_by_name() {
    for lang in [Lang::Zh, Lang::En] {
        let documents = one("a.xlsx", workbook::template(lang).unwrap());
        assert!(
            !codes(&read_documents(&documents).findings).contains(&"I115"),
            "{lang:?}"
        );
    }
}
