//! The trade-off curve: one or two values are varied, every point is solved and proved.
//!
//! A value is taken to be asked for in the direction in which it costs: where the first goal that
//! changes at all is worse at the upper end, all other values alike, more of the value is more. A
//! point is dominated when another asks at least as much and is nowhere worse. The knee of a curve of one value is the point
//! farthest below the line between its ends: `max (y0 + (y1 − y0)·(x − x0)/(x1 − x0) − y)`, `x` the
//! value, `y` the first goal that changes.

use super::alternative::{Alternative, alternative};
use super::vary::Vary;
use super::whatif::{StudyWatch, against};
use crate::decide::{Differences, Figures, decide};
use crate::domain::Question;
use crate::facts::Facts;
use crate::finding::{Findings, Severity};
use crate::input::{Documents, Edit};
use crate::plan::Ended;
use crate::policy::{GoalId, Share};
use crate::run::{Checked, RunFault, check};
use crate::solve::Options;
use num_rational::Ratio;
use rayon::prelude::*;
use serde::Serialize;

/// A curve, or a grid of two values.
#[derive(Debug, Clone, Serialize)]
pub struct Frontier {
    /// What is varied, as typed.
    pub paths: Vec<String>,
    /// The scenario as it is, with which every point is compared.
    pub base: Option<Figures>,
    /// Every point, the first value slowest.
    pub points: Vec<Point>,
    /// What is wrong with the scenario as it is.
    pub findings: Findings,
}

