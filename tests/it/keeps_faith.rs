//! Replan keeps faith: what was edited by hand is found against what the file was made from, and is kept or told.

use lungang::annex::{Annex, plan_book};
use lungang::facts::Facts;
use lungang::input::{Whom, listed, load_documents, person};
use lungang::plan::{Made, Plan, edited, is_sound, made, read_plan_book};
use lungang::run::{Checked, check};
use lungang::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A county with its plan as the program of today writes it.
pub(crate) struct County {
    pub(crate) checked: Checked,
    pub(crate) doc: Plan,
}

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("scenarios").join(name)
}

fn county(name: &str) -> County {
    let checked = check(&load_documents(&[folder(name)]).unwrap());
    let bytes = fs::read(folder(name).join("expected/plan.json")).unwrap();
    let mut doc: Plan = serde_json::from_slice(&bytes).unwrap();
    doc.made = made(&doc);
    doc.digest = lungang::plan::digest(&doc);
    County { checked, doc }
}

impl County {
    fn facts(&self) -> Facts<'_> {
        let (roster, book) = self.checked.ready().unwrap();
        Facts::new(roster, book)
    }

    pub(crate) fn book(&self, doc: &Plan, lang: Lang) -> Vec<u8> {
        let facts = self.facts();
        plan_book(&Annex::new(&facts, doc, lang)).unwrap()
    }

    fn read(&self, book: &[u8]) -> Plan {
        let roster = self.checked.ready().unwrap().0;
        let read = read_plan_book("plan.xlsx", book, roster);
        let said = read.findings.0.iter().map(|one| one.code.id);
        let said: Vec<&str> = said.filter(|code| *code != "I119").collect();
        assert!(
            said.is_empty(),
            "nothing is said of our own sheets: {said:?}"
        );
        read.plan.unwrap()
    }
}

const ALL: [&str; 6] = ["national", "anshan", "zhangye", "alar", "township", "dehua"];

#[test]
fn a_file_that_nobody_edited_has_no_edits() {
    for name in ALL {
        let county = county(name);
        assert!(is_sound(&county.doc.made));
        assert_eq!(edited(&county.doc), Some(Vec::new()), "{name}");
        for lang in [Lang::Zh, Lang::En] {
            let book = county.book(&county.doc, lang);
            let read = county.read(&book);
            assert_eq!(read.made, county.doc.made, "{name}");
            assert_eq!(edited(&read), Some(Vec::new()), "{name}");
        }
    }
}

#[test]
fn the_same_decisions_in_another_order_are_no_edit() {
    let mut doc = county("township").doc;
    doc.moves.reverse();
    doc.schools.reverse();
    assert_eq!(edited(&doc), Some(Vec::new()));
}

/// The plan with everything about the first move changed, and what must be found.
fn everything_about_a_move(county: &County) -> (Plan, Vec<Made>) {
    let mut doc = county.doc.clone();
    let one = &mut doc.moves[0];
    one.end = one.end.map(|end| end.plus(-1));
    one.share = 50;
    one.quota_goes = !one.quota_goes;
    one.bed = !one.bed;
    let forms = lungang::domain::Form::ALL;
    one.form = forms.iter().copied().find(|form| Some(*form) != one.form);
    let found = [
        Made::Form,
        Made::Months,
        Made::Share,
        Made::Quota,
        Made::Bed,
    ];
    (doc, found.to_vec())
}

#[test]
fn months_form_share_quota_place_and_bed_are_edits() {
    let county = county("township");
    let (doc, found) = everything_about_a_move(&county);
    let edits = edited(&doc).unwrap();
    let what: Vec<Made> = edits.iter().map(|one| one.what).collect();
    assert_eq!(what, found);
    assert!(edits.iter().all(|one| one.of == doc.moves[0].teacher));
    // The workbook with the same edits finds the same: its hidden sheet says what it was made with.
    let read = county.read(&county.book(&doc, Lang::Zh));
    assert_eq!(edited(&read).unwrap(), edits);
}

#[test]
fn posts_that_two_people_swapped_are_edits() {
    let county = county("township");
    let mut doc = county.doc.clone();
    let school = doc.schools.iter_mut().find(|school| {
        let filled = school
            .teaching_posts
            .iter()
            .filter(|post| post.filled_by.len() == 1);
        filled.count() > 1
    });
    let school = school.unwrap();
    let mut posts = school.teaching_posts.iter_mut();
    let mut posts = posts.by_ref().filter(|post| post.filled_by.len() == 1);
    let (one, other) = (posts.next().unwrap(), posts.next().unwrap());
    std::mem::swap(&mut one.filled_by, &mut other.filled_by);
    let edits = edited(&doc).unwrap();
    assert_eq!(edits.len(), 2, "{edits:?}");
    assert!(edits.iter().all(|one| one.what == Made::Post));
    assert_eq!((&edits[0].was, &edits[0].is), (&edits[1].is, &edits[1].was));
}

