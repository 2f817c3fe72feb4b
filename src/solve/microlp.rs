//! microlp through `good_lp`: pure Rust, for small programs and as a second opinion.

use super::engine::{Answer, Engine, State, Task};
use super::{Until, float};
use crate::model::{Column, GoalSum, Lp, Row, Sense, Terms, Var};
use good_lp::solvers::SolutionStatus;
use good_lp::{
    Constraint, Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable,
    WithTimeLimit, microlp, variable,
};

/// The program, built anew for every solve.
#[derive(Clone)]
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

    fn relax(&mut self, _: &GoalSum, _: &Until) -> Answer {
        nothing(State::Fault("microlp keeps to no face".into()))
    }

    fn presume(&mut self, _: &GoalSum, _: bool) -> Option<f64> {
        None
    }

    fn keep_within(&mut self, _: f64) {}

    fn whole(&mut self, goal: &GoalSum, _: Option<f64>, task: Task<'_>) -> Answer {
        let impossible = |row: &Row| row.terms.is_empty() && !row.holds(&[]);
        if self.lp.rows.iter().any(impossible) {
            return nothing(State::Infeasible);
        }
        let mut names = ProblemVariables::new();
        let whole = |column: &Column| {
            let from_zero = variable().integer();
            from_zero.min(float(column.lower)).max(float(column.upper))
        };
        let columns = self.lp.columns.iter();
        let vars: Vec<Variable> = columns.map(|column| names.add(whole(column))).collect();
        let mut model = names.minimise(sum(&goal.terms, &vars)).using(microlp);
        for row in self.lp.rows.iter().filter(|row| !row.terms.is_empty()) {
            model.add_constraint(bind(sum(&row.terms, &vars), row.sense, row.bound));
        }
        for (terms, most) in &self.caps {
            model.add_constraint(bind(sum(terms, &vars), Sense::AtMost, *most));
        }
        if let Some(limit) = task.until.left() {
            model = model.with_time_limit(limit.as_secs_f64());
        }
        answer(model.solve(), goal, &vars)
    }

    fn cap(&mut self, goal: &GoalSum, most: i64) {
        self.caps.push((goal.terms.clone(), most));
    }
}

/// What microlp said, in the words of this module.
fn answer<S: Solution>(
    said: Result<S, ResolutionError>,
    goal: &GoalSum,
    vars: &[Variable],
) -> Answer {
    let solution = match said {
        Ok(solution) => solution,
        Err(ResolutionError::Infeasible) => return nothing(State::Infeasible),
        Err(ResolutionError::Other(words)) if words.contains("Time limit") => {
            return nothing(State::Limit);
        }
        Err(other) => return nothing(State::Fault(other.to_string())),
    };
    let point: Vec<f64> = vars.iter().map(|var| solution.value(*var)).collect();
    let value = |(var, amount): &(Var, i64)| float(*amount) * point[var.0];
    let (state, bound) = match solution.status() {
        SolutionStatus::Optimal => (State::Optimal, goal.terms.iter().map(value).sum()),
        // A point found when the clock ran out proves nothing.
        _ => (State::Limit, f64::NEG_INFINITY),
    };
    Answer {
        state,
        bound,
        point: Some(point),
        near: false,
    }
}

fn nothing(state: State) -> Answer {
    Answer {
        state,
        bound: f64::NEG_INFINITY,
        point: None,
        near: false,
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
