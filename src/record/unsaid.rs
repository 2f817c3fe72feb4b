//! What a plan does not say at all: a file made by hand or of an older layout may say less than the program writes.
//! A part that stands there is whole, or it is wrong: a list that is cut short, or a line that lacks what the line beside
//! it has, is a difference like any other.

use super::compare::Difference;
use super::labels::label;
use super::record_codes::UNSAID;
use crate::blanks;
use crate::facts::values::apprentices;
use crate::finding::{Finding, Findings};
use crate::print::{LIST, Phrase};
use crate::text::Lang;
use serde_json::Value;
use std::collections::BTreeSet;

/// Parts whose lines say what is decided or asked and, beside it, what follows: whoever makes a plan by hand writes the
/// first and may leave out the second, in every line alike.
const DECIDES: [&str; 12] = [
    "appointments",
    "asked",
    "itinerants",
    "leaders",
    "mentors",
    "moves",
    "outcome",
    "periods",
    "recruits",
    "scenario",
    "schools",
    "visits",
];
/// Whether a part is one of them; that of apprentices bears the name of its rule.
fn decides(part: &str) -> bool {
    DECIDES.contains(&part) || part == apprentices::RULE.key()
}

/// The list of what a plan was made from, which the layout asks for even where it names nothing.
const INPUTS: &str = "scenario.inputs[";

/// Takes out what the document does not say at all, and tells it in one line; of one of an `old` layout that is whatever
/// no line of it has.
pub(super) fn without_the_unsaid(all: &mut Vec<Difference>, said: &Value, old: bool) -> Findings {
    let mut kinds = BTreeSet::new();
    walk(said, String::new(), &mut kinds);
    let is_unsaid = |one: &Difference| {
        let kind = kind(&one.path);
        let whole = one.part() == one.path;
        // A list that is there and lacks lines is cut short.
        let may = (old || decides(one.part())) && !kind.ends_with(']');
        let may = may || whole || one.path.starts_with(INPUTS);
        one.says.is_none() && may && !kinds.contains(&kind)
    };
    let mut parts: Vec<(String, BTreeSet<String>)> = Vec::new();
    for one in all.iter().filter(|one| is_unsaid(one)) {
        let (part, kind) = (one.part(), kind(&one.path));
        match parts.last_mut().filter(|last| last.0 == part) {
            Some(last) => drop(last.1.insert(kind)),
            None => parts.push((part.to_owned(), BTreeSet::from([kind]))),
        }
    }
    all.retain(|one| !is_unsaid(one));
    let what = Phrase::join(parts.iter().map(|(part, kinds)| words(part, kinds)), LIST);
    let told = (!parts.is_empty()).then(|| Finding::new(&UNSAID, blanks! { what: what }));
    Findings(told.into_iter().collect())
}

/// A part that is not said, or some of its fields.
fn words(part: &str, kinds: &BTreeSet<String>) -> Phrase {
    let (whole, first) = (label(part), kinds.first());
    let Some(first) = first.filter(|kind| *kind != part) else {
        return whole;
    };
    let (first, more) = (label(first), kinds.len());
    Phrase::of(|lang| match (lang, more) {
        (_, 1) => first.get(lang).to_owned(),
        (Lang::Zh, _) => format!("{}等{more}项", first.get(lang)),
        (Lang::En, _) => format!("{} and so on ({more})", first.get(lang)),
    })
}

/// A path without places in lists.
fn kind(path: &str) -> String {
    let mut parts = path.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kind, part| {
        let rest = part.split_once(']').map_or("", |one| one.1);
        format!("{kind}[]{rest}")
    })
}

/// Every kind of place of a document.
fn walk(value: &Value, kind: String, kinds: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let dot = if kind.is_empty() { "" } else { "." };
                walk(value, format!("{kind}{dot}{key}"), kinds);
            }
        }
        Value::Array(list) => {
            for value in list {
                walk(value, format!("{kind}[]"), kinds);
            }
        }
        _ => {}
    }
    if !kind.is_empty() {
        kinds.insert(kind);
    }
}
