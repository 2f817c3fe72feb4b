//! The page in a browser: what can be clicked and typed works, nothing is asked of any network, it reads
//! without scripts, prints, and stays quick with 4,000 teachers.

mod chromium;
mod county;

use crate::page::{page_of, without};
use chromium::{open, printed, said};
use county::county_page;

/// How to press and type, and what is seen, for the scripts below.
const HANDS: &str = include_str!("hands.js");

/// What answers within the time in which the browser builds the table of 4,000 twice. Other programs share
/// the machine, so there are no milliseconds to go by.
const ANSWERS: [&str; 5] = ["search", "again", "only", "subject", "sort"];
const ANSWER: f64 = 2.0;
/// How many such tables the loading of the whole page may take, pictures and cards of 140 schools included;
/// measured on a quiet machine four.
const PAGE: f64 = 12.0;

fn script(steps: &str) -> String {
    format!("{HANDS}{steps}")
}

/// A file of the scenarios.
fn page_root(path: &str) -> std::path::PathBuf {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("scenarios").join(path)
}

/// People on the roster of a scenario.
fn people(name: &str) -> usize {
    let table = page_root(&format!("{name}/teachers.csv"));
    std::fs::read_to_string(table).unwrap().lines().count() - 1
}

#[test]
fn the_language_is_switched_the_list_searched_filtered_and_sorted() {
    let steps = include_str!("list.js");
    let seen = open("hands", &page_of("township"), &script(steps));
    assert!(seen.console.is_empty(), "{:?}", seen.console);
    assert!(seen.asked.is_empty(), "{:?}", seen.asked);
    let said = said(&seen);
    assert_eq!(said["zh"], serde_json::json!([true, 0]));
    assert_eq!(said["en"], serde_json::json!([0, true, "en", "all"]));
    assert_eq!(said["all"], people("township"));
    assert_eq!(said["one"], serde_json::json!(["T00013"]));
    assert_eq!(said["none"], serde_json::json!([0, "0"]));
    assert_eq!(said["changed"], said["marked"]);
    assert!(
        said["changed"]
            .as_u64()
            .is_some_and(|number| (5..60).contains(&number))
    );
    let subjects = said["subjects"].as_array().unwrap();
    assert!(
        !subjects.is_empty() && subjects.iter().all(|one| one == "音乐Music"),
        "{subjects:?}"
    );
    let (school, places) = (
        said["school"].as_str().unwrap(),
        said["places"].as_array().unwrap(),
    );
    assert!(!places.is_empty());
    assert!(
        places
            .iter()
            .all(|one| one.as_str().unwrap().contains(school)),
        "{places:?}"
    );
    assert_eq!(said["up"], serde_json::json!(["ascending", "T00001"]));
    let last = format!("T{:05}", people("township"));
    assert_eq!(said["down"], serde_json::json!(["descending", last]));
    assert_eq!(said["sorted"], 1);
    assert_eq!(said["more"], "none", "all rows are shown");
}

#[test]
fn a_request_would_be_seen_and_the_policy_of_the_page_lets_none_out() {
    let call = "<img src=\"http://pictures.example/one.png\">";
    let bare = format!("<!DOCTYPE html><html><body>{call}</body></html>");
    let seen = open("control", &bare, "");
    assert_eq!(
        seen.asked, ["http://pictures.example/one.png"; 1],
        "the watch works"
    );
    // Even if something got into the page, the browser would not fetch it.
    let page = page_of("township").replace("</main>", &format!("{call}</main>"));
    let seen = open("policy", &page, "");
    assert!(seen.asked.is_empty(), "{:?}", seen.asked);
    assert!(
        seen.console
            .iter()
            .any(|line| line.contains("Content Security Policy"))
    );
}

#[test]
fn without_scripts_tables_pictures_and_the_switch_are_there() {
    let page = without(&page_of("zhangye"), "<script>", "</script>");
    let steps = include_str!("bare.js");
    let seen = open("bare", &page, &script(steps));
    let said = said(&seen);
    assert_eq!(said["rows"], people("zhangye"));
    assert_eq!(said["tools"], 0, "what needs a script is not shown");
    let pictures = said["pictures"].as_array().unwrap();
    assert!(
        pictures.len() >= 7 && pictures.iter().all(|tall| tall == true),
        "{pictures:?}"
    );
    let plan = std::fs::read(page_root("zhangye/expected/plan.json")).unwrap();
    let plan: serde_json::Value = serde_json::from_slice(&plan).unwrap();
    assert_eq!(said["rules"], plan["rules"].as_array().unwrap().len());
    assert_eq!(said["en"], serde_json::json!([0, true]));
    assert_eq!(said["open"], 1);
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures are what the case is for")]
fn four_thousand_teachers_are_there_and_filtered_at_once() {
    let page = county_page();
    let steps = include_str!("speed.js");
    let tried: Vec<_> = (0..3)
        .map(|_| {
            let seen = open("county", &page, &script(steps));
            assert!(seen.console.is_empty(), "{:?}", seen.console);
            said(&seen)
        })
        .collect();
    let quick = |said: &serde_json::Value| {
        let took = |what: &str| said[what].as_f64().unwrap();
        let table = took("table");
        ANSWERS.iter().all(|what| took(what) < ANSWER * table) && took("load") < PAGE * table
    };
    for said in &tried {
        println!("{} kB: {said}", page.len().div_ceil(1000));
        assert_eq!(said["all"], 4000);
        assert_eq!(said["first"], 200);
        assert_eq!(said["changed"], "600");
        assert_eq!(said["now"], 4000);
        assert_eq!(said["more"], "none");
    }
    // Another program may have had the machine for a moment.
    assert!(tried.iter().any(quick), "{tried:?}");
}

#[test]
fn it_prints_on_paper_with_wide_tables_on_their_side() {
    let pdf = printed("print", &page_of("township"));
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type /Page\n").count();
    assert!((6..60).contains(&pages), "{pages} pages");
    // Wide tables lie on their side.
    let lying =
        text.matches("/MediaBox [0 0 842").count() + text.matches("/MediaBox [0 0 841").count();
    assert!(
        lying > 0 && lying < pages,
        "{lying} of {pages} pages are landscape"
    );
}
