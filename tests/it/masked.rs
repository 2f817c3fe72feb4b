//! Nothing that names anybody is handed on, not in free words either; the finished set is searched for it.

use crate::keeps_faith::copy;
use crate::redact::{parts, shipped};
use lungang::annex::{Real, redacted, redacted_book};
use lungang::disk::Named;
use lungang::domain::Roster;
use lungang::facts::Facts;
use lungang::outputs::{Set, plan_set};
use lungang::plan::{Plan, to_json};
use lungang::policy::RuleBook;
use lungang::run::{Accepted, RunFault, accepted};
use lungang::text::Lang;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Words that name a place, a school or a person.
const COUNTY: &str = "杏山县";
const WORDS: [&str; 5] = [COUNTY, "杏塘镇", "杏塘小学", "王芳", "杏教办"];

/// The township with names in all its free words.
fn named() -> (Roster, RuleBook, Plan) {
    let (checked, plan) = shipped("township");
    let (roster, book) = checked.ready().unwrap();
    let (mut roster, mut book) = (roster.clone(), book.clone());
    let title = format!("{COUNTY}杏塘镇方案（王芳经办）");
    roster.county.title_zh.clone_from(&title);
    roster.county.title_en.clone_from(&title);
    roster.schools[0].name = "杏塘小学".into();
    roster.schools[0].township = Some("杏塘镇".into());
    roster.teachers[0].name = "王芳".into();
    let mut text = String::from_utf8(to_json(&plan)).unwrap();
    for pool in &mut roster.pools {
        let id = format!("杏塘小学{}", pool.id);
        text = text.replace(&format!("\"{}\"", pool.id), &format!("\"{id}\""));
        pool.id = id;
    }
    let mut plan: Plan = serde_json::from_str(&text).unwrap();
    plan.scenario.title_zh.clone_from(&title);
    plan.scenario.title_en.clone_from(&title);
    plan.scenario.inputs.last_mut().unwrap().name = format!("{COUNTY}/杏塘镇.toml");
    book.title_zh.clone_from(&title);
    for rule in book.rules.values_mut() {
        rule.source = "杏教办〔2025〕3号".into();
        for value in rule.values.values_mut() {
            value.source = "杏塘镇的通知".into();
        }
    }
    (roster, book, plan)
}

#[test]
fn free_words_name_nobody_and_no_place() {
    let (roster, book, plan) = named();
    assert!(!roster.pools.is_empty() && !plan.recruits.is_empty());
    let facts = Facts::new(&roster, &book);
    let (other, doc) = redacted(&facts, &plan);
    let masked = redacted_book(&book);
    let mut said = 0;
    for (part, bytes) in parts(&roster, &book, &plan) {
        let text = String::from_utf8(bytes).unwrap();
        said += WORDS.iter().filter(|word| text.contains(**word)).count();
        assert!(part != "plan.json" || text.contains(COUNTY));
    }
    assert!(said > 20, "the documents of the bureau say them: {said}");
    for (part, bytes) in parts(&other, &masked, &doc) {
        let text = String::from_utf8(bytes).unwrap();
        let told: Vec<_> = WORDS.iter().filter(|word| text.contains(**word)).collect();
        assert!(told.is_empty(), "{part}: {told:?}");
    }
    // What the national policy says of itself stays: anybody may know it.
    let (checked, _) = shipped("national");
    let national = checked.ready().unwrap().1;
    assert_eq!(redacted_book(national).rules.len(), national.rules.len());
    let kept = redacted_book(national).rules.into_values();
    let kept = kept.filter(|rule| national.rules.values().any(|one| one.source == rule.source));
    assert_eq!(kept.count(), national.rules.len());
}

/// What is found of the county in a file that says so.
fn found(real: &Real, words: &str) -> Option<String> {
    let file = Named::new("a.html", words.as_bytes().to_vec());
    real.first_in(&[file]).map(|one| one.word)
}

