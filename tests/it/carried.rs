//! A plan carries the decisions under which it was made: they hold where the decisions file is lost, whatever the way.

use crate::keeps_faith::{Copy, copy, lungang};
use lungang::plan::Plan;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn sends(doc: &Plan, who: &str) -> bool {
    doc.moves.iter().any(|one| one.teacher == who)
}

/// A round with a refusal, a pin by hand and an approval; who refused and who was pinned.
pub(crate) fn decided(name: &str) -> (Copy, [String; 2]) {
    let copy = Copy::new(name);
    let approval = "[[approvals]]\nrule = \"rotation_share\"\nabout = \"county\"\namount = 1\nreason = \"生源减少\"\nauthor = \"局务会\"\ndate = \"2026-07-01\"\n";
    fs::write(copy.at.join("township/decisions.toml"), approval).unwrap();
    let mut doc = copy.county.doc.clone();
    let pinned = lungang::plan::Reason::Pinned;
    let mut drawn = (0..).zip(&doc.moves);
    let mut drawn = drawn
        .by_ref()
        .filter(|one| !one.1.reasons.contains(&pinned));
    let (no, stays) = drawn.next().unwrap();
    let (refuses, stays) = (
        drawn.next().unwrap().1.teacher.clone(),
        stays.teacher.clone(),
    );
    doc.moves.remove(no);
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    copy.round("edited.json", "one", &["--refuse", &refuses]);
    (copy, [refuses, stays])
}

#[test]
fn decisions_hold_where_the_file_was_moved_away() {
    for from in ["one/plan.json", "one/plan.xlsx"] {
        let (copy, people) = decided("moved_away");
        let was = copy.plan("one").asked;
        let file = copy.at.join("township/decisions.toml");
        fs::remove_file(&file).unwrap();
        let text = copy.round(from, "two", &["--date", "2026-08-25"]);
        assert!(text.contains("A61") && text.contains("3项"), "{text}");
        let now = copy.plan("two");
        assert!(people.iter().all(|who| !sends(&now, who)), "{from}");
        let asked = |doc: &lungang::plan::AskedDoc| {
            (doc.refusals.len(), doc.pins.clone(), doc.approvals.clone())
        };
        assert_eq!(asked(&now.asked), asked(&was), "{from}");
        // They stand in the file again, and a plan from the tables obeys.
        let into = copy.at.join("anew");
        let (code, text) = copy.scenario(&["plan"], &["--out", into.to_str().unwrap()]);
        assert_eq!(code, 0, "{text}");
        assert!(
            copy.decisions().contains("approvals"),
            "{}",
            copy.decisions()
        );
        assert!(people.iter().all(|who| !sends(&copy.plan("anew"), who)));
    }
}

#[test]
fn what_the_file_has_no_more_is_asked_and_withdrawn_by_name() {
    let (copy, people) = decided("taken_out");
    let all = copy.decisions();
    let kept: Vec<&str> = all
        .split("\n[[")
        .filter(|one| !one.contains(&people[0]))
        .collect();
    fs::write(copy.at.join("township/decisions.toml"), kept.join("\n[[")).unwrap();
    let (code, text) = copy.replan("one/plan.json", &[]);
    assert!(
        code == 1 && text.contains("A62") && text.contains(&people[0]),
        "{text}"
    );
    let mut letters = copy.county.doc.moves.iter();
    let name = &letters.find(|one| one.teacher == people[0]).unwrap().name;
    let text = copy.round("one/plan.json", "two", &["--withdraw", name]);
    assert!(!text.contains("A6"), "{text}");
    assert!(copy.plan("two").asked.refusals.is_empty());
    // A word that fits nothing is a mistake.
    for word in ["没有的人", people[1].as_str()] {
        let (code, text) = copy.replan("one/plan.json", &["--withdraw", word]);
        assert!(code == 2 && text.contains("--withdraw"), "{text}");
    }
}

/// Of two who refused each may take it back: the other's refusal holds.
#[test]
fn who_takes_a_refusal_back_leaves_the_others_as_they_are() {
    for taken_back in 0..2 {
        let copy = Copy::new(&format!("taken_back_{taken_back}"));
        let doc = &copy.county.doc;
        fs::write(copy.at.join("first.json"), lungang::plan::to_json(doc)).unwrap();
        let pinned = lungang::plan::Reason::Pinned;
        let free = doc.moves.iter();
        let free = free.filter(|one| !one.reasons.contains(&pinned));
        let people: Vec<String> = free.take(2).map(|one| one.teacher.clone()).collect();
        copy.round("first.json", "one", &["--refuse", &people.join(",")]);
        let all = copy.decisions();
        let left = all
            .split("[[")
            .filter(|one| !one.contains(&people[taken_back]));
        let left: Vec<&str> = left.collect();
        fs::write(copy.at.join("township/decisions.toml"), left.join("[[")).unwrap();
        let back = &people[taken_back];
        copy.round("one/plan.json", "two", &["--withdraw", back]);
        let asked = copy.plan("two").asked.refusals;
        let asked: Vec<&String> = asked.iter().map(|one| &one.teacher).collect();
        assert_eq!(asked, [&people[1 - taken_back]]);
        assert!(!sends(&copy.plan("two"), &people[1 - taken_back]));
    }
}

