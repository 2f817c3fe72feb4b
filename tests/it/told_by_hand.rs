//! What was edited by hand and kept is remembered: a later round holds it or says by name that it is lost, planning anew
//! says that it is not kept, and what was never kept is nobody's edit. Whoever edits the workbook beside the plan that is
//! read is told that it was not used.

use crate::annex::{cell_of, with_cell};
use crate::keeps_faith::{Copy, lungang};
use lungang::plan::{MoveDoc, Plan, Reason, to_json};
use lungang::text::Lang;
use std::fs;

/// Somebody whom nobody pinned.
fn free(doc: &Plan) -> usize {
    let free = |one: &MoveDoc| !one.reasons.contains(&Reason::Pinned);
    doc.moves.iter().position(free).unwrap()
}

/// An edit, and what it is of.
type Case = (&'static str, fn(&mut Plan, usize));

const CASES: [Case; 3] = [
    ("起止年月", |doc, no| {
        doc.moves[no].end = doc.moves[no].end.map(|end| end.plus(-12));
    }),
    ("周转宿舍", |doc, no| {
        doc.moves[no].bed = !doc.moves[no].bed;
    }),
    ("任教岗位", |doc, _| swap(doc)),
];

/// Two people of one school and one subject change their posts.
fn swap(doc: &mut Plan) {
    for school in &mut doc.schools {
        let posts = school.teaching_posts.iter();
        let places = posts.enumerate().filter(|(_, post)| {
            post.filled_by
                .iter()
                .any(|one| ["T00020", "T00021"].contains(&one.as_str()))
        });
        let places: Vec<usize> = places.map(|one| one.0).collect();
        if let [one, other] = places[..] {
            let first = std::mem::take(&mut school.teaching_posts[one].filled_by);
            let second = std::mem::replace(&mut school.teaching_posts[other].filled_by, first);
            school.teaching_posts[one].filled_by = second;
            return;
        }
    }
    panic!("the two are on posts of one school");
}

#[test]
fn what_was_kept_by_hand_is_held_in_later_rounds_and_told_by_planning_anew() {
    for (what, edit) in CASES {
        let copy = Copy::new("told_by_hand");
        let no = free(&copy.county.doc);
        let mut doc = copy.county.doc.clone();
        edit(&mut doc, no);
        fs::write(copy.at.join("edited.json"), to_json(&doc)).unwrap();
        let text = copy.round("edited.json", "one", &[]);
        let kept = text.contains("已照改") && !text.contains("未能保留");
        assert!(kept, "{what}: {text}");
        let one = copy.plan("one");
        assert!(!one.asked.by_hand.is_empty(), "{what}");
        // A round later it stands, and nothing is said of it.
        let text = copy.round("one/plan.json", "two", &[]);
        assert!(!text.contains("人工改动"), "{what}: {text}");
        let two = copy.plan("two");
        assert_eq!(one.made.decisions, two.made.decisions, "{what}");
        // Who plans anew hears what is not kept, and how to keep it.
        let out = copy.at.join("two");
        let words = ["--out", out.to_str().unwrap(), "-q"];
        let (code, text) = copy.scenario(&["plan"], &words);
        assert_eq!(code, 0, "{text}");
        let line = text.lines().find(|line| line.contains(what));
        assert!(
            line.is_some_and(|line| line.contains("此前各轮人工改为")),
            "{text}"
        );
        assert!(
            text.contains("不沿用") && text.contains("replan --from"),
            "{text}"
        );
        let (_, text) = copy.scenario(&["plan"], &words);
        assert!(!text.contains("不沿用"), "{text}");
    }
}

#[test]
fn what_was_kept_by_hand_and_is_lost_is_told_by_name() {
    let copy = Copy::new("lost_by_hand");
    let no = free(&copy.county.doc);
    let mut doc = copy.county.doc.clone();
    CASES[0].1(&mut doc, no);
    fs::write(copy.at.join("edited.json"), to_json(&doc)).unwrap();
    copy.round("edited.json", "one", &[]);
    let who = &doc.moves[no].teacher;
    let text = copy.round("one/plan.json", "two", &["--refuse", who]);
    let after = text.split_once("未能保留").map(|(_, rest)| rest);
    let name = &doc.moves[no].name;
    let told = after.is_some_and(|rest| rest.contains(name) && rest.contains("此前各轮人工改为"));
    assert!(told, "{text}");
}

#[test]
fn an_edit_that_was_not_kept_is_no_edit_a_round_later() {
    let copy = Copy::new("never_kept");
    let mut doc = copy.county.doc.clone();
    // A mentor who teaches another subject, or is no backbone teacher, is none.
    let mover = doc.moves[free(&doc)].teacher.clone();
    doc.mentors[0].mentor.clone_from(&mover);
    let name = doc.moves[free(&doc)].name.clone();
    doc.mentors[0].mentor_name = name;
    let of = doc.mentors[0].teacher.clone();
    fs::write(copy.at.join("edited.json"), to_json(&doc)).unwrap();
    let text = copy.round("edited.json", "one", &[]);
    let line = text
        .lines()
        .find(|line| line.contains(&of) && line.contains("结对"));
    assert!(
        line.is_some_and(|line| line.contains("未保留的原因")),
        "{text}"
    );
    let text = copy.round("one/plan.json", "two", &["--refuse", &mover]);
    let line = text
        .lines()
        .find(|line| line.contains(&of) && line.contains("结对"));
    assert_eq!(line, None, "{text}");
}

#[test]
fn a_workbook_edited_beside_the_plan_that_is_read_is_told() {
    let copy = Copy::new("edited_beside");
    let doc = &copy.county.doc;
    let book = copy.county.book(doc, Lang::Zh);
    let at = copy.at.join("plan.xlsx");
    let plan = copy.at.join("plan.json");
    let out = copy.at.join("letters");
    let scenario = copy.at.join("township");
    let [scenario, plan, out] = [&scenario, &plan, &out].map(|one| one.to_str().unwrap());
    let said = || {
        let replan = lungang(&["replan", scenario, "--from", plan]);
        let letters = lungang(&["explain", scenario, plan, "--notices", out]);
        [replan, letters]
    };
    fs::write(&at, &book).unwrap();
    for (code, text) in said() {
        assert!(code == 0 && !text.contains("没有采用"), "{text}");
    }
    let one = &doc.moves[free(doc)];
    let (sheet, cell) = cell_of(&book, &one.teacher, "是否住周转宿舍");
    let bed = if one.bed { "否" } else { "是" };
    fs::write(&at, with_cell(&book, sheet, &cell, bed)).unwrap();
    for (code, text) in said() {
        let line = text.lines().find(|line| line.contains("没有采用"));
        let line = line.unwrap_or_else(|| panic!("{text}"));
        assert!(code == 0 && line.contains("周转宿舍1处"), "{line}");
        assert!(line.contains("plan.xlsx"), "{line}");
    }
    // That of another plan is none of this one's.
    let mut other = doc.clone();
    other.moves.pop();
    other.made = lungang::plan::made(&other);
    let book = copy.county.book(&other, Lang::Zh);
    let (sheet, cell) = cell_of(&book, &one.teacher, "是否住周转宿舍");
    fs::write(&at, with_cell(&book, sheet, &cell, bed)).unwrap();
    for (_, text) in said() {
        assert!(!text.contains("没有采用"), "{text}");
    }
}

#[test]
fn ages_that_were_not_looked_at_for_errors_are_not_said_to_lack_a_policy() {
    let copy = Copy::new("diff_errors");
    let old = copy.at.join("old");
    fs::create_dir_all(&old).unwrap();
    for file in fs::read_dir(copy.at.join("township")).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, old.join(file.file_name().unwrap())).unwrap();
    }
    let table = copy.at.join("township/classes.csv");
    let text = fs::read_to_string(&table).unwrap();
    let row = text.lines().nth(1).unwrap();
    let school = row.split(',').next().unwrap();
    let wrong = row.replacen(school, "S999", 1);
    fs::write(&table, text.replacen(row, &wrong, 1)).unwrap();
    let new = copy.at.join("township");
    let alone = [old.join("teachers.csv"), new.join("teachers.csv")];
    for (old, new, errors) in [(&old, &new, true), (&alone[0], &alone[1], false)] {
        let words = [
            "roster",
            "diff",
            old.to_str().unwrap(),
            new.to_str().unwrap(),
        ];
        let (_, text) = lungang(&words);
        assert_eq!(text.contains("处错误"), errors, "{text}");
        assert_eq!(text.contains("只有名册"), !errors, "{text}");
    }
}
