//! When no plan obeys every must-rule: the cheapest special approvals that would make one possible,
//! each proved by solving with it granted.
//!
//! In the elastic program each must-rule's row may be fallen short of, at one a unit of the rule; what
//! protects a person stays as it is. The least total is the first repair. Further ones may not use a
//! rule (or, where only one rule can give way, a place) that an earlier one uses, so they differ in
//! kind. A rule's unit is a person, a post, a bed or a subject; no unit is worth more than another.

use super::{
    Conflict, Decision, Figures, Withstands, built, conflict, decide, figures, place_words,
    withstands,
};
use crate::domain::Question;
use crate::facts::Facts;
use crate::model::{Lp, Var};
use crate::plan::SolverFault;
use crate::policy::{Force, GoalId, RuleId};
use crate::rules::card;
use crate::solve::{Options, Silent, Watch, solve};
use crate::text::Text;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeSet, VecDeque};

/// Repairs that are offered at most.
const MOST: usize = 5;

/// Fewer repairs than this are made up by others of the same rules at other places.
const FEWEST: usize = 3;

/// Elastic programs that are solved at most.
const SOLVES: usize = 12;

/// One rule lifted at one place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Relief {
    /// Id of the rule.
    pub rule: RuleId,
    /// Its number.
    pub code: &'static str,
    /// Its title.
    pub title: Text,
    /// Where, as a special approval names it.
    pub about: String,
    /// Where, in words.
    pub place: Value,
    /// By how much.
    pub amount: i64,
    /// In this unit.
    pub unit: Text,
}

/// Special approvals that together make a plan possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repair {
    /// What gives way.
    pub reliefs: Vec<Relief>,
    /// Sum of the amounts; no other repair that may use the same rules needs less.
    pub total: i64,
    /// The plan that they make possible.
    pub figures: Figures,
}

/// Which amounts may not be used again.
type Closed = BTreeSet<(RuleId, Option<String>)>;

