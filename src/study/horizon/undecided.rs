//! The county in which nothing is decided in any year: which must-rules fail and when, and the least that
//! mends each year by itself.
//!
//! The least is the smallest number of people moved or recruited in that one year with which every
//! must-rule holds, proved by the same program with that sum as its only goal and looked at by the
//! auditor. Where no moves and recruits help, it is the cheapest special approvals.

use super::roll::{Kept, next_year};
use crate::audit;
use crate::decide::{NoPlan, Repair, before, built, in_figures, place_words, repairs};
use crate::domain::{Roster, whole};
use crate::facts::Facts;
use crate::model::Staffing;
use crate::plan::Ended;
use crate::policy::{Force, GoalId, RuleBook};
use crate::rules::Judgement;
use crate::run::RunFault;
use crate::solve::{Options, Watch, solve};
use serde::Serialize;

/// One year of a county in which nothing was decided in any year before.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Undecided {
    /// The must-rules that fail when nothing is decided in this year either.
    #[serde(serialize_with = "in_figures")]
    pub failing: Vec<Judgement>,
    /// People who have to be moved or recruited in this year at least so that none fails; absent when
    /// none fails, nothing of the kind helps, or time ran out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// Where no moves and recruits help: the cheapest special approvals, without names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
    /// Time was up before the year was reckoned to its end.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfinished: bool,
}

/// The years in which nothing is decided.
pub(super) fn undecided(
    roster: &Roster,
    books: &[RuleBook],
    options: &Options,
    watch: &dyn Watch,
) -> Result<Vec<Undecided>, RunFault> {
    let (mut roster, mut kept) = (roster.clone(), None);
    let mut all = Vec::new();
    for book in books {
        let facts = Facts::new(&roster, book);
        let Some(program) = built(&facts, false, options) else {
            break;
        };
        let before = before(&program, options)?;
        let placement = before.placement;
        let judged = audit::audit(&facts, &placement);
        let failing = judged.rules.iter();
        let failing = failing.filter(|one| one.force == Force::Must && !one.holds);
        let mut year = Undecided {
            failing: failing.cloned().collect(),
            unfinished: !before.ended.is_proved(),
            ..Undecided::default()
        };
        if !year.failing.is_empty() {
            mend(&mut year, &program, options, watch)?;
            let mended = year.least.is_some() || !year.repairs.is_empty();
            year.unfinished |= !mended && options.until.cuts();
        }
        all.push(year);
        let begun = kept.unwrap_or_else(|| Kept::new(&facts));
        let (next, carried) = next_year(&facts, &placement, &begun);
        (roster, kept) = (next, Some(carried));
    }
    Ok(all)
}

/// The least that mends a year.
fn mend(
    year: &mut Undecided,
    program: &Staffing<'_>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<(), RunFault> {
    let facts = program.facts;
    let mut lp = program.lp.clone();
    lp.goals.clear();
    let hired = program.hires.iter().map(|hire| hire.var);
    for var in program.leaves.iter().copied().chain(hired) {
        lp.cost(GoalId::Moves, var, 1);
    }
    // The least is the least, whatever gap is good enough for a plan.
    let exact = Options {
        gap: 0.0,
        ..options.clone()
    };
    let outcome = solve(&lp, &[GoalId::Moves], &exact, watch);
    match (&outcome.point, outcome.ended) {
        (_, Ended::NoPlanExists) => {
            let found = repairs(facts, options, watch)?;
            year.repairs = unnamed_repairs(found, facts.roster);
        }
        (Some(point), _) if outcome.ended.is_proved() => {
            let placement = program.placement(point);
            let hires = placement.hires.iter().map(|one| i64::from(one.number));
            let least = whole(placement.moves.len()) + hires.sum::<i64>();
            let value = outcome.goals.first().and_then(|one| one.value);
            if value != Some(least) || !audit::audit(facts, &placement).holds() {
                let words = format!("least change: program {value:?}, plan {least}");
                return Err(words.into());
            }
            year.least = Some(least);
        }
        _ => {}
    }
    Ok(())
}

/// An answer about a later year with nobody in it who could be told by name or number: whoever is meant stands
/// for her school, stage and subject.
pub(super) fn unnamed(mut answer: NoPlan, roster: &Roster) -> NoPlan {
    for member in answer.conflict.iter_mut().flat_map(|one| &mut one.members) {
        let places = member.places.iter_mut().zip(&mut member.place_words);
        for (about, words) in places {
            if let Some(kind) = kind(about, roster) {
                *words = place_words(roster, &kind);
                *about = kind;
            }
        }
        for id in &mut member.people {
            *id = kind(id, roster).unwrap_or_else(|| std::mem::take(id));
        }
    }
    NoPlan {
        repairs: unnamed_repairs(answer.repairs, roster),
        ..answer
    }
}

/// The same repairs with nobody named.
fn unnamed_repairs(mut all: Vec<Repair>, roster: &Roster) -> Vec<Repair> {
    for relief in all.iter_mut().flat_map(|one| &mut one.reliefs) {
        if let Some(kind) = kind(&relief.about, roster) {
            relief.place = place_words(roster, &kind);
            relief.about = kind;
        }
    }
    all
}

/// School, stage and subject of a teacher; none for any other place.
fn kind(about: &str, roster: &Roster) -> Option<String> {
    let teacher = roster.teacher(roster.find_teacher(about)?);
    let school = &roster.school(teacher.work_school).id;
    let (stage, subject) = (teacher.stage.key(), teacher.subject.key());
    Some(format!("{school},{stage},{subject}"))
}
