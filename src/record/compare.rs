//! Two documents, node by node: what a plan says, and what is so.
//!
//! Lines of a list are laid beside each other by what names them (teacher, school, subject …), so that one line too
//! many is one difference and not as many as follow it.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One node that differs; what is absent on one side is none there.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where it stands, such as `moves[3].end`.
    pub path: String,
    /// What the plan says there.
    pub says: Option<Value>,
    /// What is so.
    pub is: Option<Value>,
}

impl Difference {
    /// The part of the document in which it stands: what differs there goes by one.
    pub fn part(&self) -> &str {
        let end = self.path.find(['.', '[']);
        end.and_then(|end| self.path.get(..end))
            .unwrap_or(&self.path)
    }
}

/// Words by which a line of a list goes.
const NAMES: [&str; 17] = [
    "id",
    "teacher",
    "school",
    "key",
    "goal",
    "code",
    "pool",
    "from",
    "to",
    "at",
    "stage",
    "subject",
    "indicator",
    "grade",
    "parts",
    "must_open",
    "name",
];

/// Everything that differs, in the order of the document.
pub fn differences(says: &Value, is: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&mut found, String::new(), Some(says), Some(is));
    found
}

fn compare(found: &mut Vec<Difference>, path: String, says: Option<&Value>, is: Option<&Value>) {
    match (says, is) {
        (Some(says), Some(is)) if says == is => {}
        (Some(Value::Object(says)), Some(Value::Object(is))) => objects(found, &path, says, is),
        (Some(Value::Array(says)), Some(Value::Array(is))) => lists(found, &path, says, is),
        (None, None) => {}
        (says, is) => found.push(Difference {
            path,
            says: says.cloned(),
            is: is.cloned(),
        }),
    }
}

fn objects(
    found: &mut Vec<Difference>,
    path: &str,
    says: &Map<String, Value>,
    is: &Map<String, Value>,
) {
    let keys: BTreeSet<&String> = says.keys().chain(is.keys()).collect();
    for key in keys {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        compare(found, path, says.get(key), is.get(key));
    }
}

/// What a line goes by: itself, where it is no object.
fn name(line: &Value) -> String {
    match line {
        Value::Object(line) => NAMES
            .iter()
            .filter_map(|key| Some(format!("{key}={};", line.get(*key)?)))
            .collect(),
        other => other.to_string(),
    }
}

fn lists(found: &mut Vec<Difference>, path: &str, says: &[Value], is: &[Value]) {
    let mut named: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (no, line) in is.iter().enumerate() {
        named.entry(name(line)).or_default().push_back(no);
    }
    let (mut pairs, mut extra) = (Vec::new(), Vec::new());
    for (no, line) in says.iter().enumerate() {
        let twin = named.get_mut(&name(line)).and_then(VecDeque::pop_front);
        match twin {
            Some(twin) => pairs.push((no, twin)),
            None => extra.push(no),
        }
    }
    let mut missing: Vec<usize> = named.into_values().flatten().collect();
    missing.sort_unstable();
    // As many too many as too few: lines whose names were changed.
    if extra.len() == missing.len() {
        pairs.extend(extra.drain(..).zip(missing.drain(..)));
    }
    pairs.sort_unstable();
    for (no, twin) in &pairs {
        compare(found, format!("{path}[{no}]"), says.get(*no), is.get(*twin));
    }
    let others = pairs.iter().zip(pairs.iter().skip(1));
    if let Some((_, late)) = others.into_iter().find(|(one, next)| one.1 > next.1) {
        found.push(Difference {
            path: format!("{path}[{}]", late.0),
            says: says.get(late.0).cloned(),
            is: is.get(late.0).cloned(),
        });
    }
    let extra = extra.into_iter().map(|no| (no, says.get(no), None));
    let missing = missing.into_iter().map(|no| (no, None, is.get(no)));
    for (no, says, is) in extra.chain(missing) {
        compare(found, format!("{path}[{no}]"), says, is);
    }
}
