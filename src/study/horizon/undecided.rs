//! The county in which nothing is decided in any year: which must-rules fail and when, and the least that
//! mends each year by itself.
//!
//! The least is the smallest number of people moved or recruited in that one year with which every
//! must-rule holds, proved by the same program with that sum as its only goal and looked at by the
//! auditor. Where no moves and recruits help, it is the cheapest special approvals.

use super::roll::{Kept, next_year};
use super::unnamed;
use crate::audit;
use crate::decide::{Repair, RuleFigure, before, repairs, rule_figure};
use crate::domain::Roster;
use crate::facts::Facts;
use crate::model::Staffing;
use crate::plan::Ended;
use crate::policy::{Force, GoalId, RuleBook};
use crate::rules::build;
use crate::run::RunFault;
use crate::solve::{Options, Watch, solve};
use serde::Serialize;

/// One year of a county in which nothing was decided in any year before.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Undecided {
    /// The must-rules that fail when nothing is decided in this year either.
    pub failing: Vec<RuleFigure>,
    /// People who have to be moved or recruited in this year at least so that none fails; absent when
    /// none fails, nothing of the kind helps, or time ran out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// Where no moves and recruits help: the cheapest special approvals, without names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Repair>,
}

/// The years in which nothing is decided.
pub(super) fn undecided(
    roster: &Roster,
    books: &[RuleBook],
    options: &Options,
    watch: &dyn Watch,
) -> Result<Vec<Undecided>, RunFault> {
    let mut roster = roster.clone();
    let mut kept = None;
    let mut all = Vec::new();
    for book in books {
        let facts = Facts::new(&roster, book);
        let program = build(&facts, false);
        let placement = before(&program, options)?;
        let judged = audit::audit(&facts, &placement);
        let failing = judged.rules.iter();
        let failing = failing.filter(|one| one.force == Force::Must && !one.holds);
        let mut year = Undecided {
            failing: failing.map(rule_figure).collect(),
            ..Undecided::default()
        };
        if !year.failing.is_empty() {
            mend(&mut year, &program, options, watch)?;
        }
        all.push(year);
        let begun = kept.unwrap_or_else(|| Kept::new(&facts));
        let next = next_year(&facts, &placement, &begun);
        roster = next.0;
        kept = Some(next.1);
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
            year.repairs = unnamed::repairs(found, facts.roster);
        }
        (Some(point), _) if outcome.is_proved() => {
            let placement = program.placement(point);
            let hires = placement.hires.iter().map(|one| i64::from(one.number));
            let moves = i64::try_from(placement.moves.len()).unwrap_or(i64::MAX);
            let least = moves + hires.sum::<i64>();
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
