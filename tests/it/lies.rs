//! The lie test: every field of a plan's schema falsified, one by one, with the digest mended. Each lie is caught by
//! the auditor, at its place or by what follows from it, or stands on the short list of what may be changed.

mod legal;

use crate::night::by_night;
use legal::LEGAL;
use lungang::domain::Employment;
use lungang::finding::Severity;
use lungang::input::{Edit, load_documents};
use lungang::plan::{Ended, Plan, digest, to_json};
use lungang::run::{Checked, audit_bytes, check, load_changed};
use rayon::prelude::*;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One step into a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    Place(usize),
}

type Way = Vec<Step>;

fn kind(way: &[Step]) -> String {
    let mut kind = String::new();
    for step in way {
        match step {
            Step::Key(key) if kind.is_empty() => kind.push_str(key),
            Step::Key(key) => kind.push_str(&format!(".{key}")),
            Step::Place(_) => kind.push_str("[]"),
        }
    }
    kind
}

fn path(way: &[Step]) -> String {
    let mut path = String::new();
    for step in way {
        match step {
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => path.push_str(&format!(".{key}")),
            Step::Place(no) => path.push_str(&format!("[{no}]")),
        }
    }
    path
}

/// Every node below, by its kind.
fn walk(value: &Value, way: &mut Way, all: &mut BTreeMap<String, Vec<Way>>) {
    if !way.is_empty() {
        all.entry(kind(way)).or_default().push(way.clone());
    }
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                way.push(Step::Key(key.clone()));
                walk(value, way, all);
                way.pop();
            }
        }
        Value::Array(list) => {
            for (no, value) in list.iter().enumerate() {
                way.push(Step::Place(no));
                walk(value, way, all);
                way.pop();
            }
        }
        _ => {}
    }
}

fn at<'v>(value: &'v Value, way: &[Step]) -> &'v Value {
    way.iter().fold(value, |value, step| match step {
        Step::Key(key) => &value[key],
        Step::Place(no) => &value[no],
    })
}

fn at_mut<'v>(value: &'v mut Value, way: &[Step]) -> &'v mut Value {
    way.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key],
        Step::Place(no) => &mut value[no],
    })
}

/// What may be said instead of a value; `others` are said at places of the same kind.
fn lies(value: &Value, others: &[&Value]) -> Vec<(&'static str, Value)> {
    let mut lies = Vec::new();
    match value {
        Value::Number(number) => {
            if let Some(whole) = number.as_i64() {
                lies.push(("one more", (whole + 1).into()));
                lies.push(("one less", (whole - 1).into()));
            } else if let Some(part) = number.as_f64() {
                lies.push(("more", (part + 0.5).into()));
            }
        }
        Value::Bool(yes) => lies.push(("the other", (!yes).into())),
        Value::String(words) => {
            lies.push(("other words", format!("{words}某").into()));
            if Ended::ALL.iter().any(|one| one.key() == words) {
                lies.push(("another end", Ended::GoodEnough.key().into()));
            }
        }
        Value::Array(list) => {
            if let Some(first) = list.first() {
                lies.push(("first dropped", list[1..].to_vec().into()));
                lies.push(("emptied", Value::Array(Vec::new())));
                let doubled: Vec<Value> = [first].into_iter().chain(list).cloned().collect();
                lies.push(("first doubled", doubled.into()));
            }
            if list.len() > 1 {
                let mut last = list.clone();
                last.pop();
                lies.push(("last dropped", last.into()));
                let mut turned = list.clone();
                turned.reverse();
                lies.push(("turned round", turned.into()));
            }
        }
        Value::Object(_) | Value::Null => {}
    }
    // A word, id or line that stands elsewhere.
    let other = others.iter().find(|other| **other != value);
    if !value.is_number() && !value.is_boolean() {
        lies.extend(other.map(|other| ("another of its kind", (*other).clone())));
    }
    lies.retain(|(_, lie)| lie != value);
    lies
}

