//! HiGHS: the only file that names the `highs` crate.
//!
//! Every solve of the process runs with one thread, `parallel=off` and a fixed seed, the very first
//! included: mixed settings make later solves on the same thread fail. Every inequality gets an
//! activity column of its own, because the crate can change bounds of columns but not of rows.

use super::engine::{Answer, Engine, State};
use crate::model::{GoalSum, Lp, Sense};
use highs::{Col, HighsModelStatus, HighsSolutionStatus, Model, RowProblem, SolvedModel};
use std::time::{Duration, Instant};

/// Version of HiGHS that is built in (vendored by highs-sys).
pub const HIGHS_VERSION: &str = "1.16.0";

/// A reduced cost larger than this keeps its column where it is; costs are whole numbers, so a
/// true one is far larger than the solver's own tolerance of 1e-7.
const PRICE: f64 = 1e-6;

/// The program in HiGHS.
pub(super) struct Highs {
    model: Option<Model>,
    columns: Vec<Col>,
    /// Columns of the program itself; those behind are activities.
    own: usize,
    bounds: Vec<(f64, f64)>,
    costs: Vec<usize>,
    values: Vec<f64>,
    prices: Vec<f64>,
    started: Instant,
    fault: Option<String>,
}

impl Highs {
    /// Hands the program over.
    pub(super) fn new(lp: &Lp) -> Self {
        let mut problem = RowProblem::new();
        let mut bounds: Vec<(f64, f64)> = lp
            .columns
            .iter()
            .map(|column| (float(column.lower), float(column.upper)))
            .collect();
        let mut columns: Vec<Col> = bounds
            .iter()
            .map(|(low, high)| problem.add_integer_column(0.0, *low..=*high))
            .collect();
        for row in &lp.rows {
            let terms = row
                .terms
                .iter()
                .map(|(var, factor)| (columns[var.0], float(*factor)));
            let mut terms: Vec<(Col, f64)> = terms.collect();
            let mut side = float(row.bound);
            if row.sense != Sense::Exactly {
                let (low, high) = row.activity(&lp.columns);
                let activity = problem.add_column(0.0, float(low)..=float(high));
                bounds.push((float(low), float(high)));
                columns.push(activity);
                terms.push((activity, -1.0));
                side = 0.0;
            }
            problem.add_row(side..=side, terms);
        }
        let (model, fault) = match problem.try_optimise(highs::Sense::Minimise) {
            Ok(model) => (Some(model), None),
            Err(status) => (None, Some(format!("{status:?}"))),
        };
        let mut engine = Self {
            model,
            columns,
            own: lp.columns.len(),
            bounds,
            costs: Vec::new(),
            values: Vec::new(),
            prices: Vec::new(),
            started: Instant::now(),
            fault,
        };
        engine.settle();
        engine
    }

    fn settle(&mut self) {
        self.option("threads", 1);
        self.option("parallel", "off");
        self.option("random_seed", 7);
    }

    fn option<V: highs::HighsOptionValue>(&mut self, name: &str, value: V) {
        if let Some(model) = &mut self.model
            && model.try_set_option(name, value).is_err()
        {
            self.fault = Some(format!("option {name} refused"));
        }
    }

    fn set_goal(&mut self, goal: &GoalSum) {
        let Some(model) = &mut self.model else { return };
        for column in self.costs.drain(..) {
            model.change_column_cost(self.columns[column], 0.0);
        }
        for (var, amount) in &goal.terms {
            model.change_column_cost(self.columns[var.0], float(*amount));
            self.costs.push(var.0);
        }
    }

    fn change_bounds(&mut self, column: usize, low: f64, high: f64) {
        if let Some(model) = &mut self.model {
            model.change_column_bounds(self.columns[column], low..=high);
        }
    }

    /// Runs it; the clock of HiGHS goes on from solve to solve.
    fn run(&mut self, limit: Option<Duration>) -> Result<SolvedModel, String> {
        let limit = limit.map_or(f64::INFINITY, |left| {
            (self.started.elapsed() + left).as_secs_f64()
        });
        self.option("time_limit", limit);
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let model = self
            .model
            .take()
            .ok_or("the program was lost by a failed solve")?;
        model.try_solve().map_err(|status| format!("{status:?}"))
    }

