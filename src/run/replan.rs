//! A new plan after a published one: refusals, illness, late retirements, or edits by hand. As few
//! letters as possible change, which is proved; then the usual goals count.

use super::plan::{Planned, finish};
use super::{Checked, RunFault};
use crate::decide::{Decided, Decision, decide, letters};
use crate::decide::{Differences, differences};
use crate::decide::{NoPlan, no_plan, written};
use crate::domain::{Ban, Pin, Published, Question, Roster, SchoolNo, TeacherNo};
use crate::facts::Facts;
use crate::finding::Place;
use crate::plan::Ended;
use crate::plan::Plan;
use crate::rules::build;
use crate::solve::{Options, Silent, Watch};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What is asked of a new plan.
#[derive(Debug, Clone, Default)]
pub struct Replan {
    /// Staff ids of those who do not go after all.
    pub refuse: Vec<String>,
    /// Why, as it is kept with the decision.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// Letters may change wherever another goal gains by it.
    pub free: bool,
    /// So many further refusals must leave every must-rule standing.
    pub withstand: u32,
}

/// A new plan against the published one.
#[derive(Debug, Clone)]
pub enum Replanned {
    /// There is one.
    Plan(Box<Decided>),
    /// There is none; why, and what would help.
    NoPlan(Box<NoPlan>),
    /// Stopped before one was found.
    Stopped(Ended),
}

/// The published letters, and refusals as bans; and the ids that nobody has.
pub fn after_refusals(roster: &Roster, doc: &Plan, asked: &Replan) -> (Question, Vec<String>) {
    let mut unknown = Vec::new();
    let moves = doc.moves.iter().filter_map(|one| {
        let teacher = roster.find_teacher(&one.teacher)?;
        Some((teacher, roster.find_school(&one.to)?))
    });
    let mut question = Question {
        withstand: asked.withstand.into(),
        published: Some(Published {
            letters: moves.collect(),
            frozen: !asked.free,
        }),
        ..Question::default()
    };
    for id in &asked.refuse {
        match roster.find_teacher(id) {
            None => unknown.push(id.clone()),
            Some(teacher) => {
                // A refusal counts however strongly the policy binds pins and bans.
                let letter = doc.moves.iter().find(|one| one.teacher == *id);
                let from = letter.and_then(|one| roster.find_school(&one.from));
                question.forced.extend(from.map(|from| (teacher, from)));
                question.unpin(teacher);
                let ban = stay(teacher, &asked.reason, &asked.author);
                question.bans.push(ban);
            }
        }
    }
    (question, unknown)
}

fn stay(teacher: TeacherNo, reason: &str, author: &str) -> Ban {
    Ban {
        teacher,
        school: None,
        reason: reason.to_owned(),
        author: author.to_owned(),
        place: Place::default(),
    }
}

/// Pins for what was edited by hand in a plan: every letter that is another than in the plan that the
/// same input gives.
pub fn pin_edits(
    question: &mut Question,
    facts: &Facts<'_>,
    asked: &Replan,
    options: &Options,
) -> Result<usize, RunFault> {
    let decision = decide(facts, options, false, &Silent)?;
    let (Some(plan), Some(published)) = (decision.plan(), &question.published) else {
        return Ok(0);
    };
    let ours = letters(&plan.placement, facts.roster, facts.roster, true).letters;
    let edited: BTreeMap<TeacherNo, Option<SchoolNo>> = ours
        .keys()
        .chain(published.letters.keys())
        .map(|who| (*who, published.letters.get(who).copied()))
        .filter(|(who, to)| ours.get(who).copied() != *to)
        .collect();
    let number = edited.len();
    for (who, to) in edited {
        if let Some(school) = to.or(facts.stands(who).base) {
            question.unpin(who);
            question.pins.push(Pin {
                teacher: who,
                school,
                reason: asked.reason.clone(),
                author: asked.author.clone(),
                place: Place::default(),
            });
        }
    }
    Ok(number)
}

/// The new plan, written and audited.
pub fn write_replan(
    checked: &Checked,
    question: &Question,
    plan: &Decided,
    out: &Path,
    options: &Options,
) -> Result<Planned, RunFault> {
    let Some(facts) = checked.facts(question) else {
        return Ok(Planned::BadInput(checked.findings.clone()));
    };
    let program = build(&facts, false);
    let (doc, _) = written(&program, plan, &checked.inputs, options)?;
    finish(checked, question, &doc, out, plan.outcome.ended)
}

/// The new plan.
pub fn replan(
    checked: &Checked,
    question: &Question,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Replanned, RunFault> {
    let Some(facts) = checked.facts(question) else {
        return Ok(Replanned::Stopped(Ended::NotFoundInTime));
    };
    let decision = decide(&facts, options, false, watch)?;
    let answer = match decision {
        Decision::NoPlan => Replanned::NoPlan(Box::new(no_plan(&facts, options, watch)?)),
        Decision::Stopped(ended) => Replanned::Stopped(ended),
        Decision::Plan(plan) => Replanned::Plan(plan),
    };
    Ok(answer)
}

/// Who would go in the place of each mover, and whether anyone can.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reserve {
    /// Staff id of the mover.
    pub teacher: String,
    /// Her name.
    pub name: String,
    /// Name of the school she goes to.
    pub to: String,
    /// How the plan without her ended; without a plan she is irreplaceable.
    pub ended: Ended,
    /// What changes when she does not go; fewest letters, proved.
    pub differences: Differences,
}

/// The next person for every mover: each is taken out in turn while all others go where their letters
/// say, and the usual goals choose who comes in her place. Where that leaves no plan, as few letters as
/// possible change.
pub fn reserves(
    facts: &Facts<'_>,
    plan: &Decided,
    options: &Options,
) -> Result<Vec<Reserve>, RunFault> {
    let one = |no: usize| -> Result<Reserve, RunFault> {
        let mover = &plan.placement.moves[no];
        let mut free = facts.question.clone();
        free.withstand = 0;
        free.published = Some(letters(&plan.placement, facts.roster, facts.roster, true));
        free.unpin(mover.teacher);
        free.forced.insert(mover.teacher, mover.from);
        let mut held = free.clone();
        held.published = None;
        let others = plan.placement.moves.iter();
        let others = others.filter(|one| one.teacher != mover.teacher);
        held.forced.extend(others.map(|one| (one.teacher, one.to)));
        let first = without(facts, plan, &held, options)?;
        let (ended, differences) = match first {
            (Ended::NoPlanExists, _) => without(facts, plan, &free, options)?,
            found => found,
        };
        let who = facts.roster.teacher(mover.teacher);
        Ok(Reserve {
            teacher: who.id.clone(),
            name: who.name.clone(),
            to: facts.roster.school(mover.to).name.clone(),
            ended,
            differences,
        })
    };
    let movers = 0..plan.placement.moves.len();
    movers.into_par_iter().map(one).collect()
}

/// How the plan for another question ends, and what is another in it.
fn without(
    facts: &Facts<'_>,
    plan: &Decided,
    question: &Question,
    options: &Options,
) -> Result<(Ended, Differences), RunFault> {
    let other_facts = facts.asking(question);
    let decision = decide(&other_facts, options, false, &Silent)?;
    let change = decision.plan();
    let change = change.map(|other| differences((facts, plan), (&other_facts, other)));
    Ok((decision.ended(), change.unwrap_or_default()))
}
