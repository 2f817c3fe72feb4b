//! Cells in the spellings of real tables, and what an identity number fills in.

use super::files::{add, base, codes, told};
use lungang::domain::{Roster, Sex, Teacher};
use lungang::input::{Documents, Scenario, read_documents};
use lungang::text::{Lang, Text};

const TEACHERS: &str = "teachers.csv";
const BORN: &str = "出生年月";

fn teacher<'a>(roster: &'a Roster, id: &str) -> &'a Teacher {
    roster.teachers.iter().find(|one| one.id == id).unwrap()
}

fn sound(documents: &Documents) -> Roster {
    let read = read_documents(documents);
    read.roster.unwrap_or_else(|| panic!("{:?}", read.findings))
}

/// The base with one more teacher for each month of birth, `X0`, `X1` …; the row of the first.
fn born(months: &[&str]) -> (Scenario, usize) {
    let mut documents = base();
    let mut rows = Vec::new();
    for (no, month) in months.iter().enumerate() {
        let (id, name) = (format!("X{no}"), format!("王{no}"));
        let cells = [("工号", id.as_str()), ("姓名", &name), (BORN, month)];
        rows.push(add(&mut documents, TEACHERS, &cells));
    }
    (read_documents(&documents), rows[0])
}

#[test]
fn months_of_real_tables_are_read() {
    let good = [
        "1987-03",
        "1987-03-05",
        "1987.3",
        "1987.03",
        "1987/3/5 下午 04:58:00",
        "1987年3月",
        "1987年03月05日",
        "198703",
        "19870305",
        "１９８７年０３月",
    ];
    let (read, row) = born(&good);
    let roster = read.roster.unwrap_or_else(|| panic!("{:?}", read.findings));
    for (no, text) in good.iter().enumerate() {
        let birth = teacher(&roster, &format!("X{no}")).birth;
        assert_eq!(birth.to_string(), "1987-03", "{text}");
        assert!(told(&read.findings, row + no, BORN).is_empty(), "{text}");
    }
    let wrong = [
        "1987",
        "1987-13",
        "87-03",
        "三月",
        "1987-02-30",
        "",
        "198713",
        "19870230",
        "12345678",
        "9999",
        "99999",
    ];
    let (read, row) = born(&wrong);
    assert_eq!(read.roster, None);
    for (no, text) in wrong.iter().enumerate() {
        let expected = if text.is_empty() { "I131" } else { "I136" };
        assert_eq!(codes(&read.findings, row + no, BORN), [expected], "{text}");
    }
}

#[test]
fn a_month_that_a_spreadsheet_has_changed_is_told() {
    let (read, row) = born(&["31841"]);
    let roster = read.roster.unwrap_or_else(|| panic!("{:?}", read.findings));
    assert_eq!(teacher(&roster, "X0").birth.to_string(), "1987-03");
    let serial = told(&read.findings, row, BORN);
    assert_eq!((serial.len(), serial[0].code.id), (1, "I151"));
    assert_eq!(serial[0].blanks["read"], "1987-03");
    let (read, row) = born(&["1987.1"]);
    let two = told(&read.findings, row, BORN);
    assert_eq!((two.len(), two[0].code.id), (1, "I161"));
    let months = (&two[0].blanks["one"], &two[0].blanks["other"]);
    assert_eq!(months, (&"1987-01".into(), &"1987-10".into()));
}

#[test]
fn days_of_real_tables_are_read() {
    let date = |day: &str| {
        let mut documents = base();
        let text = String::from_utf8(documents.files["scenario.toml"].clone()).unwrap();
        let text = text.replace("2026-08-31", day).into_bytes();
        documents.files.insert("scenario.toml".to_owned(), text);
        read_documents(&documents).date
    };
    assert_eq!(date("2026年8月31日"), date("2026/08/31"));
    assert_eq!(date("2026年8月31日").unwrap().to_string(), "2026-08-31");
}

