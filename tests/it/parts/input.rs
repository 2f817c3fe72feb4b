//! Files, sheets and heads: what stands in a cell, which row it is, which column a head means.

use super::files::{add, base, codes, one, put, rows};
use crate::tiny;
use encoding_rs::{BIG5, GB18030};
use lungang::domain::{QuotaTotal, Stage};
use lungang::input::tables::QUOTA;
use lungang::input::{
    CellKind, Column, ColumnOf, PLAN_SHEETS, RecordTable, Records, SETTINGS, TABLES, TableSpec,
    plain_head, plain_sheets, read_documents, recognise,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[test]
fn numbers_are_shown_as_a_spreadsheet_shows_them() {
    let numbers = [
        (7.0, "7"),
        (7.000_000_000_000_001, "7"),
        (0.1 + 0.2, "0.3"),
        (3_135_003_211.0, "3135003211"),
        (350_102_198_703_040_012.0, "3.50102E+17"),
        (1987.1, "1987.1"),
        (-0.5, "-0.5"),
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, (number, _)) in (0..).zip(numbers) {
        sheet.write_number(row, 0, number).unwrap();
    }
    let read = plain_sheets("a.xlsx", &book.save_to_buffer().unwrap());
    let shown: Vec<_> = read[0].1.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(shown, numbers.map(|(_, text)| text));
}

type Rows = Vec<(usize, Vec<String>)>;

/// The rows of a text file that are not blank, with their numbers, and what is told of its letters,
/// marks and quotes.
fn text_file(bytes: &[u8]) -> (Rows, Vec<&'static str>) {
    let sheets = plain_sheets("a.csv", bytes).into_iter();
    let rows = sheets.flat_map(|(_, rows)| (1..).zip(rows));
    let rows = rows.filter(|(_, cells)| !cells.is_empty()).collect();
    let told = read_documents(&one("a.csv", bytes)).findings;
    let told = told.0.iter().map(|one| one.code.id);
    let of_text = |id: &&str| ["I102", "I110", "I113", "I114"].contains(id);
    (rows, told.filter(of_text).collect())
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let text = "\u{feff}某县学校一览\r\n学校代码,学校名称\r\n\r\nS1,\"甲\r\n校\"\r\nS2,乙校\r\n";
    let (rows, told) = text_file(text.as_bytes());
    let numbers: Vec<_> = rows.iter().map(|row| row.0).collect();
    assert_eq!((numbers, told), (vec![1, 2, 4, 5], vec![]));
}

#[test]
fn every_encoding_and_separator_gives_the_same_cells() {
    let plain = "学校代码,学校名称\nS1,龍山國小\n";
    let want: Rows = vec![
        (1, vec!["学校代码".into(), "学校名称".into()]),
        (2, vec!["S1".into(), "龍山國小".into()]),
    ];
    assert_eq!(text_file(plain.as_bytes()), (want.clone(), vec![]));
    assert_eq!(
        text_file(&GB18030.encode(plain).0),
        (want.clone(), vec!["I113"])
    );
    let wide: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(plain.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(text_file(&wide), (want.clone(), vec![]));
    for (mark, told) in [("\t", None), (";", Some("I114")), ("，", Some("I114"))] {
        let text = plain.replace(',', mark);
        assert_eq!(
            text_file(text.as_bytes()),
            (want.clone(), Vec::from_iter(told)),
            "{mark}"
        );
    }
    let taiwan = "學校代碼,學校名稱\n011301,龍山國小\n";
    let (rows, told) = text_file(&BIG5.encode(taiwan).0);
    assert_eq!((rows[0].1[0].as_str(), told), ("學校代碼", vec!["I113"]));
}

const MANIFEST: &str =
    "title = { zh = \"某县\", en = \"A county\" }\nreckoning_date = \"2026-08-31\"\n";

#[test]
fn paths_are_seen_from_the_folder_of_the_scenario() {
    // Each policy names the next, as seen from its own folder.
    let mut documents = base();
    let grid = documents.files.shift_remove("grid.csv").unwrap();
    let manifest = format!(
        "{MANIFEST}policy = \"../anshan/policy.toml\"\n[tables]\ngrid = \"../national/grid.csv\"\n"
    );
    for (path, text) in [
        ("scenario.toml", manifest.as_str()),
        (
            "../anshan/policy.toml",
            "extends = \"../national/policy.toml\"",
        ),
        ("../national/policy.toml", "extends = 'base\\x.toml'"),
        ("../national/base/x.toml", ""),
    ] {
        let text = text.as_bytes().to_vec();
        documents.files.insert(path.to_owned(), text);
    }
    documents
        .files
        .insert("../national/grid.csv".to_owned(), grid);
    let read = read_documents(&documents);
    let files: Vec<_> = read.policies.iter().map(|one| one.file.as_str()).collect();
    let chain = [
        "national/base/x.toml",
        "national/policy.toml",
        "anshan/policy.toml",
    ];
    assert_eq!(files, chain, "{:?}", read.findings);
    let plain = read_documents(&base()).roster.unwrap();
    assert_eq!(read.roster.unwrap().grid, plain.grid);
    // A file is called so by the officer.
    let far = one("../../national/grid.csv", b"");
    let names: Vec<_> = far.originals().map(|(name, _)| name).collect();
    assert_eq!(names, ["national/grid.csv"]);
    for (path, absolute) in [("/a", true), ("C:\\a", true), ("a/b", false)] {
        let text = format!("{MANIFEST}policy = '{path}'\n");
        let read = read_documents(&one("scenario.toml", text.as_bytes()));
        let told = read.findings.0.iter().any(|one| one.code.id == "I127");
        assert_eq!(told, absolute, "{path}");
    }
}

/// The totals of the county, with a column that came later.
#[derive(Clone, Default, Serialize)]
struct Longer {
    stage: Stage,
    heads: u32,
    spare: bool,
}

const fn aside(key: &'static str) -> ColumnOf<Longer> {
    ColumnOf::aside(Column::may(key, key, key, CellKind::FreeText), |_, _, _| {})
}

const LONGER: &[ColumnOf<Longer>] = &[aside("stage"), aside("heads"), aside("spare").later()];

fn row(spare: bool) -> Vec<Longer> {
    let (stage, heads) = (Stage::Junior, 7);
    vec![Longer {
        stage,
        heads,
        spare,
    }]
}

static BLANK: LazyLock<Vec<Longer>> = LazyLock::new(|| row(false));
static FILLED: LazyLock<Vec<Longer>> = LazyLock::new(|| row(true));

#[test]
fn a_later_column_leaves_the_digest_of_blank_cells_as_it_was() {
    let mut roster = tiny::roster();
    let (stage, heads) = (Stage::Junior, 7);
    roster.quota = vec![QuotaTotal { stage, heads }];
    let old = QUOTA.canonical(&roster);
    assert_eq!(old, serde_json::to_vec(&roster.quota).unwrap());
    let table = |rows| RecordTable {
        spec: TableSpec::new("quota", "编制", "quota"),
        fields: LONGER,
        blank: Longer::default,
        rows,
    };
    assert_eq!(table(|_| &BLANK).canonical(&roster), old);
    assert_ne!(table(|_| &FILLED).canonical(&roster), old);
}

/// The table of teachers with some heads written otherwise, as `key←head`.
fn recognised(change: impl Fn(&mut Vec<Vec<String>>)) -> Vec<String> {
    let mut documents = base();
    let mut all = rows(&documents, "teachers.csv");
    change(&mut all);
    put(&mut documents, "teachers.csv", &all);
    let tables = recognise(&documents).into_iter();
    let mut tables = tables.filter(|(table, _)| *table == "teachers");
    tables.next().unwrap().1
}

#[test]
fn heads_are_known_in_any_width_and_with_instructions() {
    for (head, own, key) in [
        ("* 姓 名", "姓名", "name"),
        ("主教学科（只能选一门）", "主教学科", "subject"),
        ("主教学科(必填)", "主教学科", "subject"),
        ("2025年9月在岗状态", "在岗状态", "status"),
        ("２０２５年在岗状态", "在岗状态", "status"),
        ("周课时（节）", "周课时", "weekly_periods"),
        ("出生\n年月", "出生年月", "birth"),
        ("BIRTH", "出生年月", "birth"),
    ] {
        let columns = recognised(|rows| {
            let at = rows[0].iter().position(|one| one == own).unwrap();
            head.clone_into(&mut rows[0][at]);
        });
        assert!(columns.contains(&format!("{key}←{head}")), "{columns:?}");
    }
    let plain = recognised(|_| {});
    for head in ["年月", ""] {
        let columns = recognised(|rows| {
            for row in rows.iter_mut() {
                row.insert(0, "2001-09".to_owned());
            }
            head.clone_into(&mut rows[0][0]);
        });
        assert_eq!(columns, plain, "{head}");
    }
}

#[test]
fn no_head_means_two_columns_of_one_table() {
    let mut means: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for spec in SETTINGS.iter().chain(TABLES).chain(PLAN_SHEETS) {
        for column in spec.columns {
            let own = [column.key, column.head.zh, column.head.en];
            let heads = own.iter().chain(column.aliases).chain(column.close);
            for head in heads {
                let all = means.entry((spec.key, plain_head(head))).or_default();
                all.insert(column.key);
            }
        }
    }
    for (head, columns) in means {
        assert_eq!(columns.len(), 1, "{head:?}: {columns:?}");
    }
}

#[test]
fn columns_are_called_as_a_spreadsheet_calls_them() {
    const BORN: &str = "出生年月";
    let names = [0, 25, 26, 51, 52, 701, 702, 16_383].map(|at| {
        let mut documents = base();
        let number = add(
            &mut documents,
            "teachers.csv",
            &[("工号", "X0"), (BORN, "三月")],
        );
        let mut all = rows(&documents, "teachers.csv");
        let old = all[0].iter().position(|one| one == BORN).unwrap();
        for row in &mut all {
            let cell = row.remove(old);
            row.resize(row.len().max(at), String::new());
            row.insert(at, cell);
        }
        put(&mut documents, "teachers.csv", &all);
        let findings = read_documents(&documents).findings;
        assert_eq!(codes(&findings, number, BORN), ["I136"]);
        let told = super::files::told(&findings, number, BORN);
        let cell = told[0].place.clone().unwrap().cell.unwrap();
        cell.trim_end_matches(&number.to_string()).to_owned()
    });
    assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
}
