//! Nothing of a roll made by hand is lost or believed unseen: every row, every sheet, every mark beside the cells; and the
//! first sentence of the audit names whatever was done to a file.

use crate::annex::{book, sheets, shipped, with_cell};
use lungang::finding::{Finding, Severity};
use lungang::plan::{Plan, to_json};
use lungang::report::audited;
use lungang::run::{Audited, Checked, audit_bytes};
use lungang::text::Lang;
use rust_xlsxwriter::{Format, Note, Workbook};
use std::collections::BTreeSet;

pub(crate) const ROLL: &str = "教师交流轮岗花名册";
pub(crate) const HEADS: [&str; 4] = ["工号", "姓名", "原单位", "接收学校"];

pub(crate) type Rows = Vec<Vec<String>>;

/// A workbook of sheets with these heads and rows.
pub(crate) fn workbook(of: &[(&str, &[&str], Rows)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, heads, rows) in of {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        sheet.write_row(0, 0, heads.iter().copied()).unwrap();
        for (at, row) in (1..).zip(rows) {
            sheet.write_row(at, 0, row).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Who goes where in a plan, by id and names.
pub(crate) fn rows(doc: &Plan) -> Rows {
    let name = |id: &str| {
        let mut schools = doc.schools.iter();
        schools.find(|one| one.id == id).unwrap().name.clone()
    };
    let moves = doc.moves.iter().map(|one| {
        let to = name(&one.to);
        vec![one.teacher.clone(), one.name.clone(), name(&one.from), to]
    });
    moves.collect()
}

fn who(audited: &Audited) -> BTreeSet<String> {
    let doc = audited.doc.iter();
    doc.flat_map(|doc| &doc.moves)
        .map(|one| one.teacher.clone())
        .collect()
}

/// What is told of the file itself.
fn told(audited: &Audited) -> impl Iterator<Item = &Finding> {
    let all = audited.findings.0.iter();
    all.filter(|one| one.code.id.starts_with(['A', 'I']))
        .filter(|one| {
            one.place
                .as_ref()
                .is_some_and(|place| place.sheet.is_some())
        })
}

pub(crate) fn codes(audited: &Audited) -> Vec<&'static str> {
    audited.findings.0.iter().map(|one| one.code.id).collect()
}

/// Every way to leave cells of a row blank, with and without the columns of id, name and form: the row is a move, or it is
/// told at one of its cells.
#[test]
fn every_row_of_a_roll_is_read_or_told_at_its_cell() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let kept: [&[usize]; 3] = [&[0, 1, 2, 3], &[1, 2, 3], &[0, 3]];
    for keep in kept {
        for more in [&[][..], &["备注"], &["序号"], &["交流轮岗类型"]] {
            let mut heads: Vec<&str> = keep.iter().map(|at| HEADS[*at]).collect();
            heads.extend(more);
            for blank in 1..(1 << heads.len()) - i32::from(more.is_empty()) {
                let mut rows: Rows = all
                    .iter()
                    .map(|row| {
                        let mut row: Vec<String> = keep.iter().map(|at| row[*at].clone()).collect();
                        row.extend(more.iter().map(|head| match *head {
                            "交流轮岗类型" => "定期交流".to_owned(),
                            _ => "7".to_owned(),
                        }));
                        row
                    })
                    .collect();
                for (at, cell) in rows[1].iter_mut().enumerate() {
                    if blank & (1 << at) != 0 {
                        cell.clear();
                    }
                }
                if rows[1].iter().all(String::is_empty) {
                    continue;
                }
                let bytes = workbook(&[(ROLL, &heads, rows.clone())]);
                let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
                let read = who(&audited).contains(&all[1][0]);
                let mut said = told(&audited);
                let here = said.any(|one| one.place.as_ref().unwrap().row == Some(3));
                assert!(read || here, "{heads:?} {:?}", rows[1]);
            }
        }
    }
}

/// Whoever goes according to any sheet with the heads of a roll goes; a sheet without them is told.
#[test]
fn every_sheet_of_a_roll_is_read_or_told() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let everybody: BTreeSet<String> = all.iter().map(|row| row[0].clone()).collect();
    let heads = &HEADS[..];
    let cut = |from: usize, to: usize| all[from..to].to_vec();
    let of: [&[(&str, &[&str], Rows)]; 5] = [
        &[(ROLL, heads, cut(0, 3)), ("第二批", heads, cut(3, 5))],
        &[("第二批", heads, cut(3, 5)), (ROLL, heads, cut(0, 3))],
        &[
            ("Sheet1", heads, cut(0, 2)),
            ("Sheet2", heads, cut(2, 3)),
            ("增补", heads, cut(3, 5)),
        ],
        &[
            ("定稿", heads, cut(0, 5)),
            ("说明", &["一", "二"], vec![vec!["甲".into(), "乙".into()]]),
        ],
        &[("7月2日局务会定", heads, cut(0, 5))],
    ];
    for (no, sheets) in of.iter().enumerate() {
        let audited = audit_bytes(&checked, &workbook(sheets), "roll.xlsx");
        assert_eq!(who(&audited), everybody, "{no}: {:?}", codes(&audited));
        assert!(audited.holds(), "{no}: {:?}", codes(&audited));
        let others = sheets.iter().filter(|one| one.0 != ROLL);
        for (name, ..) in others {
            let named = |one: &Finding| {
                let place = one.place.as_ref().and_then(|place| place.sheet.as_deref());
                place == Some(name)
            };
            assert!(audited.findings.0.iter().any(named), "{no} {name}");
        }
        let unread = sheets.iter().any(|one| one.0 == "说明");
        assert_eq!(codes(&audited).contains(&"A88"), unread, "{no}");
    }
    // Further columns and a number in front are no reason not to know a roll.
    let wide: Vec<&str> = ["序号"]
        .iter()
        .chain(heads)
        .chain(&["联系电话", "备注"])
        .copied()
        .collect();
    let numbered = (1..).zip(&all).map(|(no, row): (usize, _)| {
        let mut row = row.clone();
        row.insert(0, no.to_string());
        row
    });
    let bytes = workbook(&[("名单", &wide, numbered.collect())]);
    let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
    assert_eq!(who(&audited), everybody);
}