#[test]
fn what_was_made_cannot_be_rewritten_unseen() {
    let mut doc = county("township").doc;
    doc.made.decisions.pop();
    assert_eq!(edited(&doc), None);
}

pub(crate) fn lungang(words: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lungang"));
    let done = command.args(words).args(["--lang", "zh"]).output().unwrap();
    let text = [done.stdout, done.stderr].concat();
    (
        done.status.code().unwrap(),
        String::from_utf8(text).unwrap(),
    )
}

/// A copy of a scenario that a command may write into.
pub(crate) fn copy(name: &str, of: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("keeps_faith")
        .join(name);
    let _ = fs::remove_dir_all(&to);
    for folder in [of, "national"] {
        let into = to.join(folder);
        fs::create_dir_all(&into).unwrap();
        for file in fs::read_dir(self::folder(folder)).unwrap() {
            let file = file.unwrap().path();
            if file.is_file() {
                fs::copy(&file, into.join(file.file_name().unwrap())).unwrap();
            }
        }
    }
    to
}

pub(crate) struct Copy {
    pub(crate) at: PathBuf,
    pub(crate) county: County,
}

impl Copy {
    pub(crate) fn new(name: &str) -> Self {
        let county = county("township");
        let at = copy(name, "township");
        fs::write(at.join("plan.json"), lungang::plan::to_json(&county.doc)).unwrap();
        Self { at, county }
    }

    pub(crate) fn replan(&self, from: &str, more: &[&str]) -> (i32, String) {
        let (scenario, from) = (self.at.join("township"), self.at.join(from));
        let words = [
            "replan",
            scenario.to_str().unwrap(),
            "--from",
            from.to_str().unwrap(),
        ];
        lungang(&[&words[..], more].concat())
    }
}

#[test]
fn every_edit_is_kept_or_told_as_not_kept() {
    let copy = Copy::new("told");
    let (doc, found) = everything_about_a_move(&copy.county);
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    fs::write(
        copy.at.join("edited.xlsx"),
        copy.county.book(&doc, Lang::Zh),
    )
    .unwrap();
    for file in ["edited.json", "edited.xlsx"] {
        let (code, text) = copy.replan(file, &[]);
        assert_eq!(code, 0, "{text}");
        for what in &found {
            let name = &doc.moves[0].name;
            let line = format!("{name} {}，{}：", doc.moves[0].teacher, what.text().zh);
            assert!(text.contains(&line), "{file} {line}: {text}");
        }
    }
}

#[test]
fn a_file_made_by_hand_says_that_edits_cannot_be_told() {
    let copy = Copy::new("by_hand");
    let mut doc = copy.county.doc.clone();
    (doc.made, doc.digest) = Default::default();
    fs::write(copy.at.join("hand.json"), lungang::plan::to_json(&doc)).unwrap();
    let (code, text) = copy.replan("hand.json", &[]);
    assert_eq!(code, 0, "{text}");
    assert!(
        text.contains("A48") && text.contains("没有人的去向变动"),
        "{text}"
    );
}

#[test]
fn who_is_nobody_or_goes_nowhere_stops_the_command() {
    let copy = Copy::new("nobody");
    let mut doc = copy.county.doc.clone();
    doc.moves[0].to = "S999".into();
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    let (code, text) = copy.replan("edited.json", &[]);
    assert!(code == 1 && text.contains("A02"), "{code} {text}");
}

/// Tables that have changed since excuse what the file was made with, and nothing that was entered by hand.
#[test]
fn other_tables_excuse_no_school_that_was_entered_by_hand() {
    let copy = Copy::new("other_tables");
    let mut doc = copy.county.doc.clone();
    doc.moves[0].to = "S999".into();
    fs::write(copy.at.join("edited.json"), lungang::plan::to_json(&doc)).unwrap();
    doc.made = made(&doc);
    fs::write(copy.at.join("made.json"), lungang::plan::to_json(&doc)).unwrap();
    // One quota place more at the first school.
    let table = copy.at.join("township/schools.csv");
    let text = fs::read_to_string(&table).unwrap();
    let first = text.lines().nth(1).unwrap();
    let (row, quota) = first.rsplit_once(',').unwrap();
    let more = format!("{row},{}", quota.parse::<u32>().unwrap() + 1);
    fs::write(&table, text.replacen(first, &more, 1)).unwrap();
    let (code, text) = copy.replan("edited.json", &[]);
    assert!(code == 1 && text.contains("错误[A02]"), "{code} {text}");
    let (_, text) = copy.replan("made.json", &[]);
    assert!(text.contains("提示[A02]"), "{text}");
    assert!(text.contains("A14"), "{text}");
}

