//! A plan in the place of an earlier one sees the decisions under which that was made.

use crate::carried::{decided, sends};
use crate::keeps_faith::Copy;
use std::fs;

fn plan(copy: &Copy, words: &[&str]) -> (i32, String) {
    let into = copy.at.join("one");
    copy.scenario(
        &["plan"],
        &[&["--out", into.to_str().unwrap()], words].concat(),
    )
}

#[test]
fn who_refused_is_not_sent_again_where_the_decisions_were_lost() {
    for lost in ["plan.json", "nothing"] {
        let (copy, people) = decided("planned_again");
        let was = copy.plan("one").asked;
        fs::remove_file(copy.at.join("township/decisions.toml")).unwrap();
        // The workbook carries them as well.
        fs::remove_file(copy.at.join("one").join(lost)).ok();
        let (code, text) = plan(&copy, &[]);
        assert!(code == 0 && text.contains("A61"), "{text}");
        let now = copy.plan("one");
        assert!(people.iter().all(|who| !sends(&now, who)));
        let kinds = |one: &lungang::plan::AskedDoc| {
            (one.refusals.len(), one.pins.clone(), one.approvals.clone())
        };
        assert_eq!(kinds(&now.asked), kinds(&was));
        assert!(people.iter().all(|who| copy.decisions().contains(who)));
        // They stand in their file again: nothing is asked a second time.
        let (code, text) = plan(&copy, &[]);
        assert!(code == 0 && !text.contains("A6"), "{text}");
    }
}

#[test]
fn what_the_decisions_have_no_more_is_asked_before_anything_is_written() {
    let (copy, people) = decided("asked_again");
    let all = copy.decisions();
    let kept = all.split("\n[[").filter(|one| !one.contains(&people[0]));
    let kept: Vec<&str> = kept.collect();
    fs::write(copy.at.join("township/decisions.toml"), kept.join("\n[[")).unwrap();
    let was = fs::read(copy.at.join("one/plan.json")).unwrap();
    let (code, text) = plan(&copy, &[]);
    assert!(
        code == 1 && text.contains("A62") && text.contains(&people[0]),
        "{text}"
    );
    assert_eq!(fs::read(copy.at.join("one/plan.json")).unwrap(), was);
    let (code, text) = plan(&copy, &["--withdraw", &people[0]]);
    assert!(code == 0 && !text.contains("A6"), "{text}");
    assert!(copy.plan("one").asked.refusals.is_empty());
    // Who is named and has no decision that the plan alone carries is a mistake.
    let (code, text) = plan(&copy, &["--withdraw", &people[0]]);
    assert!(code == 2 && text.contains("--withdraw"), "{text}");
}

#[test]
fn a_plan_that_cannot_be_read_is_told_and_one_of_another_county_is_not() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let other = fs::read(root.join("scenarios/dehua/expected/plan.json")).unwrap();
    for (bytes, is_told) in [(b"{\"schema\":".to_vec(), true), (other, false)] {
        let copy = Copy::new("unread_plan");
        fs::create_dir_all(copy.at.join("one")).unwrap();
        fs::write(copy.at.join("one/plan.json"), bytes).unwrap();
        let (code, text) = plan(&copy, &[]);
        assert_eq!((code, text.contains("A76")), (0, is_told), "{text}");
    }
}
