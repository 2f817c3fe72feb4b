//! Headings, sheets and heads of a roll made by hand: nobody under a heading that puts her out is read as a mover, no
//! sheet that may not count is read as a roll, and what could not be understood is named.

use crate::annex::shipped;
use crate::by_roll::{HEADS, ROLL, Rows, codes, rows, workbook};
use lungang::finding::{Finding, Severity};
use lungang::run::{Audited, audit_bytes};
use lungang::text::Lang;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeSet;

/// Headings that put out whoever stands below.
const OUT: [&str; 27] = [
    "以下空白",
    "以下为退出人员",
    "以下人员不再参加",
    "已退出",
    "二、退出人员",
    "（二）不参加交流人员名单",
    "取消",
    "作废",
    "以下作废：",
    "备选人员",
    "候补",
    "候补名单（按顺序递补）",
    "不轮岗",
    "以下人员今年不轮岗",
    "以下教师本学年不交流",
    "暂缓",
    "以下待定",
    "未定人员",
    "怀孕、哺乳期教师",
    "留任教师",
    "以下人员经研究未通过",
    "注：以下人员退出",
    "备注：下列教师不安排",
    "以 下 退 出",
    "Withdrawn",
    "Not taking part",
    "Reserve list",
];
/// Headings that put nobody out.
const PLAIN: [&str; 14] = [
    "共5人",
    "（未完，接下页）",
    "以下排名不分先后",
    "以上均不属于免交流情形",
    "以下为交流人员",
    "一、骨干教师",
    "第二批",
    "小学",
    "初中组",
    "白坝镇中心小学",
    "（二）自愿报名教师",
    "二、初级中学交流人员名单",
    "调出学校：白坝镇中心小学",
    "Second group",
];

fn who(audited: &Audited) -> BTreeSet<String> {
    let moves = audited.doc.iter().flat_map(|doc| &doc.moves);
    moves.map(|one| one.teacher.clone()).collect()
}

fn of<'a>(audited: &'a Audited, code: &str) -> Vec<&'a Finding> {
    let all = audited.findings.0.iter();
    all.filter(|one| one.code.id == code).collect()
}

fn row(one: &Finding) -> Option<usize> {
    one.place.as_ref().and_then(|place| place.row)
}

/// The rows of a roll with a line of these words before one of them, in one of its columns or in all (merged cells).
fn with_heading(all: &[Vec<String>], before: usize, words: &str, at: Option<usize>) -> Rows {
    let mut rows = all.to_vec();
    let cell = |no: usize| {
        if at.is_none_or(|at| at == no) {
            words
        } else {
            ""
        }
    };
    rows.insert(
        before,
        (0..HEADS.len()).map(|no| cell(no).to_owned()).collect(),
    );
    rows
}

#[test]
fn nobody_below_a_heading_that_puts_her_out_is_read_as_a_mover() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    for words in OUT {
        for (before, at) in [(3, Some(0)), (1, Some(1)), (4, None)] {
            let rows = with_heading(&all, before, words, at);
            let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
            let told = of(&audited, "A101");
            let case = format!("{words} {before} {at:?}: {:?}", codes(&audited));
            assert_eq!(told.len(), 1, "{case}");
            assert_eq!(row(told[0]), Some(before + 2), "{case}");
            let says = told[0].says(Lang::Zh);
            assert!(says.contains(words), "{says}");
            for one in &all[before..] {
                assert!(says.contains(&one[0]) || says.contains(&one[1]), "{says}");
            }
            let above: BTreeSet<String> = all[..before].iter().map(|one| one[0].clone()).collect();
            assert_eq!(who(&audited), above, "{case}");
            assert!(!audited.holds(), "{case}");
        }
        // A heading with nobody below puts nobody out.
        let rows = with_heading(&all, all.len(), words, Some(0));
        let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
        assert!(
            of(&audited, "A101").is_empty() && audited.holds(),
            "{words}"
        );
        let place = Some(all.len() + 2);
        let mut told = audited.findings.0.iter();
        assert!(
            told.any(|one| row(one) == place),
            "{words} {:?}",
            codes(&audited)
        );
    }
}