#[test]
fn somebody_not_in_the_plan_cannot_refuse_and_the_nearest_is_named() {
    let copy = Copy::new("refuser");
    let doc = &copy.county.doc;
    let moved = |id: &String| doc.moves.iter().any(|one| one.teacher == *id);
    let stays = doc.people.iter().find(|one| !moved(&one.teacher)).unwrap();
    let (code, text) = copy.replan("plan.json", &["--refuse", &stays.teacher]);
    assert!(code == 2 && text.contains("C201"), "{code} {text}");
    let near = format!("{}9", doc.moves[0].teacher);
    let (code, text) = copy.replan("plan.json", &["--refuse", &near]);
    assert!(code == 2 && text.contains("是否为"), "{code} {text}");
}

#[test]
fn names_ids_and_chinese_commas_mean_the_same_people() {
    let copy = Copy::new("names");
    let doc = &copy.county.doc;
    let (one, two) = (&doc.moves[0], &doc.moves[1]);
    let written = [
        format!("{},{}", one.teacher, two.teacher),
        format!("{}，{}", one.name, two.name),
        format!(
            "{} {}、{}（{}）",
            one.teacher, one.name, two.name, two.teacher
        ),
    ];
    let told = written.map(|words| copy.replan("plan.json", &["--refuse", &words]));
    assert!(told.iter().all(|(code, _)| *code == 0), "{told:?}");
    assert!(told.iter().all(|one| *one == told[0]), "{told:?}");
    let scenario = copy.at.join("township");
    let plan = copy.at.join("plan.json");
    let explain = |flag: &str, word: &str| {
        let paths = [scenario.to_str().unwrap(), plan.to_str().unwrap()];
        lungang(&["explain", paths[0], paths[1], flag, word])
    };
    assert_eq!(
        explain("--teacher", &one.name),
        explain("--teacher", &one.teacher)
    );
    let school = doc
        .schools
        .iter()
        .find(|school| school.id == one.to)
        .unwrap();
    assert_eq!(
        explain("--school", &school.name),
        explain("--school", &school.id)
    );
}

#[test]
fn a_name_that_two_people_bear_is_nobody_alone() {
    let county = county("township");
    let mut roster = county.checked.ready().unwrap().0.clone();
    let name = roster.teachers[0].name.clone();
    roster.teachers[1].name.clone_from(&name);
    let Whom::Several(all) = person(&roster, &name) else {
        panic!("two people of one name");
    };
    assert_eq!(all.len(), 2);
    assert_eq!(
        listed(&["甲，乙、丙; 丁 ".to_owned()]),
        ["甲", "乙", "丙", "丁"]
    );
}

/// What every decision that is written says.
const SIGNED: [(&str, &str); 3] = [
    ("--date", "2026-08-20"),
    ("--author", "局务会"),
    ("--reason", "已协商"),
];

impl Copy {
    pub(crate) fn plan(&self, out: &str) -> Plan {
        let bytes = fs::read(self.at.join(out).join("plan.json")).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Plans anew from a file into a folder; what is said.
    pub(crate) fn round(&self, from: &str, out: &str, more: &[&str]) -> String {
        let into = self.at.join(out);
        let mut words = vec!["--out", into.to_str().unwrap()];
        for (flag, word) in SIGNED {
            if !more.contains(&flag) {
                words.extend([flag, word]);
            }
        }
        let (code, text) = self.replan(from, &[&words[..], more].concat());
        assert_eq!(code, 0, "{text}");
        text
    }

    pub(crate) fn decisions(&self) -> String {
        fs::read_to_string(self.at.join("township/decisions.toml")).unwrap_or_default()
    }

    pub(crate) fn scenario(&self, words: &[&str], more: &[&str]) -> (i32, String) {
        let scenario = self.at.join("township");
        lungang(&[words, &[scenario.to_str().unwrap()], more].concat())
    }
}
