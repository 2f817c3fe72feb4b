//! Periods of subjects without a certificate of their own (不设专岗学科): they top up posts that are no
//! full load; what is left over makes posts for any teacher of the stage.

use super::largest;
use crate::domain::Subject;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Subjects with weekly periods.
pub(super) type Parts = Vec<(Subject, u32)>;

/// Takes so many periods from the front, in the order of subjects.
fn take(open: &mut Parts, mut room: u32) -> Parts {
    let mut taken = Parts::new();
    for (subject, left) in open.iter_mut() {
        let here = room.min(*left);
        if here > 0 {
            taken.push((*subject, here));
            *left -= here;
            room -= here;
        }
    }
    open.retain(|part| part.1 > 0);
    taken
}

/// Tops up posts to the load of their main subject: first those whose main subject somebody there teaches,
/// since what stands in an empty post is taught by nobody; of these the emptiest first.
pub(super) fn top_up(
    posts: &mut [Parts],
    open: &mut Parts,
    (load, here): (impl Fn(Subject) -> Option<u32>, &BTreeSet<Subject>),
) {
    let room = |parts: &Parts| {
        let main = largest(parts.iter().copied());
        let full = main.and_then(&load).unwrap_or(0);
        let room = full.saturating_sub(parts.iter().map(|part| part.1).sum());
        (main.is_some_and(|main| here.contains(&main)), room)
    };
    let mut order: Vec<((bool, u32), usize)> = posts.iter().map(room).zip(0..).collect();
    order.sort_by_key(|(room, no)| (Reverse(*room), *no));
    for ((_, room), no) in order {
        posts[no].extend(take(open, room));
        posts[no].sort_unstable();
    }
}

/// Posts of open periods alone: of a whole load each, and one of the rest where that is as much as a
/// post must have.
pub(super) fn alone(open: &mut Parts, load: u32, least: u32) -> Vec<Parts> {
    let mut made = Vec::new();
    loop {
        let left: u32 = open.iter().map(|part| part.1).sum();
        if load == 0 || left == 0 || (left < load && left < least) {
            return made;
        }
        made.push(take(open, load));
    }
}
