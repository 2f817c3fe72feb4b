//! Classes and pupils, so many that the teachers asked for are about what the county needs; and how
//! many of them work at each school.

use super::draw::{Draw, apportion, evenly};
use super::grid::Curriculum;
use super::places::Style;
use super::seat::{Seat, Tier};
use super::{Options, shares};
use crate::domain::{Role, SchoolKind, Stage};
use std::ops::RangeInclusive;

/// Full-time people for a hundred of need: towns have some to spare, villages too few.
const STAFFED: (u64, u64, u64) = (110, 107, 100);
/// The same for teaching points, where one person takes a class or two.
const STAFFED_POINT: u64 = 50;

/// Fills in classes, pupils and heads.
pub(super) fn fill(draw: &mut Draw, seats: &mut [Seat], plan: &Curriculum, options: &Options) {
    let (mut least, mut most) = (1, 4_000);
    // The scale of the larger schools at which the need is just about the teachers asked for.
    while least < most {
        let scale = u32::midpoint(least, most + 1);
        for seat in seats.iter_mut() {
            empty_classes(seat, scale);
        }
        let needed: u64 = seats.iter().map(|seat| asked(seat, plan)).sum();
        if needed <= u64::from(options.teachers) * 100_000 {
            least = scale;
        } else {
            most = scale - 1;
        }
    }
    for seat in seats.iter_mut() {
        empty_classes(seat, least);
        pupils(draw, seat, options.place.style());
    }
    let weights: Vec<u64> = seats.iter().map(|seat| asked(seat, plan)).collect();
    for (seat, heads) in seats.iter_mut().zip(apportion(options.teachers, &weights)) {
        seat.heads = heads;
    }
}

/// Heads that a school of this need has, hundred-thousandths: whoever holds an office teaches less, so
/// that more people are there.
fn asked(seat: &Seat, plan: &Curriculum) -> u64 {
    let staffed = match seat.school.kind {
        SchoolKind::Point => STAFFED_POINT,
        _ => seat.tier.of_three(STAFFED),
    };
    let net = seat.need(plan, |_, _| true) * staffed;
    let heads = u32::try_from(net.div_ceil(100_000)).unwrap_or(u32::MAX);
    let stage = if seat.school.teaches(Stage::Primary) {
        Stage::Primary
    } else {
        Stage::Junior
    };
    let away =
        |(role, number): (Role, u32)| u64::from(number * (100 - shares::office(stage, role)));
    net + seat.offices(heads).into_iter().map(away).sum::<u64>() * 1000
}

/// The grades taught at a school of this kind.
fn grades(kind: SchoolKind) -> RangeInclusive<u8> {
    match kind {
        SchoolKind::Point => 1..=3,
        SchoolKind::Primary => 1..=6,
        SchoolKind::Junior => 7..=9,
        SchoolKind::NineYear => 1..=9,
        SchoolKind::Senior => 10..=12,
        SchoolKind::Complete => 7..=12,
    }
}

/// Classes without pupils: one for each grade in villages, more by the scale elsewhere.
fn empty_classes(seat: &mut Seat, scale: u32) {
    let grades = grades(seat.school.kind);
    let count = u32::from(grades.end() - grades.start()) + 1;
    let usual = match (seat.tier, seat.school.kind) {
        (Tier::Core, SchoolKind::Primary) => 24,
        (Tier::Core, _) => 18,
        (Tier::Town, SchoolKind::Junior) => 10,
        (Tier::Town, _) => 13,
        (Tier::Village, _) => 0,
    };
    let classes = (usual * scale).div_ceil(1000).max(count);
    let even = grades.zip(evenly(classes, count));
    seat.classes = even
        .map(|(grade, count)| (grade, vec![0; count as usize]))
        .collect();
}

fn pupils(draw: &mut Draw, seat: &mut Seat, style: &Style) {
    let (least, most) = match seat.school.kind {
        SchoolKind::Point => (3, 9),
        _ => seat
            .tier
            .of_three((style.core_pupils, style.town_pupils, style.village_pupils)),
    };
    for classes in seat.classes.values_mut() {
        classes.fill_with(|| draw.range(least, most));
        classes.sort_unstable_by(|a, b| b.cmp(a));
    }
}
