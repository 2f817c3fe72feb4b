//! A relaxation that is solved again and again with other ends of its columns, each time from where the last one ended.

use super::highs::{said, settle};
use super::{Ends, Until, ends_of_row, float};
use crate::model::{GoalSum, Lp, Terms};
use highs::{Col, HighsModelStatus, Model, RowProblem, SolvedModel};

/// What a relaxation says.
pub(super) struct Relaxation {
    /// Its value, without the constant of the goal; none where no point obeys the rows.
    pub(super) value: Option<f64>,
    /// The value of each column.
    pub(super) point: Vec<f64>,
    /// The price of each row, those of earlier goals last.
    pub(super) prices: Vec<f64>,
}

/// A program with one goal, and the earlier ones as rows.
pub(super) struct Warm {
    model: Option<Model>,
    columns: Vec<Col>,
    rows: Vec<(Terms, Ends)>,
    base: Vec<Ends>,
    now: Vec<Ends>,
}

impl Warm {
    /// Takes it over; `earlier` are sums with what they are at most.
    pub(super) fn new(
        lp: &Lp,
        goal: &GoalSum,
        earlier: &[(GoalSum, i64)],
        until: &Until,
    ) -> Result<Self, String> {
        let rows = lp.rows.iter();
        let rows = rows.map(|row| (row.terms.clone(), ends_of_row(row)));
        let caps = earlier.iter().map(|(sum, most)| {
            let ends = (f64::NEG_INFINITY, float(*most - sum.constant));
            (sum.terms.clone(), ends)
        });
        let rows: Vec<(Terms, Ends)> = rows.chain(caps).collect();
        let ends = lp.columns.iter();
        let base: Vec<Ends> = ends
            .map(|one| (float(one.lower), float(one.upper)))
            .collect();
        let mut costs = vec![0.0; base.len()];
        for (var, amount) in &goal.terms {
            costs[var.0] = float(*amount);
        }
        let mut problem = RowProblem::new();
        let columns = base.iter().zip(costs);
        let columns: Vec<Col> = columns
            .map(|((low, high), cost)| problem.add_column(cost, *low..=*high))
            .collect();
        for (terms, (low, high)) in &rows {
            problem.add_row(*low..=*high, placed(&columns, terms));
        }
        let mut model = problem.try_optimise(highs::Sense::Minimise).map_err(said)?;
        settle(&mut model).map_err(said)?;
        if let Some(left) = until.left() {
            let set = model.try_set_option("time_limit", left.as_secs_f64());
            set.map_err(said)?;
        }
        Ok(Self {
            model: Some(model),
            columns,
            rows,
            now: base.clone(),
            base,
        })
    }

    /// Solves within these ends, all others being as at first.
    pub(super) fn solve(&mut self, narrower: &[(usize, Ends)]) -> Result<Relaxation, String> {
        let mut model = self.model.take().ok_or("the solver has failed before")?;
        let mut ends = self.base.clone();
        for (column, narrow) in narrower {
            ends[*column] = *narrow;
        }
        for (column, (old, new)) in self.now.iter().zip(&ends).enumerate() {
            if old != new {
                model.change_column_bounds(self.columns[column], new.0..=new.1);
            }
        }
        self.now = ends;
        let solved = model.try_solve().map_err(said)?;
        let found = match solved.status() {
            HighsModelStatus::Optimal => Ok(read(&solved, Some(solved.objective_value()))),
            HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
                Ok(read(&solved, None))
            }
            other => Err(said(other)),
        };
        self.model = Some(Model::from(solved));
        found
    }

    /// By which prices of the rows no point obeys them: the least by which all together are broken.
    pub(super) fn broken(&self, narrower: &[(usize, Ends)]) -> Result<Vec<f64>, String> {
        let mut ends = self.base.clone();
        for (column, narrow) in narrower {
            ends[*column] = *narrow;
        }
        let mut problem = RowProblem::new();
        let columns = ends.iter();
        let columns: Vec<Col> = columns
            .map(|(low, high)| problem.add_column(0.0, *low..=*high))
            .collect();
        for (terms, (low, high)) in &self.rows {
            let mut terms = placed(&columns, terms);
            for (end, sign) in [(low, 1.0), (high, -1.0)] {
                if end.is_finite() {
                    terms.push((problem.add_column(1.0, 0.0..), sign));
                }
            }
            problem.add_row(*low..=*high, terms);
        }
        let mut model = problem.try_optimise(highs::Sense::Minimise).map_err(said)?;
        settle(&mut model).map_err(said)?;
        let solved = model.try_solve().map_err(said)?;
        Ok(solved.get_solution().dual_rows().to_vec())
    }
}

fn placed(columns: &[Col], terms: &Terms) -> Vec<(Col, f64)> {
    let terms = terms.iter();
    terms
        .map(|(var, factor)| (columns[var.0], float(*factor)))
        .collect()
}

fn read(solved: &SolvedModel, value: Option<f64>) -> Relaxation {
    let solution = solved.get_solution();
    Relaxation {
        value,
        point: solution.columns().to_vec(),
        prices: solution.dual_rows().to_vec(),
    }
}
