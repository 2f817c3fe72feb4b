//! The goals of the plans of a study: in periods, posts and persons for people, and weighted for whoever checks the
//! proof.

use crate::decide::{Figures, GoalPart};
use crate::plan::FigureId;
use crate::policy::GoalId;
use crate::print::{Cell, Phrase, Table};
use crate::text::Text;

const WEIGHTED: Text = Text::new(
    "求解口径，供复核：各目标的加权值；日常使用看前表。",
    "As the solver reckons, for whoever checks the proof: weighted values; people read the table before.",
);

/// The goals that say something to a person.
pub(crate) fn shown_goals(figures: Option<&Figures>) -> Vec<GoalId> {
    let goals = figures.into_iter().flat_map(|one| &one.goals);
    let silent = [GoalId::Shortfall, GoalId::Letters, GoalId::Moves];
    let goals = goals.map(|one| one.goal);
    goals.filter(|goal| !silent.contains(goal)).collect()
}

/// The value of a goal, as the solver reckons it.
pub(crate) fn value(figures: &Figures, goal: GoalId) -> Option<i64> {
    let one = figures.goals.iter().find(|one| one.goal == goal)?;
    Some(one.value)
}

/// What the goals of these plans are made of, each part once and in the order of the goals. What has a column of its
/// own, such as empty posts, is left out; of a goal with several parts, so are the further ones, and those of single
/// rules, that no plan has otherwise than another.
pub(crate) fn shown_parts<'f>(figures: impl Iterator<Item = &'f Figures>) -> Vec<&'f GoalPart> {
    let figures: Vec<&Figures> = figures.collect();
    let figures = figures.iter().copied();
    let mut all: Vec<&GoalPart> = Vec::new();
    let told =
        |one: &&GoalPart| one.figure != Some(FigureId::PostsEmpty) && one.goal != GoalId::Recruits;
    for goal in shown_goals(figures.clone().next()) {
        let goals = figures.clone().flat_map(|one| &one.goals);
        let goals = goals.filter(|one| one.goal == goal);
        for part in goals.flat_map(|one| &one.shown).filter(told) {
            if !all.iter().any(|one| one.is_like(part)) {
                all.push(part);
            }
        }
    }
    let chief = |one: &GoalPart| {
        let mut goals = figures.clone().flat_map(|one| &one.goals);
        let first = goals
            .find(|of| of.goal == one.goal)
            .and_then(|of| of.shown.first());
        one.goal != GoalId::Gaps && first.is_some_and(|first| first.is_like(one))
    };
    all.retain(|one| {
        let of = |figures| part(figures, one);
        chief(one) || figures.clone().map(of).min() != figures.clone().map(of).max()
    });
    all
}

/// How much a plan has of a part; of what it does not name, nothing.
pub(crate) fn part(figures: &Figures, of: &GoalPart) -> i64 {
    let mut parts = figures.goals.iter().flat_map(|one| &one.shown);
    parts.find(|one| one.is_like(of)).map_or(0, |one| one.value)
}

/// The weighted values of the plans of a study, one row a plan.
pub(crate) fn weighted_plans<'f>(
    name: Text,
    plans: impl Iterator<Item = (Phrase, Option<&'f Figures>)>,
) -> Table {
    let plans: Vec<(Phrase, Option<&Figures>)> = plans.collect();
    let goals = shown_goals(plans.iter().find_map(|one| one.1));
    Table::new(("技术附表", "technical annex"))
        .note(WEIGHTED)
        .each(&plans)
        .name(name, |(name, _)| Cell::from(name.clone()))
        .per(goals, |rows, goal| {
            let of = |(_, figures): &(Phrase, Option<&Figures>)| value((*figures)?, goal);
            rows.number(goal.text(), of).unit(goal.unit())
        })
        .done()
}
