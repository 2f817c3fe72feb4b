//! The workbooks that go with a plan: read back to the same verdicts, edited cell by cell, harmless
//! whatever people and schools are called, and the same bytes every time.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use lungang::annex::{Annex, filing_book, plan_book, school_book};
use lungang::domain::Protection;
use lungang::facts::Facts;
use lungang::finding::{Finding, Severity};
use lungang::input::load_documents;
use lungang::input::plan_sheets::{MOVES, POSTS};
use lungang::plan::{MoveDoc, Plan, to_json};
use lungang::report::summary;
use lungang::run::{Audited, Checked, audit_bytes, check};
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;

const SCENARIOS: [&str; 6] = ["alar", "anshan", "dehua", "national", "township", "zhangye"];

pub(crate) fn shipped(name: &str) -> (Checked, Plan) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name);
    let documents = load_documents(std::slice::from_ref(&folder)).unwrap();
    let bytes = fs::read(folder.join("expected/plan.json")).unwrap();
    (check(&documents), serde_json::from_slice(&bytes).unwrap())
}

pub(crate) fn book(checked: &Checked, plan: &Plan, lang: Lang) -> Vec<u8> {
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    plan_book(&Annex::new(&facts, plan, lang)).unwrap()
}

/// What the auditor says, but for what only a document has.
pub(crate) fn said(audited: &Audited) -> (Vec<String>, Vec<(String, bool, i64)>) {
    let of_plan = |one: &&Finding| one.code.id.starts_with('R');
    let mut findings: Vec<String> = audited
        .findings
        .0
        .iter()
        .filter(of_plan)
        .map(|one| format!("{} {:?} {}", one.code.id, one.about, one.says(Lang::En)))
        .collect();
    findings.sort();
    let rules = &audited.audit.as_ref().unwrap().rules;
    let rules = rules
        .iter()
        .map(|one| (String::from(one.rule), one.holds, one.shortfall));
    (findings, rules.collect())
}

pub(crate) type Sheet = (String, Vec<Vec<Data>>);

pub(crate) fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            (name, range.rows().map(<[Data]>::to_vec).collect())
        })
        .collect()
}

#[test]
fn a_plan_reads_back_from_its_workbook_to_the_same_verdicts() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let document = audit_bytes(&checked, &to_json(&plan), "plan.json");
        for lang in [Lang::Zh, Lang::En] {
            let bytes = book(&checked, &plan, lang);
            assert_eq!(bytes, book(&checked, &plan, lang), "{name}: same bytes");
            let audited = audit_bytes(&checked, &bytes, "plan.xlsx");
            assert_eq!(said(&document), said(&audited), "{name}");
            assert!(audited.holds());
            let others = audited
                .findings
                .0
                .iter()
                .filter(|one| !one.code.id.starts_with('R'));
            let others: Vec<_> = others.map(|one| one.code.id).collect();
            let from_tables: Vec<_> = checked.findings.0.iter().map(|one| one.code.id).collect();
            assert_eq!(
                others, from_tables,
                "{name}: nothing is said of our own workbook"
            );
            let read = audited.doc.unwrap();
            let letters = |plan: &Plan| {
                let letter = |one: &MoveDoc| {
                    let of = (one.teacher.clone(), one.from.clone(), one.to.clone());
                    let when = (one.form, one.start, one.end, one.share);
                    (of, when, one.quota_goes, one.bed)
                };
                plan.moves.iter().map(letter).collect::<BTreeSet<_>>()
            };
            assert_eq!(letters(&read), letters(&plan));
            assert_eq!(read.scenario.inputs, plan.scenario.inputs);
        }
    }
}

#[test]
fn the_summary_of_every_scenario_is_the_expected_one() {
    for name in SCENARIOS {
        let (_, plan) = shipped(name);
        let file = format!("scenarios/{name}/expected/summary.md");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let expected = snapbox::Data::read_from(&file, Some(snapbox::data::DataFormat::Text));
        snapbox::Assert::new()
            .action_env("SNAPSHOTS")
            .eq(summary(&plan, Lang::Zh), expected);
        let english = summary(&plan, Lang::En);
        assert!(
            english.contains("# ") && !english.contains("、"),
            "{english}"
        );
    }
}

#[test]
fn the_indicators_of_the_schools_add_up_to_those_of_the_county() {
    let mut seen = 0;
    for name in SCENARIOS {
        let (_, plan) = shipped(name);
        let rule = plan.rules.iter().find(|one| one.id == "per_pupil_staff");
        let Some(rule) = rule else { continue };
        let all = || plan.schools.iter().flat_map(|school| &school.indicators);
        let short: i64 = all().map(|one| (one.need - one.after).max(0)).sum();
        assert_eq!(short, rule.shortfall, "{name}");
        let reached = all().filter(|one| one.after >= one.need).count();
        let told: i64 = rule.measures.iter().map(|one| one.numerator).sum();
        assert_eq!(i64::try_from(reached).unwrap(), told, "{name}");
        let of: i64 = rule.measures.iter().map(|one| one.denominator).sum();
        assert_eq!(i64::try_from(all().count()).unwrap(), of, "{name}");
        seen += 1;
    }
    assert!(seen >= 4, "only {seen} scenarios have the rule on");
}

