//! Guesses are told, and unknown words asked about, once for each column with their number, not once for each cell.

use super::codes::{
    DITTO_READ, EXTRA_MARK, FROM_IDENTITY, GONE, GONE_ROW, NAME_READ, NOT_A_CHOICE, NOUGHT_READ,
    SERIAL_DATE, SPELL_LEFT_OUT, SPELL_READ, STAGE_AND_SUBJECT, UNIT_READ, WORDS_ASKED,
};
use crate::finding::{Code, Finding, Findings, Place};
use crate::text::{Lang, show};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const COUNTED: [&Code; 12] = [
    &DITTO_READ,
    &SPELL_READ,
    &SPELL_LEFT_OUT,
    &NAME_READ,
    &GONE,
    &GONE_ROW,
    &SERIAL_DATE,
    &STAGE_AND_SUBJECT,
    &FROM_IDENTITY,
    &UNIT_READ,
    &NOUGHT_READ,
    &EXTRA_MARK,
];

/// So many words of one question are shown.
const WORDS: usize = 60;

/// Joins those of one kind in one column; the first stands for all.
pub(super) fn fold(findings: Findings) -> Findings {
    let mut counted: BTreeMap<(&str, Place), (Finding, usize)> = BTreeMap::new();
    let mut rest = Findings::default();
    for finding in findings.0 {
        if !COUNTED.contains(&finding.code) {
            rest.push(finding);
            continue;
        }
        let column = column_of(&finding);
        let number = 1 + finding.more;
        let entry = counted.entry((finding.code.id, column));
        let entry = entry.and_modify(|one| one.1 += number);
        let first = Finding { more: 0, ..finding };
        entry.or_insert((first, number));
    }
    for (mut finding, number) in counted.into_values() {
        finding.blanks.insert("number".to_owned(), json!(number));
        rest.push(finding);
    }
    asked_once(rest)
}

/// Words of a column that are not known: where there are several, one question for all of them.
fn asked_once(findings: Findings) -> Findings {
    let mut columns: BTreeMap<Place, Vec<Finding>> = BTreeMap::new();
    let mut rest = Findings::default();
    for finding in findings.0 {
        if finding.code == &NOT_A_CHOICE {
            columns
                .entry(column_of(&finding))
                .or_default()
                .push(finding);
        } else {
            rest.push(finding);
        }
    }
    for all in columns.into_values() {
        match <[Finding; 1]>::try_from(all) {
            Ok([only]) if only.more == 0 => rest.push(only),
            Ok([only]) => rest.0.extend(question(&[only])),
            Err(all) => rest.0.extend(question(&all)),
        }
    }
    rest
}

/// One question for the words of a column, at the first of its cells: how often each stands there, and what it may
/// mean.
fn question(all: &[Finding]) -> Option<Finding> {
    let first = all.first()?;
    let mut words: BTreeMap<&str, (usize, &Value)> = BTreeMap::new();
    for one in all {
        let word = one.blanks.get("found").and_then(Value::as_str);
        let near = one.blanks.get("nearest")?;
        words.entry(word.unwrap_or_default()).or_insert((0, near)).0 += 1 + one.more;
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|(word, (number, _))| (std::cmp::Reverse(*number), *word));
    let in_words = |lang: Lang| {
        let shown = words.iter().take(WORDS).map(|(word, (number, near))| {
            let near = show(near, lang);
            match lang {
                Lang::Zh => format!("“{word}” {number}处{near}"),
                Lang::En => format!("\"{word}\" ×{number}{near}"),
            }
        });
        let shown: Vec<String> = shown.collect();
        let more = words.len().saturating_sub(WORDS);
        let more = match (more, lang) {
            (0, _) => String::new(),
            (more, Lang::Zh) => format!("，另有{more}种说法"),
            (more, Lang::En) => format!(", and {more} more"),
        };
        shown.join(lang.pick("、", ", ")) + &more
    };
    let found = json!({ "zh": in_words(Lang::Zh), "en": in_words(Lang::En) });
    let word = words.first().map_or("", |one| one.0);
    let number: usize = all.iter().map(|one| 1 + one.more).sum();
    let mut blanks = first.blanks.clone();
    blanks.shift_remove("nearest");
    blanks.insert("found".to_owned(), found);
    blanks.insert("number".to_owned(), json!(number));
    blanks.insert("example".to_owned(), json!(format!("\"{word}\" = \"…\"")));
    let place = first.place.clone().unwrap_or_default();
    Some(Finding::new(&WORDS_ASKED, blanks).at(place))
}

/// The column in which a finding stands.
fn column_of(finding: &Finding) -> Place {
    Place {
        row: None,
        cell: None,
        found: None,
        ..finding.place.clone().unwrap_or_default()
    }
}
