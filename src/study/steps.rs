//! What a must-rule decides through its values. Rules that act by exclusion (who may go, where to, by what
//! certificate) have no amount that could be lifted by one unit: each of their values is set one step further to
//! either side, and the whole is solved again.

use super::prices::{Price, Priced, priced, prices};
use crate::decide::{Decided, decide};
use crate::facts::Facts;
use crate::model::Staffing;
use crate::policy::{Card, Force, GoalId, Kind, Mark, Param, RuleBook, Share, Value};
use crate::rules::cards;
use crate::run::RunFault;
use crate::solve::{Options, Silent};
use crate::text::Text;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value as Words, json};

/// A value of a rule, one step further.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Its key; none: the whole rule is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<&'static str>,
    /// What it means.
    pub meaning: Words,
    /// As the policy has it.
    pub from: Words,
    /// What is tried.
    pub to: Words,
    /// What that changes, exact.
    pub price: Priced,
}

/// Every must-rule by what it decides.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Prices {
    /// At each place where a must-rule has nothing to spare, those that gain most first.
    pub prices: Vec<Price>,
    /// Rules that act by exclusion, each left out: what that changes.
    pub excluding: Vec<(&'static str, Text, Step)>,
    /// Rules that have something to spare everywhere.
    pub spare: Vec<(&'static str, Text)>,
    /// Whether every place of every rule is among the prices.
    pub whole: bool,
}

/// The prices of all must-rules; none is left out.
pub fn all_prices(
    program: &Staffing<'_>,
    plan: &Decided,
    options: &Options,
) -> Result<Prices, RunFault> {
    let (mut prices, whole) = prices(program, plan, None, options)?;
    prices.sort_by_cached_key(|one| gain(&program.facts.book.goals, &one.looser));
    let must = cards().into_iter();
    let must = must.filter(|card| program.facts.book.force(card.id) == Force::Must);
    let priced = |card: &&&'static Card| !prices.iter().any(|one| one.rule == card.id);
    let must: Vec<&'static Card> = must.collect();
    let rest: Vec<&&'static Card> = must.iter().filter(priced).collect();
    let (excluding, spare): (Vec<&&'static Card>, Vec<&&'static Card>) =
        rest.into_iter().partition(|card| excludes(program, card));
    let left = excluding.into_par_iter().map(|card| {
        let step = left_out(program.facts, plan, card, options)?;
        Ok((card.code, card.title, step))
    });
    let mut excluding: Vec<_> = left.collect::<Result<Vec<_>, RunFault>>()?;
    excluding.sort_by_cached_key(|one| gain(&program.facts.book.goals, &one.2.price));
    Ok(Prices {
        prices,
        excluding,
        spare: spare
            .into_iter()
            .map(|card| (card.code, card.title))
            .collect(),
        whole,
    })
}

/// What a change does to the goals in their order: who gains most comes first.
fn gain(order: &[GoalId], price: &Priced) -> Vec<i64> {
    let of = |goal: &GoalId| price.goals.get(goal).copied().unwrap_or(0);
    order.iter().map(of).collect()
}

/// Whether a must-rule acts by exclusion: what it forbids stands nowhere in the program, and no row of it
/// could be lifted.
pub(super) fn excludes(program: &Staffing<'_>, card: &Card) -> bool {
    let mut rows = program.lp.rows.iter();
    !card.is(Mark::JudgedOnly) && !card.is(Mark::Personal) && !rows.any(|row| row.rule == card.id)
}

/// The largest value of a share that is one of a whole.
const WHOLE: Share = Share::ONE;

/// Retirement is law, and not for the county to set.
const BY_LAW: &str = "retire_";

const RULE: Text = Text::new("整条规定", "the whole rule");

/// Every value of a must-rule one step further, and the rule left out; each solved.
pub(super) fn steps(
    facts: &Facts<'_>,
    plan: &Decided,
    card: &'static Card,
    options: &Options,
) -> Result<Vec<Step>, RunFault> {
    let known = card
        .params
        .iter()
        .filter(|one| !one.key.starts_with(BY_LAW));
    let tries = known.flat_map(|param| {
        let value = facts.book.value(card.id.key(), param.key);
        let all = value.map_or_else(Vec::new, |value| further(param, value));
        all.into_iter().map(move |value| (param, value))
    });
    let tries: Vec<(&Param, Value)> = tries.collect();
    let solved = tries.into_par_iter();
    let solved = solved.map(|(param, value)| one(facts, plan, card, (param, value), options));
    let mut all: Vec<Step> = solved.collect::<Result<_, _>>()?;
    all.insert(0, left_out(facts, plan, card, options)?);
    Ok(all)
}

/// What leaving a must-rule out changes.
fn left_out(
    facts: &Facts<'_>,
    plan: &Decided,
    card: &Card,
    options: &Options,
) -> Result<Step, RunFault> {
    let mut book = facts.book.clone();
    if let Some(rule) = book.rules.get_mut(&card.id) {
        rule.force = Force::Off;
    }
    Ok(Step {
        key: None,
        meaning: json!(RULE),
        from: json!(Force::Must.text()),
        to: json!(Force::Off.text()),
        price: solved(facts, plan, &book, options)?,
    })
}

fn one(
    facts: &Facts<'_>,
    plan: &Decided,
    card: &Card,
    (param, value): (&Param, Value),
    options: &Options,
) -> Result<Step, RunFault> {
    let mut book = facts.book.clone();
    let rule = book.rules.get_mut(&card.id);
    let valued = rule.and_then(|rule| rule.values.get_mut(param.key));
    let (from, to) = (
        valued.as_ref().map(|one| words(param, &one.value)),
        words(param, &value),
    );
    if let Some(valued) = valued {
        valued.value = value;
    }
    Ok(Step {
        key: Some(param.key),
        meaning: param.meaning(),
        from: from.unwrap_or_default(),
        to,
        price: solved(facts, plan, &book, options)?,
    })
}

/// What another rule book changes against a plan.
fn solved(
    facts: &Facts<'_>,
    plan: &Decided,
    book: &RuleBook,
    options: &Options,
) -> Result<Priced, RunFault> {
    let other = Facts::asked(facts.roster, book, facts.question);
    let decision = decide(&other, options, false, &Silent)?;
    Ok(priced((facts, plan), (&other, &decision)))
}

/// The values next to one: numbers to either side, the other words of a choice, lists without one of theirs.
fn further(param: &Param, value: &Value) -> Vec<Value> {
    match value {
        Value::Count(count) => {
            let by = if param.key.contains("minutes") { 10 } else { 1 };
            let both = [count - by, count + by].into_iter();
            both.filter(|one| *one >= 0).map(Value::Count).collect()
        }
        Value::Share(share) => {
            let by = Share::new(1, 20).ratio();
            let both = [share.ratio() - by, share.ratio() + by];
            let both = both.map(|one| Share::new(*one.numer(), *one.denom()));
            let sound = both.into_iter().filter(|one| one.numer() >= 0);
            let most = (*share <= WHOLE).then_some(WHOLE);
            let sound = sound.filter(|one| most.is_none_or(|most| *one <= most));
            sound.map(Value::Share).collect()
        }
        Value::Flag(flag) => vec![Value::Flag(!flag)],
        Value::Words(words) => match param.kind {
            Kind::Choice(known) => {
                let others = known
                    .iter()
                    .filter(|one| !words.iter().any(|word| word == one.key));
                others
                    .map(|one| Value::Words(vec![one.key.to_owned()]))
                    .collect()
            }
            Kind::Choices(_) => {
                let without = |word: &String| {
                    let rest = words.iter().filter(|other| *other != word);
                    Value::Words(rest.cloned().collect())
                };
                words.iter().map(without).collect()
            }
            // A limit that was left out.
            _ => Vec::new(),
        },
        Value::Groups(_) => Vec::new(),
    }
}

/// A value in words of both languages.
fn words(param: &Param, value: &Value) -> Words {
    match value {
        Value::Count(count) => json!(count.to_string()),
        Value::Share(share) => json!(share.to_string()),
        Value::Flag(true) => json!(Text::new("是", "yes")),
        Value::Flag(false) => json!(Text::new("否", "no")),
        Value::Words(all) if all.is_empty() => json!(Text::new("无", "none")),
        Value::Words(all) => {
            let labels = all.iter().map(|key| param.label(key));
            let both = |of: fn(Text) -> &'static str, gap: &str| {
                let words = labels.clone().zip(all);
                let words = words.map(|(label, key)| label.map_or(key.as_str(), of));
                words.collect::<Vec<_>>().join(gap)
            };
            json!({ "zh": both(|text| text.zh, "、"), "en": both(|text| text.en, ", ") })
        }
        Value::Groups(_) => json!(""),
    }
}
