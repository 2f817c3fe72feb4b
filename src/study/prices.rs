//! What a must-rule costs: every place at which it binds is lifted by one unit, and tightened by one,
//! and the whole is solved again. Integer programs have no duals; these differences are exact.

use super::whatif::{ended, whole as all_of};
use crate::decide::{
    Decided, Decision, Differences, GoalPart, Planned, decide, decide_on, differences,
    goal_changes, left, part_changes, place_words,
};
use crate::domain::{Question, whole};
use crate::facts::Facts;
use crate::model::{Row, Sense, Staffing};
use crate::plan::Ended;
use crate::policy::{Card, Force, GoalId, Mark, RuleId};
use crate::rules::{cards, people};
use crate::run::RunFault;
use crate::solve::{Options, Silent};
use crate::text::Text;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Places of one rule that are priced unless the rule is asked for by name.
const MOST: usize = 12;

/// A must-rule at one place, one unit looser and one tighter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Price {
    /// Id of the rule.
    pub rule: RuleId,
    /// Its number.
    pub code: &'static str,
    /// Its title.
    pub title: Text,
    /// The place, as special approvals name it.
    pub about: String,
    /// The same in words.
    pub place: serde_json::Value,
    /// The unit of the rule.
    pub unit: Text,
    /// One unit looser.
    pub looser: Priced,
    /// One unit tighter; none where there is nothing to tighten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tighter: Option<Priced>,
}

/// What changes when a rule is moved by one unit; exact.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Priced {
    /// How the solve ended: there may be no plan at all.
    pub ended: Ended,
    /// Change of each goal that changes, in its unit.
    pub goals: BTreeMap<GoalId, i64>,
    /// What that comes to in plain units, part by part.
    pub parts: Vec<GoalPart>,
    /// Change of the number of empty posts.
    pub empty_posts: i64,
    /// Change of the number of people who move.
    pub moves: i64,
}

impl Priced {
    /// Not solved, since it was time to stop.
    pub(super) const STOPPED: Self = Self {
        ended: Ended::NotTried,
        goals: BTreeMap::new(),
        parts: Vec::new(),
        empty_posts: 0,
        moves: 0,
    };
}

/// The prices of every binding must-rule, or of one; `false` beside them where a rule binds at more
/// places than are priced.
pub fn prices(
    program: &Staffing<'_>,
    plan: &Decided,
    rule: Option<RuleId>,
    options: &Options,
) -> Result<(Vec<Price>, bool), RunFault> {
    let facts = program.facts;
    let mut places: Vec<(&'static Card, String)> = Vec::new();
    // Of a plan whose columns there was no time to work out it is not known where a rule binds.
    let mut complete = plan.outcome.point.is_some();
    for card in cards() {
        let asked = rule.is_none_or(|rule| rule == card.id);
        if !asked || facts.book.force(card.id) != Force::Must {
            continue;
        }
        let mut here = binding(program, plan, card);
        if rule.is_none() && here.len() > MOST {
            here.truncate(MOST);
            complete = false;
        }
        places.extend(here.into_iter().map(|about| (card, about)));
    }
    let priced = places.into_par_iter();
    let priced = priced.map(|(card, about)| price(program, plan, card, &about, options));
    let all: Result<Vec<Price>, RunFault> = priced.collect();
    Ok((all?, complete))
}

/// The places at which a rule holds with nothing to spare.
fn binding(program: &Staffing<'_>, plan: &Decided, card: &Card) -> Vec<String> {
    let facts = program.facts;
    let Some(point) = &plan.outcome.point else {
        return Vec::new();
    };
    let tight =
        |row: &Row| row.rule == card.id && left(row, point) < row.unit && !row.terms.is_empty();
    let rows = program.lp.rows.iter();
    let rows = rows.filter(|row| program.is_must(row) && tight(row));
    let mut places: BTreeSet<String> = rows.map(|row| row.about.clone()).collect();
    if card.is(Mark::Personal) {
        places.extend(people(facts, card));
    }
    places.into_iter().collect()
}

/// With one unit granted by a special approval; and with one more asked for in the program itself: whoever obeys
/// that obeys the rule.
fn price(
    program: &Staffing<'_>,
    plan: &Decided,
    card: &'static Card,
    about: &str,
    options: &Options,
) -> Result<Price, RunFault> {
    let (facts, mut tighter) = (program.facts, None);
    let mut question = facts.question.clone();
    question.grant(card.id.key(), about, 1);
    if !card.is(Mark::Personal) && !options.until.cuts() {
        let mut program = program.clone();
        let rows = program.lp.rows.iter_mut();
        for row in rows.filter(|row| row.rule == card.id && row.about == about) {
            // Rows that only count have no unit, and stay.
            match row.sense {
                Sense::AtLeast => row.bound += row.unit,
                Sense::AtMost => row.bound -= row.unit,
                Sense::Exactly => {}
            }
        }
        let decision = decide_on(&program, options, false, &Silent)?;
        tighter = Some(priced((facts, plan), (facts, &decision), options)?.0);
    }
    Ok(Price {
        rule: card.id,
        code: card.code,
        title: card.title,
        about: about.to_owned(),
        place: place_words(facts.roster, about),
        unit: card.unit,
        looser: otherwise((facts, plan), &question, options)?.0,
        tighter,
    })
}

/// What the best plan for another question changes against a plan, in figures and one by one.
pub(super) fn otherwise(
    first: Planned<'_>,
    question: &Question,
    options: &Options,
) -> Result<(Priced, Differences), RunFault> {
    if options.until.cuts() {
        return Ok((Priced::STOPPED, Differences::default()));
    }
    let facts = first.0.asking(question);
    let decision = decide(&facts, options, false, &Silent)?;
    let (price, other) = priced(first, (&facts, &decision), options)?;
    let changes = other.map(|plan| differences(first, (&facts, &plan)));
    Ok((price, changes.unwrap_or_default()))
}

/// What another decision changes against a whole plan; and its own whole plan, since only plans with all that is
/// decided beside who goes where can be held against each other.
pub(super) fn priced(
    (facts, plan): Planned<'_>,
    (other_facts, other): (&Facts<'_>, &Decision),
    options: &Options,
) -> Result<(Priced, Option<Decided>), RunFault> {
    let found = all_of(other_facts, other, options)?;
    let mut price = Priced {
        ended: ended(other, found.as_ref()),
        ..Priced::default()
    };
    if let Some(other) = &found {
        price.goals = goal_changes(plan, other);
        price.goals.retain(|_, by| *by != 0);
        price.parts = part_changes((facts, plan), (other_facts, other));
        price.empty_posts =
            other.placement.empty_posts(other_facts) - plan.placement.empty_posts(facts);
        let moves = |plan: &Decided| whole(plan.placement.moves.len());
        price.moves = moves(other) - moves(plan);
    }
    Ok((price, found))
}
