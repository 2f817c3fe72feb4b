//! microlp through `good_lp`: pure Rust, for small programs and as a second opinion.

use super::engine::{Answer, Engine, State};
use crate::model::{GoalSum, Lp, Sense, Terms};
use good_lp::{
    Constraint, Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable,
    microlp, variable,
};
use std::time::Duration;

/// The program, built anew for every solve.
pub(super) struct Microlp {
    lp: Lp,
    caps: Vec<(Terms, i64)>,
}

impl Microlp {
    /// Keeps a copy of the program.
    pub(super) fn new(lp: &Lp) -> Self {
        Self {
            lp: lp.clone(),
            caps: Vec::new(),
        }
    }
}

impl Engine for Microlp {
    const RELAXES: bool = false;

    fn relax(&mut self, _: &GoalSum, _: Option<Duration>) -> Answer {
        let words = "microlp keeps to no face".into();
        Answer {
            state: State::Fault(words),
            bound: f64::NEG_INFINITY,
            point: None,
        }
    }

    fn keep_to_face(&mut self) {}

    fn whole(&mut self, goal: &GoalSum, limit: Option<Duration>, _: f64) -> Answer {
        let mut names = ProblemVariables::new();
        let vars: Vec<Variable> = self
            .lp
            .columns
            .iter()
            .map(|column| {
                names.add(
                    variable()
                        .integer()
                        .min(float(column.lower))
                        .max(float(column.upper)),
                )
            })
            .collect();
        let mut model = names.minimise(sum(&goal.terms, &vars)).using(microlp);
        for row in &self.lp.rows {
            if row.terms.is_empty() && !row.holds(&[]) {
                return Answer {
                    state: State::Infeasible,
                    bound: f64::NEG_INFINITY,
                    point: None,
                };
            }
            if !row.terms.is_empty() {
                model.add_constraint(bind(sum(&row.terms, &vars), row.sense, row.bound));
            }
        }
        for (terms, most) in &self.caps {
            model.add_constraint(bind(sum(terms, &vars), Sense::AtMost, *most));
        }
        if let Some(limit) = limit {
            model = good_lp::WithTimeLimit::with_time_limit(model, limit.as_secs_f64());
        }
        answer(model.solve(), goal, &vars)
    }

    fn cap(&mut self, goal: &GoalSum, most: i64) {
        self.caps.push((goal.terms.clone(), most));
    }

    fn reset(&mut self, lp: &Lp) {
        *self = Self::new(lp);
    }
}

fn sum(terms: &Terms, vars: &[Variable]) -> Expression {
    let mut sum = Expression::with_capacity(terms.len());
    for (var, amount) in terms {
        sum.add_mul(float(*amount), vars[var.0]);
    }
    sum
}

fn bind(left: Expression, sense: Sense, bound: i64) -> Constraint {
    match sense {
        Sense::AtLeast => left.geq(float(bound)),
        Sense::AtMost => left.leq(float(bound)),
        Sense::Exactly => left.eq(float(bound)),
    }
}

#[allow(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn float(x: i64) -> f64 {
    x as f64
}

fn answer<S: Solution>(
    solved: Result<S, ResolutionError>,
    goal: &GoalSum,
    vars: &[Variable],
) -> Answer {
    let nothing = |state| Answer {
        state,
        bound: f64::NEG_INFINITY,
        point: None,
    };
    match solved {
        Ok(solution) => {
            let point: Vec<f64> = vars.iter().map(|var| solution.value(*var)).collect();
            let value = |(var, amount): &(crate::model::Var, i64)| float(*amount) * point[var.0];
            Answer {
                state: State::Optimal,
                bound: goal.terms.iter().map(value).sum(),
                point: Some(point),
            }
        }
        Err(ResolutionError::Infeasible) => nothing(State::Infeasible),
        Err(other) => nothing(State::Fault(other.to_string())),
    }
}
