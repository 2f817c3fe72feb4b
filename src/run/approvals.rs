//! Special approvals (特批) as they are entered: rules by id, number, title or clause, places by name as well
//! as by id. From here on they have the words that the rules look for; what names nothing is told.

use super::codes::{UNKNOWN_WAIVED_PLACE, UNKNOWN_WAIVED_RULE, WAIVED_TWICE, WAIVER_IDLE};
use crate::blanks;
use crate::domain::{Label, Roster, Stage, Subject, Title, Waiver};
use crate::facts::floors::Indicator;
use crate::finding::{Code, Finding, Findings, Place};
use crate::policy::{Card, Force, RuleBook, nearest_hint};
use crate::rules::{RULES, cards};
use crate::text::{Blanks, Text};

const COUNTY: Label = Label::new("county", "全县", "the county");
/// What an officer may write for the county as well.
const COUNTIES: &[&str] = &["县", "本县", "全区", "本区", "全市", "本市", "全师", "all"];
const GENERAL: &str = "general";
/// Marks between the parts of a place.
const MARKS: &[char] = &[',', '，', '、'];
const PLUS: &[char] = &['+', '＋'];

/// The approvals of a roster in the words of the rules, and what is wrong with them. One of which something is
/// unknown stays as it stands.
pub(super) fn resolved(roster: &Roster, book: Option<&RuleBook>) -> (Vec<Waiver>, Findings) {
    let mut findings = Findings::default();
    let mut one = |waiver: &Waiver| {
        let mut tell = |code: &'static Code, key: &str, blanks: Blanks| {
            findings.push(Finding::new(code, blanks).at(stands(waiver, key)));
        };
        let mut meant = waiver.clone();
        match rules(&waiver.rule, book)[..] {
            [] => {
                let known = cards().into_iter();
                let known = known.flat_map(|card| [card.id.key(), card.title.zh]);
                let nearest = nearest_hint(&waiver.rule, known);
                let blanks = blanks! { rule: waiver.rule, nearest: nearest };
                tell(&UNKNOWN_WAIVED_RULE, "rule", blanks);
            }
            [card] => {
                card.id.key().clone_into(&mut meant.rule);
                let force = book.map_or(Force::Must, |book| book.force(card.id));
                if force != Force::Must {
                    let blanks = blanks! { title: card.title, force: force.text() };
                    tell(&WAIVER_IDLE, "rule", blanks);
                }
            }
            ref several => {
                let known: Vec<Text> = several.iter().map(|card| card.title).collect();
                let blanks = blanks! { word: waiver.rule, known: known };
                tell(&WAIVED_TWICE, "rule", blanks);
            }
        }
        match place(roster, &waiver.about) {
            Ok(about) => meant.about = about,
            Err(Wrong::Unknown(part)) => {
                let schools = roster.schools.iter().map(|one| one.name.as_str());
                let people = roster.teachers.iter().map(|one| one.name.as_str());
                let nearest = nearest_hint(&part, schools.chain(people));
                tell(
                    &UNKNOWN_WAIVED_PLACE,
                    "about",
                    blanks! { part: part, nearest: nearest },
                );
            }
            Err(Wrong::Several(part, ids)) => {
                tell(&WAIVED_TWICE, "about", blanks! { word: part, known: ids });
            }
        }
        meant
    };
    let all = roster
        .waivers
        .iter()
        .filter(|one| !one.rule.is_empty() && !one.about.is_empty());
    let mut all: Vec<Waiver> = all.map(&mut one).collect();
    all.sort_by(|a, b| (&a.rule, &a.about, a.amount).cmp(&(&b.rule, &b.about, b.amount)));
    (all, findings)
}

/// Where a key of an approval stands; a cell of a sheet under its own head.
fn stands(waiver: &Waiver, key: &str) -> Place {
    let place = match key {
        "about" => &waiver.about_place,
        _ => &waiver.place,
    };
    match place.cell {
        Some(_) => place.clone(),
        None => place.clone().in_column(key),
    }
}

/// The rules that a word means: by id, number, title or the number of a breach only one; by a clause all that
/// rest on it.
fn rules(word: &str, book: Option<&RuleBook>) -> Vec<&'static Card> {
    let word = word.trim();
    let named = |card: &&'static Card| {
        let code = |one: &str| one.eq_ignore_ascii_case(word);
        card.id == word
            || code(card.code)
            || card.title.zh == word
            || code(card.title.en)
            || card.breaches.iter().any(|breach| code(breach.id))
    };
    let all = cards();
    if let Some(card) = all.iter().copied().find(named) {
        return vec![card];
    }
    let rests = |card: &&'static Card| {
        let rule = book.and_then(|book| book.rules.get(&card.id));
        let mut clauses = rule.into_iter().flat_map(|rule| &rule.clauses);
        clauses.any(|clause| clause.eq_ignore_ascii_case(word))
    };
    all.into_iter().filter(rests).collect()
}

/// What is wrong with a place.
enum Wrong {
    /// This part of it names nothing.
    Unknown(String),
    /// This part of it may be any of these.
    Several(String, Vec<String>),
}

/// A place as the rules name it.
fn place(roster: &Roster, about: &str) -> Result<String, Wrong> {
    let parts = about.split(MARKS).map(str::trim).enumerate();
    let parts: Result<Vec<String>, Wrong> =
        parts.map(|(no, part)| word(roster, no, part)).collect();
    Ok(parts?.join(","))
}

/// One part of a place; only the first may be the county or a person.
fn word(roster: &Roster, no: usize, part: &str) -> Result<String, Wrong> {
    if COUNTY.is_called(part) || COUNTIES.contains(&part) {
        return Ok(COUNTY.key.to_owned());
    }
    if roster.find_school(part).is_some() || (no == 0 && roster.find_teacher(part).is_some()) {
        return Ok(part.to_owned());
    }
    let schools = roster.schools.iter().filter(|one| one.name == part);
    let schools = schools.map(|one| &one.id);
    let people = roster
        .teachers
        .iter()
        .filter(|one| no == 0 && one.name == part);
    let named: Vec<&String> = schools.chain(people.map(|one| &one.id)).collect();
    match named[..] {
        [id] => return Ok(id.clone()),
        [] => {}
        _ => {
            let ids = named.into_iter().cloned().collect();
            return Err(Wrong::Several(part.to_owned(), ids));
        }
    }
    known(part).ok_or_else(|| Wrong::Unknown(part.to_owned()))
}

/// A word of places that is neither school nor person: a stage, subjects, an indicator, posts of a title, or
/// what one rule only speaks of.
fn known(part: &str) -> Option<String> {
    if let Some(stage) = Stage::find(part) {
        return Some(stage.key().to_owned());
    }
    let subjects = part.split(PLUS).map(|one| Subject::find(one.trim()));
    if let Some(subjects) = subjects.collect::<Option<Vec<Subject>>>() {
        let keys: Vec<&str> = subjects.iter().map(|one| one.key()).collect();
        return Some(keys.join("+"));
    }
    if let Some(indicator) = Indicator::find(part) {
        return Some(indicator.key().to_owned());
    }
    let posts = part
        .strip_suffix("_posts")
        .or_else(|| part.strip_suffix("岗位"));
    if let Some(grade) = posts.and_then(Title::find) {
        return Some(format!("{}_posts", grade.key()));
    }
    let ours = part == GENERAL || RULES.iter().any(|(_, rule)| rule.place(part).is_some());
    ours.then(|| part.to_owned())
}
