//! The answer for a rule: who counts, what it costs where it binds, and what its values decide.

use crate::decide::{Decided, built};
use crate::domain::TeacherNo;
use crate::facts::Facts;
use crate::policy::{Force, RuleId};
use crate::rules::{Judgement, cards};
use crate::run::RunFault;
use crate::solve::Options;
use crate::study::prices::{Price, prices};
use crate::study::steps::{Step, excludes, steps};
use serde::Serialize;

/// What a rule asks, what there is, who counts, and what it costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuleAnswer {
    /// What the auditor says.
    pub judgement: Judgement,
    /// Staff ids and names of those who count on top.
    pub counted: Vec<(String, String)>,
    /// The same of those who count below.
    pub among: Vec<(String, String)>,
    /// What it costs at each place where it binds; exact.
    pub prices: Vec<Price>,
    /// Of a must-rule that acts by exclusion: what its values decide, each one step further.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<Step>>,
    /// Time was up before anything was tried: what the rule costs is not known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
}

/// The answer for a rule; none when it is off.
pub fn explain_rule(
    facts: &Facts<'_>,
    plan: &Decided,
    rule: RuleId,
    options: &Options,
) -> Result<Option<RuleAnswer>, RunFault> {
    let mut judged = plan.judged.rules.iter();
    let Some(judgement) = judged.find(|one| one.rule == rule).cloned() else {
        return Ok(None);
    };
    let named = |who: &[TeacherNo]| {
        let teachers = who.iter().map(|no| facts.roster.teacher(*no));
        let named = teachers.map(|one| (one.id.clone(), one.name.clone()));
        named.collect()
    };
    let (mut costs, mut further) = (Vec::new(), None);
    let program = built(facts, false, options);
    let unfinished = program.is_none();
    if let Some(program) = program {
        costs = prices(&program, plan, Some(rule), options)?.0;
        let must = facts.book.force(rule) == Force::Must;
        let card = cards().into_iter().find(|card| card.id == rule);
        let card = card.filter(|card| must && excludes(&program, card));
        let steps = card.map(|card| steps(&program, plan, card, options));
        further = steps.transpose()?;
    }
    Ok(Some(RuleAnswer {
        steps: further,
        unfinished,
        counted: named(&judgement.counted),
        among: named(&judgement.among),
        judgement,
        prices: costs,
    }))
}
