//! Figures that are reckoned from who goes where alone, for a document and for the plans of a study alike.

use crate::domain::whole;
use crate::facts::{Facts, Placement, PlannedMove, periods};
use crate::plan::secondary::appointments;
use crate::plan::{AppointmentDoc, FigureDoc, FigureId};

/// Weekly periods that nobody on a post covers.
pub(super) fn lacking(facts: &Facts<'_>, plan: &Placement) -> i64 {
    periods::open(facts, plan).values().sum()
}

/// Fit applicants without a title post.
pub(super) fn waiting(all: &[AppointmentDoc]) -> i64 {
    let fit = all.iter().filter(|one| one.place.is_some());
    whole(fit.filter(|one| !one.appointed).count())
}

/// The ways of those moved, and their wishes.
pub(super) fn ways(facts: &Facts<'_>, plan: &Placement, key: FigureId) -> Option<i64> {
    let moves = plan.moves.iter();
    let way = |one: &PlannedMove| facts.travel.minutes(one.teacher, one.to);
    let against = |one: &&PlannedMove| {
        let wishes = &facts.roster.teacher(one.teacher).wishes;
        !wishes.is_empty() && !wishes.contains(&one.to)
    };
    let crosses = |one: &&PlannedMove| {
        let (a, b) = (facts.roster.school(one.from), facts.roster.school(one.to));
        matches!((&a.district, &b.district), (Some(here), Some(there)) if here != there)
    };
    Some(match key {
        FigureId::TravelMinutes => moves.filter_map(way).map(i64::from).sum(),
        FigureId::TravelUnknown => whole(moves.filter(|one| way(one).is_none()).count()),
        FigureId::AgainstWish => whole(moves.filter(against).count()),
        FigureId::OutsideDistrict => whole(moves.filter(crosses).count()),
        _ => return None,
    })
}

/// The figures that a goal is shown by, in a plan of which no document is written.
pub(super) fn of_goal(facts: &Facts<'_>, plan: &Placement, keys: &[FigureId]) -> Vec<FigureDoc> {
    let value = |key: FigureId| match key {
        FigureId::PostsEmpty => Some(plan.empty_posts(facts)),
        FigureId::PeriodsLacking => Some(lacking(facts, plan)),
        FigureId::FitWaiting => Some(waiting(&appointments(facts, plan))),
        other => ways(facts, plan, other),
    };
    let figures = keys.iter();
    figures
        .filter_map(|key| {
            let value = value(*key)?;
            Some(FigureDoc::new(*key, value, Some(value)))
        })
        .collect()
}
