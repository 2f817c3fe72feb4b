//! A plan of an older layout is read: audited, explained and planned from, with one line that says what it
//! lacks. `tests/golden/old-plan` is a small county with the plan that the program of that layout wrote.

use lungang::annex::{Annex, plan_book};
use lungang::domain::NOTHING_MORE;
use lungang::input::load_documents;
use lungang::plan::{Plan, SCHEMA, placement};
use lungang::run::{Audited, Checked, audit_bytes, check};
use lungang::text::Lang;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/old-plan")
}

fn county() -> Checked {
    check(&load_documents(&[folder()]).unwrap())
}

fn old_bytes() -> Vec<u8> {
    fs::read(folder().join("plan.json")).unwrap()
}

/// How often a plan file is told to be so.
fn told(audited: &Audited, code: &str) -> usize {
    audited
        .findings
        .0
        .iter()
        .filter(|one| one.code.id == code)
        .count()
}

#[test]
fn a_plan_of_the_old_layout_is_judged_and_said_to_be_old() {
    let checked = county();
    let audited = audit_bytes(&checked, &old_bytes(), "plan.json");
    assert!(audited.audit.is_some());
    assert_eq!(told(&audited, "A18"), 1);
    for code in ["A01", "A02", "A05", "A11", "A12", "A13"] {
        assert_eq!(told(&audited, code), 0, "{code}");
    }
    let doc = audited.doc.unwrap();
    assert!(doc.old && doc.figures.is_empty() && doc.schema != SCHEMA);
    // One digit more or less, and the digest of the old bytes tells.
    let text = String::from_utf8(old_bytes()).unwrap();
    let edited = text.replacen("\"weekly_periods\": 1", "\"weekly_periods\": 2", 1);
    assert_ne!(text, edited);
    let audited = audit_bytes(&checked, edited.as_bytes(), "plan.json");
    assert_eq!(told(&audited, "A13"), 1);
}

#[test]
fn a_layout_that_nobody_knows_is_refused() {
    let mut plan: Value = serde_json::from_slice(&old_bytes()).unwrap();
    for layout in [
        "lungang-plan/0",
        "lungang-plan/3",
        "lungang-documents/1",
        "",
    ] {
        plan["schema"] = layout.into();
        let bytes = serde_json::to_vec(&plan).unwrap();
        let audited = audit_bytes(&county(), &bytes, "plan.json");
        let code = if layout.starts_with("lungang-plan/") {
            "A12"
        } else {
            "A11"
        };
        assert_eq!(told(&audited, code), 1, "{layout}");
        assert!(audited.doc.is_none());
    }
}

/// The same plan with posts that no reckoning makes: one period more in every part.
fn with_other_posts() -> Value {
    let mut plan: Value = serde_json::from_slice(&old_bytes()).unwrap();
    for school in plan["schools"].as_array_mut().unwrap() {
        for post in school["teaching_posts"].as_array_mut().unwrap() {
            for part in post["parts"].as_array_mut().unwrap() {
                part[1] = (part[1].as_u64().unwrap() + 1).into();
            }
        }
    }
    plan
}

