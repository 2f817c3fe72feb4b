//! What tables and policy together leave open: the policy speaks of something of which the tables say
//! nothing, so that a rule cannot be judged. Everything is asked at once, before a plan is made.

use super::codes;
use crate::blanks;
use crate::domain::{Area, Class, Roster, School};
use crate::facts::values::{
    dormitory_beds, itinerant_teaching, leader_exchange, travel_limit, visiting_lessons,
};
use crate::finding::{About, Finding, Findings};
use crate::policy::{Card, Choice, Kind, RuleBook, RuleId, Value};
use crate::rules::district_bounds;
use crate::text::{Lang, Text};
use std::collections::BTreeSet;

/// Rules that cannot be judged where a way is not known.
const BY_WAY: [RuleId; 5] = [
    travel_limit::RULE,
    dormitory_beds::RULE,
    itinerant_teaching::RULE,
    visiting_lessons::RULE,
    leader_exchange::RULE,
];

/// Everything that is asked.
pub(super) fn unsaid(roster: &Roster, book: &RuleBook, cards: &[&'static Card]) -> Findings {
    let mut asked = Findings::default();
    seat(roster, book, cards, &mut asked);
    districts(roster, book, cards, &mut asked);
    ways(roster, book, cards, &mut asked);
    asked
}

/// Rules that tell schools by the county seat, where a town school does not say whether it lies there.
fn seat(roster: &Roster, book: &RuleBook, cards: &[&'static Card], asked: &mut Findings) {
    let open = |school: &&School| {
        !school.closing && school.area == Area::Town && school.county_seat.is_none()
    };
    let open: Vec<&School> = roster.schools.iter().filter(open).collect();
    let Some(first) = open.first() else {
        return;
    };
    for card in cards.iter().filter(|card| book.is_on(card.id)) {
        let told_apart = card.params.iter().find(|param| {
            let value = book.value(card.id.key(), param.key);
            param.kind == Kind::Choices(Class::WORDS) && value.is_some_and(asks_for_the_seat)
        });
        let Some(param) = told_apart else {
            continue;
        };
        let blanks = blanks! {
            rule: card.title, value: Text::new(param.name(Lang::Zh), param.name(Lang::En)),
            number: open.len(), school: first.name,
        };
        let about = About::School(first.id.clone());
        asked.push(Finding::new(&codes::SEAT_UNKNOWN, blanks).about(about));
    }
}

fn asks_for_the_seat(value: &Value) -> bool {
    let Value::Words(words) = value else {
        return false;
    };
    let mut classes = words.iter().filter_map(|word| Class::find(word));
    classes.any(Class::asks_for_the_seat)
}

/// A burden for leaving the teaching district, or a rule that forbids it, where all schools lie in one.
fn districts(roster: &Roster, book: &RuleBook, cards: &[&'static Card], asked: &mut Findings) {
    let named = roster.schools.iter().filter(|one| !one.closing);
    let named: BTreeSet<_> = named.filter_map(|one| one.district.as_ref()).collect();
    let counts = cards.iter().any(|card| {
        let burden = book.value(card.id.key(), "outside_district");
        let burden = burden.is_some_and(|value| *value != Value::Count(0));
        book.is_on(card.id) && (burden || card.id == district_bounds::RULE)
    });
    if let (true, [district]) = (counts, &named.into_iter().collect::<Vec<_>>()[..]) {
        let blanks = blanks! { district: district };
        asked.push(Finding::new(&codes::ONE_DISTRICT, blanks).about(About::County));
    }
}

/// Rules about the way to a school from which and to which no way is known.
fn ways(roster: &Roster, book: &RuleBook, cards: &[&'static Card], asked: &mut Findings) {
    let mut stated = BTreeSet::new();
    for way in roster.travel.iter().filter(|way| way.from != way.to) {
        stated.extend([way.from, way.to]);
    }
    let lost = roster.school_nos().filter(|no| {
        let school = roster.school(*no);
        !school.closing && school.place.is_none() && !stated.contains(no)
    });
    let lost: Vec<&School> = lost.map(|no| roster.school(no)).collect();
    let judged = cards
        .iter()
        .filter(|card| BY_WAY.contains(&card.id) && book.is_on(card.id));
    let judged: Vec<Text> = judged.map(|card| card.title).collect();
    if let (Some(first), false) = (lost.first(), judged.is_empty()) {
        let blanks = blanks! { number: lost.len(), school: first.name, rules: judged };
        let about = About::School(first.id.clone());
        asked.push(Finding::new(&codes::WAY_UNKNOWN, blanks).about(about));
    }
}