/// A second sheet in a workbook of ours is not read, and that is an error.
#[test]
fn a_roll_added_to_a_workbook_of_ours_is_told() {
    let (checked, plan) = made("township");
    let mut all = sheets(&book(&checked, &plan, Lang::Zh));
    let person = ["姓名", "接收学校"];
    let extra = rows(&plan)[0].clone();
    let cell = |word: &str| calamine::Data::String(word.to_owned());
    let heads = person.map(cell).to_vec();
    all.push((
        "补充".into(),
        vec![heads, vec![cell(&extra[1]), cell(&extra[3])]],
    ));
    let mut out = Workbook::new();
    for (name, rows) in &all {
        let sheet = out.add_worksheet().set_name(name).unwrap();
        for (at, row) in (0..).zip(rows) {
            let row: Vec<String> = row.iter().map(ToString::to_string).collect();
            sheet.write_row(at, 0, &row).unwrap();
        }
    }
    let audited = audit_bytes(&checked, &out.save_to_buffer().unwrap(), "plan.xlsx");
    let found = audited.findings.0.iter().find(|one| one.code.id == "A42");
    let place = found.and_then(|one| one.place.clone()).unwrap();
    assert_eq!(place.sheet.as_deref(), Some("补充"));
}

#[test]
fn a_remark_that_speaks_against_a_move_is_asked_about_at_its_cell() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let against = [
        ("备注", "本人不同意"),
        ("备注", "待定"),
        ("备注", "放弃"),
        ("备注", "家里有事，本人 不 愿去"),
        ("说明", "暂缓"),
        ("本人意见", "否"),
        ("是否同意", "×"),
        ("状态", "已退出"),
        ("备注", "怀孕"),
        ("Remark", "Refused by phone"),
        ("", "取消"),
    ];
    let harmless = [
        ("备注", "本人自愿"),
        ("备注", "骨干教师"),
        ("序号", "0"),
        ("联系电话", "0"),
        ("是否同意", "是"),
    ];
    for (head, word) in against.iter().chain(&harmless) {
        let mut heads = HEADS.to_vec();
        heads.push(head);
        let mut rows = all.clone();
        rows[2].push((*word).to_owned());
        let audited = audit_bytes(&checked, &workbook(&[(ROLL, &heads, rows)]), "roll.xlsx");
        let mut said = told(&audited).filter(|one| ["A87", "A66"].contains(&one.code.id));
        let asked = said.find(|one| one.place.as_ref().unwrap().cell.as_deref() == Some("E4"));
        let expected = against.contains(&(*head, *word));
        assert_eq!(asked.is_some(), expected, "{head} {word}");
        assert!(asked.is_none_or(|one| one.severity == Severity::Warning));
        assert!(audited.holds() && who(&audited).len() == all.len());
        let sentence = audited_in_words(&audited);
        let named = sentence.contains("备注") || sentence.contains("表外文字");
        assert_eq!(named, expected, "{sentence}");
    }
}

fn audited_in_words(of: &Audited) -> String {
    audited(of, Lang::Zh)
}

/// A shipped county with its plan, which says what it was made with.
fn made(name: &str) -> (Checked, Plan) {
    let (checked, mut plan) = shipped(name);
    plan.made = lungang::plan::made(&plan);
    (checked, plan)
}