/// The cheapest repairs that differ in kind, each proved; empty when no approval on offer helps.
pub fn repairs(
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Vec<Repair>, SolverFault> {
    let Some(program) = built(facts, true, options) else {
        return Ok(Vec::new());
    };
    let mut found: Vec<Vec<Relief>> = Vec::new();
    let (mut open, mut places) = (VecDeque::from([Closed::new()]), VecDeque::new());
    let mut tried: BTreeSet<Closed> = BTreeSet::new();
    let rules = |list: &[Relief]| -> BTreeSet<RuleId> { list.iter().map(|one| one.rule).collect() };
    while found.len() < MOST && tried.len() < SOLVES && !options.until.cuts() {
        // The same rules elsewhere only where too few rules can give way.
        let elsewhere = open.is_empty() && found.len() < FEWEST && !places.is_empty();
        let next = if elsewhere { &mut places } else { &mut open };
        let Some(closed) = next.pop_front() else {
            break;
        };
        if !tried.insert(closed.clone()) {
            continue;
        }
        let Some(reliefs) = least(facts, &program.lp, &closed, options, watch)? else {
            continue;
        };
        // Another way must do without one of these rules; or without these places of it.
        for rule in rules(&reliefs) {
            let mut without = closed.clone();
            without.insert((rule, None));
            open.push_back(without);
        }
        let here = reliefs.iter();
        let here = here.map(|one| (one.rule, Some(one.about.clone())));
        places.push_back(closed.into_iter().chain(here).collect());
        let same = |other: &Vec<Relief>| {
            (!elsewhere && rules(other) == rules(&reliefs)) || *other == reliefs
        };
        if !found.iter().any(same) {
            found.push(reliefs);
        }
    }
    let proved = found.into_par_iter().map(|one| prove(facts, one, options));
    let proved: Result<Vec<Option<Repair>>, SolverFault> = proved.collect();
    let mut repairs: Vec<Repair> = proved?.into_iter().flatten().collect();
    repairs.sort_by_key(|one| (one.total, one.reliefs.len()));
    Ok(repairs)
}

/// The least amounts by which must-rules have to give way, without those that are closed.
fn least(
    facts: &Facts<'_>,
    lp: &Lp,
    closed: &Closed,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Option<Vec<Relief>>, SolverFault> {
    let mut lp = lp.clone();
    for row in &lp.rows {
        let here = |about: Option<String>| closed.contains(&(row.rule, about));
        if here(None) || here(Some(row.about.clone())) {
            for (var, _) in &row.terms {
                if is_short(&lp, *var) {
                    lp.columns[var.0].upper = 0;
                }
            }
        }
    }
    let goals = [GoalId::Shortfall];
    let outcome = solve(&lp, &goals, options, watch);
    if let Some(words) = outcome.fault {
        return Err(SolverFault(words));
    }
    // What was found when time was up need not be the least.
    let proved = outcome.point.filter(|_| outcome.ended.is_proved());
    Ok(proved.map(|point| reliefs(facts, &lp, &point)))
}

/// Whether a column says by how much a row falls short.
fn is_short(lp: &Lp, var: Var) -> bool {
    lp.columns[var.0].name.starts_with("short[")
}

fn reliefs(facts: &Facts<'_>, lp: &Lp, point: &[i64]) -> Vec<Relief> {
    let reliefs = lp.rows.iter().filter_map(|row| {
        let card = card(row.rule.key())?;
        let short = row.terms.iter().filter(|(var, _)| is_short(lp, *var));
        let amount: i64 = short.map(|(var, _)| point[var.0]).sum();
        (amount > 0 && facts.book.force(card.id) == Force::Must).then(|| Relief {
            rule: card.id,
            code: card.code,
            title: card.title,
            about: row.about.clone(),
            place: place_words(facts.roster, &row.about),
            amount,
            unit: card.unit,
        })
    });
    let mut list: Vec<Relief> = reliefs.collect();
    list.sort_by(|a, b| (a.code, &a.about).cmp(&(b.code, &b.about)));
    list
}

/// The repair with the plan that it makes possible; none when it makes none possible after all.
fn prove(
    facts: &Facts<'_>,
    reliefs: Vec<Relief>,
    options: &Options,
) -> Result<Option<Repair>, SolverFault> {
    let question = granting(facts.question, &reliefs);
    let granted = facts.asking(&question);
    let decision = decide(&granted, options, false, &Silent)?;
    Ok(decision.plan().map(|plan| Repair {
        total: reliefs.iter().map(|one| one.amount).sum(),
        figures: figures(&granted, plan),
        reliefs,
    }))
}

/// The same question with special approvals of all this.
pub fn granting(question: &Question, reliefs: &[Relief]) -> Question {
    let mut question = question.clone();
    for one in reliefs {
        question.grant(one.rule.key(), &one.about, one.amount);
    }
    question
}

/// Why no plan obeys every must-rule, and what would make one possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoPlan {
    /// Must-rules that cannot hold together.
    pub conflict: Option<Conflict>,
    /// The cheapest special approvals, each proved; empty when none on offer helps.
    pub repairs: Vec<Repair>,
    /// When only the refusals that were asked for cannot be withstood: what the plan withstands that
    /// withstands most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withstands: Option<Withstands>,
    /// So many refusals no plan withstands, and whether there is one for fewer was not found out in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusals: Option<i64>,
    /// Time was up before everything was tried: what is not listed may yet help.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
}

/// Both answers for facts under which there is no plan.
pub fn no_plan(
    facts: &Facts<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<NoPlan, SolverFault> {
    watch.no_plan();
    let mut question = facts.question.clone();
    let asked = question.withstand;
    let mut proved = true;
    while question.withstand > 0 {
        question.withstand -= 1;
        let fewer = facts.asking(&question);
        let decision = decide(&fewer, options, false, watch)?;
        proved = matches!(decision, Decision::NoPlan);
        if let Decision::Plan(plan) = decision {
            return Ok(NoPlan {
                conflict: None,
                repairs: Vec::new(),
                withstands: Some(withstands(&fewer, &plan)),
                refusals: None,
                unfinished: options.until.has_cut(),
            });
        }
    }
    if !proved {
        return Ok(NoPlan {
            conflict: None,
            repairs: Vec::new(),
            withstands: None,
            refusals: Some(asked),
            unfinished: true,
        });
    }
    let facts = &facts.asking(&question);
    let (conflict, repairs) = rayon::join(
        || conflict(facts, options, watch),
        || repairs(facts, options, watch),
    );
    Ok(NoPlan {
        conflict: conflict?,
        repairs: repairs?,
        withstands: None,
        refusals: None,
        unfinished: options.until.has_cut(),
    })
}