#[test]
fn a_heading_that_puts_nobody_out_is_told_and_those_below_go() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let everybody: BTreeSet<String> = all.iter().map(|one| one[0].clone()).collect();
    for words in PLAIN {
        for (before, at) in [(3, 0), (0, 1)] {
            let rows = with_heading(&all, before, words, Some(at));
            let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
            // A line of totals is told as such.
            let told = [of(&audited, "A102"), of(&audited, "I109")].concat();
            assert_eq!(told.len(), 1, "{words} {:?}", codes(&audited));
            assert_eq!(row(told[0]), Some(before + 2), "{words}");
            assert!(audited.holds(), "{words} {:?}", codes(&audited));
            assert_eq!(who(&audited), everybody, "{words}");
        }
    }
    // What is said of those above a heading holds of those since the last one.
    for (words, out) in [
        ("以上人员退出", true),
        ("以上作废", true),
        ("以上为第二批", false),
    ] {
        let rows = with_heading(&all, 4, words, Some(0));
        let rows = with_heading(&rows, 2, "第二批", Some(0));
        let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
        let told = of(&audited, "A101");
        assert_eq!(
            told.len(),
            usize::from(out),
            "{words} {:?}",
            codes(&audited)
        );
        let left = if out {
            [&all[..2], &all[4..]].concat()
        } else {
            all.clone()
        };
        assert_eq!(who(&audited), ids(&left), "{words}");
    }
    // What puts out ends where the next heading says that those below it go.
    let mut rows = with_heading(&all, 3, "以下为交流人员", Some(0));
    rows = with_heading(&rows, 1, "退出人员", Some(0));
    rows = with_heading(&rows, 3, "白坝镇长坝村小学", Some(0));
    let audited = audit_bytes(&checked, &workbook(&[(ROLL, &HEADS, rows)]), "roll.xlsx");
    let gone: BTreeSet<String> = all[1..3].iter().map(|one| one[0].clone()).collect();
    assert!(who(&audited).is_disjoint(&gone) && who(&audited).len() == all.len() - 2);
}

/// A person on no roster is an error with and without a school to go to, whatever else stands in the row.
#[test]
fn whoever_is_on_no_roster_is_an_error() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    for id in ["", "T99999"] {
        for from in ["", &all[0][2]] {
            for to in ["", &all[0][2], &all[0][3]] {
                let mut rows = all.clone();
                rows.push([id, "张三丰", from, to].map(str::to_owned).to_vec());
                let bytes = workbook(&[(ROLL, &HEADS, rows)]);
                let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
                let errors = audited.findings.0.iter();
                let mut errors = errors.filter(|one| one.severity == Severity::Error);
                let here = errors.any(|one| row(one) == Some(all.len() + 2));
                assert!(here, "{id} {from} {to}: {:?}", codes(&audited));
            }
        }
    }
}

