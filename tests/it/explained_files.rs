//! What is explained of a plan follows from what it decides, whatever file it is read from; a file that says otherwise
//! than it decides is explained to nobody, and one in which anything stands twice is no plan.

use crate::annex::{cell_of, with_cell};
use crate::hand_roll::{HEADS, roll, rows};
use crate::keeps_faith::{Copy, lungang};
use lungang::plan::{Plan, Reason, digest, to_json};
use lungang::text::Lang;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files of a folder, but for their times.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let files = entries.map(|one| one.unwrap().path());
    let files = files.filter(|one| one.is_file());
    files
        .map(|one| {
            let name = one.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&one).unwrap())
        })
        .collect()
}

fn explain(copy: &Copy, plan: &str, more: &[&str]) -> (i32, String) {
    let (scenario, plan) = (copy.at.join("township"), copy.at.join(plan));
    let words = [
        "explain",
        scenario.to_str().unwrap(),
        plan.to_str().unwrap(),
    ];
    lungang(&[&words[..], more].concat())
}

fn letters(copy: &Copy, plan: &str, folder: &str) -> (i32, String, BTreeMap<String, Vec<u8>>) {
    let out = copy.at.join(folder);
    let (code, text) = explain(copy, plan, &["--notices", out.to_str().unwrap()]);
    (code, text, files(&out))
}

#[test]
fn a_workbook_that_nobody_edited_is_explained_as_the_plan_is() {
    let copy = Copy::new("explained_book");
    let doc = &copy.county.doc;
    for lang in [Lang::Zh, Lang::En] {
        fs::write(copy.at.join("plan.xlsx"), copy.county.book(doc, lang)).unwrap();
        let (code, text, of_book) = letters(&copy, "plan.xlsx", "of_book");
        assert_eq!(code, 0, "{text}");
        let (_, _, of_json) = letters(&copy, "plan.json", "of_json");
        assert_eq!(of_book.len(), of_json.len());
        assert!(of_book.len() > doc.moves.len(), "a letter for each");
        for (name, bytes) in &of_json {
            assert!(of_book.get(name) == Some(bytes), "{name} of {lang:?}");
        }
        let (who, school) = (&doc.moves[0].teacher, &doc.moves[0].to);
        for asked in [
            ["--teacher", who],
            ["--school", school],
            ["--rule", "rotation_share"],
        ] {
            let of_json = explain(&copy, "plan.json", &asked);
            let of_book = explain(&copy, "plan.xlsx", &asked);
            let said = |text: &str| text.lines().filter(|line| !line.contains('[')).count();
            assert_eq!(of_json.0, 0, "{}", of_json.1);
            assert!(of_book.1.ends_with(&of_json.1), "{asked:?}: {}", of_book.1);
            assert!(said(&of_json.1) > 1, "{}", of_json.1);
        }
    }
}

#[test]
fn letters_of_edited_workbooks_and_of_rolls_are_reckoned_anew() {
    let copy = Copy::new("explained_edited");
    let doc = &copy.county.doc;
    let book = copy.county.book(doc, Lang::Zh);
    let free = |one: &&lungang::plan::MoveDoc| !one.reasons.contains(&Reason::Pinned);
    let one = doc.moves.iter().find(free).unwrap();
    let (sheet, cell) = cell_of(&book, &one.teacher, "是否住周转宿舍");
    let edited = with_cell(&book, sheet, &cell, if one.bed { "否" } else { "是" });
    fs::write(copy.at.join("edited.xlsx"), edited).unwrap();
    fs::write(copy.at.join("roll.xlsx"), roll(&HEADS, &rows(doc))).unwrap();
    let known = |files: &BTreeMap<String, Vec<u8>>| {
        let says: serde_json::Value = serde_json::from_slice(&files["documents.json"]).unwrap();
        let of = says["files"][0]["digest"].as_str().unwrap_or_default();
        of.to_owned()
    };
    for file in ["edited.xlsx", "roll.xlsx"] {
        let (code, text, files) = letters(&copy, file, &format!("of_{file}"));
        assert_eq!(code, 0, "{file}: {text}");
        assert!(files.len() > doc.moves.len(), "{file}");
        let digest = known(&files);
        assert!(
            digest.len() == 64 && digest != doc.digest,
            "{file} {digest}"
        );
        let letter = &files[&format!("{}.docx", one.teacher)];
        let parts = crate::annex::parts(letter);
        let body = parts.iter().find(|part| part.0 == "word/document.xml");
        let body = String::from_utf8(body.unwrap().1.clone()).unwrap();
        assert!(!body.contains("每周共0课时"), "{file}: {body}");
        assert!(body.contains("依据"), "{file}: {body}");
        let (_, school) = explain(&copy, file, &["--school", &one.to]);
        assert!(!school.contains("学生0人"), "{school}");
    }
    // The letter of whoever goes no more does not stay among the new ones.
    let left = rows(doc)
        .into_iter()
        .filter(|row| row[0] != one.teacher)
        .collect::<Vec<_>>();
    fs::write(copy.at.join("fewer.xlsx"), roll(&HEADS, &left)).unwrap();
    let (code, text, files) = letters(&copy, "fewer.xlsx", "of_roll.xlsx");
    let stays = files.contains_key(&format!("{}.docx", one.teacher));
    assert!(code != 0 || !stays, "{code} {text}");
}

