//! Nobody is recruited beyond what the people who are placed from a closing school leave of a school's quota.

use super::CARD;
use crate::domain::SchoolNo;
use crate::model::{Arc, Staffing, Terms};

/// Where recruits come beside people who are placed from a closing school.
pub(super) fn site(id: &str) -> String {
    format!("{id},placed")
}

/// Whoever is recruited or taken onto the quota at a school comes within what the people placed there leave of it; where
/// nobody is, they may be as many as there are.
pub(super) fn constrain(
    program: &mut Staffing<'_>,
    at: SchoolNo,
    (taken_on, all): (&Terms, &Terms),
    vacant: i64,
) {
    let facts = program.facts;
    let brings = |arc: &&Arc| arc.to == at && facts.brings_place(program.mover(arc));
    let placed = program.arcs.iter().filter(brings);
    let placed: Terms = placed.map(|arc| (arc.var, 1)).collect();
    let most = program.lp.reach(taken_on).1;
    if placed.is_empty() || most <= 0 {
        return;
    }
    let place = site(&facts.roster.school_id(at));
    let opens = program.lp.column(format!("opens[{place}]"), 0, 1);
    let mut any = taken_on.clone();
    any.push((opens, -most));
    program.lp.counts(CARD.id, format!("{place},opens"), any, 0);
    let mut terms: Terms = all.iter().copied().chain(placed).collect();
    let beyond = (program.lp.reach(&terms).1 - vacant).max(0);
    terms.push((opens, beyond));
    program.at_most(&CARD, place, terms, vacant + beyond);
}
