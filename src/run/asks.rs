//! What the tables do not tell and only the schools can (请补充后再编制): asked with a check, before anything is
//! planned. Some of it leaves a rule of the policy unjudged, and is found by the check; of the rest nothing is
//! wrong yet, and a plan made without the answers is only less like the schools.

use super::asks_of_people::of_people;
use super::codes;
use crate::blanks;
use crate::domain::{Area, Class, Roster, School, SchoolNo};
use crate::facts::Facts;
use crate::facts::ledger::{Ask, asks, ledger};
use crate::facts::values::{
    dormitory_beds, itinerant_teaching, leader_exchange, travel_limit, visiting_lessons,
};
use crate::finding::{About, Code, Finding, Findings};
use crate::policy::{Card, Choice, Kind, RuleBook, RuleId, Value};
use crate::rules::district_bounds;
use crate::text::{Lang, Text};
use std::collections::BTreeSet;

crate::finding::codes! { pub(super),
    NOBODY "I731" note
        ["{stage}{subjects}每周共{periods}课时，教师表中没有人主教或持有资格。谁兼任？", "{stage}: {subjects} have {periods} weekly periods, and nobody on the roster teaches them or holds a certificate. Who takes them?"]
        ["在“教师资格学科”或“兼教学科”中补填，或在政策 teaching_posts 中列为不设专岗的学科。", "Fill in certificates or further subjects, or let the policy (teaching_posts) list them as subjects without posts of their own."];
    NO_CERTIFICATES "I732" note
        ["{school}有{people}人未填教师资格学科，只按现任主教学科认定。", "At {school} {people} people have no certified subject entered; they are taken to hold what they teach now."]
        ["补填“教师资格学科”，否则不能为其安排其他学科。", "Fill in their certified subjects; otherwise nothing else can be given to them."];
    WHO_SHARES "I733" note
        ["{school}每周缺{short}课时，超过一成，而该校{people}人既未填周课时，也未填兼教学科，无法判断谁还可以兼课。", "{school} is {short} weekly periods short, more than a tenth, and of {people} people there neither present periods nor further subjects are entered: who could take more cannot be told."]
        ["请学校补填“周课时”和“兼教学科”。", "Let the school fill in present periods and further subjects."];
}

/// Every kind of question.
pub const ASK_CODES: &[&Code] = CODES;

/// Findings of a check that ask for something too; they end the list of questions.
const ASK_TOO: &[&str] = &["I215", "I217", "I218"];

/// What should be answered before planning, each kind together: what follows from the facts, and what the check has
/// found unsaid.
pub(super) fn questions(facts: &Facts<'_>, found: &Findings) -> Findings {
    let ours = asks(facts, &ledger(facts)).into_iter();
    let mut all: Vec<Finding> = ours.map(|ask| question(facts, &ask)).collect();
    all.extend(of_people(facts));
    let too = found.0.iter();
    let too = too.filter(|one| ASK_TOO.contains(&one.code.id));
    all.extend(too.cloned());
    Findings(all)
}

fn question(facts: &Facts<'_>, ask: &Ask) -> Finding {
    let at = |code, no: SchoolNo, blanks| {
        let school = facts.roster.school(no);
        Finding::new(code, blanks).about(About::School(school.id.clone()))
    };
    let name = |no: &SchoolNo| &facts.roster.school(*no).name;
    match ask {
        Ask::Nobody {
            stage,
            subjects,
            periods,
        } => {
            let subjects: Vec<Text> = subjects.iter().map(|one| one.text()).collect();
            let blanks = blanks! { stage: stage.text(), subjects: subjects, periods: periods };
            Finding::new(&NOBODY, blanks).about(About::County)
        }
        Ask::NoCertificates { school, people } => {
            let blanks = blanks! { school: name(school), people: people };
            at(&NO_CERTIFICATES, *school, blanks)
        }
        Ask::WhoShares {
            school,
            short,
            people,
        } => {
            let blanks = blanks! { school: name(school), short: short, people: people };
            at(&WHO_SHARES, *school, blanks)
        }
    }
}

/// Rules that cannot be judged where a way is not known.
const BY_WAY: [RuleId; 5] = [
    travel_limit::RULE,
    dormitory_beds::RULE,
    itinerant_teaching::RULE,
    visiting_lessons::RULE,
    leader_exchange::RULE,
];

/// What tables and policy together leave open: the policy speaks of something of which the tables say nothing.
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
