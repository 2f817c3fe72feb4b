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
    // Whoever refused refuses again without a new decision.
    let before = copy.decisions();
    copy.round("one/plan.json", "again", &["--refuse", &first]);
    assert_eq!(copy.decisions(), before);
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
fn a_decision_of_which_only_the_plan_speaks_is_told() {
    let copy = Copy::new("claimed");
    let first = copy.county.doc.moves[0].teacher.clone();
    copy.round("plan.json", "one", &["--refuse", &first]);
    let plan = copy.at.join("one/plan.json");
    let audit = || copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
    let (code, text) = audit();
    assert!(code == 0 && !text.contains("A49"), "{text}");
    fs::remove_file(copy.at.join("township/decisions.toml")).unwrap();
    let (_, text) = audit();
    assert!(text.contains("A49"), "{text}");
}

#[test]
fn a_letter_that_is_new_is_one_edit() {
    let (_, doc, _, text) = edited("new_letter", |doc| {
        let gone = doc.moves.remove(0);
        assert!(!moves(doc, &gone.teacher));
    });
    assert!(text.contains("人工改动已照改的1处"), "{text}");
    assert!(!text.contains("A13"), "{text}");
    assert!(!doc.moves.is_empty());
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
    let later = ["--refuse", &gone.teacher, "--date", "2026-08-21"];
    copy.round("plan.json", "two", &later);
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

/// The copy with a plan in which something was done by hand; the plan, and what the new one from it is.
pub(crate) fn edited(name: &str, edit: impl FnOnce(&mut Plan)) -> (Copy, Plan, Plan, String) {
    let copy = Copy::new(name);
    let mut doc = copy.county.doc.clone();
    edit(&mut doc);
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    let text = copy.round("edited.json", "one", &[]);
    let one = copy.plan("one");
    (copy, doc, one, text)
}

#[test]
fn a_shorter_posting_and_a_bed_are_kept_in_this_round_and_the_next() {
    let (copy, doc, one, text) = edited("terms", |doc| {
        doc.moves[0].end = doc.moves[0].end.map(|end| end.plus(-12));
        doc.moves[1].bed = !doc.moves[1].bed;
    });
    assert!(text.contains("人工改动已照改的2处"), "{text}");
    copy.round("one/plan.xlsx", "two", &[]);
    for new in [one, copy.plan("two")] {
        let terms = |plan: &Plan| {
            let moves = plan.moves.iter();
            moves
                .map(|one| (one.teacher.clone(), one.start, one.end, one.bed))
                .collect::<Vec<_>>()
        };
        assert_eq!(terms(&new), terms(&doc));
    }
}

#[test]
fn what_the_policy_has_not_is_listed_as_not_kept() {
    let (_, _, one, text) = edited("unlawful", |doc| {
        doc.moves[0].end = doc.moves[0].end.map(|end| end.plus(36));
        doc.moves[1].quota_goes = !doc.moves[1].quota_goes;
    });
    assert!(text.contains("人工改动未能保留的2处"), "{text}");
    let first = Copy::new("unlawful_first");
    let terms = |plan: &Plan| {
        let moves = plan.moves.iter();
        moves
            .map(|one| (one.teacher.clone(), one.end, one.quota_goes))
            .collect::<Vec<_>>()
    };
    assert_eq!(terms(&one), terms(&first.county.doc));
}

#[test]
fn a_renamed_school_with_the_same_code_is_the_same_school() {
    let copy = Copy::new("renamed");
    let book = copy.county.book(&copy.county.doc, lungang::text::Lang::Zh);
    fs::write(copy.at.join("plan.xlsx"), book).unwrap();
    let to = &copy.county.doc.moves[0].to;
    let schools = copy.county.doc.schools.iter();
    let name = schools
        .clone()
        .find(|one| one.id == *to)
        .unwrap()
        .name
        .clone();
    let table = copy.at.join("township/schools.csv");
    let text = fs::read_to_string(&table).unwrap();
    assert!(text.contains(&name));
    fs::write(&table, text.replace(&name, "新名小学")).unwrap();
    let text = copy.round("plan.xlsx", "one", &[]);
    assert!(
        text.contains("A14") && text.contains("没有人的去向变动"),
        "{text}"
    );
    assert!(!text.contains("人工改动"), "a new name is no edit: {text}");
}

#[test]
fn tables_that_changed_are_told_and_only_what_follows_changes() {
    let copy = Copy::new("pregnant");
    // Whoever was named for a school by decision goes or is an error.
    let mut letters = copy.county.doc.moves.iter();
    let drawn = letters.find(|one| !one.reasons.contains(&lungang::plan::Reason::Pinned));
    let who = &drawn.unwrap().teacher;
    let table = copy.at.join("township/teachers.csv");
    let text = fs::read_to_string(&table).unwrap();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let column = head.iter().position(|one| *one == "保护情形").unwrap();
    let changed = lines.map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] == who {
            cells[column] = lungang::domain::Protection::Illness.text().zh;
        }
        cells.join(",")
    });
    let changed = [head.join(",")].into_iter().chain(changed);
    fs::write(&table, changed.collect::<Vec<_>>().join("\n")).unwrap();
    let text = copy.round("plan.json", "one", &[]);
    assert!(text.contains("A14") && text.contains("教师"), "{text}");
    assert!(!text.contains("人工改动"), "{text}");
    let one = copy.plan("one");
    assert!(!moves(&one, who));
    let others = copy.county.doc.moves.iter();
    for letter in others.filter(|one| one.teacher != *who) {
        let now = one.moves.iter().find(|one| one.teacher == letter.teacher);
        assert_eq!(now.map(|one| &one.to), Some(&letter.to));
    }
}

