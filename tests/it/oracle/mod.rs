//! The oracle: small random counties of which every possible plan is enumerated. For every plan and
//! every rule the audit is silent exactly when the rule's rows hold; the goals weigh it alike; and
//! the solver's optimum is the best of all enumerated plans, goal by goal.

mod answers;
mod draw;
mod plans;
mod refusals;
mod tighter;

use crate::night::by_night;
use crate::patched::try_patched;
use crate::rule_rows::Points;
use draw::{decided_before, random, roomy};
use lungang::audit::audit;
use lungang::facts::{Facts, Placement};
use lungang::plan::Ended;
use lungang::policy::{Force, GoalId};
use lungang::rules::{build, goals};
use lungang::solve::{Options, Silent, solve};
use plans::plans;
use rayon::prelude::*;

const BASE: &str = "tests/golden/rules/base";

/// Counties that are enumerated, by day and by night.
const COUNTIES: [u64; 2] = [30, 90];

/// At least so many counties must be left, and so many of them with and without a legal plan.
const ENOUGH: [[usize; 3]; 2] = [[22, 13, 5], [70, 40, 20]];

#[test]
fn every_possible_plan_of_small_counties_is_judged_alike_and_the_best_is_found() {
    let seen: Vec<Option<bool>> = (0..by_night(COUNTIES[0], COUNTIES[1]))
        .into_par_iter()
        .map(county)
        .collect();
    let with = seen.iter().filter(|one| **one == Some(true)).count();
    let without = seen.iter().filter(|one| **one == Some(false)).count();
    let counts = [with + without, with, without];
    assert!(
        counts
            .iter()
            .zip(by_night(ENOUGH[0], ENOUGH[1]))
            .all(|(is, least)| *is >= least),
        "{counts:?}"
    );
}

/// Checks one county; says whether it has a legal plan, or nothing when it cannot be read or has too many plans.
fn county(seed: u64) -> Option<bool> {
    let mut draw = random(seed);
    let changes = roomy(&mut draw);
    let (mut roster, book) = try_patched(BASE, &changes).ok()?;
    let question = decided_before(&mut draw, &mut roster, &book);
    let facts = Facts::asked(&roster, &book, &question);
    let plans = plans(&facts)?;
    let decided = (&roster.waivers, &question.published);
    let about = format!("county {seed}: {changes:?} {decided:?}");
    let best = judge_all(&facts, &plans, &about);
    let program = build(&facts, false);
    let outcome = solve(&program.lp, &goals(&facts), &Options::default(), &Silent);
    match best {
        None => assert_eq!(outcome.ended, Ended::NoPlanExists, "{about}"),
        Some(best) => {
            assert_eq!(outcome.ended, Ended::Proved, "{about}: {outcome:?}");
            let goals = outcome.goals.iter();
            let goals = goals.filter(|one| one.goal != GoalId::Canonical);
            let found: Vec<_> = goals.map(|one| one.value.unwrap()).collect();
            assert_eq!(found, best, "{about}");
        }
    }
    Some(outcome.ended == Ended::Proved)
}

/// Compares both judges on every plan; the goal values of the best plan that obeys every must-rule.
fn judge_all(facts: &Facts<'_>, plans: &[Placement], about: &str) -> Option<Vec<i64>> {
    let program = build(facts, false);
    let points = Points::new(&program);
    let order = goals(facts);
    let mut best: Option<Vec<i64>> = None;
    for plan in plans {
        let judged = audit(facts, plan);
        let goals: Vec<i64> = goals(facts)
            .iter()
            .filter(|goal| **goal != GoalId::Canonical)
            .map(|goal| judged.goals.get(goal).copied().unwrap_or(0))
            .collect();
        match points.point(plan, None) {
            // Some rule keeps the column away: its audit must say so.
            None => assert!(!judged.holds(), "{about}: no column, yet legal: {plan:?}"),
            Some(point) => {
                for rule in judged.rules.iter().filter(|rule| rule.force == Force::Must) {
                    let mut rows = program.lp.rows.iter();
                    let holds = rows.all(|row| row.rule != rule.rule || row.holds(&point));
                    assert_eq!(holds, rule.holds, "{about}: {}: {plan:?}", rule.rule);
                }
                for (goal, said) in order.iter().zip(&goals) {
                    let is = program.lp.goal_value(*goal, &point);
                    assert_eq!(is, *said, "{about}: {goal:?}: {plan:?}");
                }
            }
        }
        if judged.holds() && best.as_ref().is_none_or(|best| goals < *best) {
            best = Some(goals);
        }
    }
    best
}
