//! The goals one after the other, the relaxation first.
//!
//! After the relaxation of a goal, every point that reaches its value lies on the optimal face:
//! columns with a reduced cost stand still, and the next goal is solved on what remains. If the
//! vertex of the last goal is whole it proves every goal above it at once, since each relaxation's
//! value is a bound and is attained. Otherwise whole numbers are asked for on the last face only;
//! if that face holds no whole point, goal by goal, with a cap where the whole-number optimum of a
//! goal differs from its relaxation's.

use super::engine::{Answer, Engine, State};
use super::{Ended, GoalResult, Options, Outcome, Progress, Watch};
use crate::law::GoalId;
use crate::model::{GoalSum, Lp};
use std::time::{Duration, Instant};

/// A relaxation's value this near to a whole number is that number.
const NEAR: f64 = 1e-5;

struct Search<'a, E> {
    engine: E,
    lp: &'a Lp,
    goals: &'a [GoalId],
    sums: Vec<GoalSum>,
    options: &'a Options,
    watch: &'a dyn Watch,
    deadline: Option<Instant>,
    /// Lower bound of each goal so far, constant included.
    bounds: Vec<Option<i64>>,
    /// The best whole point so far.
    best: Option<Vec<i64>>,
    /// Some relaxation had a point.
    relaxed: bool,
    /// Goals whose whole-number optimum has been found.
    reached: usize,
    /// The last goals were not proved to the very unit, only within the asked gap.
    within_gap: bool,
}

/// Why a pass over the goals stopped early.
enum Stop {
    Infeasible,
    Limit,
    Fault(String),
}

/// Reaches the goals with this engine.
pub(super) fn run<E: Engine>(
    engine: E,
    lp: &Lp,
    goals: &[GoalId],
    options: &Options,
    watch: &dyn Watch,
) -> Outcome {
    let sums = goals
        .iter()
        .map(|goal| lp.goals.get(goal).cloned().unwrap_or_default())
        .collect();
    let deadline = options.time_limit.map(|limit| Instant::now() + limit);
    let bounds = vec![None; goals.len()];
    let mut search = Search {
        engine,
        lp,
        goals,
        sums,
        options,
        watch,
        deadline,
        bounds,
        best: None,
        relaxed: false,
        reached: 0,
        within_gap: false,
    };
    let passed = search.pass(!E::RELAXES).and_then(|done| {
        if done {
            return Ok(());
        }
        search.engine.reset(lp);
        search.bounds.fill(None);
        search.reached = 0;
        search.pass(true).map(|_| ())
    });
    search.close(passed)
}