/// How a lie is dressed up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Dress {
    /// With a digest that agrees.
    Mended,
    /// Without any, as if it were made by hand.
    ByHand,
    /// The same, and as if an older program had written it.
    Old,
}

/// The bytes of a lie; none where it is no plan any more.
fn dressed(doc: &Value, dress: Dress) -> Option<Vec<u8>> {
    let plan: Plan = serde_json::from_value(doc.clone()).ok()?;
    let mut doc = doc.clone();
    if dress == Dress::Mended {
        doc["digest"] = digest(&plan).into();
    } else {
        doc.as_object_mut().unwrap().remove("digest");
    }
    if dress == Dress::Old {
        doc["schema"] = "lungang-plan/1".into();
    }
    serde_json::to_vec(&doc).ok()
}

/// What became of one lie.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Caught {
    /// It is no plan any more.
    NoPlan,
    /// An error stands at its place.
    AtItsPlace,
    /// What follows from it is an error.
    Elsewhere,
    /// That it says less is told in one line.
    Told,
    /// Nothing is wrong with it.
    No,
}

fn caught(checked: &Checked, doc: &Value, way: &[Step], dress: Dress) -> (Caught, usize) {
    let Some(bytes) = dressed(doc, dress) else {
        return (Caught::NoPlan, 1);
    };
    let audited = audit_bytes(checked, &bytes, "plan.json");
    // What a file lacks in every line is told, and no lie.
    let mut all = audited.findings.0.iter();
    if dress != Dress::Mended && all.any(|one| one.code.id == "A70") {
        return (Caught::Told, 0);
    }
    let errors = audited.findings.0.iter();
    let errors: Vec<_> = errors
        .filter(|one| one.severity == Severity::Error)
        .collect();
    if audited.holds() {
        return (Caught::No, 0);
    }
    let path = path(way);
    let near = |said: &str| said.starts_with(&path) || path.starts_with(said);
    let mut places = errors
        .iter()
        .filter_map(|one| one.blanks.get("path")?.as_str());
    let caught = if places.any(near) {
        Caught::AtItsPlace
    } else {
        Caught::Elsewhere
    };
    (caught, errors.len())
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name)
}

/// All lies of a plan: kind of place, what was done, and the falsified document.
fn all_lies(doc: &Value) -> Vec<(String, &'static str, Way, Value)> {
    let mut nodes = BTreeMap::new();
    walk(doc, &mut Vec::new(), &mut nodes);
    let mut all = Vec::new();
    for (kind, ways) in &nodes {
        let others: Vec<&Value> = ways.iter().map(|way| at(doc, way)).collect();
        let (last, middle) = (ways.len() - 1, ways.len().div_ceil(2).min(ways.len() - 1));
        let chosen = by_night(BTreeSet::from([middle]), BTreeSet::from([0, middle, last]));
        for no in chosen {
            let way = &ways[no];
            for (what, lie) in lies(at(doc, way), &others) {
                all.push((kind.clone(), what, way.clone(), lie));
            }
            // What need not be there is left out.
            if let (Some(Step::Key(key)), false) = (way.last(), way.is_empty()) {
                let parent = &way[..way.len() - 1];
                let mut fields: Map<String, Value> = at(doc, parent).as_object().unwrap().clone();
                fields.remove(key);
                if !parent.is_empty() {
                    all.push((kind.clone(), "left out", parent.to_vec(), fields.into()));
                }
            }
        }
    }
    all
}

/// What a file made by hand or by an older program can do more easily than any other: say less.
fn says_less(what: &str) -> bool {
    ["emptied", "last dropped", "first doubled", "left out"].contains(&what)
}

#[test]
fn every_lie_is_caught_or_may_be_told() {
    let names = by_night(
        vec!["township"],
        vec!["national", "anshan", "zhangye", "alar", "township", "dehua"],
    );
    println!("lies: {}", all_are_caught(&names, Dress::Mended, |_| true));
}

#[test]
fn what_a_plan_made_by_hand_says_less_is_caught_or_told() {
    println!(
        "lies: {}",
        all_are_caught(&["township"], Dress::ByHand, says_less)
    );
}