#[test]
fn whole_numbers_of_real_tables_are_read() {
    const HEADS: &str = "编制总量";
    let with = |number| {
        let mut documents = base();
        let cells = [("学段", "初中"), (HEADS, number)];
        let row = add(&mut documents, "quota.csv", &cells);
        (read_documents(&documents), row)
    };
    for (text, number) in [("１，６８５", 1685), ("7.0", 7)] {
        let (read, row) = with(text);
        assert!(told(&read.findings, row, HEADS).is_empty(), "{text}");
        let roster = read.roster.unwrap_or_else(|| panic!("{:?}", read.findings));
        assert_eq!(roster.quota[row - 2].heads, number);
    }
    for text in ["7.5", "七"] {
        let (read, row) = with(text);
        assert_eq!(codes(&read.findings, row, HEADS), ["I132"], "{text}");
    }
}

#[test]
fn lists_of_real_tables_are_read() {
    let mut documents = base();
    for id in ["38", "40", "41"] {
        let name = format!("第{id}小学");
        let cells = [("学校代码", id), ("学校名称", &name), ("核定编制数", "0")];
        add(&mut documents, "schools.csv", &cells);
    }
    let cells = [
        ("工号", "X0"),
        ("姓名", "王一"),
        ("志愿学校", "38；41、40,"),
    ];
    add(&mut documents, TEACHERS, &cells);
    let roster = sound(&documents);
    let wishes = teacher(&roster, "X0").wishes.iter();
    let wishes: Vec<_> = wishes.map(|no| roster.school(*no).id.as_str()).collect();
    assert_eq!(wishes, ["38", "41", "40"]);
}

#[test]
fn a_code_that_a_spreadsheet_has_damaged_is_told() {
    for (id, ruined) in [
        ("3.50102E+17", true),
        ("3135003211.0", true),
        ("011301", false),
        ("S01", false),
    ] {
        let mut documents = base();
        let cells = [("学校代码", id), ("学校名称", "又一小学")];
        let row = add(&mut documents, "schools.csv", &cells);
        let read = read_documents(&documents);
        let told = codes(&read.findings, row, "学校代码").contains(&"I137");
        assert_eq!(told, ruined, "{id}");
    }
}

const LENGTH: Text = Text::new("不是 18 位", "it has not eighteen characters");
const ROUNDED: Text = Text::new(
    "被电子表格当作数字，末几位已丢失",
    "a spreadsheet has taken it for a number and lost the last digits",
);
const CHECK: Text = Text::new(
    "与末位校验码不符",
    "its last character does not fit the others",
);

#[test]
fn a_number_gives_birth_and_sex_or_says_what_is_wrong() {
    const NUMBER: &str = "身份证号";
    // Made up: the region 000000 does not exist.
    for number in ["000000198703050028", "０００000198703050028"] {
        let mut documents = base();
        let mut cells = vec![("工号", "X0"), ("姓名", "王一"), (NUMBER, number)];
        cells.extend([("性别", ""), (BORN, "")]);
        add(&mut documents, TEACHERS, &cells);
        let roster = sound(&documents);
        let read = teacher(&roster, "X0");
        let read = (read.birth.to_string(), read.sex);
        assert_eq!(read, ("1987-03".to_owned(), Sex::Female), "{number}");
    }
    for (number, problem) in [
        ("00000019870305002", LENGTH),
        ("00000019870305002Z", LENGTH),
        ("000000198703050024", CHECK),
        ("000000198703050000", ROUNDED),
        ("1.98703E+17", ROUNDED),
        // The mark by which a spreadsheet is told that text follows, and no text.
        ("'", LENGTH),
    ] {
        let mut documents = base();
        let cells = [("工号", "X0"), ("姓名", "王一"), (NUMBER, number)];
        let row = add(&mut documents, TEACHERS, &cells);
        let findings = read_documents(&documents).findings;
        let told = told(&findings, row, NUMBER);
        assert_eq!((told.len(), told[0].code.id), (1, "I162"), "{number}");
        for lang in [Lang::Zh, Lang::En] {
            let says = told[0].says(lang);
            assert!(says.contains(problem.get(lang)), "{number}: {says}");
        }
    }
}
