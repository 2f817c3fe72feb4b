//! What a must-rule decides through its values. Rules that act by exclusion (who may go, where to, by what
//! certificate) have no amount that could be lifted by one unit: each of their values is set one step further to
//! either side, and the whole is solved again.

use super::prices::{Price, Priced, priced, prices};
use crate::decide::{Decided, built, decide_built, without};
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
    /// Rules that act by exclusion, each left out and each of its values one step further: what that changes.
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
    let stepped = excluding.into_par_iter().map(|card| {
        let all = steps(program, plan, card, options)?.into_iter();
        Ok(all.map(|step| (card.code, card.title, step)).collect())
    });
    let stepped: Vec<Vec<_>> = stepped.collect::<Result<_, RunFault>>()?;
    let mut excluding: Vec<_> = stepped.into_iter().flatten().collect();
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

/// What is tried against a plan of the program as it is.
#[derive(Clone, Copy)]
struct Tries<'a, 'f> {
    program: &'a Staffing<'f>,
    plan: &'a Decided,
    card: &'static Card,
    options: &'a Options,
}

/// Every value of a must-rule one step further, and the rule left out; each solved.
pub(super) fn steps(
    program: &Staffing<'_>,
    plan: &Decided,
    card: &'static Card,
    options: &Options,
) -> Result<Vec<Step>, RunFault> {
    let tries = Tries {
        program,
        plan,
        card,
        options,
    };
    let known = card.params.iter();
    let known = known.filter(|one| !one.key.starts_with(BY_LAW));
    let all = known.flat_map(|param| {
        let value = program.facts.book.value(card.id.key(), param.key);
        let all = value.map_or_else(Vec::new, |value| further(param, value));
        all.into_iter().map(move |value| (param, value))
    });
    let all: Vec<(&Param, Value)> = all.collect();
    let solved = all.into_par_iter();
    let solved = solved.map(|(param, value)| tries.one(param, value));
    let mut all: Vec<Step> = solved.collect::<Result<_, _>>()?;
    all.insert(0, tries.left_out()?);
    Ok(all)
}

impl Tries<'_, '_> {
    /// What leaving the rule out changes.
    fn left_out(self) -> Result<Step, RunFault> {
        Ok(Step {
            key: None,
            meaning: json!(RULE),
            from: json!(Force::Must.text()),
            to: json!(Force::Off.text()),
            price: self.solved(&without(self.program.facts.book, self.card.id))?,
        })
    }

    fn one(self, param: &Param, value: Value) -> Result<Step, RunFault> {
        let mut book = self.program.facts.book.clone();
        let rule = book.rules.get_mut(&self.card.id);
        let valued = rule.and_then(|rule| rule.values.get_mut(param.key));
        let (from, to) = match valued.as_ref() {
            Some(was) => in_words(param, &was.value, &value),
            None => (Words::default(), words(param, &value)),
        };
        if let Some(valued) = valued {
            valued.value = value;
        }
        Ok(Step {
            key: Some(param.key),
            meaning: param.meaning(),
            from,
            to,
            price: self.solved(&book)?,
        })
    }

    /// What another rule book changes against the plan. Where it asks for the very same program, nothing does, and
    /// nothing need be solved.
    fn solved(self, book: &RuleBook) -> Result<Priced, RunFault> {
        let (facts, options) = (self.program.facts, self.options);
        if options.until.cuts() {
            return Ok(Priced::STOPPED);
        }
        let other = Facts::asked(facts.roster, book, facts.question);
        let Some(program) = built(&other, false, options) else {
            return Ok(Priced::STOPPED);
        };
        if program.lp == self.program.lp {
            return Ok(Priced::default());
        }
        let decision = decide_built(&program, options, false, &Silent)?;
        Ok(priced((facts, self.plan), (&other, &decision), options)?.0)
    }
}

const NOT_LISTED: Text = Text::new("不列入", "not listed");

/// A step in words: of a list only what it is without.
fn in_words(param: &Param, was: &Value, is: &Value) -> (Words, Words) {
    if let (Kind::Choices(_), Value::Words(was), Value::Words(is)) = (&param.kind, was, is) {
        let gone = was.iter().filter(|word| !is.contains(word));
        let gone = Value::Words(gone.cloned().collect());
        return (words(param, &gone), json!(NOT_LISTED));
    }
    (words(param, was), words(param, is))
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
