//! Finds proofs that the goals of a plan cannot be better, for [`crate::proof`] to check.
//!
//! The relaxation of a goal, with the goals before it as rows, gives multipliers. Where its value is not enough, the
//! program is split at a column that is no whole number there, and each part is looked at alike. Of the columns to
//! split at, that one is taken whose parts promise most: tried out at first, later guessed from what it brought before.

use super::warm::{Relaxation, Warm};
use super::{Ends, Until, float};
use crate::model::{GoalSum, Lp, Sense};
use crate::policy::GoalId;
use crate::proof::{GoalProof, Leaf, Split, Step, ends_of, proves};
use std::collections::BTreeMap;

/// Common denominators that are tried, the plain ones first.
const DENOMINATORS: &[i64] = &[
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    10,
    12,
    16,
    20,
    24,
    30,
    60,
    120,
    840,
    1_000,
    10_000,
    1_000_000,
    100_000_000,
];

/// As near to a whole number as this a value is one.
const NEAR: f64 = 1e-6;

/// So many columns are looked at before one of them is split.
const LOOKED_AT: usize = 8;

/// How often a column is tried out before what it brought is believed.
const TRIED: f64 = 4.0;

/// Programs with more columns than this get no proof: it would take as long as the plan itself.
const MOST_COLUMNS: usize = 40_000;

/// The search for one proof is given up after relaxations of so many columns in all.
const MOST_WORK: usize = 8_000_000;

/// And so is every search that would come after so many for all goals together.
const MOST_FOR_ALL: usize = 10_000_000;

/// Why the search for a proof came to nothing.
enum Stop {
    /// It took too long, or it was time to stop.
    GivenUp,
    /// The solver failed.
    Fault,
}

/// Proofs of the goals, each with what the plan reaches, as far as they are found before it is time to stop.
pub fn certify(lp: &Lp, values: &[(GoalId, i64)], until: &Until) -> Vec<GoalProof> {
    if lp.columns.len() > MOST_COLUMNS {
        return Vec::new();
    }
    let (lp, values, end) = (lp.clone(), values.to_vec(), until.clone());
    let goals = values.len();
    let found = until.run(move || searched(&lp, &values, &end));
    let found = found.unwrap_or_default();
    // What could not be looked for in time is not done, though the plan stands.
    if found.len() < goals {
        until.cuts();
    }
    found
}

fn searched(lp: &Lp, values: &[(GoalId, i64)], until: &Until) -> Vec<GoalProof> {
    let columns = lp.columns.len();
    let mut left = MOST_FOR_ALL;
    let mut attempt = |number: usize, most: usize| {
        let mut search = Search::new(lp, &values[..number], values[number], until)?;
        search.left = most.min(left);
        let steps = search.part(&mut Vec::new());
        left -= most.min(left) - search.left;
        steps.ok().map(|()| GoalProof {
            goal: search.goal,
            at_least: search.value,
            steps: search.steps,
        })
    };
    // Most goals need one relaxation only: those first.
    let at_once: Vec<_> = (0..values.len()).map(|no| attempt(no, columns)).collect();
    let all = at_once.into_iter().enumerate();
    let all = all.filter_map(|(no, found)| found.or_else(|| attempt(no, MOST_WORK)));
    all.collect()
}

struct Search<'a> {
    lp: &'a Lp,
    caps: &'a [(GoalId, i64)],
    goal: GoalId,
    value: i64,
    /// A part whose relaxation is above this holds nothing better.
    enough: f64,
    until: &'a Until,
    warm: Option<Warm>,
    /// Columns that may still be looked at, each as often as it is in a relaxation.
    left: usize,
    /// What splitting at a column brought in the lower and the upper part, by one unit, and how often that was seen.
    brought: BTreeMap<usize, [f64; 3]>,
    steps: Vec<Step>,
}

/// A split that was chosen: the column, and its largest value in the lower part.
type Chosen = (usize, f64);

impl<'a> Search<'a> {
    fn new(
        lp: &'a Lp,
        caps: &'a [(GoalId, i64)],
        (goal, value): (GoalId, i64),
        until: &'a Until,
    ) -> Option<Self> {
        let sum = lp.goals.get(&goal).cloned().unwrap_or_default();
        Some(Self {
            lp,
            caps,
            goal,
            value,
            enough: float(value.checked_sub(sum.constant)?.checked_sub(1)?) + NEAR,
            until,
            warm: None,
            left: 0,
            brought: BTreeMap::new(),
            steps: Vec::new(),
        })
    }

    /// Proves what is left within these ends.
    fn part(&mut self, ends: &mut Vec<(usize, Ends)>) -> Result<(), Stop> {
        // What the columns alone allow is often enough.
        if let Some(leaf) = self.leaf(&[], ends, true) {
            self.steps.push(Step::Leaf(leaf));
            return Ok(());
        }
        let found = self.relaxed(ends)?;
        let Some(value) = found.value else {
            let prices = self.warm()?.broken(ends).map_err(|_| Stop::Fault)?;
            let leaf = self.leaf(&prices, ends, false).ok_or(Stop::Fault)?;
            self.steps.push(Step::Leaf(leaf));
            return Ok(());
        };
        // Just above what is enough no common denominator may do: then it is split once more.
        if value > self.enough
            && let Some(leaf) = self.leaf(&found.prices, ends, true)
        {
            self.steps.push(Step::Leaf(leaf));
            return Ok(());
        }
        let (column, most) = self.split(&found, value, ends)?;
        drop(found);
        #[allow(clippy::cast_possible_truncation, reason = "rounded before")]
        let most_below = most as i64;
        self.steps.push(Step::Split(Split {
            column,
            most: most_below,
        }));
        let (low, high) = self.ends(column, ends);
        for narrower in [(low, most), (most + 1.0, high)] {
            ends.push((column, narrower));
            self.part(ends)?;
            ends.pop();
        }
        Ok(())
    }