#[test]
fn a_line_through_a_row_and_a_comment_are_told_with_sheet_and_cell() {
    let (checked, plan) = shipped("township");
    let line = Format::new().set_font_strikethrough();
    for (struck, noted) in [(true, false), (false, true), (true, true)] {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name(ROLL).unwrap();
        sheet.write_row(0, 0, HEADS).unwrap();
        for (at, row) in (1..).zip(rows(&plan)) {
            for (column, cell) in (0..).zip(&row) {
                if struck && at == 3 {
                    sheet
                        .write_string_with_format(at, column, cell, &line)
                        .unwrap();
                } else {
                    sheet.write_string(at, column, cell).unwrap();
                }
            }
        }
        if noted {
            let note = Note::new("本人拒绝 <不派> & 另定").set_author("张三");
            sheet.insert_note(2, 3, &note).unwrap();
        }
        let audited = audit_bytes(&checked, &book.save_to_buffer().unwrap(), "roll.xlsx");
        let at = |code: &str| {
            let found = audited.findings.0.iter().find(|one| one.code.id == code);
            let place = found?.place.clone()?;
            assert_eq!(place.sheet.as_deref(), Some(ROLL));
            place.cell
        };
        assert_eq!(at("A89"), struck.then(|| "A4".to_owned()));
        assert_eq!(at("A90"), noted.then(|| "D3".to_owned()));
        let sentence = audited_in_words(&audited);
        assert_eq!(sentence.contains("删除线"), struck, "{sentence}");
        assert_eq!(sentence.contains("批注"), noted, "{sentence}");
        if noted {
            let text = serde_json::to_string(&audited.findings.0).unwrap();
            assert!(
                text.contains("本人拒绝"),
                "the words of the comment are shown"
            );
        }
    }
}

/// In every sheet that is read, each cell of a row takes the value that another row has there: never does the first
/// sentence stay what it is of a file that nobody touched.
#[test]
fn the_first_sentence_names_whatever_was_changed() {
    let (checked, plan) = made("township");
    let bytes = book(&checked, &plan, Lang::Zh);
    let untouched = audit_bytes(&checked, &bytes, "plan.xlsx");
    let sentence = audited_in_words(&untouched);
    assert!(
        sentence.contains("没有校验码") && !sentence.contains("写出时一致"),
        "{sentence}"
    );
    let read: BTreeSet<&str> = lungang::input::PLAN_SHEETS
        .iter()
        .map(|spec| spec.name.zh)
        .collect();
    let (mut tried, mut silent) = (0, Vec::new());
    for (no, (name, rows)) in sheets(&bytes).iter().enumerate() {
        if !read.contains(name.as_str()) || name == "底稿" || rows.len() < 5 {
            continue;
        }
        for (at, head) in rows[2].iter().enumerate() {
            let cell = |row: usize| {
                rows[row]
                    .get(at)
                    .map(ToString::to_string)
                    .unwrap_or_default()
            };
            let is = cell(3);
            let mut others = (4..rows.len()).map(cell);
            let Some(other) =
                others.find(|other| !other.is_empty() && *other != is && !other.contains("："))
            else {
                continue;
            };
            let letter =
                rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).unwrap());
            let changed = with_cell(&bytes, no, &format!("{letter}4"), &other);
            let audited = audit_bytes(&checked, &changed, "plan.xlsx");
            tried += 1;
            // In what layout a file was written decides nothing.
            let decides_nothing = is == "方案格式";
            if audited_in_words(&audited) == sentence && !decides_nothing {
                silent.push(format!("{name} {head} {is} -> {other}"));
            }
        }
    }
    assert!(tried > 30, "{tried}");
    assert_eq!(silent, Vec::<String>::new(), "of {tried}");
}

#[test]
fn a_row_that_is_doubled_is_named_in_the_first_sentence() {
    let (checked, plan) = shipped("township");
    for times in [1, 2] {
        let mut rows = rows(&plan);
        let number = rows.len();
        for _ in 0..times {
            rows.push(rows[0].clone());
        }
        let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
        let sentence = audited_in_words(&audited);
        assert!(
            sentence.contains(&format!("同一人重复列出{times}处")),
            "{sentence}"
        );
        let told = audited.findings.0.iter().find(|one| one.code.id == "A03");
        let row = told.and_then(|one| one.place.as_ref()?.row);
        assert_eq!(row, Some(number + 2), "where she stands again");
    }
}

/// Without a digest nobody knows whether a file was edited, and with one it is known.
#[test]
fn without_a_digest_nothing_is_said_to_be_as_it_was_written() {
    let (checked, mut plan) = made("township");
    plan.digest = lungang::plan::digest(&plan);
    let sentence = |plan: &Plan| {
        let bytes = to_json(plan);
        audited_in_words(&audit_bytes(&checked, &bytes, "plan.json"))
    };
    assert!(sentence(&plan).contains("与写出时一致"));
    plan.digest.clear();
    let said = sentence(&plan);
    assert!(
        said.contains("没有校验码") && !said.contains("写出时一致"),
        "{said}"
    );
    plan.made = lungang::plan::MadeDoc::default();
    let said = sentence(&plan);
    assert!(
        said.contains("无从核对") && !said.contains("一致"),
        "{said}"
    );
}
