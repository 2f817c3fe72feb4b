//! Who teaches a subject stays on its posts (专任优先): nobody takes another post while one of her own subject that she
//! could hold would stand empty for it.
//!
//! Symbols, for each school `s` and subject `k`: `H`, `N` its people and the posts whose main part it is [persons,
//! posts]; `off` people of `k` on other posts of the school, of those who fill some post of `k` there [persons]; `in`
//! people of `k` who are moved there [persons]; `pulled` how many of them are missed on their own posts [persons].
//! - `off − in − pulled ≤ max(0, H − N)`
//!
//! Each pulled person weighs as much as the post of the school that weighs most, so that nobody is pulled away for
//! what can be covered instead, and somebody still is where a must-rule asks for it.

use super::weight;
use crate::domain::{SchoolNo, Subject, whole};
use crate::facts::own_staff::{seats_of, seats_site, subject_at};
use crate::facts::{Facts, Placement, PostNo, ProfileNo};
use std::collections::BTreeMap;

/// A school and a subject.
type Place = (SchoolNo, Subject);

/// Of which subject people of a profile are at a school, where some post of it is one that they fill.
fn own_at(facts: &Facts<'_>, profile: ProfileNo, school: SchoolNo) -> Option<Place> {
    let subject = subject_at(facts, school, profile)?;
    let fills = |no: PostNo| facts.profile(profile).fit(facts.post(no)).fills();
    let mut own = facts
        .posts_of(school)
        .filter(|no| is_of(facts, *no, subject));
    own.any(fills).then_some((school, subject))
}

/// Whether a post is one of a subject.
fn is_of(facts: &Facts<'_>, no: PostNo, subject: Subject) -> bool {
    let main = facts.post(no).main();
    // Where one teacher takes a whole class, that is the subject of all who may.
    main == Some(subject) || (subject == Subject::WHOLE_CLASS && facts.post(no).has(subject))
}

/// Whether somebody of a profile is on a post of another subject than her own, and on which of her own she is missed.
fn off_own(facts: &Facts<'_>, profile: ProfileNo, no: PostNo) -> Option<Place> {
    let place = own_at(facts, profile, facts.post(no).school)?;
    (!is_of(facts, no, place.1)).then_some(place)
}

/// How many may be on other posts without being missed.
fn surplus(facts: &Facts<'_>, (school, subject): Place) -> i64 {
    let staff = seats_of(facts, school, subject);
    (staff.heads - staff.posts).max(0)
}

/// What the post of a school that weighs most weighs.
fn price(facts: &Facts<'_>, school: SchoolNo) -> i64 {
    let posts = facts.posts_of(school);
    let each = posts.map(|no| weight(facts, no) * facts.post(no).periods());
    each.max().unwrap_or(0)
}

/// What people who are pulled away from their own subject weigh.
pub(super) fn cost(facts: &Facts<'_>, plan: &Placement) -> i64 {
    let mut pulled: BTreeMap<Place, i64> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        for who in people {
            if let Some(place) = off_own(facts, facts.stands(*who).profile, no) {
                *pulled.entry(place).or_default() += 1;
            }
        }
    }
    for one in &plan.moves {
        let place = own_at(facts, facts.stands(one.teacher).profile, one.to);
        if let Some(number) = place.and_then(|place| pulled.get_mut(&place)) {
            *number -= 1;
        }
    }
    let weighed = pulled
        .into_iter()
        .map(|(place, number)| (number - surplus(facts, place)).max(0) * price(facts, place.0));
    weighed.sum()
}

/// The same in the program.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>) {
    use crate::model::{Sense, Terms};
    let facts = program.facts;
    let mut rows: BTreeMap<Place, Terms> = BTreeMap::new();
    for one in &program.fills {
        if let Some(place) = off_own(facts, one.profile, one.post) {
            rows.entry(place).or_default().push((one.var, 1));
        }
    }
    for arc in &program.arcs {
        let profile = facts.stands(program.mover(arc)).profile;
        let place = own_at(facts, profile, arc.to);
        if let Some(terms) = place.and_then(|place| rows.get_mut(&place)) {
            terms.push((arc.var, -1));
        }
    }
    for (place, mut terms) in rows {
        let about = seats_site(facts, place.0, place.1);
        let most = whole(facts.roster.teachers.len());
        let pulled = program.lp.column(format!("pulled[{about}]"), 0, most);
        program
            .lp
            .cost(super::CARD.goal, pulled, price(facts, place.0));
        terms.push((pulled, -1));
        let free = surplus(facts, place);
        program
            .lp
            .row("own_first", about, terms, Sense::AtMost, free);
    }
}
