//! Small slips in tables and on the command line: what is no number, no name and no column is told as that.

use crate::keeps_faith::{Copy, lungang};
use std::fs;

/// The table with one cell of the first row of somebody, or something, changed.
fn with_cell(copy: &Copy, table: &str, column: &str, word: &str) -> (i32, String) {
    let path = copy.at.join("township").join(table);
    let text = fs::read_to_string(&path).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = lines[0].split(',').position(|one| one == column).unwrap();
    let mut cells: Vec<String> = lines[1].split(',').map(str::to_owned).collect();
    cells[at] = format!("\"{word}\"");
    lines[1] = cells.join(",");
    fs::write(&path, lines.join("\n")).unwrap();
    let told = copy.scenario(&["check"], &[]);
    fs::write(&path, text).unwrap();
    told
}

#[test]
fn a_comma_groups_thousands_or_is_asked() {
    let copy = Copy::new("commas");
    let column = ["周课时", "各班学生数"];
    for (word, read) in [
        ("7,8", false),
        ("7，8", false),
        ("1,2,3", false),
        ("12,34", false),
        ("1234,567", false),
        (",8", false),
        ("14", true),
    ] {
        let (code, text) = with_cell(&copy, "teachers.csv", column[0], word);
        assert_eq!(code == 0, read, "{word}: {text}");
        assert!(
            read || text.contains(word.split(['，', ',']).next().unwrap()),
            "{text}"
        );
    }
}

#[test]
fn a_vacancy_is_no_person() {
    let copy = Copy::new("vacant");
    for word in ["待补", "空缺", "缺 编", "待定", "拟招", "vacant"] {
        let (code, text) = with_cell(&copy, "teachers.csv", "姓名", word);
        assert!(
            code == 1 && text.contains("I426") && text.contains("空缺"),
            "{word}: {text}"
        );
    }
    for word in ["缺月", "定安", "空明"] {
        let (_, text) = with_cell(&copy, "teachers.csv", "姓名", word);
        assert!(!text.contains("I426"), "{word}: {text}");
    }
}

#[test]
fn a_roster_that_protects_nobody_is_told() {
    let copy = Copy::new("protects_nobody");
    let path = copy.at.join("township/teachers.csv");
    let whole = fs::read_to_string(&path).unwrap();
    for (head, code) in [
        ("某列", "I186"),
        ("怀孕", "I106"),
        ("本年不交流", "I106"),
        ("保护情形", ""),
    ] {
        let text = whole.replacen("保护情形", head, 1);
        fs::write(&path, &text).unwrap();
        let (_, said) = copy.scenario(&["check"], &[]);
        assert_eq!(said.contains("I186"), head != "保护情形", "{head}: {said}");
        let warned = said.contains(&format!("提示[{code}]"));
        assert!(code.is_empty() || warned, "{head}: {said}");
    }
}

#[test]
fn who_is_meant_by_a_refusal_is_told_by_the_letters() {
    let copy = Copy::new("nearest");
    let doc = &copy.county.doc;
    let (roster, _) = copy.county.checked.ready().unwrap();
    let letter = doc
        .moves
        .iter()
        .find(|one| one.name.chars().count() > 2)
        .unwrap();
    let stays = roster.teachers.iter().find(|one| {
        let mut letters = doc.moves.iter();
        letters.all(|letter| letter.teacher != one.id && letter.name != one.name)
    });
    let stays = stays.unwrap();
    let mut wrong = letter.name.chars();
    let first = wrong.next().unwrap();
    let last = wrong.next_back().unwrap();
    for (word, says) in [
        (format!("{first}某{last}"), letter.name.clone()),
        (stays.name.clone(), "没有安排其去向".to_owned()),
        (String::new(), "--refuse".to_owned()),
        ("，、".to_owned(), "--refuse".to_owned()),
    ] {
        let (code, text) = copy.replan("plan.json", &["--refuse", &word]);
        assert!(code == 2 && text.contains(&says), "{word}: {text}");
    }
    // Nobody of whose name no letter is right is proposed.
    let (code, text) = copy.replan("plan.json", &["--refuse", "鎏鑫"]);
    assert!(code == 2 && !text.contains("是否为"), "{text}");
}

#[test]
fn a_scenario_that_was_copied_alone_is_read() {
    let copy = Copy::new("alone");
    fs::remove_dir_all(copy.at.join("national")).unwrap();
    let (code, text) = copy.scenario(&["check"], &[]);
    assert!(
        code == 0 && text.contains("I187") && text.contains("I180"),
        "{text}"
    );
    let plan = copy.at.join("plan.json");
    let (_, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
    assert!(text.contains("方案成立"), "{text}");
    // A table of another name is missing where it is said to be.
    let manifest = copy.at.join("township/scenario.toml");
    let said = fs::read_to_string(&manifest).unwrap();
    fs::write(
        &manifest,
        said.replace("../national/grid.csv", "../mine/grid.csv"),
    )
    .unwrap();
    let (code, text) = copy.scenario(&["check"], &[]);
    assert!(code == 1 && text.contains("I101"), "{text}");
}

#[test]
fn half_of_somebody_holds_no_whole_post() {
    let copy = Copy::new("half");
    for share in [1, 50, 99, 100] {
        let mut doc = copy.county.doc.clone();
        for one in &mut doc.moves {
            one.share = share;
        }
        let file = copy.at.join("half.json");
        fs::write(&file, lungang::plan::to_json(&doc)).unwrap();
        let scenario = copy.at.join("township");
        let words = [
            "audit",
            scenario.to_str().unwrap(),
            file.to_str().unwrap(),
            "--edited",
        ];
        let (code, text) = lungang(&words);
        let told = text.contains("A69");
        assert_eq!(told, share < 100, "{share}: {text}");
        assert_eq!(code == 0, share == 100, "{share}: {text}");
    }
}

/// An id that stands twice, a table or a column that is missing: what follows from it does not stand before it, and of
/// whom the id is nothing else is told.
#[test]
fn what_makes_others_look_wrong_comes_first() {
    let copy = Copy::new("roots");
    let at = |name: &str| copy.at.join("township").join(name);
    let teachers = fs::read_to_string(at("teachers.csv")).unwrap();
    let schools = fs::read_to_string(at("schools.csv")).unwrap();
    // The second row takes the id of another, of whom there is service.
    let twice = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let of = |line: &str| line.split(',').next().unwrap().to_owned();
        let (one, other) = (of(&lines[2]), of(&lines[lines.len() - 1]));
        lines[2] = lines[2].replacen(&one, &other, 1);
        lines.join("\n")
    };
    let headless = |text: &str| {
        text.replacen("出生年月", "某月", 1)
            .replacen("学校名称", "某名", 1)
    };
    for (table, text, code) in [
        ("teachers.csv", twice(&teachers), "I401"),
        ("schools.csv", twice(&schools), "I201"),
        ("teachers.csv", headless(&teachers), "I104"),
        ("schools.csv", headless(&schools), "I104"),
    ] {
        fs::write(at(table), text).unwrap();
        let (exit, said) = copy.scenario(&["check"], &[]);
        let mut errors = said.lines().filter(|line| line.starts_with("错误["));
        let first = errors.next().unwrap_or_default();
        let as_asked = first.starts_with(&format!("错误[{code}]"));
        assert!(exit == 1 && as_asked, "{said}");
        fs::write(at("teachers.csv"), &teachers).unwrap();
        fs::write(at("schools.csv"), &schools).unwrap();
    }
}
