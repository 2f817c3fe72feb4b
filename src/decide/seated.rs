//! A roll made by hand says who goes where and nothing more: who then teaches what, who is recruited and who gets a title
//! post is decided for it as for a plan of our own, by the goals in their order, and so is what goes beside.

use super::decided::cover;
use super::solved::built;
use crate::domain::Question;
use crate::facts::{Facts, Placement};
use crate::plan::{Ended, Plan, SolverFault, placement, put_down, seat_the_rest};
use crate::policy::GoalId;
use crate::rules::goals;
use crate::solve::{Options, Silent, solve};

/// The plan of a roll with everything that it does not say; none where no program has its moves.
pub fn seated(
    facts: &Facts<'_>,
    doc: &Plan,
    options: &Options,
) -> Result<Option<Plan>, SolverFault> {
    let bare = Plan {
        unseated: false,
        ..doc.clone()
    };
    let (heads, _) = placement(facts, &bare);
    let next = heads.next(facts);
    let movable = facts.roster.teacher_nos();
    let movable = movable.filter(|who| facts.stands(*who).movable);
    let forced = movable.filter_map(|who| Some((who, next.get(who.0).copied().flatten()?)));
    let question = Question {
        forced: forced.collect(),
        published: None,
        withstand: 0,
        ..facts.question.clone()
    };
    let asked = facts.asking(&question);
    let Some(found) = best(&asked, &heads, doc, options)? else {
        return Ok(None);
    };
    // Those whom no program moves have no seat yet; nobody sits where she does not work.
    let mut plan = Placement {
        moves: heads.moves.clone(),
        ..found
    };
    for (no, people) in facts.post_nos().zip(&mut plan.fills) {
        let school = facts.post(no).school;
        people.retain(|who| next.get(who.0).copied().flatten() == Some(school));
    }
    seat_the_rest(facts, &mut plan);
    let mut plan = cover(facts, &plan, options)?.0;
    keep_what_is_said(&mut plan, heads);
    let mut doc = bare;
    put_down(facts, &plan, &mut doc);
    Ok(Some(doc))
}

/// Whatever the file says beside moves and posts stays as it says.
fn keep_what_is_said(plan: &mut Placement, said: Placement) {
    fn keep<T>(list: &mut Vec<T>, said: Vec<T>) {
        if !said.is_empty() {
            *list = said;
        }
    }
    keep(&mut plan.appointments, said.appointments);
    keep(&mut plan.conversions, said.conversions);
    keep(&mut plan.lessons, said.lessons);
    keep(&mut plan.trips, said.trips);
    keep(&mut plan.remote, said.remote);
    keep(&mut plan.visits, said.visits);
    keep(&mut plan.pairs, said.pairs);
    keep(&mut plan.leaders, said.leaders);
    keep(&mut plan.apprentices, said.apprentices);
}

/// The best plan with these moves; with the least that must-rules come short of where they cannot all hold.
fn best(
    facts: &Facts<'_>,
    heads: &Placement,
    doc: &Plan,
    options: &Options,
) -> Result<Option<Placement>, SolverFault> {
    for elastic in [false, true] {
        let Some(program) = built(facts, elastic, options) else {
            return Ok(None);
        };
        let mut lp = program.lp.clone();
        // Recruits that the file names are those who come.
        for hire in program.hires.iter().filter(|_| !doc.recruits.is_empty()) {
            let said = heads.hires.iter();
            let said = said.filter(|one| (one.pool, one.post) == (hire.pool, hire.post));
            let number = said.map(|one| i64::from(one.number)).sum();
            let column = &mut lp.columns[hire.var.0];
            (column.lower, column.upper) = (number, number);
        }
        let first = elastic.then_some(GoalId::Shortfall);
        let all: Vec<GoalId> = first.into_iter().chain(goals(facts)).collect();
        let outcome = solve(&lp, &all, options, &Silent);
        match (&outcome.point, outcome.ended) {
            (Some(point), _) => return Ok(Some(program.placement(point))),
            (None, Ended::SolverFault) => {
                let words = outcome.fault.unwrap_or_default();
                return Err(SolverFault(words));
            }
            (None, _) => {}
        }
    }
    Ok(None)
}
