//! What a plan says of itself and what is so, as findings: one for each part of the document, never one for each
//! number that follows from it.

use super::compare::{Difference, differences};
use super::labels::{label, word};
use super::record_codes::{MORE_LIES, OTHERWISE, STALE};
use super::unsaid::without_the_unsaid;
use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::plan::Plan;
use crate::print::{ALSO, Phrase};
use crate::text::{Lang, Text};
use serde_json::Value;
use std::collections::BTreeMap;

/// How far the words of a plan are held against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Written by the program: whatever it says must be so.
    Written,
    /// Made by hand: whatever it says must be so, a part that it does not have at all is told in one line.
    ByHand,
    /// Of an older layout: the same, and it lacks in every line what that layout had not.
    Old,
    /// Edited on purpose or made from other tables: what is no longer so is told, and the verdict is that of the
    /// decisions.
    Stale,
}

/// Parts of the document of which a difference is told.
const TOLD: usize = 12;
/// The part that lists what the auditor found.
const FOUND: &str = "findings";
/// A file made by hand has none, and a wrong one has been told.
const DIGEST: &str = "digest";
/// What is said besides of a plan that an earlier program wrote.
const EARLIER: Text = Text::new(
    "（旧版程序的算法可能与现在不同，不一定是改动；以按决定重新推算的为准）",
    " (an earlier program may have reckoned otherwise, it need not have been changed; what its decisions give is what counts)",
);
/// Letters of a value that are shown.
const SHOWN: usize = 60;

/// Holds a document, as it was read, against what is so.
pub fn told(said: &Value, is: &Plan, trust: Trust) -> Findings {
    let Ok(is) = serde_json::to_value(is) else {
        return Findings::default();
    };
    let mut all = differences(said, &is);
    all.retain(|one| one.path != DIGEST);
    let mut findings = Findings::default();
    if let Trust::ByHand | Trust::Old = trust {
        findings.append(without_the_unsaid(&mut all, said, trust == Trust::Old));
    }
    let mut kinds: Vec<(&Difference, usize)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &all {
        let place = *places.entry(one.part()).or_insert(kinds.len());
        match kinds.get_mut(place) {
            Some(kind) => kind.1 += 1,
            None => kinds.push((one, 1)),
        }
    }
    // What the auditor found follows from all the rest.
    kinds.sort_by_key(|(one, _)| one.part() == FOUND);
    if trust == Trust::Stale {
        return stale(&kinds, all.len());
    }
    for (one, number) in kinds.iter().take(TOLD) {
        findings.push(Finding::new(&OTHERWISE, words(one, *number, trust)));
    }
    let rest: usize = kinds.iter().skip(TOLD).map(|one| one.1).sum();
    if rest > 0 {
        let blanks = blanks! { kinds: kinds.len() - TOLD, number: rest };
        findings.push(Finding::new(&MORE_LIES, blanks));
    }
    findings
}

/// All in one finding: each part with its first difference and how many there are in it.
fn stale(kinds: &[(&Difference, usize)], number: usize) -> Findings {
    let parts = kinds.iter().take(TOLD).map(|(one, number)| {
        let (what, says) = (label(&one.path), shown(&one.path, one.says.as_ref()));
        let (is, path) = (shown(&one.path, one.is.as_ref()), &one.path);
        Phrase::of(|lang| {
            let (what, says, is) = (what.get(lang), says.get(lang), is.get(lang));
            match (lang, number) {
                (Lang::Zh, 1) => format!("{path}（{what}）说{says}，实为{is}"),
                (Lang::Zh, _) => {
                    format!("{path}（{what}）说{says}，实为{is}，这一部分共{number}处")
                }
                (Lang::En, 1) => format!("{path} ({what}) says {says} but is {is}"),
                (Lang::En, _) => {
                    format!("{path} ({what}) says {says} but is {is}, {number} in this part")
                }
            }
        })
    });
    let list = Phrase::join(parts, ALSO);
    let blanks = blanks! { number: number, kinds: kinds.len(), list: list };
    let told = (number > 0).then(|| Finding::new(&STALE, blanks));
    Findings(told.into_iter().collect())
}

/// The first of its kind, and how many there are.
fn words(one: &Difference, number: usize, trust: Trust) -> crate::text::Blanks {
    // An earlier program may have reckoned otherwise what it says: that cannot be told from a number that was changed.
    let earlier = trust == Trust::Old;
    let more = Phrase::of(|lang| {
        let number = match (number, lang) {
            (1, _) => String::new(),
            (_, Lang::Zh) => format!("；这一部分共{number}处"),
            (_, Lang::En) => format!("; {number} in this part"),
        };
        number + if earlier { EARLIER.get(lang) } else { "" }
    });
    blanks! {
        path: one.path, what: label(&one.path), says: shown(&one.path, one.says.as_ref()),
        is: shown(&one.path, one.is.as_ref()), more: more, places: number,
    }
}

/// A value in few words.
fn shown(path: &str, value: Option<&Value>) -> Phrase {
    let text = match value {
        None => {
            return Phrase::of(|lang| match lang {
                Lang::Zh => "（无此项）".to_owned(),
                Lang::En => "nothing".to_owned(),
            });
        }
        Some(Value::String(text)) => match word(path, text) {
            Some(meant) => return Phrase::of(|lang| format!("“{}”", meant.get(lang))),
            None => format!("“{text}”"),
        },
        Some(value) => value.to_string(),
    };
    let short: String = text.chars().take(SHOWN).collect();
    let cut = if short.len() < text.len() { "…" } else { "" };
    Phrase::from(&format!("{short}{cut}"))
}