#[test]
fn posts_that_are_no_more_are_matched_at_the_same_school_and_stage() {
    let checked = county();
    let bytes = serde_json::to_vec(&with_other_posts()).unwrap();
    let audited = audit_bytes(&checked, &bytes, "plan.json");
    assert_eq!((told(&audited, "A07"), told(&audited, "A05")), (1, 0));
    let doc: Plan = audited.doc.unwrap();
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let (plan, _) = placement(&facts, &doc);
    let mut was = BTreeMap::new();
    for school in &doc.schools {
        for post in &school.teaching_posts {
            for who in &post.filled_by {
                was.insert(who.clone(), (school.id.clone(), post.stage, post.main()));
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut same = 0;
    for no in facts.post_nos() {
        let post = facts.post(no);
        assert!(plan.fills[no.0].len() <= usize::try_from(post.number).unwrap());
        for who in &plan.fills[no.0] {
            let id = facts.roster.teacher_id(*who);
            let (school, stage, main) = &was[&id];
            assert_eq!(
                (facts.roster.school_id(post.school), post.stage),
                (school.clone(), *stage)
            );
            let profile = facts.profile(facts.stands(*who).profile);
            assert!(profile.fit(post).fills(), "{id}");
            same += usize::from(post.main() == *main);
            assert!(seen.insert(id), "on two posts");
        }
    }
    for hire in &plan.hires {
        let profile = facts.profile(facts.pool_profile[hire.pool]);
        let fit = profile.fit(facts.post(hire.post));
        assert!(fit.suits_recruit(), "{hire:?}: nobody is hired for it");
    }
    // Whoever has a seat and whoever has none are all who had one; few are left over, and most keep
    // their subject.
    assert!(
        seen.len() * 10 >= was.len() * 8,
        "{} of {}",
        seen.len(),
        was.len()
    );
    assert!(same * 10 >= seen.len() * 7, "{same} of {}", seen.len());
}

#[test]
fn an_old_plan_is_planned_from_and_explained() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("old-plan");
    let (scenario, file) = (folder(), folder().join("plan.json"));
    let plan: Plan = serde_json::from_slice(&old_bytes()).unwrap();
    let who = plan.moves[0].teacher.clone();
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
        let done = command.args(words).args(["--lang", "zh"]).output().unwrap();
        let text =
            String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
        (done.status.code().unwrap(), text)
    };
    let (scenario, file) = (scenario.to_str().unwrap(), file.to_str().unwrap());
    for words in [
        vec!["audit", scenario, file],
        vec!["explain", scenario, file, "--teacher", &who],
        vec![
            "replan",
            scenario,
            "--from",
            file,
            "--out",
            out.to_str().unwrap(),
        ],
    ] {
        let (code, text) = run(&words);
        // A rule that came later may fail on an old plan; that it cannot be read is another thing.
        assert!([0, 1, 3].contains(&code), "{words:?}: {code} {text}");
        assert!(
            text.contains("A18") && !text.contains("A11"),
            "{words:?}: {text}"
        );
    }
    let fresh: Value = serde_json::from_slice(&fs::read(out.join("plan.json")).unwrap()).unwrap();
    assert_eq!(fresh["schema"], SCHEMA);
}

/// The workbook of the shipped plan of the township, with one more period in every post, so that no reckoning makes
/// them; and that workbook as one of before workbooks said their layout, or of another one.
fn workbook(layout: Option<&str>) -> (Checked, Plan, Vec<u8>) {
    let (checked, mut plan) = crate::annex::shipped("township");
    for post in plan
        .schools
        .iter_mut()
        .flat_map(|one| &mut one.teaching_posts)
    {
        for part in &mut post.parts {
            part.1 += 1;
        }
    }
    for part in plan.recruits.iter_mut().flat_map(|one| &mut one.parts) {
        part.1 += 1;
    }
    if let Some(layout) = layout {
        layout.clone_into(&mut plan.schema);
    }
    // They were so when it was written, and nobody has changed it since.
    plan.made = lungang::plan::made(&plan);
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let book = plan_book(&Annex::new(&facts, &plan, Lang::Zh)).unwrap();
    (checked, plan, book)
}

#[test]
fn posts_of_a_workbook_of_an_older_layout_are_matched_as_those_of_its_json() {
    // Of today's layout and tables a post that is not there is a fault, and nothing is matched.
    let (checked, _, today) = workbook(None);
    let strict = audit_bytes(&checked, &today, "plan.xlsx");
    assert!(told(&strict, "A05") > 0 && told(&strict, "A07") == 0 && told(&strict, "A18") == 0);
    // Of an older one it is matched, exactly as in the JSON of the same plan.
    let (checked, plan, book) = workbook(Some("lungang-plan/1"));
    let of_book = audit_bytes(&checked, &book, "plan.xlsx");
    let codes = ["A18", "A07", "A05", "A14"].map(|code| told(&of_book, code));
    assert_eq!(codes, [1, 1, 0, 0]);
    let of_json = audit_bytes(&checked, &lungang::plan::to_json(&plan), "plan.json");
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let placed = |audited: &Audited| placement(&facts, audited.doc.as_ref().unwrap()).0;
    let (from_book, from_json) = (placed(&of_book), placed(&of_json));
    assert_eq!(from_book.fills, from_json.fills);
    assert_eq!(from_book.hires, from_json.hires);
    assert!(from_book.fills.iter().any(|people| !people.is_empty()));
    // One of a layout that nobody knows is refused.
    let (checked, _, newer) = workbook(Some("lungang-plan/9"));
    let refused = audit_bytes(&checked, &newer, "plan.xlsx");
    assert!(told(&refused, "A12") == 1 && refused.doc.is_none());
}

#[test]
fn a_plan_of_other_tables_is_matched_whether_json_or_workbook() {
    let (_, plan, book) = workbook(None);
    // A year on somebody is away, so that the tables are others.
    let who = &plan.schools[0]
        .teaching_posts
        .iter()
        .find_map(|one| one.filled_by.first())
        .unwrap();
    let changes = [
        format!("teachers.{who}.在岗状态=离岗"),
        format!("teachers.{who}.周课时="),
    ];
    let checked = check(&crate::patched::changed("scenarios/township", &changes));
    let of_book = audit_bytes(&checked, &book, "plan.xlsx");
    let of_json = audit_bytes(&checked, &lungang::plan::to_json(&plan), "plan.json");
    for audited in [&of_book, &of_json] {
        assert!(told(audited, "A14") > 0, "{:?}", audited.findings);
        assert_eq!((told(audited, "A07"), told(audited, "A05")), (1, 0));
    }
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let placed = |audited: &Audited| placement(&facts, audited.doc.as_ref().unwrap()).0;
    assert_eq!(placed(&of_book).fills, placed(&of_json).fills);
}