/// A workbook of rolls under these titles, hidden or not; each has its own rows.
fn sheets(of: &[(&str, bool, Rows)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, hidden, rows) in of {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        sheet.set_hidden(*hidden);
        sheet.write_row(0, 0, HEADS).unwrap();
        for (at, row) in (1..).zip(rows) {
            sheet.write_row(at, 0, row).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Titles of sheets that may not count, and hidden sheets.
const DOUBTFUL: [(&str, bool); 12] = [
    ("作废", false),
    ("旧", false),
    ("名单（旧）", false),
    ("草稿", false),
    ("初稿", false),
    ("名单副本", false),
    ("名单 (2)", false),
    ("名单备份", false),
    ("退出人员", false),
    ("候补名单", false),
    ("Draft", false),
    ("第一批", true),
];

fn ids(rows: &[Vec<String>]) -> BTreeSet<String> {
    rows.iter().map(|one| one[0].clone()).collect()
}

/// Somebody else goes there, or the same person elsewhere; or the same people to the same schools: nothing to ask.
#[test]
fn a_sheet_that_may_not_count_is_asked_about_and_not_read() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let mut elsewhere = all[1].clone();
    elsewhere[3].clone_from(&all[3][3]);
    for (title, hidden) in DOUBTFUL {
        for roll in [ROLL, "名单"] {
            for (other, same) in [
                (&all[4..], false),
                (&[elsewhere.clone()][..], false),
                (&all[1..3], true),
            ] {
                let bytes = sheets(&[
                    (roll, false, all[..4].to_vec()),
                    (title, hidden, other.to_vec()),
                ]);
                let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
                let case = format!("{title} {roll} {same} {:?}", codes(&audited));
                let (asked, again) = (of(&audited, "A103"), of(&audited, "A104"));
                assert_eq!(
                    (asked.len(), again.len()),
                    (usize::from(!same), usize::from(same)),
                    "{case}"
                );
                let says = [asked, again].concat()[0].says(Lang::Zh);
                assert!(says.contains(title), "{case} {says}");
                assert_eq!(who(&audited), ids(&all[..4]), "{case}");
                assert!(same || !audited.holds(), "{case}");
                assert!(of(&audited, "A88").is_empty(), "{case}");
            }
        }
    }
}

#[test]
fn a_sheet_that_may_not_count_is_asked_about_where_it_is_the_only_roll() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    for (title, _) in DOUBTFUL.iter().filter(|one| !one.1) {
        let bytes = sheets(&[(title, false, all.clone())]);
        let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
        let case = format!("{title} {:?}", codes(&audited));
        assert_eq!(of(&audited, "A103").len(), 1, "{case}");
        assert!(
            who(&audited).is_empty() && of(&audited, "A16").is_empty(),
            "{case}"
        );
    }
    // Words above the heads are a title too; what is only called a draft there is the roll that there is.
    let above = [
        ("作废", true),
        ("退出人员名单", true),
        ("2026年交流名单（草案）", false),
    ];
    for (title, asked) in above {
        let mut rows = vec![HEADS.map(str::to_owned).to_vec()];
        rows.extend(all.clone());
        let bytes = workbook(&[("名单", &[title], rows)]);
        let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
        let case = format!("{title} {:?}", codes(&audited));
        assert_eq!(!of(&audited, "A103").is_empty(), asked, "{case}");
        assert_eq!(audited.holds(), !asked, "{case}");
    }
}

#[test]
fn heads_in_natural_words_are_read_and_others_are_named() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let read = [
        "调往学校",
        "新学校",
        "拟任教学校",
        "交流去向",
        "拟交流学校",
        "派往学校",
        "接收学校",
        "去向",
        "拟派往学校",
        "轮岗学校",
        "安排学校",
        "接收学校（单位）",
    ];
    let strange = ["去哪", "分到", "目的地", "第二列"];
    for head in read.iter().chain(&strange) {
        let mut heads = HEADS;
        heads[3] = head;
        for title in [ROLL, "名单"] {
            let bytes = workbook(&[(title, &heads, all.clone())]);
            let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
            let case = format!("{head} {title} {:?}", codes(&audited));
            if read.contains(head) {
                assert_eq!(who(&audited).len(), all.len(), "{case}");
                continue;
            }
            let told = [of(&audited, "A105"), of(&audited, "A65")].concat();
            assert_eq!(told.len(), 1, "{case}");
            let says = told[0].says(Lang::Zh);
            assert!(
                says.contains(head) && says.contains("交流轮岗单位名称"),
                "{says}"
            );
            assert!(!audited.holds() && of(&audited, "A16").is_empty(), "{case}");
        }
    }
    for (who, known) in [("教师姓名", true), ("教师", true), ("谁", false)] {
        let rows = all.iter().map(|one| vec![one[1].clone(), one[3].clone()]);
        let bytes = workbook(&[("名单", &[who, "接收学校"], rows.collect())]);
        let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
        assert_eq!(of(&audited, "A105").is_empty(), known, "{who}");
    }
    // Of a sheet that is nothing we know all heads are shown.
    let bytes = workbook(&[(
        "名单",
        &["谁", "去哪"],
        vec![vec!["甲".into(), "乙".into()]],
    )]);
    let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
    assert_eq!(of(&audited, "A16").len(), 1);
    let says = of(&audited, "A88")[0].says(Lang::Zh);
    assert!(says.contains("谁、去哪"), "{says}");
}
