//! Which values of the policies have changed since a plan was made.

use super::record_codes::VALUE_CHANGED;
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::input::TABLES;
use crate::plan::{DECISIONS_INPUT, InputDoc, Plan, SCENARIO_INPUT};
use crate::policy::{Force, STATED_FORCE, STATED_ORDER};
use crate::print::{ALSO, Phrase};
use crate::rules::card;
use crate::text::{Lang, Text};
use std::collections::{BTreeMap, BTreeSet};

/// So many of one policy are told one by one.
const TOLD: usize = 12;

const WAS: Text = Text::new("{what}原为{was}，现为{is}", "{what} was {was}, is {is}");
const ORDER: Text = Text::new("目标的先后次序", "the order of the goals");
const VALUE: Text = Text::new("“{rule}”的“{name}”（{key}）", "{rule}: {name} ({key})");
const FORCE: Text = Text::new("“{rule}”的效力", "the force of {rule}");
const NONE: Text = Text::new("未写", "not stated");
const MORE: Text = Text::new("另有{number}处", "{number} more");

/// Each policy whose values are others, with what they were and are; a plan of an earlier program does not say what they
/// were, and nothing is told.
pub(super) fn values(doc: &Plan, now: &[InputDoc]) -> Findings {
    let then = &doc.scenario.inputs;
    let known = then
        .iter()
        .any(|one| is_policy(one) && !one.rows.is_empty());
    let all = then.iter().chain(now).filter(|one| is_policy(one));
    let names: BTreeSet<&str> = all.map(|one| one.name.as_str()).collect();
    let told = names.into_iter().filter(|_| known).filter_map(|name| {
        let [was, is] = [then, now].map(|all| stated(all, name));
        let keys: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
        let differ = keys.into_iter().filter(|key| was.get(key) != is.get(key));
        let differ: Vec<&str> = differ.collect();
        let each = differ.iter().take(TOLD).map(|key| {
            let said = |one: Option<&&str>| one.map_or_else(|| NONE.into(), |one| value(key, one));
            let blanks =
                blanks! { what: what(key), was: said(was.get(key)), is: said(is.get(key)) };
            Phrase::fill(WAS, &blanks)
        });
        let more = differ.len().saturating_sub(TOLD);
        let more = (more > 0).then(|| Phrase::fill(MORE, &blanks! { number: more }));
        let list = Phrase::join(each.chain(more), ALSO);
        let blanks = blanks! { file: name, list: list };
        let told = || Finding::new(&VALUE_CHANGED, blanks).at(Place::file(name));
        (!differ.is_empty()).then(told)
    });
    Findings(told.collect())
}

fn is_policy(one: &InputDoc) -> bool {
    let own = [SCENARIO_INPUT, DECISIONS_INPUT].contains(&one.name.as_str());
    !own && TABLES.iter().all(|spec| spec.key != one.name)
}

/// What a policy states, by key.
fn stated<'d>(all: &'d [InputDoc], name: &str) -> BTreeMap<&'d str, &'d str> {
    let rows = all
        .iter()
        .filter(|one| one.name == name)
        .flat_map(|one| &one.rows);
    let said = rows.filter_map(|row| row.split_once(' ')?.1.split_once(' '));
    said.collect()
}

/// A key in words.
fn what(path: &str) -> Phrase {
    if path == STATED_ORDER {
        return ORDER.into();
    }
    let (rule, key) = path.split_once('.').unwrap_or((path, ""));
    let Some(card) = card(rule) else {
        return path.into();
    };
    if key == STATED_FORCE {
        return Phrase::fill(FORCE, &blanks! { rule: card.title });
    }
    let param = card.params.iter().find(|param| param.key == key);
    let name = |lang: Lang| param.map_or(key, |param| param.name(lang)).to_owned();
    Phrase::fill(
        VALUE,
        &blanks! { rule: card.title, name: Phrase::of(name), key: key },
    )
}

fn value(path: &str, said: &str) -> Phrase {
    let force = path
        .ends_with(&format!(".{STATED_FORCE}"))
        .then(|| Force::find(said));
    force
        .flatten()
        .map_or_else(|| said.into(), |force| force.text().into())
}
