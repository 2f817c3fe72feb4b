//! Nobody comes for a subject while people of it who are there would be left beside its posts: without a post, heads of
//! section (中层) too, or on another.
//!
//! Symbols, for each school `s` and subject `k` that has no more people than posts: `beside` people who are alike to one
//! of these in all that they may teach and on no post of `k` [persons]; `come` people of `k` who are moved there of
//! whom it is asked (R42) [persons]; `comes` 1 where any do; `missed` 1 where somebody is beside all the same; `C`, `U`
//! as many as may come and be there.
//! - `come ≤ C·comes`; `beside ≤ U·(1 − comes) + U·missed`
//!
//! It weighs as much as the post of the school that weighs most. Where the school has people to spare, R42 lets
//! nobody come for the subject at all.

use super::next_year::NextYear;
use super::own_first::{Place, Staff, is_of, own_at, price};
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::own_staff::seats_site;
use crate::facts::{Facts, ProfileNo};
use crate::rules::move_worth::comes_after_own;
use std::collections::BTreeMap;

/// The school and subject of people alike to those who are there.
fn alike(
    facts: &Facts<'_>,
    staff: &BTreeMap<Place, Staff>,
    (profile, school): (ProfileNo, SchoolNo),
) -> Option<Place> {
    let place = own_at(facts, profile, school)?;
    let here = staff.get(&place)?;
    (here.spare == 0 && here.people.contains_key(&profile)).then_some(place)
}

/// Of whom it is asked that nobody of her subject is left beside her, and where.
fn asked(
    facts: &Facts<'_>,
    staff: &BTreeMap<Place, Staff>,
    (who, to): (TeacherNo, SchoolNo),
) -> Option<Place> {
    let place = own_at(facts, facts.stands(who).profile, to)?;
    let bound = staff.get(&place).is_some_and(|here| here.spare == 0);
    (bound && comes_after_own(facts, who, to)).then_some(place)
}

/// What people of a school weigh who are left beside somebody who came.
pub(super) fn cost(facts: &Facts<'_>, staff: &BTreeMap<Place, Staff>, next: &NextYear) -> i64 {
    let come = next.come.iter();
    let come = come.filter_map(|who| asked(facts, staff, (*who, next.school)));
    let mut come: BTreeMap<Place, i64> = come.map(|place| (place, 0)).collect();
    for (who, no) in &next.there {
        let place = alike(facts, staff, (facts.stands(*who).profile, next.school));
        let on_own = |place: &Place| no.is_some_and(|no| is_of(facts, no, place.1));
        let place = place.filter(|place| !on_own(place));
        if let Some(beside) = place.and_then(|place| come.get_mut(&place)) {
            *beside += 1;
        }
    }
    let left = come.into_iter().filter(|(_, beside)| *beside > 0);
    left.map(|(place, _)| price(facts, place.0)).sum()
}

/// The same in the program.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>, staff: &BTreeMap<Place, Staff>) {
    use crate::model::{Sense, Terms};
    let facts = program.facts;
    // Who may come, and how many: everybody but who must leave a closing school needs a post.
    let mut come: BTreeMap<Place, (Terms, [i64; 2])> = BTreeMap::new();
    for arc in &program.arcs {
        if let Some(place) = asked(facts, staff, (program.mover(arc), arc.to)) {
            let (terms, most) = come.entry(place).or_default();
            terms.push((arc.var, 1));
            let placed = facts.must_leave(program.mover(arc));
            most[usize::from(placed)] += program.types[arc.ty].size();
        }
    }
    // People beside, and how many are there whatever is decided, and may be.
    let mut beside: BTreeMap<Place, (Terms, i64, i64)> = BTreeMap::new();
    for (one, stay) in program.types.iter().zip(&program.stays) {
        if let Some(place) = alike(facts, staff, (one.profile, one.base)) {
            let here = beside.entry(place).or_default();
            here.0.push((*stay, 1));
            here.2 += one.size();
        }
    }
    for arc in &program.arcs {
        let one = &program.types[arc.ty];
        if let Some(place) = alike(facts, staff, (one.profile, arc.to)) {
            let here = beside.entry(place).or_default();
            here.0.push((arc.var, 1));
            here.2 += one.size();
        }
    }
    for ((school, profile), people) in &program.fixed {
        if let Some(place) = alike(facts, staff, (*profile, *school)) {
            let here = beside.entry(place).or_default();
            let number = whole(people.len());
            here.1 += number;
            here.2 += number;
        }
    }
    for one in &program.fills {
        let place = alike(facts, staff, (one.profile, facts.post(one.post).school));
        if let Some(place) = place.filter(|place| is_of(facts, one.post, place.1)) {
            beside.entry(place).or_default().0.push((one.var, -1));
        }
    }
    for (place, (mut come, many)) in come {
        let Some((mut beside, fixed, most)) = beside.remove(&place) else {
            continue;
        };
        let about = seats_site(facts, place.0, place.1);
        let seats = facts
            .posts_of(place.0)
            .map(|no| i64::from(facts.post(no).number));
        let many = many[0].min(seats.sum()) + many[1];
        let lp = &mut program.lp;
        let comes = lp.column(format!("comes[{about}]"), 0, 1);
        let missed = lp.column(format!("missed[{about}]"), 0, 1);
        lp.cost(super::CARD.goal, missed, price(facts, place.0));
        come.push((comes, -many));
        lp.row(super::CARD.id, about.clone(), come, Sense::AtMost, 0);
        beside.extend([(comes, most), (missed, -most)]);
        lp.row(super::CARD.id, about, beside, Sense::AtMost, most - fixed);
    }
}
