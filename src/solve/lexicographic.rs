//! The goals one after the other, the relaxation first.
//!
//! After the relaxation of a goal, every point that reaches its value lies on the optimal face:
//! columns with a reduced cost stand still, and the next goal is solved on what remains. If the
//! vertex of the last goal is whole it proves every goal above it at once, since each relaxation's
//! value is a bound and is attained. Whole numbers are asked for only where a relaxation's value is
//! no whole number and at the last goal. Where a face holds no whole point, whole numbers are asked
//! for one goal earlier, on the faces that stood before it: the goals before that one keep their
//! bounds, and what is found there is the best that they leave.

use super::engine::{Answer, Engine, State, Task};
use super::{GoalResult, Options, Outcome, Progress, Watch, float};
use crate::model::{GoalSum, Lp};
use crate::plan::Ended;
use crate::policy::GoalId;

/// A relaxation's value this near to a whole number is that number.
const NEAR: f64 = 1e-5;

/// First slack of a search near the relaxation, as a share of its value.
const NARROW: f64 = 5e-4;

/// How much wider the slack becomes when nothing was found within it.
const WIDER: f64 = 8.0;

/// How many goals are taken to be reached fully before anything is solved: the first of a policy count
/// exceptions that most counties need not make, and where one must, that shows at once.
const PRESUMED: usize = 2;

struct Search<'a, E> {
    engine: E,
    lp: &'a Lp,
    goals: &'a [GoalId],
    sums: Vec<GoalSum>,
    options: &'a Options,
    watch: &'a dyn Watch,
    /// Lower bound of each goal so far, constant included.
    bounds: Vec<Option<i64>>,
    /// Where each goal stands that has been begun.
    stands: Vec<Stand<E>>,
    /// The best whole point so far.
    best: Option<Vec<i64>>,
    /// So many of the first goals were taken to reach what their columns alone allow, and no point has shown it.
    presumed: usize,
    /// The relaxation's point lies on the face as it is now.
    on_face: bool,
    /// Some goal was not proved to the very unit, only within the asked gap.
    within_gap: bool,
}

/// Where a goal stands.
enum Stand<E> {
    /// Nothing can change it.
    Constant,
    /// Its relaxation was kept to: the engine as it was then, and the relaxation's value.
    Relaxed(E, f64),
    /// Its whole-number optimum is known.
    Settled,
}

/// Why the search stopped early.
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
    let sums = goals.iter().map(|goal| lp.goals.get(goal).cloned());
    let mut search = Search {
        engine,
        lp,
        goals,
        sums: sums.map(Option::unwrap_or_default).collect(),
        options,
        watch,
        bounds: vec![None; goals.len()],
        stands: Vec::new(),
        best: None,
        presumed: 0,
        on_face: false,
        within_gap: false,
    };
    let passed = search.pass();
    search.close(passed)
}

