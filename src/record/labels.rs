//! The places of a plan in words: what the published schema says of each.

use crate::plan::Plan;
use crate::print::Phrase;
use crate::text::Lang;
use schemars::schema_for;
use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(schema_for!(Plan)).unwrap_or_default());

/// What stands at a place such as `moves[3].end`: the list and the field, as the schema words them.
pub fn label(path: &str) -> Phrase {
    let (mut at, mut words): (&Value, Vec<&str>) = (&SCHEMA, Vec::new());
    for step in path.split('.') {
        let key = step.split('[').next().unwrap_or(step);
        let Some(field) = resolved(at).get("properties").and_then(|all| all.get(key)) else {
            break;
        };
        words.extend(field.get("description").and_then(Value::as_str));
        at = field;
        // The lines of a list are what is spoken of, not the list.
        while let Some(items) = resolved(at).get("items") {
            at = items;
        }
    }
    let first = words.first().copied().filter(|_| words.len() > 1);
    let last = words.last().copied();
    Phrase::of(|lang| {
        let parts = [first, last].into_iter().flatten();
        let parts: Vec<&str> = parts.map(|words| said(words, lang)).collect();
        parts.join(match lang {
            Lang::Zh => "·",
            Lang::En => ": ",
        })
    })
}

/// What a word of the document means at its place, where that is one of the words that are counted.
pub(super) fn word(path: &str, word: &str) -> Option<Phrase> {
    let mut at: &Value = &SCHEMA;
    for step in path.split('.') {
        let key = step.split('[').next().unwrap_or(step);
        at = resolved(at).get("properties")?.get(key)?;
        while let Some(items) = resolved(at).get("items") {
            at = items;
        }
    }
    let mut words = resolved(at).get("oneOf")?.as_array()?.iter();
    let meant = words.find(|one| one.get("const").and_then(Value::as_str) == Some(word))?;
    let says = meant.get("description")?.as_str()?;
    Some(Phrase::of(|lang| said(says, lang).to_owned()))
}

/// What a reference stands for.
fn resolved(at: &Value) -> &Value {
    let options = at.get("anyOf").and_then(Value::as_array);
    let at = options.and_then(|all| all.first()).unwrap_or(at);
    let name = at.get("$ref").and_then(Value::as_str);
    let name = name.and_then(|path| path.rsplit('/').next());
    name.and_then(|name| SCHEMA.get("$defs")?.get(name))
        .unwrap_or(at)
}

/// The first clause of a description in one language; it is in Chinese up to the first full stop.
fn said(words: &str, lang: Lang) -> &str {
    let (zh, en) = words.split_once('。').unwrap_or((words, words));
    match lang {
        Lang::Zh => zh.split(['：', '，', '；']).next().unwrap_or(zh).trim(),
        Lang::En => en.trim().split([',', ';', ':', '.']).next().unwrap_or(en),
    }
}