    /// The ends of a column within a part.
    fn ends(&self, column: usize, ends: &[(usize, Ends)]) -> Ends {
        let narrowed = ends.iter().rev().find(|one| one.0 == column);
        narrowed.map_or_else(
            || {
                let column = &self.lp.columns[column];
                (float(column.lower), float(column.upper))
            },
            |one| one.1,
        )
    }

    fn warm(&mut self) -> Result<&mut Warm, Stop> {
        if self.warm.is_none() {
            let sum = |goal: GoalId| self.lp.goals.get(&goal).cloned().unwrap_or_default();
            let caps = self.caps.iter();
            let caps: Vec<(GoalSum, i64)> = caps.map(|(goal, most)| (sum(*goal), *most)).collect();
            let warm = Warm::new(self.lp, &sum(self.goal), &caps, self.until);
            self.warm = Some(warm.map_err(|_| Stop::Fault)?);
        }
        self.warm.as_mut().ok_or(Stop::Fault)
    }

    fn relaxed(&mut self, ends: &[(usize, Ends)]) -> Result<Relaxation, Stop> {
        let left = self.left.checked_sub(self.lp.columns.len());
        self.left = left
            .filter(|_| !self.until.is_over())
            .ok_or(Stop::GivenUp)?;
        self.warm()?.solve(ends).map_err(|_| Stop::Fault)
    }

    /// Where to split: the column whose parts promise most.
    fn split(
        &mut self,
        found: &Relaxation,
        value: f64,
        ends: &[(usize, Ends)],
    ) -> Result<Chosen, Stop> {
        let point = found.point.iter().enumerate();
        let broken = point.filter(|(_, x)| (*x - x.round()).abs() > NEAR);
        let mut broken: Vec<(f64, usize, f64)> = broken
            .map(|(column, x)| (self.guess(column, x - x.floor()), column, *x))
            .collect();
        broken.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut best: Option<(f64, Chosen)> = None;
        for (guess, column, x) in broken.into_iter().take(LOOKED_AT) {
            let known = self.brought.get(&column).is_some_and(|one| one[2] >= TRIED);
            let worth = if known {
                guess
            } else {
                self.tried(column, x, value, ends)?
            };
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, (column, x.floor())));
            }
        }
        // A whole point below what the plan reaches: the plan is not the best, or the solver erred.
        best.map(|(_, split)| split).ok_or(Stop::Fault)
    }

    /// What a split at a column is worth by what it brought before.
    fn guess(&self, column: usize, part: f64) -> f64 {
        self.brought
            .get(&column)
            .map_or(1e3 * part.min(1.0 - part), |[down, up, times]| {
                worth(down / times * part, up / times * (1.0 - part))
            })
    }

    /// What a split at a column is worth, tried out.
    fn tried(
        &mut self,
        column: usize,
        x: f64,
        value: f64,
        ends: &[(usize, Ends)],
    ) -> Result<f64, Stop> {
        let (low, high) = self.ends(column, ends);
        let mut gains = [0.0; 2];
        for (gain, narrower) in gains.iter_mut().zip([(low, x.floor()), (x.ceil(), high)]) {
            let part = [ends, &[(column, narrower)]].concat();
            let most = self.enough - value + 1.0;
            let found = self.relaxed(&part)?.value;
            *gain = found.map_or(most, |found| (found - value).min(most));
        }
        let part = x - x.floor();
        let brought = self.brought.entry(column).or_default();
        brought[0] += gains[0] / part;
        brought[1] += gains[1] / (1.0 - part);
        brought[2] += 1.0;
        Ok(worth(gains[0], gains[1]))
    }

    /// Prices as multipliers over the first common denominator with which they prove the part.
    fn leaf(&self, prices: &[f64], ends: &[(usize, Ends)], bounds: bool) -> Option<Leaf> {
        let mut all = ends_of(self.lp);
        for (column, (low, high)) in ends {
            all[*column] = (whole(*low), whole(*high));
        }
        let rows = self.lp.rows.len();
        let proves = |leaf: &Leaf| {
            let goal = (self.caps, self.goal);
            proves(self.lp, goal, &all, leaf, self.value) == Some(true)
        };
        let leaves = DENOMINATORS.iter().map(|by| {
            let prices = prices
                .iter()
                .map(|price| whole((price * float(*by)).round()));
            let prices = prices.enumerate().filter(|(_, price)| *price != 0);
            let mut leaf = Leaf {
                by: if bounds { *by } else { 0 },
                ..Leaf::default()
            };
            for (number, price) in prices {
                let fits = |sense: Sense| sense.takes(price);
                match (
                    self.lp.rows.get(number),
                    self.caps.get(number.saturating_sub(rows)),
                ) {
                    (Some(row), _) if fits(row.sense) => leaf.rows.push((number, price)),
                    (None, Some((goal, _))) if fits(Sense::AtMost) => {
                        leaf.goals.push((*goal, price));
                    }
                    // A solver may be wrong in the last digit.
                    _ => {}
                }
            }
            leaf
        });
        let tries = if prices.is_empty() { 1 } else { usize::MAX };
        leaves.take(tries).find(proves)
    }
}

/// What two gains are worth together.
fn worth(down: f64, up: f64) -> f64 {
    down.max(1e-4) * up.max(1e-4)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "too large a price proves nothing, and that is checked"
)]
fn whole(x: f64) -> i64 {
    x as i64
}
