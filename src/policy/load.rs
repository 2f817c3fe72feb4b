//! Reading `policy.toml` (a chain of documents, national text first) into a [`RuleBook`].

use super::dated::{self, CLAUSES, Dated, FORCE, SOURCE, VERIFIED};
use super::policy_codes as codes;
use super::policy_doc::{self, Doc, RawRule};
use super::reader::PolicyDoc;
use super::shipped::{NATIONAL, shipped};
use super::valid::in_force;
use super::{
    Card, Force, GoalId, InForce, Param, RuleBook, RuleId, Valued, Verified, agree, floor,
};
use crate::blanks;
use crate::finding::{Finding, Findings, Place, Severity};
use crate::text::Text;
use indexmap::IndexMap;
use jiff::civil::Date;
use serde_json::json;
use std::cell::LazyCell;

/// The national text that comes with the program, read only where a policy leaves something out.
type National<'a> = LazyCell<Doc, Box<dyn FnOnce() -> Doc + 'a>>;

/// Values in force on `date`, from documents ordered from the most general to the most local;
/// a local value replaces the general one of the same key from the day since which it holds, and
/// nothing else of the rule. What no document of the chain says, since it is older than the value or
/// the rule, is taken from the national text that comes with the program, and told line by line.
pub fn load_book(
    docs: &[PolicyDoc],
    cards: &[&'static Card],
    date: Date,
) -> (Option<RuleBook>, Findings) {
    let read = docs.iter().map(|doc| policy_doc::read(doc, cards, date));
    let (read, wrong): (Vec<Doc>, Vec<Findings>) = read.unzip();
    let mut findings = Findings(wrong.into_iter().flat_map(|one| one.0).collect());
    if findings.0.iter().any(|one| *one.code == codes::NOT_TOML) {
        return (None, findings.sorted());
    }
    let whole = Place::file(docs.last().map_or("policy.toml", |doc| &doc.file));
    let title = read.iter().rev().find_map(|doc| doc.title.clone());
    let (title_zh, title_en) = title.unwrap_or_else(|| {
        findings.push(Finding::new(&codes::NO_TITLE, blanks! {}).at(whole.clone()));
        Default::default()
    });
    let order = read.iter().rev().find_map(|doc| doc.goals.clone());
    let national = National::new(Box::new(|| national(cards, date)));
    let mut rules = IndexMap::new();
    for card in cards {
        let said = read.iter().filter_map(|doc| doc.rules.get(&card.id));
        let said: Vec<&RawRule> = said.collect();
        let rule = if said.is_empty() {
            let blanks = blanks! { rule: card.id, title: card.title };
            findings.push(Finding::new(&codes::NEW_RULE, blanks).at(whole.clone()));
            new_rule(card, &national, date)
        } else {
            merge(card, &said, &national, date, &mut findings)
        };
        rules.extend(rule.map(|rule| (card.id, rule)));
    }
    findings.0.extend(unverified(cards, &rules, &whole));
    let goals = goals(order, &whole, &mut findings);
    findings.append(agree::findings(&rules, &whole));
    findings.append(floor::findings(cards, &rules, (&national, date), &whole));
    let book = RuleBook {
        title_zh,
        title_en,
        rules,
        goals,
    };
    ((!findings.has_errors()).then_some(book), findings.sorted())
}

fn goals(order: Option<Vec<GoalId>>, whole: &Place, findings: &mut Findings) -> Vec<GoalId> {
    let order = order.unwrap_or_else(|| {
        let all: Vec<_> = policy_doc::named_goals().map(GoalId::key).collect();
        let blanks = blanks! { missing: all };
        findings.push(Finding::new(&codes::GOAL_MISSING, blanks).at(whole.clone()));
        Vec::new()
    });
    [vec![GoalId::Shortfall], order, vec![GoalId::Canonical]].concat()
}

/// The national text that comes with the program; what is wrong with it is no concern of the reader.
fn national(cards: &[&'static Card], date: Date) -> Doc {
    let text = shipped(NATIONAL).unwrap_or_default().to_owned();
    let file = NATIONAL.to_owned();
    policy_doc::read(&PolicyDoc { file, text }, cards, date).0
}

/// A rule of which the whole chain says nothing, since it is older: it is off, with the national values.
fn new_rule(card: &'static Card, national: &National<'_>, date: Date) -> Option<InForce> {
    let said = national.rules.get(&card.id)?;
    let rule = merge(card, &[said], national, date, &mut Findings::default())?;
    let force = Force::Off;
    Some(InForce { force, ..rule })
}

/// One rule from the chain. One that is off still needs its values: what follows from them (who
/// meets the conditions, which posts there are) is reckoned and shown all the same.
fn merge(
    card: &'static Card,
    said: &[&RawRule],
    national: &National<'_>,
    date: Date,
    findings: &mut Findings,
) -> Option<InForce> {
    let local_first = || said.iter().rev();
    let force = local_first().find_map(|rule| rule.force);
    let clauses = local_first().find_map(|rule| rule.origin.clauses.clone());
    let source = local_first().find_map(|rule| rule.origin.source.clone());
    let verified = local_first().find_map(|rule| rule.origin.verified);
    let place = said.last().map(|rule| rule.place.clone())?;
    for (field, there) in [
        (&FORCE, force.is_some()),
        (&CLAUSES, clauses.is_some()),
        (&SOURCE, source.is_some()),
        (&VERIFIED, verified.is_some()),
    ] {
        if !there {
            let path = format!("rules.{}", card.id);
            findings.push(dated::missing(&path, field, place.clone()));
        }
    }
    let values = card.params.iter().filter_map(|param| {
        let stated = in_force(param, said, date, findings);
        findings
            .0
            .extend(ahead(card, param, said, stated.as_ref(), date));
        let valued = stated.or_else(|| {
            let silent = said.iter().all(|rule| !rule.values.contains_key(param.key));
            let valued = (silent && !param.optional).then(|| of_national(card, param, national))?;
            findings.0.extend(
                valued
                    .as_ref()
                    .map(|valued| taken(card, param, valued, &place)),
            );
            valued
        })?;
        Some((param.key.to_owned(), valued))
    });
    let values: IndexMap<String, Valued> = values.collect();
    let rule = InForce {
        force: force?,
        clauses: clauses?,
        source: source?,
        verified: verified?,
        values,
    };
    Some(rule)
}

/// Says of every value that does not hold yet, though no more local text has one that does, which holds instead. Where the
/// same text has one that holds, the later one is no surprise: a note, and nothing of the most general text.
fn ahead(
    card: &Card,
    param: &Param,
    said: &[&RawRule],
    holds: Option<&Valued>,
    date: Date,
) -> Vec<Finding> {
    // Where none holds and one must, that is an error of its own.
    let now = match holds {
        Some(valued) => json!(valued.text),
        None if param.optional => json!(Text::new("不设该项", "no such value")),
        None => return Vec::new(),
    };
    let mut told = Vec::new();
    for (no, rule) in said.iter().enumerate().rev() {
        let dated = rule.values.get(param.key).map_or(&[][..], Vec::as_slice);
        let begun = dated.iter().any(|one| one.since <= date);
        if begun && no == 0 {
            break;
        }
        let mut later: Vec<&Dated> = dated.iter().filter(|one| one.since > date).collect();
        later.sort_by_key(|one| one.since);
        told.extend(later.into_iter().map(|one| {
            let blanks = blanks! {
                rule: card.id, title: card.title, key: param.key, meaning: param.meaning(),
                value: one.valued.text, since: one.since.to_string(), date: date.to_string(),
                now: now,
            };
            let mut told = Finding::new(&codes::AHEAD, blanks).at(one.place.clone());
            if begun {
                told.severity = Severity::Note;
            }
            told
        }));
        // What a more general text says of later days is replaced by this one as before.
        if begun {
            break;
        }
    }
    told
}

/// The latest value of the national text that comes with the program, whatever the date: a policy that
/// says nothing of it asks for no other.
fn of_national(card: &Card, param: &Param, national: &National<'_>) -> Option<Valued> {
    let dated = national.rules.get(&card.id)?.values.get(param.key)?;
    let latest = dated.iter().max_by_key(|one| one.since)?;
    Some(latest.valued.clone())
}

/// Says that a value was taken from the national text.
fn taken(card: &Card, param: &Param, valued: &Valued, place: &Place) -> Finding {
    let blanks = blanks! {
        rule: card.id, key: param.key, meaning: param.meaning(), value: valued.text,
        source: valued.source,
    };
    Finding::new(&codes::VALUE_OF_NATIONAL, blanks).at(place.clone())
}

/// Says in one line which rules have values that rest on nothing that anybody has checked, and how many.
fn unverified(
    cards: &[&'static Card],
    rules: &IndexMap<RuleId, InForce>,
    whole: &Place,
) -> Option<Finding> {
    let (mut titles, mut values) = (Vec::new(), 0);
    for card in cards {
        let Some(rule) = rules.get(&card.id) else {
            continue;
        };
        let open = rule.values.values().filter(|_| rule.force != Force::Off);
        let open = open.filter(|valued| valued.verified == Verified::Unverified);
        let open = open.count();
        if open > 0 {
            titles.push(card.title);
            values += open;
        }
    }
    (!titles.is_empty()).then(|| {
        let blanks = blanks! { number: titles.len(), values: values, rules: titles };
        Finding::new(&codes::UNVERIFIED_VALUE, blanks).at(whole.clone())
    })
}