/// Parts of a workbook, each with its name.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..package.len())
        .map(|no| {
            let mut part = package.by_index(no).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The workbook with other words in one cell, such as `F5` of the second sheet, as Excel would save it.
pub(crate) fn with_cell(bytes: &[u8], sheet: usize, cell: &str, words: &str) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut part) in parts(bytes) {
        if name == format!("xl/worksheets/sheet{}.xml", sheet + 1) {
            let text = String::from_utf8(part).unwrap();
            let (before, rest) = text.split_once(&format!("<c r=\"{cell}\"")).unwrap();
            let (head, rest) = rest.split_once('>').unwrap();
            // What is blank ends where it begins.
            let rest = if head.ends_with('/') {
                rest
            } else {
                rest.split_once("</c>").unwrap().1
            };
            let style = head.trim_end_matches('/').split(" t=").next().unwrap();
            let inline = format!(" t=\"inlineStr\"><is><t>{words}</t></is></c>");
            part = format!("{before}<c r=\"{cell}\"{style}{inline}{rest}").into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&part).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Sheet and cell of a column in the row of a mover.
pub(crate) fn cell_of(bytes: &[u8], teacher: &str, head: &str) -> (usize, String) {
    let all = sheets(bytes);
    let no = all.iter().position(|one| one.0 == MOVES.name.zh).unwrap();
    let rows = &all[no].1;
    let heads = rows
        .iter()
        .position(|row| row.iter().any(|cell| cell == "工号"))
        .unwrap();
    let column = |head: &str| rows[heads].iter().position(|cell| cell == head).unwrap();
    let row = rows
        .iter()
        .position(|row| row[column("工号")] == *teacher)
        .unwrap();
    let letter = char::from(b'A' + u8::try_from(column(head)).unwrap());
    (no, format!("{letter}{}", row + 1))
}

#[test]
fn somebody_moved_in_the_workbook_is_judged_as_in_the_document() {
    let mut edits = 0;
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, _) = checked.ready().unwrap();
        let bytes = book(&checked, &plan, Lang::Zh);
        for (no, one) in plan.moves.iter().enumerate().take(6) {
            let school = &roster.schools[(no * 5 + 3) % roster.schools.len()];
            let (sheet, cell) = cell_of(&bytes, &one.teacher, "交流轮岗单位名称");
            let edited = with_cell(&bytes, sheet, &cell, &school.name);
            let mut plan = plan.clone();
            plan.moves[no].to.clone_from(&school.id);
            let document = audit_bytes(&checked, &to_json(&plan), "plan.json");
            let audited = audit_bytes(&checked, &edited, "plan.xlsx");
            assert_eq!(said(&document), said(&audited), "{name} {cell}");
            edits += usize::from(!audited.holds());
            // A row that says 0-无 moves nobody.
            let (sheet, cell) = cell_of(&bytes, &one.teacher, "交流轮岗类型");
            let struck = with_cell(&bytes, sheet, &cell, "0-无");
            let audited = audit_bytes(&checked, &struck, "plan.xlsx");
            assert_eq!(audited.doc.unwrap().moves.len(), plan.moves.len() - 1);
        }
    }
    assert!(edits >= 15, "only {edits} edits break anything");
}

#[test]
fn a_cell_that_cannot_be_read_is_named_with_its_place() {
    let (checked, plan) = shipped("township");
    let bytes = book(&checked, &plan, Lang::Zh);
    let who = &plan.moves[0].teacher;
    for (head, words) in [
        ("交流轮岗单位名称", "不存在的学校"),
        ("工号", "T99999"),
        ("开始年月", "九月"),
        ("交流轮岗类型", "随便"),
        ("是否调动人事关系", "也许"),
    ] {
        let (sheet, cell) = cell_of(&bytes, who, head);
        let audited = audit_bytes(
            &checked,
            &with_cell(&bytes, sheet, &cell, words),
            "方案.xlsx",
        );
        let errors = audited
            .findings
            .0
            .iter()
            .filter(|one| one.severity == Severity::Error);
        let told = errors.filter_map(|one| one.place.as_ref()).find(|place| {
            place.cell.as_ref() == Some(&cell) && place.sheet.as_deref() == Some(MOVES.name.zh)
        });
        assert!(
            told.is_some_and(|place| place.found.as_deref() == Some(words)),
            "{head}"
        );
        assert!(!audited.holds());
    }
}