#[test]
fn an_approval_of_the_decisions_file_holds_and_stands_in_the_plan() {
    let copy = Copy::new("approved");
    let words = "[[approvals]]\nrule = \"rotation_share\"\nabout = \"county\"\namount = 1\n";
    let signed = "reason = \"生源减少\"\nauthor = \"局务会\"\ndate = \"2026-08-20\"\n";
    let file = copy.at.join("township/decisions.toml");
    fs::write(&file, words).unwrap();
    let (code, text) = copy.scenario(&["check"], &[]);
    assert!(code == 1 && text.contains("decisions.toml"), "{text}");
    fs::write(&file, format!("{words}{signed}")).unwrap();
    let into = copy.at.join("anew");
    let (code, text) = copy.scenario(&["plan"], &["--out", into.to_str().unwrap()]);
    assert_eq!(code, 0, "{text}");
    let doc = copy.plan("anew");
    let kept: Vec<_> = doc.asked.approvals.iter().map(|one| &one.rule).collect();
    assert_eq!(kept, ["rotation_share"]);
    assert!(
        doc.scenario
            .inputs
            .iter()
            .any(|one| one.name == "decisions")
    );
    let plan = into.join("plan.json");
    let (code, text) = copy.scenario(&["audit"], &[plan.to_str().unwrap()]);
    assert_eq!(code, 0, "{text}");
}

#[test]
fn decisions_of_a_base_hold_for_what_is_based_on_it() {
    let copy = Copy::new("based");
    let letters: Vec<_> = copy
        .county
        .doc
        .moves
        .iter()
        .map(|one| &one.teacher)
        .collect();
    let variant = copy.at.join("variant");
    fs::create_dir_all(&variant).unwrap();
    let manifest = "title = \"变体\"\nbase = \"../township\"\n";
    fs::write(variant.join("scenario.toml"), manifest).unwrap();
    for (who, folder) in letters
        .iter()
        .zip([copy.at.join("township"), variant.clone()])
    {
        let text = format!(
            "[[refusals]]\nteacher = \"{who}\"\nreason = \"因病\"\nauthor = \"人事股\"\ndate = \"2026-08-20\"\n"
        );
        fs::write(folder.join("decisions.toml"), text).unwrap();
    }
    let into = copy.at.join("anew");
    let words = [
        "plan",
        variant.to_str().unwrap(),
        "--out",
        into.to_str().unwrap(),
    ];
    let (code, text) = crate::keeps_faith::lungang(&words);
    assert_eq!(code, 0, "{text}");
    let doc = copy.plan("anew");
    assert!(!moves(&doc, letters[0]) && !moves(&doc, letters[1]));
    assert_eq!(doc.asked.refusals.len(), 2);
    // A further round of the variant writes into its own file.
    let base = copy.decisions();
    let third = letters[2];
    let from = copy.at.join("anew/plan.json");
    let two = copy.at.join("two");
    if moves(&doc, third) {
        let words = [
            "replan",
            variant.to_str().unwrap(),
            "--from",
            from.to_str().unwrap(),
            "--refuse",
            third,
            "--out",
            two.to_str().unwrap(),
            "--date",
            "2026-08-21",
            "--author",
            "局务会",
            "--reason",
            "因病",
        ];
        let (code, text) = crate::keeps_faith::lungang(&words);
        assert_eq!(code, 0, "{text}");
        let own = fs::read_to_string(variant.join("decisions.toml")).unwrap();
        assert!(own.contains(third.as_str()) && own.contains(letters[1].as_str()));
        assert_eq!(copy.decisions(), base);
    }
}
