//! Words that stand on a sheet of a plan and in no row of its table are never lost without a word: those that name somebody
//! or speak of a change are asked about at their cell and in the first sentence, whether the workbook is ours or made by
//! hand; the lines that we wrote, and signatures under them, are not.

use crate::annex::{book, sheets, shipped, with_cell};
use crate::by_roll::{HEADS, ROLL, Rows, codes, rows, workbook};
use lungang::finding::{Finding, Severity};
use lungang::plan::{Plan, made};
use lungang::report::audited;
use lungang::run::{Audited, Checked, audit_bytes};
use lungang::text::Lang;

const SAID: &str = "没有计入的说明文字";

fn ours() -> (Checked, Plan, Vec<u8>) {
    let (checked, mut plan) = shipped("township");
    plan.made = made(&plan);
    let bytes = book(&checked, &plan, Lang::Zh);
    (checked, plan, bytes)
}

fn of<'a>(audited: &'a Audited, code: &str) -> Vec<&'a Finding> {
    let all = audited.findings.0.iter();
    all.filter(|one| one.code.id == code).collect()
}

fn cell(one: &Finding) -> String {
    let place = one.place.clone().unwrap();
    place.cell.unwrap_or_default()
}

/// The title of a sheet, and its last row of words, as cells.
fn titles(bytes: &[u8], sheet: &str) -> (usize, String, String) {
    let all = sheets(bytes);
    let no = all.iter().position(|one| one.0 == sheet).unwrap();
    let filled = |row: &Vec<calamine::Data>| row.iter().any(|cell| *cell != calamine::Data::Empty);
    let last = all[no].1.iter().rposition(filled).unwrap();
    (no, "A1".to_owned(), format!("A{}", last + 1))
}

#[test]
fn words_in_our_own_sheets_are_told_at_their_cell() {
    let (checked, plan, bytes) = ours();
    let none = audit_bytes(&checked, &bytes, "plan.xlsx");
    assert!(none.holds() && of(&none, "A120").is_empty() && of(&none, "A121").is_empty());
    let who = &plan.moves[0].name;
    let pool = &plan.recruits[0].pool;
    let asked = [
        (ROLL, format!("注：{who}因病")),
        (ROLL, format!("{who}退出，由他人顶替")),
        (ROLL, format!("制表人说明：{who}已退出")),
        (ROLL, format!("单位负责人：不同意{who}调动，重排")),
        (ROLL, "2025—2026学年教师交流轮岗花名册".to_owned()),
        (ROLL, "注：白坝镇中心小学另议".to_owned()),
        ("任课安排表", format!("注：{who}改教数学")),
        ("招聘计划", format!("说明：{pool}不招了")),
        ("公示名单", "以下名单作废".to_owned()),
    ];
    let noted = [
        (ROLL, "已送各校"),
        (ROLL, "注：已送各校"),
        (ROLL, "本校教师交流轮岗花名册"),
        ("公示名单", "注：8月20日张贴"),
    ];
    let silent = [(ROLL, format!("制表人：{who}    单位负责人：张三"))];
    let cases = asked.iter().map(|one| (one.0, one.1.as_str(), "A120"));
    let cases = cases.chain(noted.iter().map(|one| (one.0, one.1, "A121")));
    let cases = cases.chain(silent.iter().map(|one| (one.0, one.1.as_str(), "")));
    for (sheet, words, code) in cases {
        let (no, title, last) = titles(&bytes, sheet);
        // Below the table a word without 注 in front is read as a row, and told as one.
        let is_note = code != "A121" || words.starts_with('注');
        for at in [Some(title), is_note.then_some(last)].into_iter().flatten() {
            let edited = with_cell(&bytes, no, &at, words);
            let audited = audit_bytes(&checked, &edited, "plan.xlsx");
            let case = format!("{sheet} {at} {words}: {:?}", codes(&audited));
            for each in ["A120", "A121"] {
                let told: Vec<String> = of(&audited, each).into_iter().map(cell).collect();
                let expected: &[String] = if each == code {
                    std::slice::from_ref(&at)
                } else {
                    &[]
                };
                assert_eq!(told, expected, "{case}");
            }
            let sentence = lungang_words(&audited);
            assert_eq!(sentence.contains(SAID), code == "A120", "{case} {sentence}");
            assert!(audited.holds(), "{case}");
        }
    }
}

