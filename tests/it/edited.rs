//! A plan edited by hand is completed: what was edited stays as edited, and the rest is as good as any
//! plan with that.

use lungang::decide::{self, Decided, Decision};
use lungang::domain::{NOTHING_MORE, Published, Question, Roster};
use lungang::facts::Facts;
use lungang::input::{Documents, Edit};
use lungang::plan::{Ended, Plan};
use lungang::policy::GoalId;
use lungang::run::{self, Answer, Checked, Replan};
use lungang::solve::{Options, Silent};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Somebody's letter after the edit: another school, or none.
type Letter = (String, Option<String>);

fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join("scenarios").join(name)
}

/// The plan of a scenario as it lies beside it.
fn shipped(name: &str) -> Plan {
    let bytes = fs::read(folder(name).join("expected/plan.json")).unwrap();
    let mut doc: Plan = serde_json::from_slice(&bytes).unwrap();
    // A plan of an older program does not say what it was made with; it is edited as one that does.
    doc.made = lungang::plan::made(&doc);
    doc.digest = lungang::plan::digest(&doc);
    doc
}

fn edited(doc: &Plan, letters: &[Letter]) -> Plan {
    let mut doc = doc.clone();
    for (who, to) in letters {
        match to {
            Some(to) => {
                let mut moves = doc.moves.iter_mut();
                let one = moves.find(|one| one.teacher == *who).unwrap();
                one.to.clone_from(to);
            }
            None => doc.moves.retain(|one| one.teacher != *who),
        }
    }
    doc
}

/// What `lungang replan` does with the file: the scenario with the edits as decisions, and the question.
fn again(documents: &Documents, doc: &Plan, free: bool) -> (Checked, Question) {
    let checked = run::check(documents);
    let (roster, book) = checked.ready().unwrap();
    let asked = Replan {
        date: "2026-08-20".into(),
        free,
        ..Replan::default()
    };
    assert_ne!(lungang::plan::digest(doc), doc.digest);
    let facts = Facts::new(roster, book);
    let (edits, found) = run::hand_edits(&facts, doc);
    assert!(!found.has_errors() && !edits.is_empty(), "{found:?}");
    let rulings = run::new_rulings(&facts, &asked, &edits);
    let checked = run::check(&run::with_rulings(documents, &rulings));
    let facts = checked.facts(&NOTHING_MORE).unwrap();
    let question = run::after_refusals(&facts, doc, &asked, &edits);
    (checked, question)
}

/// The scenario with the same letters pinned; frozen, as few other letters as possible change.
fn pinned(documents: &Documents, doc: &Plan, letters: &[Letter], frozen: bool) -> Decision {
    let mut documents = documents.clone();
    for (who, to) in letters {
        let was = doc.moves.iter().find(|one| one.teacher == *who).unwrap();
        let cells = [
            ("teacher", who.as_str()),
            ("school", to.as_ref().unwrap_or(&was.from)),
            ("reason", "case"),
            ("author", "case"),
        ];
        documents.edits.push(Edit::add("pins", &cells));
    }
    let checked = run::check(&documents);
    let (roster, book) = checked.ready().unwrap();
    let mut question = Question::default();
    if frozen {
        let moves = edited(doc, letters).moves;
        let letter = |one: &lungang::plan::MoveDoc| {
            let who = roster.find_teacher(&one.teacher)?;
            Some((who, roster.find_school(&one.to)?))
        };
        let letters = moves.iter().filter_map(letter).collect();
        question.published = Some(Published { letters, frozen });
    }
    let facts = Facts::asked(roster, book, &question);
    decide::decide(&facts, &Options::default(), false, &Silent).unwrap()
}

/// The goals of a plan but the canonical one, and that of the letters where it is last.
fn goals(plan: &Decided, frozen: bool) -> Vec<(GoalId, i64)> {
    let goals = plan.outcome.goals.iter();
    let told = goals.filter(|one| match one.goal {
        GoalId::Canonical => false,
        GoalId::Letters => frozen,
        _ => true,
    });
    told.map(|one| (one.goal, one.value.unwrap())).collect()
}

fn keeps(roster: &Roster, plan: &Decided, letters: &[Letter]) {
    for (who, to) in letters {
        let who = roster.find_teacher(who).unwrap();
        let goes = plan.placement.move_of(who).map(|one| one.to);
        let to = to.as_ref().and_then(|to| roster.find_school(to));
        assert_eq!(goes, to, "{letters:?}");
    }
}

