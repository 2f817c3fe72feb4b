//! A roll made by hand says who goes where: what it does not say is decided for it by the goals, so that the roll of a
//! proved plan is as good as the plan; and what stands in it and cannot be read is told as what it is.

use crate::annex::sheets;
use crate::keeps_faith::{Copy, lungang};
use lungang::facts::Facts;
use lungang::input::load_documents;
use lungang::plan::Plan;
use lungang::run::{Audited, audit_bytes, check, read_plan_file};
use lungang::text::Lang;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const ALL: [&str; 6] = ["national", "anshan", "zhangye", "alar", "township", "dehua"];
const SHEET: &str = "教师交流轮岗花名册";

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("scenarios").join(name)
}

fn expected(name: &str) -> Plan {
    let bytes = fs::read(folder(name).join("expected/plan.json")).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// A workbook with one sheet of these heads and rows.
pub(crate) fn roll(heads: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(SHEET).unwrap();
    sheet.write_row(0, 0, heads.iter().copied()).unwrap();
    for (at, row) in (1..).zip(rows) {
        sheet.write_row(at, 0, row).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Who goes where in a plan, by names.
pub(crate) fn rows(doc: &Plan) -> Vec<Vec<String>> {
    let name = |id: &str| {
        let mut schools = doc.schools.iter();
        schools.find(|one| one.id == id).unwrap().name.clone()
    };
    let moves = doc.moves.iter();
    moves
        .map(|one| {
            vec![
                one.teacher.clone(),
                one.name.clone(),
                name(&one.from),
                name(&one.to),
            ]
        })
        .collect()
}

pub(crate) const HEADS: [&str; 4] = ["工号", "姓名", "原单位名称", "交流轮岗单位名称"];

fn codes(audited: &Audited) -> Vec<&'static str> {
    audited.findings.0.iter().map(|one| one.code.id).collect()
}

#[test]
fn the_roll_of_a_proved_plan_is_as_good_as_the_plan() {
    for name in ALL {
        let checked = check(&load_documents(&[folder(name)]).unwrap());
        let doc = expected(name);
        let bytes = roll(&HEADS, &rows(&doc));
        let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
        assert!(audited.holds(), "{name}: {:?}", codes(&audited));
        assert!(codes(&audited).contains(&"A67"), "{name}");
        let goals = &audited.audit.unwrap().goals;
        for goal in doc
            .outcome
            .goals
            .iter()
            .filter(|one| one.goal.key() != "canonical")
        {
            let is = goals.get(&goal.goal).copied().unwrap_or(0);
            assert!(
                is <= goal.value,
                "{name} {:?}: {is} > {}",
                goal.goal,
                goal.value
            );
        }
    }
}

/// Where time is short that is told, and nothing else is claimed of how people were seated.
#[test]
fn a_roll_is_completed_in_the_time_there_is() {
    let checked = check(&load_documents(&[folder("township")]).unwrap());
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("roll.xlsx");
    fs::write(&file, roll(&HEADS, &rows(&expected("township")))).unwrap();
    for (left, code) in [(None, "A67"), (Some(Duration::ZERO), "A78")] {
        let (doc, findings) = read_plan_file(&checked, &file, left).unwrap();
        assert!(doc.is_some());
        let found: Vec<&str> = findings.0.iter().map(|one| one.code.id).collect();
        let told = found.iter().filter(|id| ["A67", "A78"].contains(id));
        assert_eq!(told.collect::<Vec<_>>(), [&code], "{found:?}");
    }
}

/// Fewer columns mean the same, as far as the policy and the roster say what is meant.
#[test]
fn names_alone_will_do() {
    let checked = check(&load_documents(&[folder("township")]).unwrap());
    let doc = expected("township");
    let all = rows(&doc);
    let kept = |keep: &[usize]| {
        let heads: Vec<&str> = keep.iter().map(|at| HEADS[*at]).collect();
        let rows = all
            .iter()
            .map(|row| keep.iter().map(|at| row[*at].clone()).collect());
        roll(&heads, &rows.collect::<Vec<_>>())
    };
    for keep in [&[0, 3][..], &[1, 3], &[1, 2, 3], &[0, 1, 3]] {
        let audited = audit_bytes(&checked, &kept(keep), "roll.xlsx");
        assert!(audited.holds(), "{keep:?}: {:?}", codes(&audited));
        let read = audited.doc.unwrap();
        let who = |doc: &Plan| {
            let moves = doc.moves.iter();
            let mut all: Vec<_> = moves
                .map(|one| {
                    (
                        one.teacher.clone(),
                        one.from.clone(),
                        one.to.clone(),
                        one.form,
                        one.end,
                    )
                })
                .collect();
            all.sort();
            all
        };
        assert_eq!(who(&read), who(&doc), "{keep:?}");
    }
}

/// A roll that breaks rules is judged by what it breaks, not by how its people were seated.
#[test]
fn a_bad_roll_is_judged_by_its_moves() {
    let checked = check(&load_documents(&[folder("township")]).unwrap());
    let doc = expected("township");
    let mut fewer = rows(&doc);
    fewer.pop();
    let audited = audit_bytes(&checked, &roll(&HEADS, &fewer), "roll.xlsx");
    let errors = audited.findings.0.iter();
    let errors = errors.filter(|one| one.severity == lungang::finding::Severity::Error);
    let errors: Vec<&str> = errors.map(|one| one.code.id).collect();
    assert!(!errors.is_empty() && !audited.holds());
    assert!(!errors.contains(&"R07f"), "{errors:?}");
    // Somebody who may not be moved is no reason to seat the others badly.
    let (roster, book_of_rules) = checked.ready().unwrap();
    let facts = Facts::new(roster, book_of_rules);
    let held = roster.teacher_nos().find(|who| {
        let stand = facts.stands(*who);
        stand.base.is_some() && !stand.movable
    });
    let held = held.unwrap();
    let from = facts.stands(held).base.unwrap();
    let to = roster.school_nos().find(|no| *no != from).unwrap();
    let mut more = rows(&doc);
    let name = |no| roster.school(no).name.clone();
    more.push(vec![
        roster.teacher_id(held),
        roster.teacher_name(held),
        name(from),
        name(to),
    ]);
    let audited = audit_bytes(&checked, &roll(&HEADS, &more), "roll.xlsx");
    let found = codes(&audited);
    assert!(
        found.contains(&"R01") && found.contains(&"A67"),
        "{found:?}"
    );
}

/// A workbook of ours, sheet by sheet in words, with an edit of the rows of its roll, as a file beside the copy.
fn edited(copy: &Copy, edit: impl Fn(&mut Vec<Vec<String>>)) -> PathBuf {
    let bytes = copy.county.book(&copy.county.doc, Lang::Zh);
    let mut out = Workbook::new();
    for (name, rows) in sheets(&bytes) {
        let words = |row: &Vec<_>| row.iter().map(ToString::to_string).collect();
        let mut rows: Vec<Vec<String>> = rows.iter().map(words).collect();
        if name == SHEET {
            edit(&mut rows);
        }
        let sheet = out.add_worksheet().set_name(&name).unwrap();
        for (at, row) in (0..).zip(&rows) {
            sheet.write_row(at, 0, row).unwrap();
        }
    }
    let path = copy.at.join("edited.xlsx");
    out.save(&path).unwrap();
    path
}

/// The row of heads.
const HEAD: usize = 2;

/// Every column of the roll taken away, or called otherwise, one after the other: never is a move taken for withdrawn.
#[test]
fn a_column_that_is_missing_is_told_as_missing() {
    let copy = Copy::new("no_column");
    let scenario = copy.at.join("township");
    let heads = [
        "是否调动人事关系",
        "开始年月",
        "结束年月",
        "原单位名称",
        "交流轮岗单位名称",
        "工号",
    ];
    for head in heads {
        for renamed in [true, false] {
            let path = edited(&copy, |rows| {
                let at = rows[HEAD].iter().position(|one| one == head).unwrap();
                if renamed {
                    rows[HEAD][at] = "某列".to_owned();
                } else {
                    for row in rows.iter_mut().skip(HEAD).filter(|row| row.len() > at) {
                        row.remove(at);
                    }
                }
            });
            let words = [scenario.to_str().unwrap(), path.to_str().unwrap()];
            let (code, text) = lungang(&["audit", words[0], words[1]]);
            assert!(
                code == 1 && text.contains("A65") && text.contains(head),
                "{head}: {text}"
            );
            assert_eq!(text.contains("某列"), renamed, "{text}");
            for word in ["改为（无）", "错误[R", "写出后改动了"] {
                assert!(!text.contains(word), "{head} {word}: {text}");
            }
            let (code, text) = lungang(&["replan", words[0], "--from", words[1]]);
            assert!(code == 1 && text.contains("A65"), "{text}");
            assert!(!text.contains("去向"), "{text}");
        }
    }
}

#[test]
fn a_word_beside_the_table_is_a_remark() {
    let copy = Copy::new("beside");
    let scenario = copy.at.join("township");
    for gap in [0, 1, 5] {
        let path = edited(&copy, |rows| {
            let width = rows[HEAD].len() + gap;
            let row = &mut rows[HEAD + 2];
            row.resize(width, String::new());
            row.push("不同意".to_owned());
        });
        let words = [scenario.to_str().unwrap(), path.to_str().unwrap()];
        for verb in [
            &["audit", words[0], words[1]][..],
            &["replan", words[0], "--from", words[1]],
        ] {
            let (code, text) = lungang(verb);
            assert!(
                code == 0 && text.contains("A66") && text.contains("不同意"),
                "{text}"
            );
            assert!(!text.contains("改为（无）"), "{text}");
        }
    }
}

/// Sheets of ours that are gone are told once; what stood there is not taken for withdrawn.
#[test]
fn a_sheet_that_is_gone_withdraws_nothing() {
    let copy = Copy::new("no_sheet");
    let bytes = copy.county.book(&copy.county.doc, Lang::Zh);
    let all = sheets(&bytes);
    let scenario = copy.at.join("township");
    for gone in [
        "任课安排表",
        "送教安排表",
        "名师结对表",
        "招聘计划",
        "职称聘任表",
    ] {
        let mut out = Workbook::new();
        assert!(all.iter().any(|one| one.0 == gone), "{gone}");
        for (name, rows) in all.iter().filter(|one| one.0 != gone) {
            let sheet = out.add_worksheet().set_name(name).unwrap();
            for (at, row) in (0..).zip(rows) {
                let row: Vec<String> = row.iter().map(ToString::to_string).collect();
                sheet.write_row(at, 0, &row).unwrap();
            }
        }
        let path = copy.at.join("fewer.xlsx");
        out.save(&path).unwrap();
        let words = [scenario.to_str().unwrap(), path.to_str().unwrap()];
        for verb in [
            &["audit", words[0], words[1]][..],
            &["replan", words[0], "--from", words[1]],
        ] {
            let (_, text) = lungang(verb);
            assert!(text.contains("A68"), "{gone}: {text}");
            assert!(!text.contains("改为（无）"), "{gone}: {text}");
        }
        // The first sentence does not pass it for what it was.
        let (_, text) = lungang(&["audit", words[0], words[1], "-q"]);
        let first = text.lines().next().unwrap_or_default();
        assert!(first.contains("删去了工作表"), "{gone}: {first}");
        let anew = first.contains("重新安排");
        assert_eq!(anew, gone == "任课安排表", "{gone}: {first}");
    }
}