#[test]
fn the_search_finds_names_and_ids_and_nothing_else() {
    let (mut roster, _, plan) = named();
    roster.schools[1].district = Some("乡村".into());
    roster.teachers[1].id = "20410".into();
    roster.teachers[2].id = "3301999".into();
    roster.teachers[3].id = "AB1".into();
    let silent = Named::new("summary.md", "乡村学校".as_bytes().to_vec());
    let real = Real::new(&roster, &plan, &[silent]);
    for (words, word) in [
        ("招聘：杏塘小学两人", "杏塘小学"),
        ("<b>王芳</b>", "王芳"),
        ("编号3301999，", "3301999"),
        ("(AB1)", "AB1"),
        ("杏塘镇", "杏塘镇"),
        (plan.digest.as_str(), plan.digest.as_str()),
        (
            &plan.scenario.inputs[0].sha256,
            &plan.scenario.inputs[0].sha256,
        ),
        (&plan.scenario.title_zh, "杏塘镇"),
    ] {
        let is = found(&real, words);
        assert!(
            is.as_deref() == Some(word) || words == plan.scenario.title_zh,
            "{words}: {is:?}"
        );
        assert!(is.is_some(), "{words}");
    }
    for words in [
        "教师0001 学校001",
        "13301999",
        "AB12",
        "XAB1",
        "共20410元",
        "乡村学校",
        "",
    ] {
        assert_eq!(found(&real, words), None, "{words}");
    }
}

#[test]
fn the_search_looks_into_cells_and_names_of_sheets() {
    let (roster, _, plan) = named();
    let real = Real::new(&roster, &plan, &[]);
    let book = |cell: &str, sheet: &str, number: f64| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let page = book.add_worksheet();
        page.set_name(sheet).unwrap();
        page.write_string(0, 0, cell).unwrap();
        page.write_number(1, 0, number).unwrap();
        Named::new("schools.xlsx", book.save_to_buffer().unwrap())
    };
    let words = |file: Named| real.first_in(&[file]).map(|one| one.word);
    assert_eq!(words(book("教师0001", "学校001", 1.0)), None);
    assert_eq!(
        words(book("转告王芳老师", "学校001", 1.0)).as_deref(),
        Some("王芳")
    );
    assert_eq!(
        words(book("教师0001", "杏塘小学", 1.0)).as_deref(),
        Some("杏塘小学")
    );
}

/// Plans the folder from the shell: how that ends, what is said, and whether a plan is there.
fn planned(folder: &Path, more: &[&str]) -> (Option<i32>, String, bool) {
    let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(["plan", ".", "--lang", "zh"])
        .args(more)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    (done.status.code(), said, folder.join("plan").exists())
}

#[test]
fn a_name_that_is_a_word_and_an_id_like_a_figure_are_replaced_like_others() {
    let folder = copy("masked", "township").join("township");
    let table = fs::read_to_string(folder.join("teachers.csv")).unwrap();
    let rows = table
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect::<Vec<_>>());
    let people: Vec<(String, String)> = rows
        .map(|row| (row[0].to_owned(), row[1].to_owned()))
        .collect();
    // Words of tables, heads and sentences; whole numbers of few digits.
    let words = [
        "语文", "体育", "高中", "任课", "安排", "周课", "单程", "余额",
    ];
    for one in fs::read_dir(&folder).unwrap() {
        let file = one.unwrap().path();
        if file.extension().is_none_or(|end| end != "csv") {
            continue;
        }
        let mut text = fs::read_to_string(&file).unwrap();
        for (no, ((id, name), word)) in people.iter().zip(words).enumerate() {
            text = text.replace(&format!(",{name},"), &format!(",{word},"));
            text = text.replace(&format!("{id},"), &format!("{},", 12 + no * 7));
        }
        fs::write(&file, text).unwrap();
    }
    let (code, said, there) = planned(&folder, &["--redact", "--by-school"]);
    assert!(code == Some(0) && there, "{code:?} {said}");
    let text = fs::read_to_string(folder.join("plan/redacted/plan.json")).unwrap();
    for (no, word) in words.iter().enumerate() {
        for told in [
            format!("name\": \"{word}\""),
            format!("\"{}\"", 12 + no * 7),
        ] {
            assert!(!text.contains(&told), "{told}");
        }
    }
}

#[test]
fn nothing_is_made_where_the_search_finds_something() {
    let (checked, plan) = shipped("township");
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let bytes = to_json(&plan);
    let mut accepted = accepted(&checked, &facts, &plan).unwrap();
    let set = |plan: &Accepted| plan_set(&facts, plan, Set::plain(Lang::Zh), true).map(drop);
    assert_eq!(accepted.bytes, bytes);
    set(&accepted).unwrap();
    // As if a field had been forgotten: the set is not made, and the word is told.
    for word in [&roster.schools[1].name, &roster.teachers[7].id] {
        accepted.doc.tool.solver.clone_from(word);
        let told = set(&accepted).unwrap_err();
        assert!(
            matches!(&told, RunFault::Told { word: said, .. } if word.contains(said.as_str())),
            "{told}"
        );
    }
}
