//! What a plan was made from and is there no more: pins, bans and approvals of the scenario, lines of recruits, title posts
//! and whatever else a plan rests on row by row. Taken out on purpose or lost, each is told by name: a row that vanishes
//! makes no noise of its own.

use super::called::{called, person, school};
use super::record_codes::VANISHED;
use crate::blanks;
use crate::domain::Roster;
use crate::finding::{Finding, Findings};
use crate::input::tables::{
    FORECAST, QUOTA, RECRUITS, SCHOOLS, TEACHERS, TEACHING_POSTS, TITLE_POSTS,
};
use crate::input::{APPROVED, BARRED, PINNED, TableSpec};
use crate::plan::{DECISIONS_INPUT, InputDoc, Plan, SCENARIO_INPUT};
use crate::print::{ALSO, Phrase};
use crate::rules::{card, place_text};
use crate::text::{Lang, OwnedText, Text};
use std::collections::{BTreeMap, BTreeSet};

/// So many are told by name; more of one kind are counted.
const TOLD: usize = 20;

const PINS: Text = Text::new("指定去向", "pins");
const BANS: Text = Text::new("不予安排（回避）", "bans");
const APPROVALS: Text = Text::new("特批", "special approvals");
const PIN: Text = Text::new("{who}到{school}", "{who} to {school}");
const BAN: Text = Text::new("{who}不到{school}", "{who} not to {school}");
const STAY: Text = Text::new("{who}不调动", "{who} stays");
const APPROVAL: Text = Text::new("{rule}，{place}", "{rule}, {place}");
const MORE: Text = Text::new("等{number}项", "and so on, {number} in all");

/// Tables whose rows are told, whoever looks.
fn rows_told() -> [&'static TableSpec; 5] {
    [
        &RECRUITS.spec,
        &TITLE_POSTS.spec,
        &TEACHING_POSTS.spec,
        &QUOTA.spec,
        &FORECAST.spec,
    ]
}

/// Whether rows of a table that are gone are told here.
pub(super) fn tells(key: &str) -> bool {
    rows_told().iter().any(|spec| spec.key == key)
}

/// What is gone since, a line for each kind; `now` is what is read today.
pub fn vanished(roster: &Roster, doc: &Plan, now: &[InputDoc]) -> Findings {
    let mut findings = Findings::default();
    let mut rulings: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    let both = [SCENARIO_INPUT, DECISIONS_INPUT];
    let of_scenario = gone(doc, now, (both[0], &both)).into_iter();
    // Whoever refused or was named for a school in the decisions file, and what was approved there, is asked for by itself.
    let of_file = gone(doc, now, (both[1], &both)).into_iter();
    let of_file = of_file.filter(|name| name.starts_with(BARRED) && name.split(' ').count() > 2);
    for (kind, words) in of_scenario
        .chain(of_file)
        .filter_map(|name| ruling(roster, doc, name))
    {
        rulings.entry(kind).or_default().push(words);
    }
    for (kind, text) in [(PINNED, PINS), (BARRED, BANS), (APPROVED, APPROVALS)] {
        let list = rulings.remove(kind).unwrap_or_default();
        findings.0.extend(told(text, list));
    }
    for spec in rows_told() {
        let list = gone(doc, now, (spec.key, &[spec.key])).into_iter();
        let list = list.map(|name| called(roster, doc, spec, name)).collect();
        findings.0.extend(told(spec.name, list));
    }
    findings
}

/// People and schools that are gone since, for whoever is told nothing else of the tables.
pub fn vanished_people(roster: &Roster, doc: &Plan, now: &[InputDoc]) -> Findings {
    let told = [&TEACHERS.spec, &SCHOOLS.spec]
        .into_iter()
        .filter_map(|spec| {
            let list = gone(doc, now, (spec.key, &[spec.key])).into_iter();
            // Whoever is still in the table, though she teaches no more, has been told with it.
            let list = list.filter(|name| !roster.gone.contains_key(*name));
            told(
                spec.name,
                list.map(|name| called(roster, doc, spec, name)).collect(),
            )
        });
    Findings(told.collect())
}

/// The names of the rows of an input that were there and now stand in none of these; nothing where the plan does not say
/// what there was.
fn gone<'d>(doc: &'d Plan, now: &[InputDoc], (input, within): (&str, &[&str])) -> Vec<&'d str> {
    let then = doc.scenario.inputs.iter().filter(|one| one.name == input);
    let is = now.iter().filter(|one| within.contains(&one.name.as_str()));
    let there: BTreeSet<&str> = is
        .flat_map(|one| &one.rows)
        .filter_map(|row| name(row))
        .collect();
    let names = then.flat_map(|one| &one.rows).filter_map(|row| name(row));
    names.filter(|name| !there.contains(name)).collect()
}

/// What a row is called by, behind the beginning of its digest.
fn name(row: &str) -> Option<&str> {
    row.split_once(' ').map(|one| one.1)
}

/// A decision of the scenario in words, and of what kind it is.
fn ruling<'n>(roster: &Roster, doc: &Plan, name: &'n str) -> Option<(&'n str, Phrase)> {
    let (kind, rest) = name.split_once(' ')?;
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    let words = match kind {
        APPROVED => {
            let rule = card(first).map_or_else(
                || OwnedText::new(first.into(), first.into()),
                |card| card.title.into(),
            );
            Phrase::fill(
                APPROVAL,
                &blanks! { rule: rule, place: place_text(roster, second) },
            )
        }
        PINNED | BARRED => {
            let who = person(roster, doc, first);
            let text = match (kind, second) {
                (PINNED, _) => PIN,
                (_, "") => STAY,
                _ => BAN,
            };
            Phrase::fill(
                text,
                &blanks! { who: who, school: school(roster, doc, second) },
            )
        }
        _ => return None,
    };
    Some((kind, words))
}

fn told(what: Text, list: Vec<Phrase>) -> Option<Finding> {
    let number = list.len();
    let shown = Phrase::join(list.into_iter().take(TOLD), ALSO);
    let more = Phrase::fill(MORE, &blanks! { number: number });
    let list = Phrase::of(|lang| {
        let gap = if lang == Lang::En { ", " } else { "" };
        let more = if number > TOLD {
            format!("{gap}{}", more.get(lang))
        } else {
            String::new()
        };
        shown.get(lang).to_owned() + &more
    });
    let blanks = blanks! { what: what, number: number, list: list };
    (number > 0).then(|| Finding::new(&VANISHED, blanks))
}