/// One point.
#[derive(Debug, Clone, Serialize)]
pub struct Point {
    /// The values as they would be typed, in the order of the paths.
    pub shown: Vec<String>,
    /// The same, exact.
    #[serde(skip)]
    pub values: Vec<Share>,
    /// How the solve ended; absent when the value is not accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// The figures of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<Figures>,
    /// What differs from the scenario as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differences: Option<Differences>,
    /// Another point asks at least as much and is nowhere worse.
    pub dominated: bool,
    /// From here on more of the value costs more than before.
    pub knee: bool,
    /// The equally good plan that differs most, when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative: Option<Alternative>,
    /// Why the value is not accepted, or what stopped the program.
    pub findings: Findings,
    /// What stopped the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

impl Point {
    /// Whether there is an answer, proved as was asked: a plan, or that there is none.
    pub fn is_settled(&self) -> bool {
        self.ended.is_some_and(Ended::is_settled)
    }
}

/// Solves every point.
pub fn frontier(
    documents: &Documents,
    varied: &[Vary],
    alternatives: bool,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<Frontier, RunFault> {
    let checked = check(documents);
    let paths = varied.iter().map(|one| one.path().to_owned()).collect();
    let Some((roster, book)) = checked.ready() else {
        return Ok(Frontier {
            paths,
            base: None,
            points: Vec::new(),
            findings: checked.findings,
        });
    };
    let facts = Facts::new(roster, book);
    let decision = decide(&facts, options, false, watch)?;
    watch.done("base", Some(decision.ended()));
    let base = (&facts, decision.plan());
    let solved = |values: &Vec<Share>| {
        let checked = with_values(documents, &checked, varied, values);
        let mut point = point(varied, values, &checked);
        if let Some((roster, book)) = checked.ready() {
            match against(roster, book, base, options, watch) {
                Ok(one) => {
                    (point.ended, point.figures) = (Some(one.ended), one.figures);
                    point.differences = one.differences;
                    if let (true, Some(own)) = (alternatives, one.letters) {
                        let question = Question {
                            published: Some(own),
                            ..Question::default()
                        };
                        let facts = Facts::asked(roster, book, &question);
                        match alternative(&facts, options, watch) {
                            Ok(other) => point.alternative = other,
                            Err(fault) => point.fault = Some(fault.to_string()),
                        }
                    }
                }
                Err(fault) => point.fault = Some(fault.to_string()),
            }
        }
        watch.done(&point.shown.join(", "), point.ended);
        point
    };
    let mut points: Vec<Point> = grid(varied).par_iter().map(solved).collect();
    mark(&mut points, varied.len());
    let plan = base.1.map(|plan| crate::decide::figures(&facts, plan));
    Ok(Frontier {
        paths,
        base: plan,
        points,
        findings: Findings::default(),
    })
}

/// The scenario with other values. Where only rules change, no table is read again.
fn with_values(
    documents: &Documents,
    checked: &Checked,
    varied: &[Vary],
    values: &[Share],
) -> Checked {
    let edits = varied.iter().zip(values);
    let edits: Vec<Edit> = edits.filter_map(|(one, value)| one.edit(*value)).collect();
    if edits.iter().all(Edit::is_of_rule) {
        return checked.with_rules(&edits);
    }
    let mut documents = documents.clone();
    documents.edits.extend(edits);
    check(&documents)
}

fn grid(varied: &[Vary]) -> Vec<Vec<Share>> {
    let mut all: Vec<Vec<Share>> = vec![Vec::new()];
    for one in varied {
        let longer = |point: &Vec<Share>| {
            let values = one.values.iter();
            values
                .map(|value| point.iter().copied().chain([*value]).collect())
                .collect::<Vec<Vec<Share>>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

fn point(varied: &[Vary], values: &[Share], checked: &Checked) -> Point {
    let errors = checked.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let shown = varied.iter().zip(values);
    Point {
        shown: shown.map(|(one, value)| one.shown(*value)).collect(),
        values: values.to_vec(),
        ended: None,
        figures: None,
        differences: None,
        dominated: false,
        knee: false,
        alternative: None,
        findings: Findings(errors.cloned().collect()),
        fault: None,
    }
}

/// The value of a goal at a point.
fn goal(point: &Point, goal: GoalId) -> Option<i64> {
    let goals = &point.figures.as_ref()?.goals;
    goals
        .iter()
        .find(|one| one.goal == goal)
        .map(|one| one.value)
}

/// The policy's own goals, in their order: letters say how far a point is from the scenario as it is,
/// not how good it is.
fn goals(points: &[Point]) -> Vec<GoalId> {
    let first = points.iter().find_map(|one| one.figures.as_ref());
    let goals = first.map_or(&[][..], |one| &one.goals);
    let of_policy = goals.iter().map(|one| one.goal);
    of_policy.filter(|goal| *goal != GoalId::Letters).collect()
}

fn mark(points: &mut [Point], parameters: usize) {
    let goals = goals(points);
    let asks: Vec<i64> = (0..parameters)
        .map(|no| direction(points, &goals, no))
        .collect();
    let better = |one: &Point, other: &Point| {
        let asked = one.values.iter().zip(&other.values).zip(&asks);
        let mut all = true;
        let mut some = false;
        for ((value, than), sign) in asked {
            let by = (value.ratio() - than.ratio()) * sign;
            all &= by >= Ratio::from_integer(0);
            some |= by > Ratio::from_integer(0);
        }
        for id in &goals {
            let (Some(value), Some(than)) = (goal(one, *id), goal(other, *id)) else {
                return false;
            };
            all &= value <= than;
            some |= value < than;
        }
        all && some
    };
    let dominated: Vec<bool> = points
        .iter()
        .map(|one| points.iter().any(|other| better(other, one)))
        .collect();
    for (point, dominated) in points.iter_mut().zip(dominated) {
        point.dominated = dominated;
    }
    if let (1, Some(knee)) = (parameters, knee(points, &goals)) {
        points[knee].knee = true;
    }
}

/// 1 when more of a value costs more, −1 when less of it does: by the first goal that changes between
/// two ends of the value, all other values alike.
fn direction(points: &[Point], goals: &[GoalId], no: usize) -> i64 {
    let solved = || points.iter().filter(|one| one.figures.is_some());
    let others = |point: &Point| {
        let mut values = point.values.clone();
        values.remove(no);
        values
    };
    let mut seen: Vec<Vec<Share>> = Vec::new();
    for point in solved() {
        let alike = others(point);
        if seen.contains(&alike) {
            continue;
        }
        let ends = || solved().filter(|one| others(one) == alike);
        let value = |point: &&Point| point.values[no];
        if let (Some(low), Some(high)) = (ends().min_by_key(value), ends().max_by_key(value)) {
            let mut changes = goals.iter().map(|id| goal(high, *id).cmp(&goal(low, *id)));
            match changes.find(|order| order.is_ne()) {
                Some(std::cmp::Ordering::Less) => return -1,
                Some(_) => return 1,
                None => {}
            }
        }
        seen.push(alike);
    }
    1
}

fn knee(points: &[Point], goals: &[GoalId]) -> Option<usize> {
    let solved: Vec<usize> = (0..points.len())
        .filter(|no| points[*no].figures.is_some())
        .collect();
    let (first, last) = (*solved.first()?, *solved.last()?);
    let values = |id: GoalId| solved.iter().filter_map(move |no| goal(&points[*no], id));
    let changing = goals.iter().copied();
    let mut changing = changing.filter(|id| values(*id).min() != values(*id).max());
    let id = changing.next()?;
    let place = |no: usize| {
        let value = points[no].values.first().map(|one| one.ratio());
        Some((value?, Ratio::from_integer(goal(&points[no], id)?)))
    };
    let ((x0, y0), (x1, y1)) = (place(first)?, place(last)?);
    let below = |no: usize| {
        let (x, y) = place(no)?;
        Some(y0 + (y1 - y0) * (x - x0) / (x1 - x0) - y)
    };
    let mut best: Option<(Ratio<i64>, usize)> = None;
    for no in solved {
        let depth = below(no)?;
        if depth > Ratio::from_integer(0) && best.is_none_or(|(most, _)| depth > most) {
            best = Some((depth, no));
        }
    }
    best.map(|(_, no)| no)
}
