//! The published layout of `plan.json` is that of the program, and says what it holds in both
//! languages.

use lungang::plan::Plan;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn schema() -> Value {
    serde_json::to_value(schemars::schema_for!(Plan)).unwrap()
}

#[test]
fn the_published_schema_is_up_to_date() {
    let file = root("src/report/plan.schema.json");
    let mut now = serde_json::to_string_pretty(&schemars::schema_for!(Plan)).unwrap();
    now.push('\n');
    let kept = fs::read_to_string(&file).unwrap_or_default();
    if kept != now && std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
        fs::write(&file, &now).unwrap();
        return;
    }
    assert!(
        kept == now,
        "src/report/plan.schema.json is out of date; mend it with\n  \
         SNAPSHOTS=overwrite cargo test --release schema"
    );
}

/// What is wrong with the words of one place of the schema.
fn words(place: &str, of: &Value, wrong: &mut Vec<String>) {
    let Some(said) = of.get("description").and_then(Value::as_str) else {
        wrong.push(format!("{place} says nothing"));
        return;
    };
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if !said.starts_with(|c: char| !c.is_ascii_alphabetic()) || !said.contains(chinese) {
        wrong.push(format!("{place} does not begin in Chinese: {said}"));
    }
    // What stands after the first full stop is the English sentence.
    let english = said.split_once('。').map_or("", |parts| parts.1);
    if !english.contains(|c: char| c.is_ascii_alphabetic()) || english.contains(chinese) {
        wrong.push(format!("{place} does not end in English: {said}"));
    }
}

#[test]
fn every_description_is_in_both_languages() {
    let schema = schema();
    let mut wrong = Vec::new();
    let mut count = 0;
    let definitions = schema["$defs"].as_object().unwrap();
    let types = definitions.iter().map(|(name, of)| (name.as_str(), of));
    for (name, of) in types.chain([("Plan", &schema)]) {
        words(name, of, &mut wrong);
        let fields = of.get("properties").and_then(Value::as_object);
        for (field, of) in fields.into_iter().flatten() {
            words(&format!("{name}.{field}"), of, &mut wrong);
            count += 1;
        }
        assert!(of.get("enum").is_none(), "{name} has values without words");
        let values = of.get("oneOf").and_then(Value::as_array);
        for value in values.into_iter().flatten() {
            words(&format!("{name}:{}", value["const"]), value, &mut wrong);
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 200, "only {count} descriptions were found");
    assert!(!schema["title"].as_str().unwrap().is_ascii());
    let version = lungang::plan::SCHEMA;
    assert!(schema["title"].as_str().unwrap().contains(version));
    assert_eq!(schema["properties"]["schema"]["const"], version);
}

#[test]
fn every_expected_plan_obeys_the_schema() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    let mut count = 0;
    for entry in fs::read_dir(root("scenarios")).unwrap() {
        let file = entry.unwrap().path().join("expected/plan.json");
        let Ok(bytes) = fs::read(&file) else { continue };
        let plan: Value = serde_json::from_slice(&bytes).unwrap();
        let faults: Vec<_> = schema.iter_errors(&plan).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
        count += 1;
        let mut newer = plan;
        newer["schema"] = "lungang-plan/3".into();
        assert!(!schema.is_valid(&newer));
    }
    assert_eq!(count, 6);
}
