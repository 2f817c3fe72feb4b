//! The order of goals against enumeration: every whole point of small random programs.

use lungang::model::{Lp, Sense, Var};
use lungang::plan::Ended;
use lungang::policy::GoalId;
use lungang::solve::{Options, Silent, Solver, solve};
use proptest::prelude::*;

pub(crate) const GOALS: [GoalId; 3] = [GoalId::EmptyPosts, GoalId::Burden, GoalId::Moves];

/// Coefficients of rows, their senses and bounds, and the costs of each goal.
#[derive(Debug, Clone)]
pub(crate) struct Small {
    uppers: Vec<i64>,
    rows: Vec<(Vec<i64>, u8, i64)>,
    costs: Vec<Vec<i64>>,
}

pub(crate) fn small() -> impl Strategy<Value = Small> {
    // Now and then there is nothing to decide.
    (0usize..6).prop_flat_map(|n| {
        let row = (prop::collection::vec(-3i64..4, n), 0u8..3, -2i64..7);
        let costs = prop::collection::vec(prop::collection::vec(-4i64..6, n), 3);
        (
            prop::collection::vec(1i64..4, n),
            prop::collection::vec(row, 0..5),
            costs,
        )
            .prop_map(|(uppers, rows, costs)| Small {
                uppers,
                rows,
                costs,
            })
    })
}

pub(crate) fn program(small: &Small) -> Lp {
    let mut lp = Lp::default();
    for (no, upper) in small.uppers.iter().enumerate() {
        lp.column(format!("x{no}"), 0, *upper);
    }
    for (no, (factors, sense, bound)) in small.rows.iter().enumerate() {
        let terms = factors
            .iter()
            .enumerate()
            .map(|(no, factor)| (Var(no), *factor))
            .collect();
        let sense = [Sense::AtLeast, Sense::AtMost, Sense::Exactly][usize::from(*sense)];
        lp.row("row", no.to_string(), terms, sense, *bound);
    }
    for (goal, costs) in GOALS.iter().zip(&small.costs) {
        costs
            .iter()
            .enumerate()
            .for_each(|(no, cost)| lp.cost(*goal, Var(no), *cost));
        lp.constant(*goal, 5);
    }
    lp.tidy();
    lp
}

/// The best goal values over every whole point, by enumeration.
pub(crate) fn enumerate(lp: &Lp) -> Option<Vec<i64>> {
    let mut best: Option<Vec<i64>> = None;
    let mut point = vec![0; lp.columns.len()];
    loop {
        if lp.broken(&point).is_empty() {
            let values: Vec<i64> = GOALS
                .iter()
                .map(|goal| lp.goal_value(*goal, &point))
                .collect();
            best = Some(best.map_or(values.clone(), |best| best.min(values)));
        }
        let Some(no) = (0..point.len()).find(|no| point[*no] < lp.columns[*no].upper) else {
            return best;
        };
        point[..no].fill(0);
        point[no] += 1;
    }
}

fn check(small: &Small, solver: Solver) -> Result<(), TestCaseError> {
    let lp = program(small);
    let options = Options {
        solver,
        ..Options::default()
    };
    let outcome = solve(&lp, &GOALS, &options, &Silent);
    match enumerate(&lp) {
        None => prop_assert_eq!(outcome.ended, Ended::NoPlanExists, "{:?}", outcome),
        Some(best) => {
            prop_assert_eq!(outcome.ended, Ended::Proved, "{:?}", outcome);
            let values: Vec<_> = outcome.goals.iter().filter_map(|goal| goal.value).collect();
            prop_assert_eq!(values, best);
            prop_assert!(outcome.goals.iter().all(|goal| goal.value == goal.bound));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn microlp_reaches_the_enumerated_optimum(small in small()) {
        check(&small, Solver::Microlp)?;
    }

    #[cfg(feature = "solver")]
    #[test]
    fn highs_reaches_the_enumerated_optimum(small in small()) {
        check(&small, Solver::Highs)?;
    }
}

#[cfg(feature = "solver")]
#[test]
fn the_known_fault_of_older_highs_is_absent() {
    assert!(lungang::solve::known_fault_is_absent());
}
