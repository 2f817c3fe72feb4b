//! A new plan after a published one: refusals, illness, late retirements, or edits by hand. As few
//! letters as possible change, which is proved; then the usual goals count.

use super::plan::{Planned, finish};
use super::{Checked, RunFault};
use crate::decide::{Decided, Decision, decide, letters};
use crate::decide::{Differences, differences};
use crate::decide::{NoPlan, no_plan, written};
use crate::domain::{Ban, Pin, Published, Roster, TeacherNo};
use crate::facts::Facts;
use crate::finding::Place;
use crate::plan::Ended;
use crate::plan::Plan;
use crate::rules::build;
use crate::solve::{Options, Silent, Watch};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeSet;
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
    Plan(Box<(Roster, Decided)>),
    /// There is none; why, and what would help.
    NoPlan(Box<NoPlan>),
    /// Stopped before one was found.
    Stopped(Ended),
}

/// The roster with the published letters and with refusals as bans.
pub fn after_refusals(roster: &Roster, doc: &Plan, asked: &Replan) -> (Roster, Vec<String>) {
    let mut roster = roster.clone();
    roster.withstand = asked.withstand.into();
    let mut unknown = Vec::new();
    let moves = doc.moves.iter().filter_map(|one| {
        let teacher = roster.find_teacher(&one.teacher)?;
        Some((teacher, roster.find_school(&one.to)?))
    });
    roster.published = Some(Published {
        letters: moves.collect(),
        frozen: !asked.free,
    });
    for id in &asked.refuse {
        match roster.find_teacher(id) {
            None => unknown.push(id.clone()),
            Some(teacher) => {
                // A refusal counts however strongly the policy binds pins and bans.
                let letter = doc.moves.iter().find(|one| one.teacher == *id);
                let from = letter.and_then(|one| roster.find_school(&one.from));
                roster.tried.extend(from.map(|from| (teacher, from)));
                roster.pins.retain(|pin| pin.teacher != teacher);
                roster
                    .bans
                    .push(stay(teacher, &asked.reason, &asked.author));
            }
        }
    }
    roster.bans.sort_by_key(|ban| (ban.teacher, ban.school));
    (roster, unknown)
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
    roster: &mut Roster,
    facts: &Facts<'_>,
    asked: &Replan,
    options: &Options,
) -> Result<usize, RunFault> {
    let decision = decide(facts, options, false, &Silent)?;
    let (Some(plan), Some(published)) = (decision.plan(), &roster.published) else {
        return Ok(0);
    };
    let ours = letters(&plan.placement, facts.roster, roster, true).letters;
    let edited: BTreeSet<TeacherNo> = ours
        .keys()
        .chain(published.letters.keys())
        .copied()
        .filter(|who| ours.get(who) != published.letters.get(who))
        .collect();
    for who in &edited {
        let to = published.letters.get(who).copied();
        if let Some(school) = to.or(facts.stands(*who).base) {
            roster.pins.retain(|pin| pin.teacher != *who);
            roster.pins.push(Pin {
                teacher: *who,
                school,
                reason: asked.reason.clone(),
                author: asked.author.clone(),
                place: Place::default(),
            });
        }
    }
    roster.pins.sort_by_key(|pin| (pin.teacher, pin.school));
    Ok(edited.len())
}

/// The new plan, written and audited.
pub fn write_replan(
    checked: &Checked,
    roster: Roster,
    plan: &Decided,
    out: &Path,
    options: &Options,
) -> Result<Planned, RunFault> {
    let mut checked = checked.clone();
    checked.roster = Some(roster);
    let Some((roster, book)) = checked.ready() else {
        return Ok(Planned::BadInput(checked.findings));
    };
    let facts = Facts::new(roster, book);
    let program = build(&facts, false);
    let (doc, _) = written(&program, plan, &checked.inputs, options)?;
    finish(&checked, &doc, out, plan.outcome.ended)
}

/// The new plan.
pub fn replan(
    checked: &Checked,
    roster: Roster,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Replanned, RunFault> {
    let Some((_, book)) = checked.ready() else {
        return Ok(Replanned::Stopped(Ended::NotFoundInTime));
    };
    let facts = Facts::new(&roster, book);
    let decision = decide(&facts, options, false, watch)?;
    let answer = match decision {
        Decision::NoPlan => Replanned::NoPlan(Box::new(no_plan(&facts, options, watch)?)),
        Decision::Stopped(ended) => Replanned::Stopped(ended),
        Decision::Plan(plan) => Replanned::Plan(Box::new((roster, *plan))),
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
        let mut roster = facts.roster.clone();
        roster.withstand = 0;
        roster.published = Some(letters(&plan.placement, facts.roster, facts.roster, true));
        roster.pins.retain(|pin| pin.teacher != mover.teacher);
        roster.tried.insert(mover.teacher, mover.from);
        let mut held = roster.clone();
        held.published = None;
        let others = plan.placement.moves.iter();
        let others = others.filter(|one| one.teacher != mover.teacher);
        held.tried.extend(others.map(|one| (one.teacher, one.to)));
        let first = without(facts, plan, &held, options)?;
        let (ended, differences) = match first {
            (Ended::NoPlanExists, _) => without(facts, plan, &roster, options)?,
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

/// How a plan for another roster ends, and what is another in it.
fn without(
    facts: &Facts<'_>,
    plan: &Decided,
    roster: &Roster,
    options: &Options,
) -> Result<(Ended, Differences), RunFault> {
    let other_facts = Facts::new(roster, facts.book);
    let decision = decide(&other_facts, options, false, &Silent)?;
    let change = decision.plan();
    let change = change.map(|other| differences((facts, plan), (&other_facts, other)));
    Ok((decision.ended(), change.unwrap_or_default()))
}