impl<E: Engine> Search<'_, E> {
    fn pass(&mut self) -> Result<(), Stop> {
        let mut may_presume = true;
        while self.stands.len() < self.goals.len() {
            let step = self.step(may_presume);
            may_presume = true;
            match step {
                Err(Stop::Infeasible) if self.presumed > 0 => {
                    self.give_up_last_presumed();
                    may_presume = false;
                }
                Err(Stop::Infeasible) => self.step_back()?,
                other => other?,
            }
        }
        Ok(())
    }

    /// What was presumed of the last goal cannot be: back to where it stood.
    fn give_up_last_presumed(&mut self) {
        self.presumed -= 1;
        while let Some(stand) = self.stands.pop() {
            if let Stand::Relaxed(before, _) = stand {
                self.engine = before;
                break;
            }
        }
    }

    /// The next goal. What its columns alone allow is a bound; where `may_presume`, it is taken for the value at the
    /// start, as it is for goals that count exceptions, and wherever the last relaxation reaches it.
    fn step(&mut self, may_presume: bool) -> Result<(), Stop> {
        if self.options.until.is_over() {
            return Err(Stop::Limit);
        }
        let number = self.stands.len();
        self.tell(number, None);
        let goal = self.sums[number].clone();
        let last = number + 1 == self.goals.len();
        if goal.terms.is_empty() && !last {
            self.bounds[number] = Some(goal.constant);
            self.stands.push(Stand::Constant);
            return Ok(());
        }
        if !E::RELAXES {
            return self.settle(number, None, false);
        }
        let presumes = may_presume && !last && (self.on_face || self.has_only_presumed());
        if presumes && let Some(value) = self.engine.presume(&goal, self.on_face) {
            self.presumed += usize::from(!self.on_face);
            self.bound(number, value);
            self.keep_to(value);
            return Ok(());
        }
        let answer = self.engine.relax(&goal, &self.options.until);
        let value = self.sound(&answer)?;
        (self.presumed, self.on_face) = (0, true);
        let whole = self.remember(&answer);
        let rounded = self.bound(number, value);
        if (value - rounded).abs() > 2.0 * NEAR || (last && !whole) {
            return self.settle(number, Some(value), true);
        }
        self.keep_to(value);
        Ok(())
    }

    /// Whether nothing has been solved yet, and one more goal may be presumed.
    fn has_only_presumed(&self) -> bool {
        let stands = self.stands.iter();
        let begun = stands.filter(|one| !matches!(one, Stand::Constant));
        self.presumed < PRESUMED && begun.count() == self.presumed
    }

    /// Takes down what a relaxation says of the whole-number optimum.
    fn bound(&mut self, number: usize, value: f64) -> f64 {
        // Adding nothing turns −0 into 0.
        let rounded = (value - NEAR).ceil() + 0.0;
        self.tell(number, Some(rounded));
        self.bounds[number] = Some(exact(rounded) + self.sums[number].constant);
        rounded
    }

    /// Goes on among the points that reach the relaxation's value, which is a whole number.
    fn keep_to(&mut self, value: f64) {
        let before = self.engine.clone();
        self.engine.keep_within(0.0);
        self.stands.push(Stand::Relaxed(before, value));
    }

    /// The whole-number optimum of a goal, from where its relaxation left the engine, first looked for `near` it.
    fn settle(&mut self, number: usize, relaxed: Option<f64>, near: bool) -> Result<(), Stop> {
        self.on_face = false;
        let optimum = self.ask_whole(number, relaxed.filter(|_| near))?;
        let goal = &self.sums[number];
        let most = optimum - goal.constant;
        let slack = relaxed.map(|value| float(most) - value);
        if let Some(slack) = slack {
            self.engine.keep_within(slack.max(0.0));
        }
        if slack.is_none_or(|slack| slack > NEAR) {
            self.engine.cap(goal, most);
        }
        self.stands.push(Stand::Settled);
        Ok(())
    }

    /// The face holds no whole point: back to the last goal whose face was kept to without asking,
    /// and further back until whole numbers are found.
    fn step_back(&mut self) -> Result<(), Stop> {
        while let Some(stand) = self.stands.pop() {
            let number = self.stands.len();
            match stand {
                Stand::Constant => {}
                Stand::Settled => return Err(Stop::Fault("a settled goal has no plan".into())),
                Stand::Relaxed(engine, value) => {
                    self.engine = engine;
                    self.bounds[number + 1..].fill(None);
                    self.tell(number, Some(value));
                    // The face behind it held nothing: what lies near it is unlikely to hold more.
                    match self.settle(number, Some(value), false) {
                        Err(Stop::Infeasible) => {}
                        other => return other,
                    }
                }
            }
        }
        Err(Stop::Infeasible)
    }

    /// Looks for the best whole point. Where the relaxation's value is known, first near it: among
    /// what its prices leave within a small slack. Whatever is found within the slack is the best of
    /// all; otherwise the slack is widened, to what the point that was found asks for.
    fn look(&mut self, goal: &GoalSum, relaxed: Option<f64>) -> Answer {
        let mut slack = relaxed.map(|value| value.ceil() - value + (value.abs() * NARROW).max(1.0));
        let mut known: Option<Vec<f64>> = None;
        loop {
            let task = Task {
                until: &self.options.until,
                gap: self.options.gap,
            };
            let mut answer = self.engine.whole(goal, slack, task);
            answer.point = answer.point.or(known);
            let (Some(value), Some(within), true) = (relaxed, slack, answer.near) else {
                return answer;
            };
            let amount = |point: &Vec<f64>| -> f64 {
                let terms = goal.terms.iter();
                let terms = terms.map(|(var, amount)| float(*amount) * point[var.0]);
                terms.sum()
            };
            let found = answer.point.as_ref().map(|point| amount(point) - value);
            slack = match (&answer.state, found) {
                (State::Optimal, Some(found)) if found > within + NEAR => Some(found),
                (State::Infeasible, _) if within < value.abs() => Some(within * WIDER),
                (State::Infeasible, _) => None,
                _ => {
                    answer.bound = answer.bound.min(value + within);
                    return answer;
                }
            };
            known = answer.point;
        }
    }

    /// The whole-number optimum of a goal, constant included.
    fn ask_whole(&mut self, number: usize, relaxed: Option<f64>) -> Result<i64, Stop> {
        let goal = self.sums[number].clone();
        let answer = self.look(&goal, relaxed);
        let known = self.remember(&answer);
        let bound = exact((answer.bound - NEAR).ceil()).saturating_add(goal.constant);
        if answer.state == State::Limit && answer.bound.is_finite() {
            self.bounds[number] = self.bounds[number].max(Some(bound));
        }
        self.sound(&answer)?;
        let Some(point) = self.best.as_ref().filter(|_| known) else {
            return Err(Stop::Fault("the rounded plan breaks a row".into()));
        };
        let value = self.lp.goal_value(self.goals[number], point);
        self.within_gap |= bound < value;
        self.bounds[number] = Some(bound.min(value));
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

    fn tell(&self, number: usize, bound: Option<f64>) {
        self.watch.heard(Progress {
            goal: self.goals[number],
            number: number + 1,
            of: self.goals.len(),
            bound,
        });
    }

    fn close(self, passed: Result<(), Stop>) -> Outcome {
        let (lp, best) = (self.lp, self.best);
        let goals = self.goals.iter().zip(self.bounds);
        let goals = goals.map(|(&goal, bound)| GoalResult {
            goal,
            value: best.as_ref().map(|point| lp.goal_value(goal, point)),
            bound,
        });
        let mut goals: Vec<GoalResult> = goals.collect();
        if matches!(passed, Err(Stop::Limit)) {
            self.options.until.was_cut();
            // What bounds a goal does so for plans that are the best in the goals before.
            let short = goals.iter().position(|one| one.value != one.bound);
            for one in goals
                .iter_mut()
                .skip(short.map_or(usize::MAX, |short| short + 1))
            {
                one.bound = None;
            }
        }
        let found = best.is_some();
        let attained = goals.iter().all(|one| one.value == one.bound);
        let (ended, fault) = match passed {
            Ok(()) if found && attained => (Ended::Proved, None),
            Ok(()) if found && self.within_gap => (Ended::GoodEnough, None),
            Err(Stop::Infeasible) if !found => (Ended::NoPlanExists, None),
            Err(Stop::Limit) if found => (Ended::OutOfTime, None),
            Err(Stop::Limit) => (Ended::NotFoundInTime, None),
            Err(Stop::Fault(words)) => (Ended::SolverFault, Some(words)),
            Ok(()) | Err(Stop::Infeasible) => {
                let words = "bounds and plan do not agree";
                (Ended::SolverFault, Some(words.into()))
            }
        };
        Outcome {
            ended,
            point: best.filter(|_| ended != Ended::SolverFault),
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