    fn answer(&mut self, run: Result<SolvedModel, String>, whole: bool) -> Answer {
        let solved = match run {
            Ok(solved) => solved,
            Err(words) => {
                return Answer {
                    state: State::Fault(words),
                    bound: f64::NEG_INFINITY,
                    point: None,
                };
            }
        };
        let state = match solved.status() {
            HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => State::Optimal,
            // Every column has two bounds, so nothing is unbounded.
            HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
                State::Infeasible
            }
            HighsModelStatus::ReachedTimeLimit
            | HighsModelStatus::ReachedInterrupt
            | HighsModelStatus::ReachedSolutionLimit => State::Limit,
            other => State::Fault(format!("{other:?}")),
        };
        let feasible = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
        let bound = if whole {
            solved
                .double_info_value(c"mip_dual_bound")
                .unwrap_or(f64::NEG_INFINITY)
        } else {
            solved.objective_value()
        };
        let solution = solved.get_solution();
        self.values = solution.columns().to_vec();
        self.prices = solution.dual_columns().to_vec();
        let useful = feasible && (whole || state == State::Optimal);
        let point = useful.then(|| self.values[..self.own].to_vec());
        self.model = Some(Model::from(solved));
        Answer {
            state,
            bound,
            point,
        }
    }
}

impl Engine for Highs {
    const RELAXES: bool = true;

    fn relax(&mut self, goal: &GoalSum, limit: Option<Duration>) -> Answer {
        self.set_goal(goal);
        self.option("solve_relaxation", true);
        let run = self.run(limit);
        self.answer(run, false)
    }

    fn keep_to_face(&mut self) {
        for column in 0..self.columns.len() {
            let (low, high) = self.bounds[column];
            let (value, price) = (self.values[column], self.prices[column]);
            let end = if price > PRICE { low } else { high };
            if price.abs() > PRICE && high > low && (value - end).abs() < PRICE {
                self.change_bounds(column, end, end);
            }
        }
    }

    fn whole(&mut self, goal: &GoalSum, limit: Option<Duration>, gap: f64) -> Answer {
        self.set_goal(goal);
        self.option("solve_relaxation", false);
        self.option("mip_rel_gap", gap);
        self.option("mip_abs_gap", 0.0);
        let run = self.run(limit);
        self.answer(run, true)
    }

    fn cap(&mut self, goal: &GoalSum, most: i64) {
        let terms: Vec<_> = goal
            .terms
            .iter()
            .map(|(var, amount)| (self.columns[var.0], float(*amount)))
            .collect();
        if let Some(model) = &mut self.model
            && let Err(status) = model.try_add_row(..=float(most), terms)
        {
            self.fault = Some(format!("{status:?}"));
        }
    }

    fn reset(&mut self, lp: &Lp) {
        *self = Self::new(lp);
    }
}

#[allow(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn float(x: i64) -> f64 {
    x as f64
}

/// HiGHS before 1.15 said 15 here: minimise 2x+3z, x+z ≥ 4.5, 0 ≤ x,z ≤ 10, z whole; the true
/// answer is 9.
pub fn known_fault_is_absent() -> bool {
    let mut problem = RowProblem::new();
    let x = problem.add_column(2.0, 0.0..=10.0);
    let z = problem.add_integer_column(3.0, 0.0..=10.0);
    problem.add_row(4.5.., [(x, 1.0), (z, 1.0)]);
    let Ok(mut model) = problem.try_optimise(highs::Sense::Minimise) else {
        return false;
    };
    let settled = model.try_set_option("threads", 1).is_ok()
        && model.try_set_option("parallel", "off").is_ok()
        && model.try_set_option("random_seed", 7).is_ok();
    settled
        && model
            .try_solve()
            .is_ok_and(|solved| (solved.objective_value() - 9.0).abs() < 1e-6)
}
