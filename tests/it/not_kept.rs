//! Why an edit by hand is not kept: a decision that says otherwise is named, and nothing that has nothing to do with it.

use crate::keeps_faith::Copy;
use lungang::plan::{Plan, Reason, to_json};
use std::fs;

/// An edit of a letter that nobody was pinned to.
type Change = fn(&mut Plan, usize);

const EDITS: [Change; 3] = [
    |doc, no| doc.moves[no].end = doc.moves[no].end.map(|end| end.plus(-12)),
    |doc, no| doc.moves[no].bed = !doc.moves[no].bed,
    |doc, no| doc.moves[no].share = 50,
];

#[test]
fn an_edit_against_a_decision_is_not_kept_for_that_decision() {
    let copy = Copy::new("against_decision");
    let free = |one: &lungang::plan::MoveDoc| !one.reasons.contains(&Reason::Pinned);
    let no = copy.county.doc.moves.iter().position(free).unwrap();
    let letter = copy.county.doc.moves[no].clone();
    let (who, from, to) = (&letter.teacher, &letter.from, &letter.to);
    let signed = "reason = \"家人病重\"\nauthor = \"局务会\"\ndate = \"2026-08-10\"\n";
    let decisions = [
        (
            format!("[[refusals]]\nteacher = \"{who}\"\n{signed}"),
            "退出",
        ),
        (
            format!("[[pins]]\nteacher = \"{who}\"\nschool = \"{from}\"\n{signed}"),
            "指定到",
        ),
        (
            format!("[[bans]]\nteacher = \"{who}\"\nschool = \"{to}\"\n{signed}"),
            "不得安排到",
        ),
    ];
    for ((decision, words), edit) in decisions.iter().zip(EDITS) {
        let mut doc = copy.county.doc.clone();
        edit(&mut doc, no);
        fs::write(copy.at.join("edited.json"), to_json(&doc)).unwrap();
        fs::write(copy.at.join("township/decisions.toml"), decision).unwrap();
        let (code, text) = copy.replan("edited.json", &[]);
        assert_eq!(code, 0, "{text}");
        let reason = "未保留的原因：另有决定：";
        let line = text.lines().find(|line| line.contains(reason));
        let line = line.unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(line.contains(words) && line.contains("家人病重"), "{line}");
        assert!(!text.contains("现在没有这个岗位"), "{text}");
    }
}
