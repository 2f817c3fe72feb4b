//! Findings as a person reads them.

use lungang::blanks;
use lungang::finding::{Code, Finding, Findings, Place, Severity};
use lungang::report::{SHOWN, findings, tally};
use lungang::text::{Lang, Text};

static BAD: Code = Code {
    id: "I499",
    severity: Severity::Error,
    says: Text::new("“{found}”不是月份。", "{found} is not a month."),
    help: Text::new("写成 1987-03。", "Write 1987-03."),
};

fn bad(row: usize) -> Finding {
    let mut place = Place::file("teachers.csv").at_row(row);
    place.column = Some("出生年月".into());
    place.cell = Some(format!("D{row}"));
    place.found = Some("87年".into());
    Finding::new(&BAD, blanks! { found: "87年" }).at(place)
}

#[test]
fn a_finding_shows_file_row_cell_and_what_to_do() {
    let text = findings(&Findings(vec![bad(12)]), Lang::Zh, false);
    let want = "错误[I499]: “87年”不是月份。
  --> teachers.csv D12
   |
12 | 出生年月：87年
   |           ^^^^
   |
   = 办法: 写成 1987-03。

";
    assert_eq!(text, want);
}

#[test]
fn more_than_ten_of_a_kind_are_counted() {
    let many = Findings((2..25).rev().map(bad).collect());
    let text = findings(&many, Lang::Zh, false);
    assert_eq!(text.matches("错误[I499]").count(), SHOWN);
    assert!(text.contains("另有13处同类情况"), "{text}");
    assert!(!text.contains("teachers.csv D12"), "sorted by row: {text}");
    assert_eq!(tally(&many, Lang::En), "23 errors, 0 warnings, 0 notes.\n");
}
