//! Who teaches a subject stays on its posts (专任优先): nobody takes another post while one of her own subject that she
//! could hold would stand empty for it.
//!
//! Symbols, for each school `s` and subject `k`: `H`, `N` its people who fill some post of `k` there and the posts whose
//! main part it is; `S = max(0, H − N)` of them to spare; `off` people of `k` on other posts of the school, `in` people
//! of `k` who are moved there; `empty` posts of `k` that nobody holds; `pulled` how many are missed on their own posts
//! [persons].
//! - `off − in − pulled ≤ S`; where `S > 0` also `S·empty + N·(off − in) − N·S·pulled ≤ N·S`
//!
//! So none may be off where none is to spare, and not all who are while a post of their own stands empty. The exact
//! `min(off, empty)` needs a 0/1 column for each school and subject, with which a county of 40 schools took seven times
//! as long.
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

/// What the post of a school that weighs most weighs.
fn price(facts: &Facts<'_>, school: SchoolNo) -> i64 {
    let posts = facts.posts_of(school);
    let each = posts.map(|no| weight(facts, no) * facts.post(no).periods());
    each.max().unwrap_or(0)
}

/// People who are at a school for a subject when nothing is decided.
type People = BTreeMap<Place, i64>;

fn people(facts: &Facts<'_>) -> People {
    let mut all = People::new();
    for stand in &facts.standing {
        let place = stand
            .base
            .and_then(|base| own_at(facts, stand.profile, base));
        if let Some(place) = place {
            *all.entry(place).or_default() += 1;
        }
    }
    all
}

/// `N` and `S` of a school and subject.
fn spare(facts: &Facts<'_>, place: Place, people: &People) -> (i64, i64) {
    let heads = people.get(&place).copied().unwrap_or(0);
    let posts = seats_of(facts, place.0, place.1).posts;
    (posts, (heads - posts).max(0))
}

/// What people who are pulled away from their own subject weigh.
pub(super) fn cost(facts: &Facts<'_>, plan: &Placement) -> i64 {
    let people = people(facts);
    let mut gone: BTreeMap<Place, i64> = BTreeMap::new();
    for (no, on) in facts.post_nos().zip(&plan.fills) {
        for who in on {
            let profile = facts.stands(*who).profile;
            if let Some(place) = off_own(facts, profile, no) {
                *gone.entry(place).or_default() += 1;
            }
        }
    }
    for one in &plan.moves {
        let place = own_at(facts, facts.stands(one.teacher).profile, one.to);
        if let Some(off) = place.and_then(|place| gone.get_mut(&place)) {
            *off -= 1;
        }
    }
    let weighed = gone.into_iter().map(|(place, off)| {
        let (posts, spare) = spare(facts, place, &people);
        let own = facts
            .posts_of(place.0)
            .filter(|no| is_of(facts, *no, place.1));
        let empty: i64 = own.map(|no| i64::from(plan.empty_of(facts, no))).sum();
        let missed = spare * empty + posts * off - posts * spare;
        // Rounded up.
        let beside_empty = -(-missed).div_euclid((posts * spare).max(1));
        let pulled = if spare > 0 { beside_empty } else { 0 };
        pulled.max(off - spare).max(0) * price(facts, place.0)
    });
    weighed.sum()
}

/// The school and subject of whoever is on a post of another subject there.
fn off_own(facts: &Facts<'_>, profile: ProfileNo, no: PostNo) -> Option<Place> {
    let place = own_at(facts, profile, facts.post(no).school)?;
    (!is_of(facts, no, place.1)).then_some(place)
}

/// The same in the program.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>) {
    use crate::model::{Sense, Terms};
    let facts = program.facts;
    let people = people(facts);
    let mut rows: BTreeMap<Place, Terms> = BTreeMap::new();
    for one in &program.fills {
        if let Some(place) = off_own(facts, one.profile, one.post) {
            rows.entry(place).or_default().push((one.var, 1));
        }
    }
    for arc in &program.arcs {
        let profile = program.types[arc.ty].profile;
        let row = own_at(facts, profile, arc.to).and_then(|place| rows.get_mut(&place));
        if let Some(row) = row {
            row.push((arc.var, -1));
        }
    }
    for (place, mut off) in rows {
        let about = seats_site(facts, place.0, place.1);
        let (posts, spare) = spare(facts, place, &people);
        let most = whole(facts.roster.teachers.len());
        let pulled = program.lp.column(format!("pulled[{about}]"), 0, most);
        program
            .lp
            .cost(super::CARD.goal, pulled, price(facts, place.0));
        if spare > 0 {
            let mut beside = Terms::new();
            beside.extend(off.iter().map(|term| (term.0, term.1 * posts)));
            let own = facts
                .posts_of(place.0)
                .filter(|no| is_of(facts, *no, place.1));
            beside.extend(own.map(|no| (program.empties[no.0], spare)));
            beside.push((pulled, -posts * spare));
            let (lp, free) = (&mut program.lp, posts * spare);
            lp.row("own_empty", about.clone(), beside, Sense::AtMost, free);
        }
        off.push((pulled, -1));
        program
            .lp
            .row("own_first", about, off, Sense::AtMost, spare);
    }
}
