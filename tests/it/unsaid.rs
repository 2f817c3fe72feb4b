//! A plan without its digest line may say less than the program writes: a part that is not there at all is told in one
//! line, and one that is there must be whole.

use lungang::finding::Severity;
use lungang::input::load_documents;
use lungang::plan::Plan;
use lungang::run::{Audited, Checked, audit_bytes, audit_edited, check};
use lungang::text::Lang;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn township() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/township")
}

/// The county with its plan, and no digest.
fn by_hand() -> (Checked, Value) {
    let checked = check(&load_documents(&[township()]).unwrap());
    let bytes = fs::read(township().join("expected/plan.json")).unwrap();
    let mut plan: Plan = serde_json::from_slice(&bytes).unwrap();
    plan.scenario.inputs.clone_from(&checked.inputs);
    let mut doc = serde_json::to_value(plan).unwrap();
    doc.as_object_mut().unwrap().remove("digest");
    (checked, doc)
}

fn audited(checked: &Checked, doc: &Value) -> Audited {
    audit_bytes(checked, &serde_json::to_vec(doc).unwrap(), "plan.json")
}

/// What is told of that a plan says less.
fn unsaid(audited: &Audited) -> Vec<String> {
    let found = audited.findings.0.iter();
    let told = found.filter(|one| one.code.id == "A70");
    told.map(|one| one.says(Lang::Zh)).collect()
}

#[test]
fn a_part_that_is_not_there_is_told_in_one_line_and_one_that_is_emptied_is_wrong() {
    let (checked, doc) = by_hand();
    let whole = audited(&checked, &doc);
    assert!(whole.holds() && unsaid(&whole).is_empty());
    let parts: Vec<String> = doc.as_object().unwrap().keys().cloned().collect();
    for part in parts {
        let mut less = doc.clone();
        less.as_object_mut().unwrap().remove(&part);
        let told = audited(&checked, &less);
        // What the layout asks for is asked for; what it does not is told to be absent.
        let named = unsaid(&told).len() == 1 && told.holds();
        let codes: Vec<_> = told.findings.0.iter().map(|one| one.code.id).collect();
        let asked = codes.contains(&"A11") || codes.contains(&"A12");
        assert!(named != asked, "{part}: {codes:?}");
        if doc[&part].as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        let mut emptied = doc.clone();
        emptied[&part] = Value::Array(Vec::new());
        let told = audited(&checked, &emptied);
        assert!(!told.holds(), "{part} is emptied and nothing is wrong");
    }
}

#[test]
fn a_column_that_no_line_has_is_told_where_a_person_would_not_write_it() {
    let (checked, doc) = by_hand();
    let mut less = doc.clone();
    for one in less["moves"].as_array_mut().unwrap() {
        for key in ["loss", "picked", "why_there"] {
            one.as_object_mut().unwrap().remove(key);
        }
    }
    let told = audited(&checked, &less);
    assert!(told.holds() && unsaid(&told).len() == 1);
    assert!(
        unsaid(&told)[0].contains("交流轮岗人员"),
        "{:?}",
        unsaid(&told)
    );
    // Of one line alone it is left out.
    let mut cut = doc.clone();
    cut["moves"][0].as_object_mut().unwrap().remove("loss");
    assert!(!audited(&checked, &cut).holds());
}

#[test]
fn calling_a_plan_old_hides_no_lie() {
    let (checked, mut doc) = by_hand();
    doc["schema"] = "lungang-plan/1".into();
    assert!(audited(&checked, &doc).holds());
    let lies: [(&str, Value); 5] = [
        ("/rules/2/actual", 14.into()),
        ("/scenario/made_up", false.into()),
        ("/moves/2/name", "张三".into()),
        ("/outcome/goals/3/value", 1.into()),
        ("/people", Value::Array(Vec::new())),
    ];
    for (path, lie) in lies {
        let mut doc = doc.clone();
        *doc.pointer_mut(path).unwrap() = lie;
        let told = audited(&checked, &doc);
        let at = path.trim_start_matches('/').split('/').next().unwrap();
        let is_there = |said: &Value| said.as_str().is_some_and(|said| said.starts_with(at));
        let mut errors = told.findings.0.iter();
        let found = errors.any(|one| {
            one.severity == Severity::Error && one.blanks.get("path").is_some_and(is_there)
        });
        assert!(found && !told.holds(), "{path}");
        // Edited on purpose: the decisions are what counts, and what is not so is told.
        let edited = audit_edited(&checked, &serde_json::to_vec(&doc).unwrap(), "plan.json");
        let mut told = edited.findings.0.iter();
        assert!(told.any(|one| one.code.id == "A32"), "{path}");
    }
}