type Lie = (&'static str, fn(&mut Plan));

/// What a file says beside what it decides, falsely; with the digest mended it agrees with itself.
const LIES: [Lie; 5] = [
    ("weekly_periods", |doc| doc.moves[3].weekly_periods = 99),
    ("name", |doc| doc.moves[3].name = "某某".into()),
    ("reasons", |doc| {
        doc.moves[3].reasons = vec![Reason::NotReached];
    }),
    ("travel", |doc| doc.moves[3].travel_minutes = Some(1)),
    ("pupils", |doc| doc.schools[3].pupils = 9999),
];

#[test]
fn a_file_that_says_otherwise_than_it_decides_is_explained_to_nobody() {
    let copy = Copy::new("explained_lies");
    for (what, lie) in LIES {
        for digest_is in ["mended", "as it was", "none"] {
            let mut doc = copy.county.doc.clone();
            lie(&mut doc);
            match digest_is {
                "mended" => doc.digest = digest(&doc),
                "none" => doc.digest.clear(),
                _ => {}
            }
            fs::write(copy.at.join("lie.json"), to_json(&doc)).unwrap();
            let (code, text, files) = letters(&copy, "lie.json", "of_lies");
            assert_eq!(code, 1, "{what}, digest {digest_is}: {text}");
            assert!(files.is_empty(), "{what}, digest {digest_is}");
            assert!(text.contains("replan --from"), "{text}");
            let who = doc.moves[3].teacher.clone();
            let (code, text) = explain(&copy, "lie.json", &["--teacher", &who]);
            assert_eq!(code, 1, "{what}: {text}");
        }
    }
}

#[test]
fn a_key_that_stands_twice_is_named_with_its_place() {
    let copy = Copy::new("twice");
    let raw = String::from_utf8(to_json(&copy.county.doc)).unwrap();
    let cases = [
        ("\"moves\":", "\"moves\": [],\n  \"moves\":", "moves"),
        (
            "\"digest\":",
            "\"digest\": \"\",\n  \"digest\":",
            "made.digest",
        ),
        (
            "\"reckoning_date\":",
            "\"reckoning_date\": \"\", \"reckoning_date\":",
            "scenario.reckoning_date",
        ),
        (
            "\"weekly_periods\":",
            "\"weekly_periods\": 99, \"weekly_periods\":",
            "moves[0].weekly_periods",
        ),
    ];
    for (key, twice, path) in cases {
        fs::write(copy.at.join("twice.json"), raw.replacen(key, twice, 1)).unwrap();
        let scenario = copy.at.join("township");
        let plan = copy.at.join("twice.json");
        let of_plan = [scenario.to_str().unwrap(), plan.to_str().unwrap()];
        let (code, audited) = lungang(&["audit", of_plan[0], of_plan[1], "-q"]);
        let (other, replanned) = copy.replan("twice.json", &[]);
        assert_eq!((code, other), (1, 1), "{path}: {audited} {replanned}");
        for text in [audited, replanned] {
            assert!(text.contains("A11") && text.contains("出现两次"), "{text}");
            assert!(text.contains(&format!("（{path}）")), "{path}: {text}");
        }
    }
}

#[test]
fn json_without_doubles_is_read_as_it_stands() {
    let cases = [
        r#"{"a":{"b":[1,-2,0.5,"x",null,true]},"b":{"a":{}}}"#,
        "[]",
        "18446744073709551615",
        r#""\u4e2d""#,
    ];
    for text in cases {
        let read = lungang::disk::json_value(text.as_bytes()).unwrap();
        assert_eq!(
            read,
            serde_json::from_str::<serde_json::Value>(text).unwrap()
        );
    }
    for text in ["", "{", "{} {}", r#"{"a":1,}"#, r#"[{"a":{"b":1,"b":1}}]"#] {
        assert!(
            lungang::disk::json_value(text.as_bytes()).is_err(),
            "{text}"
        );
    }
}