/// The workbook with other words in the place of some, wherever they stand.
pub(crate) fn reworded(bytes: &[u8], words: &[(&str, &str)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, mut part) in parts(bytes) {
        if let Ok(text) = String::from_utf8(part.clone()) {
            let said = words.iter();
            let said = said.fold(text, |text, (was, is)| text.replace(was, is));
            part = said.into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&part).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_without_its_main_sheets_is_told() {
    let (checked, plan) = shipped("township");
    let bytes = book(&checked, &plan, Lang::Zh);
    let codes = |bytes: &[u8]| {
        let audited = audit_bytes(&checked, bytes, "plan.xlsx");
        let codes: Vec<_> = audited.findings.0.iter().map(|one| one.code.id).collect();
        (codes, audited.doc)
    };
    let (ours, doc) = codes(&bytes);
    let moves = doc.unwrap().moves;
    assert!(!ours.iter().any(|code| code.starts_with("A4")), "{ours:?}");
    // A sheet under another title is read by its heads, which is told.
    let (roll, doc) = codes(&reworded(&bytes, &[(MOVES.name.zh, "名单")]));
    assert!(roll.contains(&"A41"), "{roll:?}");
    assert_eq!(doc.unwrap().moves, moves);
    // Without its heads it is no roll.
    let gone = [(MOVES.name.zh, "名单"), ("交流轮岗单位名称", "某处")];
    let (roll, doc) = codes(&reworded(&bytes, &gone));
    assert!(roll.contains(&"A16") && doc.is_none(), "{roll:?}");
    // Without posts everybody is seated by the goals, and nothing else changes.
    let gone = [(POSTS.name.zh, "某表"), ("任教教师工号", "某人")];
    let (posts, doc) = codes(&reworded(&bytes, &gone));
    let seated = if cfg!(feature = "solver") {
        "A67"
    } else {
        "A29"
    };
    assert!(posts.contains(&seated), "{posts:?}");
    assert_eq!(doc.unwrap().moves, moves);
    let (broken, doc) = codes(&bytes[..bytes.len().div_ceil(2)]);
    assert!(broken.contains(&"I119") && doc.is_none(), "{broken:?}");
}

/// A name that is not that of the id beside it is an error at its very cell, whatever the sheet.
#[test]
fn id_and_name_agree_in_every_sheet() {
    let (checked, plan) = shipped("township");
    let bytes = book(&checked, &plan, Lang::Zh);
    let name = &plan.moves[0].name;
    let wrong = reworded(&bytes, &[(name, "某某某")]);
    let audited = audit_bytes(&checked, &wrong, "plan.xlsx");
    let told = audited.findings.0.iter().filter(|one| one.code.id == "A40");
    let sheets: BTreeSet<_> = told
        .map(|one| one.place.clone().unwrap())
        .map(|place| (place.sheet.unwrap(), place.cell.is_some()))
        .collect();
    for sheet in [MOVES.name.zh, POSTS.name.zh] {
        assert!(sheets.contains(&(sheet.to_owned(), true)), "{sheets:?}");
    }
    assert!(!audited.holds());
}

/// The last sheet, where it is hidden: what the workbook was made with, which nobody prints.
fn hidden_sheet(parts: &[(String, Vec<u8>)]) -> Option<String> {
    let book = parts.iter().find(|one| one.0 == "xl/workbook.xml")?;
    let text = String::from_utf8(book.1.clone()).ok()?;
    assert!(text.matches("\"veryHidden\"").count() <= 1);
    let last = text.matches("<sheet ").count();
    text.contains("\"veryHidden\"")
        .then(|| format!("xl/worksheets/sheet{last}.xml"))
}

#[test]
fn every_sheet_is_ready_to_print_and_sign() {
    for name in SCENARIOS {
        let (checked, plan) = shipped(name);
        let (roster, book) = checked.ready().unwrap();
        let facts = Facts::new(roster, book);
        for lang in [Lang::Zh, Lang::En] {
            let annex = Annex::new(&facts, &plan, lang);
            let schools = school_book(&annex).unwrap().expect("somebody moves");
            for bytes in [
                plan_book(&annex).unwrap(),
                filing_book(&annex).unwrap(),
                schools,
            ] {
                let parts = parts(&bytes);
                let ours = hidden_sheet(&parts);
                for (part, bytes) in parts
                    .into_iter()
                    .filter(|one| Some(&one.0) != ours.as_ref())
                {
                    let text = String::from_utf8(bytes).unwrap_or_default();
                    if part.starts_with("xl/worksheets/sheet") {
                        for wanted in [
                            "orientation=\"landscape\"",
                            "fitToHeight=\"0\"",
                            "&amp;P",
                            "<pane ",
                        ] {
                            assert!(text.contains(wanted), "{name} {part}: {wanted}");
                        }
                        assert!(!text.contains("<f>"), "{part}: no formula");
                    }
                    for one in Protection::ALL
                        .iter()
                        .filter(|_| part == "xl/sharedStrings.xml")
                    {
                        let word = format!(">{}<", one.text().get(lang));
                        assert!(!text.contains(&word), "{name}: {word}");
                    }
                    if part == "xl/workbook.xml" {
                        assert!(text.contains("_xlnm.Print_Titles"));
                        assert!(text.contains("_xlnm.Print_Area"));
                    }
                }
            }
        }
    }
}
