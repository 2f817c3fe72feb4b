//! Decisions have one home, `decisions.toml` beside the scenario, and hold in every later round.

use crate::keeps_faith::Copy;
use lungang::plan::Plan;
use std::fs;

fn moves(doc: &Plan, id: &str) -> bool {
    doc.moves.iter().any(|one| one.teacher == id)
}

#[test]
fn who_refused_stays_in_every_later_round_and_in_every_command() {
    let copy = Copy::new("rounds");
    let first = copy.county.doc.moves[0].teacher.clone();
    let words = [
        "--refuse",
        &first,
        "--reason",
        "家人\"病重\"",
        "--author",
        "局务会",
    ];
    copy.round("plan.json", "one", &words);
    let one = copy.plan("one");
    assert!(!moves(&one, &first));
    let second = one.moves[0].teacher.clone();
    copy.round("one/plan.json", "two", &["--refuse", &second]);
    copy.round("two/plan.xlsx", "three", &[]);
    for out in ["two", "three"] {
        let doc = copy.plan(out);
        assert!(!moves(&doc, &first) && !moves(&doc, &second), "{out}");
        let kept = doc.asked.refusals.iter();
        let kept: Vec<_> = kept.map(|one| (&one.teacher, one.date.as_str())).collect();
        assert_eq!(kept.len(), 2, "{out}");
        assert!(kept.contains(&(&first, "2026-08-20")) && kept.contains(&(&second, "2026-08-20")));
        let why = doc.asked.refusals.iter().find(|one| one.teacher == first);
        let why = why.map(|one| (one.reason.as_str(), one.author.as_str()));
        assert_eq!(why, Some(("家人\"病重\"", "局务会")));
        let plan = copy.at.join(out).join("plan.json");
        let (code, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
        assert_eq!(code, 0, "{text}");
    }
    // A plan made anew from the tables obeys too, and one that sends her is found.
    let into = copy.at.join("anew");
    let (code, text) = copy.scenario(&["plan"], &["--out", into.to_str().unwrap()]);
    assert_eq!(code, 0, "{text}");
    assert!(!moves(&copy.plan("anew"), &first));
    let plan = copy.at.join("plan.json");
    let (code, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
    assert!(
        code == 1 && text.contains("R19b") && text.contains("病重"),
        "{code} {text}"
    );
}

#[test]
fn nothing_is_decided_by_trying() {
    let copy = Copy::new("tried");
    let first = copy.county.doc.moves[0].teacher.clone();
    let (code, text) = copy.replan("plan.json", &["--refuse", &first]);
    assert!(code == 0 && text.contains("试算"), "{text}");
    assert_eq!(copy.decisions(), "");
}

#[test]
fn a_letter_edited_by_hand_becomes_a_recorded_pin_and_a_refusal_later_takes_it_back() {
    let copy = Copy::new("pinned");
    let mut doc = copy.county.doc.clone();
    let gone = doc.moves.remove(0);
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    copy.round("edited.json", "one", &["--author", "局务会"]);
    let one = copy.plan("one");
    let pin = &one.asked.pins[0];
    assert_eq!((&pin.teacher, &pin.school), (&gone.teacher, &gone.from));
    assert_eq!(
        (pin.author.as_str(), pin.date.as_str()),
        ("局务会", "2026-08-20")
    );
    let (code, text) = copy.scenario(&["check"], &[]);
    assert_eq!(code, 0, "{text}");
    // The same file again adds nothing.
    let before = copy.decisions();
    copy.round("edited.json", "again", &[]);
    assert_eq!(copy.decisions(), before);
    // Another officer's word about the same person replaces it.
    copy.round("plan.json", "two", &["--refuse", &gone.teacher]);
    let two = copy.plan("two");
    assert!(two.asked.pins.is_empty() && !moves(&two, &gone.teacher));
}

#[test]
fn an_edit_that_a_rule_forbids_is_refused_with_its_place() {
    let copy = Copy::new("forbidden");
    let mut doc = copy.county.doc.clone();
    // Somebody refused; the next round's roll sends her all the same.
    let first = doc.moves[0].teacher.clone();
    copy.round("plan.json", "one", &["--refuse", &first]);
    let sent = doc.moves[0].clone();
    doc = copy.plan("one");
    doc.moves.push(sent);
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    let before = copy.decisions();
    let (code, text) = copy.replan("edited.json", &[]);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("decisions.toml"), "{text}");
    assert_eq!(copy.decisions(), before);
}

#[test]
fn a_decision_says_who_why_by_whom_and_when() {
    let copy = Copy::new("signed");
    let whole = [
        ("teacher", copy.county.doc.moves[0].teacher.as_str()),
        ("reason", "家庭原因"),
        ("author", "人事股"),
        ("date", "2026-08-20"),
    ];
    for left_out in 0..=whole.len() {
        let lines = whole.iter().enumerate().filter(|(no, _)| *no != left_out);
        let lines = lines.map(|(_, (key, word))| format!("{key} = \"{word}\"\n"));
        let text = format!("[[refusals]]\n{}", lines.collect::<String>());
        fs::write(copy.at.join("township/decisions.toml"), text).unwrap();
        let (code, text) = copy.scenario(&["check"], &[]);
        let whole = left_out == whole.len();
        assert_eq!(code, i32::from(!whole), "{left_out}: {text}");
        assert!(whole || text.contains("decisions.toml"), "{text}");
    }
}