#[test]
fn a_file_that_says_otherwise_is_asked_unless_it_is_later() {
    let (copy, people) = decided("otherwise");
    let mut letters = copy.county.doc.moves.iter();
    let to = &letters.find(|one| one.teacher == people[0]).unwrap().to;
    let kept = copy.decisions();
    let kept: Vec<&str> = kept
        .split("\n[[")
        .filter(|one| !one.contains(&people[0]))
        .collect();
    for (day, exit) in [("2026-08-10", 1), ("2026-08-20", 1), ("2026-08-21", 0)] {
        let pin = format!(
            "\n[[pins]]\nteacher = \"{}\"\nschool = \"{to}\"\nreason = \"本人改意\"\nauthor = \"局务会\"\ndate = \"{day}\"\n",
            people[0]
        );
        let file = copy.at.join("township/decisions.toml");
        fs::write(file, kept.join("\n[[") + &pin).unwrap();
        let (code, text) = copy.replan("one/plan.json", &[]);
        assert_eq!(
            (code, text.contains("A63")),
            (exit, exit == 1),
            "{day}: {text}"
        );
        // The audit holds the plan against the later word.
        let plan = copy.at.join("one/plan.json");
        let (_, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
        assert_eq!(text.contains("错误[R19"), exit == 0, "{day}: {text}");
    }
}

/// A folder with one workbook and the decisions of a round on it.
fn workbook(name: &str) -> (PathBuf, PathBuf, String) {
    let folder = copy(name, "township").join("book");
    fs::create_dir_all(&folder).unwrap();
    let book = folder.join("某镇.xlsx");
    let township = folder.join("../township");
    let said = lungang(&[
        "export",
        township.to_str().unwrap(),
        "--xlsx",
        book.to_str().unwrap(),
    ]);
    assert_eq!(said.0, 0, "{}", said.1);
    let out = |name: &str| folder.join("..").join(name);
    let said = lungang(&["plan", shown(&book), "--out", shown(&out("one"))]);
    assert_eq!(said.0, 0, "{}", said.1);
    let who = read(&out("one")).moves.pop().unwrap().teacher;
    let signed = [
        "--date",
        "2026-08-20",
        "--author",
        "局务会",
        "--reason",
        "因病",
    ];
    let from = out("one").join("plan.xlsx");
    let (target, from) = (out("two"), shown(&from).to_owned());
    let words = [
        "replan",
        shown(&book),
        "--from",
        &from,
        "--refuse",
        &who,
        "--out",
    ];
    let said = lungang(&[&words[..], &[shown(&target)], &signed].concat());
    assert_eq!(said.0, 0, "{}", said.1);
    (folder.clone(), book, who)
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn read(out: &Path) -> Plan {
    serde_json::from_slice(&fs::read(out.join("plan.json")).unwrap()).unwrap()
}

#[test]
fn the_folder_and_its_only_workbook_have_the_same_decisions() {
    let (folder, book, who) = workbook("one_book");
    let out = folder.join("../three");
    let own = folder.join("某镇.decisions.toml");
    // Named by its folder, and with the decisions under the name of the folder's.
    for (named, renamed) in [
        (&folder, false),
        (&book, false),
        (&book, true),
        (&folder, true),
    ] {
        if renamed && own.exists() {
            fs::rename(&own, folder.join("decisions.toml")).unwrap();
        }
        let said = lungang(&["plan", shown(named), "--out", shown(&out)]);
        assert_eq!(said.0, 0, "{}", said.1);
        assert!(!sends(&read(&out), &who), "{named:?} {renamed}");
    }
}

#[test]
fn a_workbook_saved_under_another_name_asks_for_the_decisions() {
    let (folder, book, who) = workbook("other_name");
    let other = folder.join("某镇（改）.xlsx");
    fs::copy(&book, &other).unwrap();
    let (code, text) = lungang(&["check", shown(&other)]);
    assert!(
        code == 1 && text.contains("I719") && text.contains(&who),
        "{text}"
    );
    let own = folder.join("某镇（改）.decisions.toml");
    fs::copy(folder.join("某镇.decisions.toml"), &own).unwrap();
    let out = folder.join("../three");
    let (code, text) = lungang(&["plan", shown(&other), "--out", shown(&out)]);
    assert!(code == 0 && !sends(&read(&out), &who), "{text}");
    // Decisions about people of another county are none of this one's business.
    fs::remove_file(&own).unwrap();
    let theirs = fs::read_to_string(folder.join("某镇.decisions.toml")).unwrap();
    let lines = theirs.lines().map(|line| {
        if line.starts_with("name = ") {
            "name = \"外县某人\""
        } else {
            line
        }
    });
    let lines: Vec<&str> = lines.collect();
    fs::write(folder.join("某镇.decisions.toml"), lines.join("\n")).unwrap();
    let (code, text) = lungang(&["check", shown(&other)]);
    assert!(code == 0 && !text.contains("I719"), "{text}");
}
