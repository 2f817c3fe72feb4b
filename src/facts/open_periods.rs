//! Periods of subjects without a certificate of their own (不设专岗学科): they top up posts that are no
//! full load; what is left over makes posts for any teacher of the stage.

use super::largest;
use crate::domain::Subject;
use std::cmp::Reverse;

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

/// Tops up posts to the load of their main subject, the emptiest first.
pub(super) fn top_up(posts: &mut [Parts], open: &mut Parts, load: impl Fn(Subject) -> Option<u32>) {
    let room = |parts: &Parts| {
        let full = largest(parts.iter().copied()).and_then(&load).unwrap_or(0);
        full.saturating_sub(parts.iter().map(|part| part.1).sum())
    };
    let mut order: Vec<(u32, usize)> = posts.iter().map(room).zip(0..).collect();
    order.sort_by_key(|(room, no)| (Reverse(*room), *no));
    for (room, no) in order {
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
