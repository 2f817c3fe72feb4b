//! Our own documents are known again: by what stands at their foot, and among the tables of a county.

use super::room;
use crate::keeps_faith::copy;
use crate::redact::{parts, shipped};
use lungang::disk::{EARLIER, short};
use lungang::input::load_documents;
use lungang::plan::Plan;
use lungang::run::{check, write_decisions};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

fn lungang(args: &[&str], folder: &Path) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .args(args)
        .args(["--lang", "zh"])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr) + String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{args:?}: {said}");
    said.into_owned()
}

#[test]
fn planning_twice_where_the_tables_lie_gives_the_same_plan() {
    let room = room("twice");
    let township = copy("twice", "township").join("township");
    let book = room.join("全乡.xlsx").display().to_string();
    lungang(&["export", ".", "--xlsx", &book], &township);
    let plan = || {
        let said = lungang(&["plan", ".", "--by-school", "--redact"], &room);
        (said, fs::read(room.join("plan/plan.json")).unwrap())
    };
    let (said, first) = plan();
    assert!(room.join("plan/documents.json").exists(), "{said}");
    // What an older program wrote lies among the tables themselves.
    for name in [
        "plan.json",
        "plan.xlsx",
        "filing.xlsx",
        "schools.xlsx",
        "summary.md",
    ] {
        fs::copy(room.join("plan").join(name), room.join(name)).unwrap();
    }
    for _ in 0..2 {
        let (said, again) = plan();
        assert_eq!(first, again, "{said}");
        assert!(!said.contains("已移入"), "{said}");
    }
    let found = check(&load_documents(&[room]).unwrap()).findings;
    let found = found.0.iter().filter(|one| one.code.id == "I182");
    let files: Vec<_> = found
        .filter_map(|one| Some(one.place.as_ref()?.file.as_str()))
        .collect();
    assert_eq!(files, ["filing.xlsx", "plan.xlsx", "schools.xlsx"]);
}

#[test]
fn the_digest_stands_at_the_foot_of_every_sheet_and_page() {
    let (checked, plan) = shipped("township");
    let (roster, book) = checked.ready().unwrap();
    let digest = short(&plan.digest);
    let mut sheets = 0;
    for (part, bytes) in parts(roster, book, &plan) {
        let text = String::from_utf8(bytes).unwrap();
        if part.contains("worksheets/sheet") {
            // The hidden sheet, for the program alone, is printed by nobody.
            let Some((_, foot)) = text.split_once("<oddFooter>") else {
                assert!(part.starts_with("plan "), "{part}");
                continue;
            };
            let foot = foot.split("</oddFooter>").next().unwrap();
            assert!(foot.contains(&digest), "{part}: {foot}");
            sheets += 1;
        } else if ["report.html", "summary.md"].contains(&part.as_str()) {
            let tail = text.rsplit(&plan.digest).next().unwrap();
            let foot = format!("@bottom-right {{ content: \"校验码 {digest}\"");
            let ends = part == "summary.md" && tail.trim().is_empty();
            assert!(ends || text.contains(&foot), "{part}");
        }
    }
    assert!(sheets > 40, "{sheets} sheets");
}

/// Names of what lies in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|one| one.unwrap().file_name().to_string_lossy().into_owned());
    names.collect()
}

#[test]
fn after_a_refusal_nothing_of_the_old_plan_lies_among_the_new_documents() {
    let township = copy("refused", "township").join("township");
    lungang(&["plan", ".", "--by-school", "--redact"], &township);
    let plan = fs::read_to_string(township.join("plan/plan.json")).unwrap();
    let plan: Plan = serde_json::from_str(&plan).unwrap();
    let who = plan.moves[0].teacher.as_str();
    for folder in ["plan", "plan/letters"] {
        lungang(
            &["explain", ".", "plan/plan.json", "--notices", folder],
            &township,
        );
    }
    let letter = format!("{who}.docx");
    assert!(names(&township.join("plan")).contains(&letter));
    // Somebody makes a note in the filing tables.
    fs::write(township.join("plan/filing.xlsx"), "edited by hand").unwrap();
    let refuse = ["--refuse", who, "--date", "2026-08-20", "--out", "plan"];
    let signed = ["--author", "board", "--reason", "illness"];
    let replan = ["replan", ".", "--from", "plan/plan.json"];
    let words = [&replan[..], &refuse, &signed].concat();
    let said = lungang(&words, &township);
    let earlier = format!("{EARLIER}/{}", short(&plan.digest));
    assert!(
        said.contains(&earlier) && said.contains("letters"),
        "{said}"
    );
    let is: Vec<String> = names(&township.join("plan")).into_iter().collect();
    let new = [
        "documents.json",
        "earlier",
        "filing.xlsx",
        "plan.json",
        "plan.xlsx",
        "proof.json",
        "report.html",
        "summary.md",
    ];
    assert_eq!(is, new);
    let kept = township.join("plan").join(earlier);
    for name in ["letters", "redacted", "schools.xlsx", "plan.json", &letter] {
        assert!(names(&kept).contains(name), "{name}");
    }
    assert!(kept.join("letters").join(&letter).exists());
    assert_eq!(
        fs::read(kept.join("filing.xlsx")).unwrap(),
        b"edited by hand"
    );
}

#[test]
fn decisions_that_another_run_wrote_meanwhile_are_not_overwritten() {
    let township = copy("meanwhile", "township").join("township");
    let mut documents = load_documents(std::slice::from_ref(&township)).unwrap();
    let file = township.join("decisions.toml");
    documents
        .decisions
        .push(("decisions.toml".into(), b"# one\n".to_vec()));
    write_decisions(&documents).unwrap();
    documents.decisions[0].1 = b"# one\n# two\n".to_vec();
    write_decisions(&documents).unwrap();
    fs::write(&file, "# one\n# somebody else's\n").unwrap();
    documents.decisions[0].1 = b"# one\n# two\n# three\n".to_vec();
    assert!(write_decisions(&documents).is_err());
    assert!(fs::read_to_string(&file).unwrap().contains("somebody"));
}