#[test]
fn what_a_plan_of_an_older_layout_says_otherwise_is_caught_or_told() {
    let some = |what: &str| ["emptied", "one more", "the other"].contains(&what);
    println!("lies: {}", all_are_caught(&["township"], Dress::Old, some));
}

/// Tells every lie of these kinds of the plans of some scenarios; how many are caught, in words.
fn all_are_caught(names: &[&str], dress: Dress, counts: fn(&str) -> bool) -> String {
    let (mut number, mut passed) = (BTreeMap::<Caught, usize>::new(), BTreeSet::new());
    let (mut legal, mut most) = (BTreeSet::new(), 0);
    for name in names {
        let documents = load_documents(&[folder(name)]).unwrap();
        let checked = check(&documents);
        let out = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("lies-{dress:?}"))
            .join(name);
        let doc = crate::road::planned(&documents, &out).doc;
        let doc = serde_json::to_value(doc).unwrap();
        let clean = audit_bytes(&checked, &dressed(&doc, dress).unwrap(), "plan.json");
        assert!(clean.holds(), "{name}: {:?}", clean.findings);
        let mut all = all_lies(&doc);
        all.retain(|one| counts(one.1));
        let told: Vec<_> = all
            .par_iter()
            .map(|(kind, what, way, lie)| {
                let mut doc = doc.clone();
                *at_mut(&mut doc, way) = lie.clone();
                (kind, what, caught(&checked, &doc, way, dress))
            })
            .collect();
        for (kind, what, (caught, errors)) in told {
            *number.entry(caught).or_default() += 1;
            most = most.max(errors);
            if caught == Caught::No {
                let exact = format!("{kind}: {what}");
                match LEGAL
                    .iter()
                    .find(|(legal, _)| legal == kind || *legal == exact)
                {
                    Some((kind, _)) => drop(legal.insert(*kind)),
                    None => drop(passed.insert(format!("{name} {kind}: {what}"))),
                }
            }
        }
    }
    let told = format!("{number:?}; legal: {legal:?}; at most {most} errors for one lie");
    assert!(passed.is_empty(), "{} lies pass: {passed:#?}", passed.len());
    told
}

/// What is done to a plan.
type Change<'c> = &'c dyn Fn(&mut Plan);

/// The township under a policy with rules off, and what its plan decides under them.
#[test]
fn what_is_decided_under_a_rule_that_is_off_is_an_error() {
    let (_, plan) = crate::annex::shipped("township");
    let contract = |plan: &mut Plan| {
        let roster = crate::annex::shipped("township").0.roster.unwrap();
        let mut all = roster.teachers.iter();
        let one = all.find(|one| one.employment == Employment::Contract);
        plan.conversions.push(one.unwrap().id.clone());
    };
    let remote = |plan: &mut Plan| {
        plan.periods.weeks.clear();
        plan.itinerants.clear();
        plan.periods.gaps[0].remote = 1;
    };
    let nothing = |_: &mut Plan| {};
    let cases: [(&[&str], Change<'_>); 6] = [
        (&["title_posts", "titles_filled"], &nothing),
        (&["contract_conversions"], &contract),
        (&["itinerant_teaching"], &nothing),
        (&["itinerant_teaching"], &remote),
        (&["visiting_lessons"], &nothing),
        (&["mentor_pairs"], &nothing),
    ];
    for (rules, change) in cases {
        let off = rules.iter().map(|rule| format!("rules.{rule}.force=off"));
        let off: Vec<Edit> = off.map(|one| one.parse().unwrap()).collect();
        let checked = check(&load_changed(&[folder("township")], &off).unwrap());
        let mut plan = plan.clone();
        change(&mut plan);
        plan.digest = digest(&plan);
        let audited = audit_bytes(&checked, &to_json(&plan), "plan.json");
        let found = audited.findings.0.iter();
        let told = found.filter(|one| one.code.id == "A22" && one.severity == Severity::Error);
        assert_eq!(told.count(), 1, "{rules:?}");
        assert!(!audited.holds());
    }
}
