//! Who teaches a subject stays on its posts (专任优先): nobody takes another post while one of her own subject that she
//! could hold would stand empty for it.
//!
//! Symbols, for each school `s` and subject `k`: `N` posts whose main part it is; `on`, `off` people of `k` on these and
//! on other posts of the school, of those who fill some post of `k` there [persons]; `full` 1 where they hold all of
//! the `N`, so that others may take other posts; `M` people of `k` whom the school may have beyond `N` [persons];
//! `pulled` how many are missed on their own posts [persons].
//! - `off − pulled − M·full ≤ 0`; `N·full ≤ on`
//!
//! Each pulled person weighs as much as the post of the school that weighs most, so that nobody is pulled away for
//! what can be covered instead, and somebody still is where a must-rule asks for it.

use super::weight;
use crate::domain::{SchoolNo, Subject, whole};
use crate::facts::own_staff::{seats_of, seats_site, subject_at};
use crate::facts::{Facts, Placement, PostNo, ProfileNo};
use std::collections::{BTreeMap, BTreeSet};

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

/// What people who are pulled away from their own subject weigh.
pub(super) fn cost(facts: &Facts<'_>, plan: &Placement) -> i64 {
    // People on posts of their own subject, and on others.
    let mut seats: BTreeMap<Place, [i64; 2]> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        for who in people {
            let profile = facts.stands(*who).profile;
            if let Some(place) = own_at(facts, profile, facts.post(no).school) {
                let off = usize::from(!is_of(facts, no, place.1));
                seats.entry(place).or_default()[off] += 1;
            }
        }
    }
    let weighed = seats.into_iter().map(|(place, [on, off])| {
        let full = on >= seats_of(facts, place.0, place.1).posts;
        let pulled = if full { 0 } else { off };
        pulled * price(facts, place.0)
    });
    weighed.sum()
}

/// The same in the program.
pub(super) fn constrain(program: &mut crate::model::Staffing<'_>) {
    use crate::model::{Sense, Terms};
    let facts = program.facts;
    let mut seats: BTreeMap<Place, [Terms; 2]> = BTreeMap::new();
    let mut others: BTreeMap<Place, BTreeSet<PostNo>> = BTreeMap::new();
    for one in &program.fills {
        if let Some(place) = own_at(facts, one.profile, facts.post(one.post).school) {
            let off = usize::from(!is_of(facts, one.post, place.1));
            seats.entry(place).or_default()[off].push((one.var, 1));
            if off == 1 {
                others.entry(place).or_default().insert(one.post);
            }
        }
    }
    let mut arrivals: BTreeMap<Place, i64> = BTreeMap::new();
    for arc in &program.arcs {
        let profile = facts.stands(program.mover(arc)).profile;
        if let Some(place) = own_at(facts, profile, arc.to) {
            *arrivals.entry(place).or_default() += program.lp.columns[arc.var.0].upper;
        }
    }
    for (place, [mut on, mut off]) in seats {
        let Some(others) = others.get(&place) else {
            continue;
        };
        let (about, staff) = (
            seats_site(facts, place.0, place.1),
            seats_of(facts, place.0, place.1),
        );
        let all = whole(facts.roster.teachers.len());
        let pulled = program.lp.column(format!("pulled[{about}]"), 0, all);
        program
            .lp
            .cost(super::CARD.goal, pulled, price(facts, place.0));
        off.push((pulled, -1));
        let number = others.iter().map(|no| i64::from(facts.post(*no).number));
        let come = arrivals.get(&place).copied().unwrap_or(0).min(number.sum());
        let beyond = staff.heads + come - staff.posts;
        if beyond > 0 {
            let full = program.lp.column(format!("full[{about}]"), 0, 1);
            off.push((full, -beyond));
            on.iter_mut().for_each(|term| term.1 = -1);
            on.push((full, staff.posts));
            program
                .lp
                .row("own_full", about.clone(), on, Sense::AtMost, 0);
        }
        program.lp.row("own_first", about, off, Sense::AtMost, 0);
    }
}
