//! What is left of a program when fixed columns and rows that hold anyhow are taken away: most of a
//! program after a few goals, and HiGHS would look at all of it for each.

use super::{Ends, float};
use crate::model::Terms;
use std::sync::Arc;

/// The columns and rows that are left, as places in the whole.
pub(super) struct Small {
    /// Columns whose two ends differ, or all.
    pub(super) columns: Vec<usize>,
    /// Rows that some values of these columns would break.
    pub(super) rows: Vec<usize>,
    /// For each column of the whole its place among those left.
    places: Vec<Option<usize>>,
}

impl Small {
    /// Looks at the ends of every column and row once. Fixed columns stay where `all` asks for it.
    pub(super) fn of(columns: &[Ends], rows: &[(Arc<Terms>, Ends)], all: bool) -> Self {
        let mut places = vec![None; columns.len()];
        let mut left = Vec::new();
        for (no, (low, high)) in columns.iter().enumerate() {
            if all || low < high {
                places[no] = Some(left.len());
                left.push(no);
            }
        }
        let may_break = |(terms, (low, high)): &(Arc<Terms>, Ends)| {
            let (least, most) = reach(columns, terms);
            least < *low || most > *high
        };
        let broken = rows.iter().enumerate();
        let broken = broken.filter(|(_, row)| may_break(row));
        Self {
            rows: broken.map(|(no, _)| no).collect(),
            columns: left,
            places,
        }
    }

    /// Terms of a row over the columns that are left, and what the fixed ones add.
    pub(super) fn split(&self, columns: &[Ends], terms: &Terms) -> (Vec<(usize, f64)>, f64) {
        let (mut left, mut fixed) = (Vec::new(), 0.0);
        for (var, factor) in terms {
            let factor = float(*factor);
            match self.places[var.0] {
                Some(place) => left.push((place, factor)),
                None => fixed += factor * columns[var.0].0,
            }
        }
        (left, fixed)
    }

    /// Values of the whole: those of the columns that are left, and where the others are fixed.
    pub(super) fn whole(&self, columns: &[Ends], left: &[f64]) -> Vec<f64> {
        let mut all: Vec<f64> = columns.iter().map(|ends| ends.0).collect();
        for (no, value) in self.columns.iter().zip(left) {
            all[*no] = *value;
        }
        all
    }
}

/// Least and largest sum of a row.
fn reach(columns: &[Ends], terms: &Terms) -> Ends {
    let (mut least, mut most) = (0.0, 0.0);
    for (var, factor) in terms {
        let (low, high) = columns[var.0];
        let ends = (float(*factor) * low, float(*factor) * high);
        least += ends.0.min(ends.1);
        most += ends.0.max(ends.1);
    }
    (least, most)
}
