//! Figures of the register that count the list of people by state, and empty posts by why they are empty.

use super::record_codes::NOT_A_SUM;
use crate::blanks;
use crate::domain::whole;
use crate::facts::fillers::WhyEmpty;
use crate::facts::people::State;
use crate::finding::{Finding, Findings};
use crate::plan::{FigureId, Plan, STATES};

/// Empty posts by why they are empty.
pub(super) fn why_empty(doc: &Plan, key: FigureId) -> Option<i64> {
    let whys: &[WhyEmpty] = match key {
        FigureId::PostsNobody => &[WhyEmpty::Nobody, WhyEmpty::RecruitsUsed],
        FigureId::PostsNotReleased => &[WhyEmpty::NotReleased],
        FigureId::PostsTooFar => &[WhyEmpty::TooFar],
        FigureId::PostsNotWorth => &[WhyEmpty::NotWorth],
        FigureId::PostsBound => &[WhyEmpty::Bound],
        _ => return None,
    };
    let those = doc.unfilled.iter();
    let those = those.filter(|one| one.why.is_some_and(|why| whys.contains(&why)));
    Some(those.map(|one| i64::from(one.number)).sum())
}

/// Everybody, by state; what moves has figures of its own.
pub(super) fn people(doc: &Plan, key: FigureId) -> Option<i64> {
    let of = |state: State| {
        let those = doc.people.iter().filter(|one| one.state == state);
        whole(those.count())
    };
    Some(match key {
        FigureId::People => whole(doc.people.len()),
        FigureId::Leaving => of(State::Leaving),
        FigureId::Away => of(State::Away),
        FigureId::Posted => of(State::Posted),
        FigureId::Leading => of(State::Leading),
        FigureId::OnPost => of(State::OnPost),
        FigureId::WithoutPost => of(State::NoPost),
        // Where no school closes nothing is said of it.
        FigureId::PlacedIdle => {
            let placed = doc.people.iter().filter(|one| one.state == State::Placed);
            let idle = placed.clone().filter(|one| one.post.is_empty()).count();
            (placed.count() > 0).then_some(whole(idle))?
        }
        _ => return None,
    })
}

/// Whether the states of a plan's people, each with the number that the register has, come to the whole roster; a plan
/// that accounts for nobody, or has no register, says nothing of it.
pub fn of_everybody(doc: &Plan, roster: usize) -> Findings {
    let sum: i64 = STATES.iter().filter_map(|(_, key)| doc.figure(*key)).sum();
    let says = !doc.people.is_empty() && !doc.figures.is_empty();
    let wrong = says && sum != whole(roster);
    let told = wrong.then(|| Finding::new(&NOT_A_SUM, blanks! { sum: sum, roster: roster }));
    Findings(told.into_iter().collect())
}
