//! Tables that changed since a plan was made are told, and undo nothing of it: who has retired or bears another id is no
//! edit by hand and stops no new plan.

use lungang::annex::{Annex, plan_book};
use lungang::facts::Facts;
use lungang::finding::{Finding, Severity};
use lungang::input::load_documents;
use lungang::plan::{Plan, digest, made, to_json};
use lungang::run::{Checked, audit_edited, check, hand_edits, read_plan_file};
use lungang::text::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn township() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township")
}

/// The county with the row of somebody rewritten.
fn since(who: &str, rewrite: impl Fn(&str) -> String) -> Checked {
    let mut documents = load_documents(&[township()]).unwrap();
    let text = String::from_utf8(documents.files["teachers.csv"].clone()).unwrap();
    let row = |line: &str| {
        if line.contains(&format!("{who},")) && line.starts_with(who) {
            rewrite(line)
        } else {
            line.to_owned()
        }
    };
    let text: Vec<String> = text.lines().map(row).collect();
    documents
        .files
        .insert("teachers.csv".into(), text.join("\n").into_bytes());
    // What others say of her goes with her.
    for file in ["service.csv", "scenario.toml"] {
        let text = String::from_utf8(documents.files[file].clone()).unwrap();
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(who)).collect();
        documents
            .files
            .insert(file.into(), kept.join("\n").into_bytes());
    }
    check(&documents)
}

/// The plan as JSON and as a workbook, with what is found when it is read under other tables.
fn found(checked: &Checked, files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<Finding>)> {
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("since");
    fs::create_dir_all(&folder).unwrap();
    let each = files.iter().map(|(name, bytes)| {
        let file = folder.join(name);
        fs::write(&file, bytes).unwrap();
        let (doc, mut findings) = read_plan_file(checked, &file).unwrap();
        let (edits, more) = hand_edits(&facts, &doc.unwrap());
        assert!(edits.is_empty(), "{name}: {edits:?}");
        findings.append(more);
        (name.clone(), findings.0)
    });
    each.collect()
}

#[test]
fn who_left_or_has_another_number_stops_no_new_plan_and_is_no_edit() {
    let checked = check(&load_documents(&[township()]).unwrap());
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let mut doc: Plan = serde_json::from_slice(&bytes).unwrap();
    doc.made = made(&doc);
    doc.digest = digest(&doc);
    let (roster, book) = checked.ready().unwrap();
    let facts = Facts::new(roster, book);
    let workbook = plan_book(&Annex::new(&facts, &doc, Lang::Zh)).unwrap();
    let files = [
        ("plan.json".to_owned(), to_json(&doc)),
        ("plan.xlsx".to_owned(), workbook),
    ];
    let movers = doc.moves.iter().map(|one| &one.teacher).take(2);
    let posts = doc.schools.iter().flat_map(|one| &one.teaching_posts);
    let seated = posts.flat_map(|one| &one.filled_by).step_by(17).take(3);
    let mentors = doc.mentors.iter().map(|one| &one.mentor).take(1);
    let people: BTreeSet<&String> = movers.chain(seated).chain(mentors).collect();
    assert!(people.len() > 3);
    let mut tried = 0;
    for who in people {
        let retired = since(who, |row| row.replacen("在岗", "退休", 1));
        let other = format!("{who}9");
        let renumbered = since(who, |row| row.replacen(who.as_str(), &other, 1));
        for (checked, words) in [(retired, "退休"), (renumbered, who.as_str())] {
            // Who is named elsewhere, as a spouse or by the officer, cannot go by the table of teachers alone.
            if checked.ready().is_none() {
                continue;
            }
            tried += 1;
            for (name, found) in found(&checked, &files) {
                let stops = found.iter().find(|one| one.severity == Severity::Error);
                assert!(stops.is_none(), "{who} {words} {name}: {stops:?}");
                let mut said = found.iter().map(|one| one.says(Lang::Zh));
                assert!(
                    said.any(|one| one.contains(words)),
                    "{who} {words} {name}: {found:?}"
                );
            }
        }
    }
    assert!(tried > 4, "{tried}");
}

#[test]
fn an_audit_says_that_somebody_has_retired() {
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let doc: Plan = serde_json::from_slice(&bytes).unwrap();
    let retire = |who: &String| since(who, |row| row.replacen("在岗", "退休", 1));
    let mut ready = doc.moves.iter().map(|one| retire(&one.teacher));
    let retired = ready.find(|checked| checked.ready().is_some()).unwrap();
    let audited = audit_edited(&retired, &bytes, "plan.json");
    let said = audited.findings.0.iter().find(|one| one.code.id == "A56");
    assert!(said.unwrap().says(Lang::Zh).contains("退休"));
}
