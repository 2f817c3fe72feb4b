//! The trade-off curve: one or two values are varied, every point is solved and proved.
//!
//! A value is taken to be asked for in the direction in which it costs: where the first goal that
//! changes at all is worse at the upper end, all other values alike, more of the value is more. A
//! point is dominated when another asks at least as much and is nowhere worse. The knee of a curve of one value is the point
//! farthest below the line between its ends: `max (y0 + (y1 − y0)·(x − x0)/(x1 − x0) − y)`, `x` the
//! value, `y` the first goal that changes.

use super::parts::{BaseKey, PartOf};
use super::vary::Vary;
use super::whatif::{Base, StudyWatch, against, whole};
use super::who_else::{Alternative, alternative};
use crate::decide::{Differences, Figures, decide, figures};
use crate::domain::Question;
use crate::facts::Facts;
use crate::finding::{Finding, Findings, Severity};
use crate::input::{Documents, Edit};
use crate::plan::Ended;
use crate::policy::{GoalId, Share};
use crate::run::{Checked, RunFault, check};
use crate::solve::Options;
use num_rational::Ratio;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A curve, or a grid of two values.
#[derive(Debug, Clone, Default, Serialize)]
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
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
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
    #[serde(skip_deserializing)]
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
    let whole = (PartOf::WHOLE, alternatives);
    let (mut curve, _) = frontier_part(documents, varied, whole, options, watch)?;
    mark(&mut curve.points, varied.len());
    Ok(curve)
}