/// Completes one edited plan both ways; whether there is a plan.
fn complete(name: &str, documents: &Documents, doc: &Plan, letters: &[Letter]) -> bool {
    let edited = edited(doc, letters);
    let mut has_plan = true;
    for free in [false, true] {
        let other = pinned(documents, doc, letters, !free);
        let (checked, question) = again(documents, &edited, free);
        let (facts, options) = (checked.facts(&question).unwrap(), Options::default());
        match run::solve(&facts, &options, false, &Silent).unwrap() {
            Answer::Plan(solved) => {
                let plan = &solved.decided;
                keeps(facts.roster, plan, letters);
                let best = other.plan().unwrap();
                assert_eq!(goals(plan, !free), goals(best, !free), "{letters:?}");
                let done = solved.accepted(&checked, &options).unwrap();
                assert!(
                    done.audit.holds(),
                    "{name} {letters:?}: {:?}",
                    done.findings
                );
                assert_eq!(lungang::plan::digest(&done.doc), done.doc.digest);
                assert_eq!(done.doc.outcome.ended, Some(Ended::Proved));
            }
            Answer::NoPlan(_) => {
                assert!(matches!(other, Decision::NoPlan), "{letters:?}");
                has_plan = false;
            }
            Answer::Stopped(ended) => panic!("{name} {letters:?}: {ended:?}"),
        }
    }
    has_plan
}

#[test]
fn what_was_edited_stays_and_the_rest_is_the_best_there_is() {
    let mut number = [0; 3];
    for name in ["national", "township", "dehua"] {
        let documents = run::load(&[folder(name)]).unwrap();
        let checked = run::check(&documents);
        let roster = checked.roster.as_ref().unwrap();
        let doc = shipped(name);
        let mut changed: Vec<Letter> = Vec::new();
        // Whoever is named for a school in the tables would be named twice.
        let named = |one: &&lungang::plan::MoveDoc| {
            let pinned = lungang::plan::Reason::Pinned;
            !one.reasons.contains(&pinned)
        };
        let drawn: Vec<_> = doc.moves.iter().filter(named).collect();
        for (at, one) in drawn.iter().enumerate().take(6) {
            // Taken out of the plan.
            if at % 2 == 0 {
                let letter = (one.teacher.clone(), None);
                let done = complete(name, &documents, &doc, &[letter]);
                number[0] += usize::from(done);
                continue;
            }
            // Sent elsewhere: the first school at which there is a plan at all.
            let others = roster.schools.iter().map(|school| &school.id);
            let others = others.filter(|id| **id != one.from && **id != one.to);
            let mut letters = others.map(|id| (one.teacher.clone(), Some(id.clone())));
            let found = letters.find(|letter| {
                let letters = std::slice::from_ref(letter);
                pinned(&documents, &doc, letters, false).plan().is_some()
            });
            if let Some(letter) = found {
                assert!(complete(
                    name,
                    &documents,
                    &doc,
                    std::slice::from_ref(&letter)
                ));
                number[1] += 1;
                changed.push(letter);
            }
        }
        // Two letters at once, one of them taken out.
        if let (Some(letter), Some(one)) = (changed.pop(), drawn.first()) {
            let letters = [(one.teacher.clone(), None), letter];
            number[2] += usize::from(complete(name, &documents, &doc, &letters));
        }
    }
    assert!(
        number[0] >= 4 && number[1] >= 4 && number[2] >= 1,
        "{number:?}"
    );
}

#[test]
fn the_command_completes_an_edited_file() {
    let doc = shipped("township");
    let gone = &doc.moves[0].teacher;
    let edited = edited(&doc, &[(gone.clone(), None)]);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("edited/command");
    fs::create_dir_all(&out).unwrap();
    let file = out.join("edited.json");
    fs::write(&file, lungang::plan::to_json(&edited)).unwrap();
    let scenario = crate::keeps_faith::copy("edited", "township").join("township");
    let done = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .arg("replan")
        .arg(&scenario)
        .arg("--from")
        .arg(&file)
        .arg("--out")
        .arg(&out)
        .args(["--date", "2026-08-20", "--lang", "en"])
        .args(["--author", "board", "--reason", "agreed"])
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let told = String::from_utf8(done.stdout).unwrap();
    assert!(
        told.contains("Letters edited by hand and kept as edited: 1;"),
        "{told}"
    );
    let bytes = fs::read(out.join("plan.json")).unwrap();
    let new: Plan = serde_json::from_slice(&bytes).unwrap();
    assert!(new.moves.iter().all(|one| one.teacher != *gone));
    assert_eq!(lungang::plan::digest(&new), new.digest);
    let audit = Command::new(env!("CARGO_BIN_EXE_lungang"))
        .arg("audit")
        .arg(&scenario)
        .arg(out.join("plan.json"))
        .output()
        .unwrap();
    assert!(audit.status.success(), "{audit:?}");
}
