//! Classes and pupils, so many that the teachers asked for are about what the county needs; and how
//! many of them work at each school.

use super::draw::{Draw, apportion, evenly};
use super::grid::Curriculum;
use super::places::Style;
use super::seat::{Seat, Tier};
use super::{Options, shares};
use crate::domain::{Role, SchoolKind, Stage, length};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Full-time people for a hundred of need: towns have some to spare, villages too few.
const STAFFED: (u64, u64, u64) = (110, 107, 100);
/// The same for teaching points, where one person takes a class or two.
const STAFFED_POINT: u64 = 50;

/// Births in the country from 2008 to 2020, ten thousands, as the statistics office published them.
const BIRTHS: [u32; 13] = [
    1604, 1587, 1588, 1600, 1635, 1640, 1687, 1655, 1786, 1723, 1523, 1465, 1202,
];

/// Children of the age of a grade in the planned school year, thousandths of those of grade 6: born
/// from September to August, a third of them in the earlier calendar year.
fn cohort(grade: u8) -> u32 {
    let born = |grade: u8| {
        let later = 13_usize.saturating_sub(usize::from(grade));
        let births = |at: usize| BIRTHS.get(at).copied().unwrap_or_default();
        births(later) * 2 + births(later.saturating_sub(1))
    };
    (born(grade) * 1000).div_ceil(born(6))
}

/// What a school would take in where it has one class a grade: pupils by grade.
type Intake = BTreeMap<u8, u32>;

/// Fills in classes, pupils and heads.
pub(super) fn fill(seats: &mut [Seat], plan: &Curriculum, options: &Options) {
    let style = options.place.style();
    let intakes = seats.iter().enumerate();
    let intakes = intakes.map(|(no, seat)| intake(&mut Draw::at(options.seed, 8, no), seat, style));
    let intakes: Vec<Intake> = intakes.collect();
    let settle = |seats: &mut [Seat], scale: u32| {
        for (seat, intake) in seats.iter_mut().zip(&intakes) {
            seat.classes = classes(seat, intake, scale, style);
        }
    };
    let (mut least, mut most) = (1, 4_000);
    // The scale of the larger schools at which the need is just about the teachers asked for.
    while least < most {
        let scale = u32::midpoint(least, most + 1);
        settle(seats, scale);
        let needed: u64 = seats.iter().map(|seat| asked(seat, plan)).sum();
        if needed <= u64::from(options.teachers) * 100_000 {
            least = scale;
        } else {
            most = scale - 1;
        }
    }
    settle(seats, least);
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

/// Pupils of a class at a school, the fewest and the most.
const fn class_size(seat: &Seat, style: &Style) -> (u32, u32) {
    match seat.school.kind {
        SchoolKind::Point => (3, 9),
        _ => seat
            .tier
            .of_three((style.core_pupils, style.town_pupils, style.village_pupils)),
    }
}

/// As many children of each age as there are in the country, give or take one in twenty: fewer and fewer
/// begin.
fn intake(draw: &mut Draw, seat: &Seat, style: &Style) -> Intake {
    let (least, most) = class_size(seat, style);
    let usual = draw.range(least, most);
    let mut sway = |grade| {
        let pupils = usual * cohort(grade) * draw.range(950, 1050);
        (grade, (pupils + 500_000).div_euclid(1_000_000).max(1))
    };
    grades(seat.school.kind).map(&mut sway).collect()
}

/// Classes with their pupils: one for each grade in villages, more by the scale elsewhere, and one more
/// wherever a class would be a tenth larger than they are at most.
fn classes(seat: &Seat, intake: &Intake, scale: u32, style: &Style) -> BTreeMap<u8, Vec<u32>> {
    let usual = match (seat.tier, seat.school.kind) {
        (Tier::Core, SchoolKind::Primary) => 24,
        (Tier::Core, _) => 18,
        (Tier::Town, SchoolKind::Junior) => 10,
        (Tier::Town, _) => 13,
        (Tier::Village, _) => 0,
    };
    let grades = length(intake.len()).max(1);
    // Times as many pupils as fill one class a grade, thousandths.
    let growth = (usual * scale).div_euclid(grades).max(1000);
    let full = class_size(seat, style).1 * 11;
    let of = |(grade, pupils): (&u8, &u32)| {
        let pupils = (pupils * growth).div_euclid(1000);
        (*grade, evenly(pupils, (pupils * 10).div_ceil(full).max(1)))
    };
    intake.iter().map(of).collect()
}