/// Solves the scenario as it is and those points that belong to a part, without comparing these with each other; and by
/// what the plan of the scenario as it is is known.
pub fn frontier_part(
    documents: &Documents,
    varied: &[Vary],
    (part, alternatives): (PartOf, bool),
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<(Frontier, BaseKey), RunFault> {
    let checked = check(documents);
    let mut curve = Frontier {
        paths: varied.iter().map(|one| one.path.clone()).collect(),
        ..Frontier::default()
    };
    let Some((roster, book)) = checked.ready() else {
        curve.findings = checked.findings;
        return Ok((curve, BaseKey::default()));
    };
    curve.findings = of_all_points(documents, &checked, varied);
    if curve.findings.has_errors() {
        return Ok((curve, BaseKey::default()));
    }
    let facts = Facts::new(roster, book);
    let decision = decide(&facts, options, false, watch)?;
    watch.done("base", Some(decision.ended()));
    let plan = whole(&facts, &decision, options)?;
    let base = (&facts, plan.as_ref());
    let solved = |values: &Vec<Share>| {
        let mut point = at(varied, values);
        if options.until.cuts() {
            point.ended = Some(Ended::NotTried);
            return point;
        }
        let checked = with_values(documents, &checked, varied, values);
        let errors = checked.findings.0.iter();
        let errors = errors.filter(|one| one.severity == Severity::Error);
        point.findings = Findings(errors.cloned().collect());
        if let Err(fault) = solve(&mut point, &checked, base, alternatives, options, watch) {
            point.fault = Some(fault.to_string());
        }
        watch.done(&point.shown.join(", "), point.ended);
        point
    };
    let all = grid(varied);
    let mine: Vec<&Vec<Share>> = part.of_all(&all).collect();
    curve.points = mine.into_par_iter().map(solved).collect();
    curve.base = base.1.map(|plan| figures(&facts, plan));
    Ok((curve, BaseKey::of(base.1)))
}

/// A point that has not been solved.
pub(super) fn at(varied: &[Vary], values: &[Share]) -> Point {
    let shown = varied.iter().zip(values);
    Point {
        shown: shown.map(|(one, value)| one.shown(*value)).collect(),
        values: values.to_vec(),
        ..Point::default()
    }
}

/// What is wrong with whatever value is tried, such as a path that leads nowhere: it is told once, and nothing is solved.
fn of_all_points(documents: &Documents, checked: &Checked, varied: &[Vary]) -> Findings {
    let ends = |of: fn(&[Share]) -> Option<&Share>| {
        let values = varied.iter().map(|one| of(&one.values).copied());
        let values: Option<Vec<Share>> = values.collect();
        values.map_or_else(Findings::default, |values| {
            with_values(documents, checked, varied, &values).findings
        })
    };
    let (first, last) = (ends(<[Share]>::first), ends(<[Share]>::last));
    let errors = first.0.into_iter().filter(|one| {
        let alike = |other: &Finding| (one.code, &one.blanks) == (other.code, &other.blanks);
        one.severity == Severity::Error && last.0.iter().any(alike)
    });
    Findings(errors.collect())
}

/// Solves a point whose values are accepted.
fn solve(
    point: &mut Point,
    checked: &Checked,
    base: Base<'_>,
    alternatives: bool,
    options: &Options,
    watch: &dyn StudyWatch,
) -> Result<(), RunFault> {
    let Some((roster, book)) = checked.ready() else {
        return Ok(());
    };
    let one = against(roster, book, base, options, watch)?;
    (point.ended, point.figures) = (Some(one.ended), one.figures);
    point.differences = one.differences;
    if let (true, Some(own)) = (alternatives, one.letters) {
        let question = Question {
            published: Some(own),
            ..Question::default()
        };
        let facts = Facts::asked(roster, book, &question);
        point.alternative = alternative(&facts, options, watch)?;
    }
    Ok(())
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

/// The values of every point, the first value slowest.
pub(super) fn grid(varied: &[Vary]) -> Vec<Vec<Share>> {
    varied.iter().fold(vec![Vec::new()], |all, one| {
        let longer = |point: &Vec<Share>| {
            let values = one.values.iter();
            let longer = values.map(|value| [point.as_slice(), &[*value]].concat());
            longer.collect::<Vec<_>>()
        };
        all.iter().flat_map(longer).collect()
    })
}

/// The value of a goal at a point.
fn goal(point: &Point, goal: GoalId) -> Option<i64> {
    let mut goals = point.figures.as_ref()?.goals.iter();
    Some(goals.find(|one| one.goal == goal)?.value)
}

/// The policy's own goals, in their order: letters say how far a point is from the scenario as it is,
/// not how good it is.
fn goals(points: &[Point]) -> Vec<GoalId> {
    let first = points.iter().find_map(|one| one.figures.as_ref());
    let goals = first.into_iter().flat_map(|one| &one.goals);
    let of_policy = goals.map(|one| one.goal);
    of_policy.filter(|goal| *goal != GoalId::Letters).collect()
}

/// Marks the points that are dominated, and the knee.
pub(super) fn mark(points: &mut [Point], parameters: usize) {
    let goals = goals(points);
    let asks = (0..parameters).map(|no| direction(points, &goals, no));
    let asks: Vec<i64> = asks.collect();
    let better = |one: &Point, other: &Point| {
        let asked = one.values.iter().zip(&other.values).zip(&asks);
        let mut all = true;
        let mut some = false;
        for ((value, than), sign) in asked {
            let by = (value.ratio() - than.ratio()) * sign;
            all &= by >= Ratio::from_integer(0);
            some |= by > Ratio::from_integer(0);
        }
        if one.figures.is_none() || other.figures.is_none() {
            return false;
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
    let dominated = |one: &Point| points.iter().any(|other| better(other, one));
    let dominated: Vec<bool> = points.iter().map(dominated).collect();
    for (point, dominated) in points.iter_mut().zip(dominated) {
        point.dominated = dominated;
    }
    // A curve's ends never ask alike; a grid's may, and it has no line between two ends.
    if parameters == 1
        && let Some(knee) = knee(points, &goals)
    {
        points[knee].knee = true;
    }
}

/// 1 when more of a value costs more, −1 when less of it does: by the first goal that changes between
/// two ends of the value, all other values alike.
fn direction(points: &[Point], goals: &[GoalId], no: usize) -> i64 {
    let solved = || points.iter().filter(|one| one.figures.is_some());
    let alike = |one: &Point, other: &Point| {
        let mut values = one.values.iter().zip(&other.values).enumerate();
        values.all(|(at, (value, than))| at == no || value == than)
    };
    let changes = |point: &Point| {
        let line = || solved().filter(|one| alike(one, point));
        let value = |point: &&Point| point.values[no];
        let (low, high) = (line().min_by_key(value)?, line().max_by_key(value)?);
        let mut changes = goals.iter().map(|id| goal(high, *id).cmp(&goal(low, *id)));
        changes.find(|order| order.is_ne())
    };
    match solved().find_map(changes) {
        Some(Ordering::Less) => -1,
        _ => 1,
    }
}

fn knee(points: &[Point], goals: &[GoalId]) -> Option<usize> {
    let solved = (0..points.len()).filter(|no| points[*no].figures.is_some());
    let solved: Vec<usize> = solved.collect();
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
    let depths: Option<Vec<Ratio<i64>>> = solved.iter().map(|no| below(*no)).collect();
    let deep = depths?.into_iter().zip(solved);
    let deep = deep.filter(|(depth, _)| *depth > Ratio::from_integer(0));
    // Of several as deep the first.
    let deepest = deep.rev().max_by_key(|(depth, _)| *depth);
    deepest.map(|(_, no)| no)
}