fn lungang_words(of: &Audited) -> String {
    audited(of, Lang::Zh)
}

/// A roll made by hand with these cells in a row before one of its rows.
fn with_row(all: &Rows, before: usize, cells: &[&str]) -> Vec<u8> {
    let mut rows = all.clone();
    rows.insert(before, cells.iter().map(|one| (*one).to_owned()).collect());
    workbook(&[("名单", &HEADS, rows)])
}

#[test]
fn words_in_a_roll_made_by_hand_are_told_at_their_cell() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let (who, end) = (plan.moves[0].name.as_str(), all.len());
    let out = format!("{who}退出");
    let note = format!("注：{who}因病");
    let some = format!("其中{who}缓派");
    let cases: [(&[&str], &str); 9] = [
        (&["合计", "", &out], "C"),
        (&["小计", "", &some], "C"),
        (&["备注：", &out], "B"),
        (&[&note], "A"),
        (&["说明：有两人改派"], "A"),
        (&["注：以上均经本人同意"], ""),
        (&["填报单位：白坝镇中心小学"], ""),
        (&["制表人：", who], ""),
        (&["注：改革试点单位"], ""),
    ];
    for (cells, letter) in cases {
        let audited = audit_bytes(&checked, &with_row(&all, end, cells), "roll.xlsx");
        let told: Vec<String> = of(&audited, "A120").into_iter().map(cell).collect();
        let expected = (!letter.is_empty()).then(|| format!("{letter}{}", end + 2));
        let case = format!("{cells:?} {:?}", codes(&audited));
        if cells[0] != "制表人：" {
            assert_eq!(told, Vec::from_iter(expected), "{case}");
            assert_eq!(lungang_words(&audited).contains(SAID), !letter.is_empty());
        }
        assert!(audited.holds(), "{case}");
    }
}

#[test]
fn totals_that_do_not_fit_the_list_are_told() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    let end = all.len();
    let (right, wrong) = (format!("合计：{end}人"), format!("合计：{}人", end + 1));
    for (before, words, told) in [
        (end, right.as_str(), false),
        (end, wrong.as_str(), true),
        (2, "小计：2人", false),
        (2, "小计：3人", true),
    ] {
        let audited = audit_bytes(&checked, &with_row(&all, before, &[words]), "roll.xlsx");
        let found = of(&audited, "A122");
        assert_eq!(found.len(), usize::from(told), "{words}");
        assert!(found.iter().all(|one| one.severity == Severity::Warning));
        assert!(audited.holds());
    }
}

#[test]
fn the_list_of_another_year_is_not_read_as_that_of_this_one() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    for (title, other) in [
        ("2025年交流名单", true),
        ("2025—2026学年交流", true),
        ("2025-2026学年", true),
        ("2027年名单", true),
        ("2026年交流名单", false),
        ("2026—2027学年", false),
        ("2026年9月名单", false),
        ("2025年12月编制", false),
        ("名单2025", false),
    ] {
        let bytes = workbook(&[(title, &HEADS, all.clone())]);
        let audited = audit_bytes(&checked, &bytes, "roll.xlsx");
        let asked = !of(&audited, "A103").is_empty();
        assert_eq!(asked, other, "{title} {:?}", codes(&audited));
        assert_eq!(audited.holds(), !other, "{title}");
    }
}

#[test]
fn people_below_a_note_on_reserves_are_no_movers() {
    let (checked, plan) = shipped("township");
    let all = rows(&plan);
    for words in ["备注：候补人员如下", "说明：下列人员暂缓", "候补人员如下"]
    {
        let audited = audit_bytes(&checked, &with_row(&all, 2, &[words]), "roll.xlsx");
        assert_eq!(of(&audited, "A101").len(), 1, "{words}");
        assert!(
            of(&audited, "A120").is_empty() && !audited.holds(),
            "{words}"
        );
    }
}