impl<E: Engine> Search<'_, E> {
    /// One pass over the goals; `strict` asks for whole numbers at every goal. `Ok(false)`: the
    /// last face holds no whole point.
    fn pass(&mut self, strict: bool) -> Result<bool, Stop> {
        let mut whole = false;
        for number in 0..self.goals.len() {
            let last = number + 1 == self.goals.len();
            whole = match self.step(number, strict, last) {
                // Feasible before whole numbers were asked for, or before a face was kept to.
                Err(Stop::Infeasible) if !strict && self.relaxed => return Ok(false),
                Err(Stop::Infeasible) if self.reached > 0 => {
                    return Err(Stop::Fault("a goal after the first has no plan".into()));
                }
                other => other?,
            };
        }
        if whole || self.goals.is_empty() {
            return Ok(true);
        }
        let last = self.goals.len() - 1;
        match self.ask_whole(last) {
            Ok(value) => {
                self.bounds[last] = Some(value);
                Ok(true)
            }
            Err(Stop::Infeasible) => Ok(false),
            Err(stop) => Err(stop),
        }
    }

    /// One goal. Says whether its last point was whole and obeys every row.
    fn step(&mut self, number: usize, strict: bool, last: bool) -> Result<bool, Stop> {
        if self.watch.stop() {
            return Err(Stop::Limit);
        }
        self.tell(number, None);
        let goal = self.sums[number].clone();
        if goal.terms.is_empty() && !last {
            self.bounds[number] = Some(goal.constant);
            return Ok(false);
        }
        let mut relaxed = None;
        if E::RELAXES {
            let answer = self.engine.relax(&goal, self.left());
            let value = self.sound(&answer)?;
            self.relaxed = true;
            let rounded = (value - NEAR).ceil();
            self.tell(number, Some(rounded));
            self.bounds[number] = Some(exact(rounded) + goal.constant);
            let whole = self.remember(&answer);
            if !strict && (value - rounded).abs() < 2.0 * NEAR {
                self.engine.keep_within(0.0);
                return Ok(whole);
            }
            relaxed = Some(value);
        }
        let optimum = self.ask_whole(number)?;
        self.reached += 1;
        self.bounds[number] = Some(optimum);
        let most = optimum - goal.constant;
        let slack = relaxed.map(|value| whole_to_float(most) - value);
        if let Some(slack) = slack {
            self.engine.keep_within(slack.max(0.0));
        }
        if slack.is_none_or(|slack| slack > NEAR) {
            self.engine.cap(&goal, most);
        }
        Ok(last)
    }

    /// The whole-number optimum of a goal, constant included.
    fn ask_whole(&mut self, number: usize) -> Result<i64, Stop> {
        let goal = self.sums[number].clone();
        let answer = self.engine.whole(&goal, self.left(), self.options.gap);
        let known = self.remember(&answer);
        if answer.state == State::Limit {
            let bound = exact((answer.bound - NEAR).ceil()).saturating_add(goal.constant);
            self.bounds[number] =
                self.bounds[number].max(answer.bound.is_finite().then_some(bound));
        }
        let bound = self.sound(&answer)?;
        if !known {
            return Err(Stop::Fault("the rounded plan breaks a row".into()));
        }
        let value = self
            .best
            .as_ref()
            .map_or(0, |point| self.lp.goal_value(self.goals[number], point));
        let bound = exact((bound - NEAR).ceil()) + goal.constant;
        if bound < value {
            self.within_gap = true;
            self.bounds[number] = Some(bound);
        }
        Ok(value)
    }

    /// The bound of an answer, or why there is none.
    fn sound(&self, answer: &Answer) -> Result<f64, Stop> {
        match &answer.state {
            State::Optimal => Ok(answer.bound),
            State::Infeasible => Err(Stop::Infeasible),
            State::Limit => Err(Stop::Limit),
            State::Fault(words) => Err(Stop::Fault(words.clone())),
        }
    }

    /// Keeps the point of an answer when it is whole and obeys every row.
    fn remember(&mut self, answer: &Answer) -> bool {
        let Some(point) = &answer.point else {
            return false;
        };
        let near = point.iter().all(|x| (x - x.round()).abs() < NEAR);
        let rounded: Vec<i64> = point.iter().map(|x| exact(x.round())).collect();
        let good = near && self.lp.broken(&rounded).is_empty();
        if good {
            self.best = Some(rounded);
        }
        good
    }

    fn left(&self) -> Option<Duration> {
        self.deadline
            .map(|end| end.saturating_duration_since(Instant::now()))
    }

    fn tell(&self, number: usize, bound: Option<f64>) {
        let goal = self.goals[number];
        if std::env::var_os("LTRACE").is_some(){eprintln!("goal {number} {goal:?} bound {bound:?}");}
        self.watch.heard(Progress {
            goal,
            number: number + 1,
            of: self.goals.len(),
            bound,
        });
    }

    fn close(self, passed: Result<(), Stop>) -> Outcome {
        let values: Vec<Option<i64>> = self
            .goals
            .iter()
            .map(|goal| {
                self.best
                    .as_ref()
                    .map(|point| self.lp.goal_value(*goal, point))
            })
            .collect();
        let found = self.best.is_some();
        let attained = values
            .iter()
            .zip(&self.bounds)
            .all(|(value, bound)| value == bound);
        let mut fault = None;
        let ended = match passed {
            Ok(()) if found && attained => Ended::Proved,
            Ok(()) if found && self.within_gap => Ended::GoodEnough,
            Err(Stop::Infeasible) if !found => Ended::NoPlanExists,
            Err(Stop::Limit) if found => Ended::OutOfTime,
            Err(Stop::Limit) => Ended::NotFoundInTime,
            Err(Stop::Fault(words)) => {
                fault = Some(words);
                Ended::SolverFault
            }
            Ok(()) | Err(Stop::Infeasible) => {
                fault = Some("bounds and plan do not agree".into());
                Ended::SolverFault
            }
        };
        let point = if ended == Ended::SolverFault {
            None
        } else {
            self.best
        };
        let goals = self.goals.iter().zip(values).zip(self.bounds);
        let goals = goals
            .map(|((goal, value), bound)| GoalResult {
                goal: *goal,
                value,
                bound,
            })
            .collect();
        Outcome {
            ended,
            point,
            goals,
            fault,
        }
    }
}

/// A float that is a whole number, as one.
#[allow(
    clippy::cast_possible_truncation,
    reason = "rounded before; sizes are far below 2^53"
)]
fn exact(x: f64) -> i64 {
    x as i64
}

#[allow(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn whole_to_float(x: i64) -> f64 {
    x as f64
}
