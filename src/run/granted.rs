//! Special approvals that do nothing, or more than anybody means: held against what their rules ask where, in a plan that
//! decides nothing.

use super::codes::{WAIVER_BEYOND, WAIVER_DOUBLE, WAIVER_NOWHERE};
use crate::audit::audit;
use crate::blanks;
use crate::domain::{Roster, Waiver, whole};
use crate::facts::{Facts, Placement};
use crate::finding::{Finding, Findings};
use crate::policy::Force;
use crate::print::{ALSO, Phrase};
use crate::rules::{Bound, Judgement, card, place_text};
use crate::text::Text;
use std::collections::BTreeMap;

/// A cap is lifted beyond reason by more than so many times what it allows, and so many besides.
const TIMES: i64 = 2;
const BESIDES: i64 = 10;

const SUCH: Text = Text::new("（核对的是如{site}）", " (it checks such as {site})");
const PEOPLE: Text = Text::new("（核对的是单名教师）", " (it checks single teachers)");
const FLOOR: Text = Text::new(
    "该规定在此只要求至少{number}{unit}",
    "the rule asks for at least {number} {unit} there",
);
const PEOPLE_IN_ALL: Text = Text::new(
    "全县教师只有{number}人",
    "there are {number} teachers in the county",
);
const CAP: Text = Text::new(
    "该规定在此本来至多允许{number}{unit}",
    "the rule allows at most {number} {unit} there",
);

/// What an approval is about, as far as rules differ in it: the county or a part of it, a school, a school with more
/// words, a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    Whole(&'a str),
    School,
    Part(usize),
    Person,
}

fn kind<'a>(roster: &Roster, site: &'a str) -> Kind<'a> {
    let mut parts = site.split(',');
    let first = parts.next().unwrap_or_default();
    let more = parts.count();
    if roster.find_school(first).is_some() {
        return if more == 0 {
            Kind::School
        } else {
            Kind::Part(more)
        };
    }
    match roster.find_teacher(first) {
        Some(_) => Kind::Person,
        None => Kind::Whole(site),
    }
}

/// What is wrong with the approvals of a county whose tables and policy are sound.
pub(super) fn findings(facts: &Facts<'_>) -> Findings {
    let roster = facts.roster;
    let must = |one: &&Waiver| {
        facts
            .book
            .rules
            .iter()
            .any(|(id, rule)| *id == one.rule.as_str() && rule.force == Force::Must)
    };
    let all: Vec<&Waiver> = roster.waivers.iter().filter(must).collect();
    let mut found = Findings::default();
    if all.is_empty() {
        return found;
    }
    let judged = audit(facts, &Placement::empty(facts));
    for one in &all {
        let rule = judged
            .rules
            .iter()
            .find(|rule| rule.rule == one.rule.as_str());
        if let Some(told) = rule.and_then(|rule| told(roster, one, rule)) {
            found.push(told.at(one.place.clone()));
        }
    }
    found.append(doubles(roster, &all));
    found
}

fn told(roster: &Roster, one: &Waiver, rule: &Judgement) -> Option<Finding> {
    let card = card(&one.rule)?;
    let (about, place) = (kind(roster, &one.about), place_text(roster, &one.about));
    let mut kinds = rule.sites.keys().map(|site| kind(roster, site));
    // What a rule finds only in what is decided is about people.
    let fits = kinds.any(|site| site == about) || about == Kind::Person;
    let nowhere = !fits && (!rule.sites.is_empty() || matches!(about, Kind::Whole(_)));
    if nowhere {
        let site = rule.sites.keys().next();
        let known = match site {
            Some(site) => Phrase::fill(SUCH, &blanks! { site: place_text(roster, site) }),
            None => PEOPLE.into(),
        };
        let blanks = blanks! { title: card.title, place: place, known: known };
        return Some(Finding::new(&WAIVER_NOWHERE, blanks));
    }
    let of_one = (about == Kind::Person).then_some((Bound::AtLeast, 1));
    let people = whole(roster.teachers.len());
    let (number, most, text) = match rule.sites.get(&one.about).copied().or(of_one) {
        Some((Bound::AtLeast, number)) => (number, number, FLOOR),
        Some((_, number)) => (number, number * TIMES + BESIDES, CAP),
        // What it asks there depends on what is decided.
        None => (people, people, PEOPLE_IN_ALL),
    };
    let asks = Phrase::fill(text, &blanks! { number: number, unit: card.unit });
    let blanks = blanks! {
        title: card.title, place: place, amount: one.amount, unit: card.unit, asks: asks,
    };
    (one.amount > most).then(|| Finding::new(&WAIVER_BEYOND, blanks))
}

/// Several approvals of one rule at one place: their amounts add up, which is hardly meant where one was entered twice.
fn doubles(roster: &Roster, all: &[&Waiver]) -> Findings {
    let mut groups: BTreeMap<(&str, &str), Vec<&Waiver>> = BTreeMap::new();
    for &one in all {
        groups.entry((&one.rule, &one.about)).or_default().push(one);
    }
    let told = groups.into_iter().filter_map(|((rule, about), several)| {
        let (card, last) = (card(rule)?, several.last()?);
        let sum: i64 = several.iter().map(|one| one.amount).sum();
        let each = several
            .iter()
            .map(|one| Phrase::from(format!("{} {} {}", one.amount, one.author, one.date).trim()));
        let blanks = blanks! {
            title: card.title, place: place_text(roster, about), number: several.len(), sum: sum,
            unit: card.unit, list: Phrase::join(each, ALSO),
        };
        let place = last.place.clone();
        (several.len() > 1).then(|| Finding::new(&WAIVER_DOUBLE, blanks).at(place))
    });
    Findings(told.collect())
}
