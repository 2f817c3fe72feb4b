//! Who sits where at home: of people who stay at a school and fit a post alike in all that the program looks at, the one
//! whose own subject it is goes first, and a head of section (中层) on the post made for her office. The program counts
//! people alike in qualification only; without this a specialist may stand without a post beside a colleague on hers.

use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::own_staff::subject_at;
use crate::facts::{Facts, Grade, Placement, PostNo, Reckoning};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Lets people change seats inside their schools until nobody without a post has the better claim to one.
pub(super) fn own_people_first(facts: &Facts<'_>, plan: &mut Placement) {
    let next = plan.next(facts);
    // Whom colleagues of the same subject join keeps the seat: the program counted on it.
    let comes = plan
        .moves
        .iter()
        .map(|one| (one.to, facts.stands(one.teacher).profile));
    let comes = comes.map(|(to, profile)| (to, subject_at(facts, to, profile)));
    let joined: BTreeSet<_> = comes.collect();
    let stays = |who: TeacherNo, school| {
        facts.stands(who).base == Some(school) && next[who.0] == Some(school)
    };
    let gives = |who: TeacherNo, school| {
        let subject = subject_at(facts, school, facts.stands(who).profile);
        stays(who, school) && !joined.contains(&(school, subject))
    };
    let mut on_post = vec![false; facts.roster.teachers.len()];
    for who in plan.fills.iter().flatten() {
        on_post[who.0] = true;
    }
    for school in facts.roster.school_nos() {
        let here = facts.at_base(school);
        let mut idle: Vec<TeacherNo> = here
            .filter(|who| !on_post[who.0] && stays(*who, school))
            .collect();
        if !idle.is_empty() {
            while change_one(facts, plan, school, &mut idle, &gives) {}
        }
    }
}

/// One change of seats, if there is any: each adds to what the holders have a claim to, so that they come to an end.
fn change_one(
    facts: &Facts<'_>,
    plan: &mut Placement,
    school: SchoolNo,
    idle: &mut [TeacherNo],
    gives: &dyn Fn(TeacherNo, SchoolNo) -> bool,
) -> bool {
    for no in facts.posts_of(school) {
        let holders = plan.fills[no.0].iter().copied().enumerate();
        let holders = holders.filter(|(_, who)| gives(*who, school));
        let weakest = holders.min_by_key(|(_, who)| (claim(facts, *who, no), Reverse(*who)));
        let Some((seat, holder)) = weakest else {
            continue;
        };
        let better = idle.iter_mut().filter(|who| {
            claim(facts, **who, no) > claim(facts, holder, no) && is_alike(facts, **who, holder, no)
        });
        let best = better.max_by_key(|who| (claim(facts, **who, no), Reverse(**who)));
        if let Some(who) = best {
            std::mem::swap(&mut plan.fills[no.0][seat], who);
            plan.fills[no.0].sort_unstable();
            return true;
        }
    }
    false
}

/// A head of section on the post of an office first, then whoever teaches most of it as the own subject.
fn claim(facts: &Facts<'_>, who: TeacherNo, no: PostNo) -> (bool, i64) {
    let (profile, post) = (facts.profile(facts.stands(who).profile), facts.post(no));
    let office = post.how == Reckoning::Office && profile.most.is_some();
    (office, profile.fit(post).own)
}

/// Whether both teach each part of the post by rights between which no rule tells: their own subject or its certificate,
/// or else the same, and as many periods of it.
fn is_alike(facts: &Facts<'_>, one: TeacherNo, other: TeacherNo, no: PostNo) -> bool {
    let taken = |who: TeacherNo| {
        let profile = facts.profile(facts.stands(who).profile);
        let parts = profile.taken(facts.post(no)).into_iter();
        let parts = parts.map(|part| (part.grade.min(Grade::Certificate), part.taught));
        parts.collect::<Vec<_>>()
    };
    taken(one) == taken(other)
}
