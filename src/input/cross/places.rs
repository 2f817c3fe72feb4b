//! Where schools and homes lie: one far outside the county is most likely a slip in its coordinates, which would make every
//! way to it wrong.

use super::{Teller, codes};
use crate::blanks;
use crate::finding::Findings;
use crate::input::draft::Draft;

/// With fewer schools nobody can say which of them lies apart.
const SCHOOLS: usize = 3;
/// So near nothing is ever told, kilometres.
const NEAR: f64 = 60.0;
/// A home may lie in the next city, kilometres.
const NEAR_HOME: f64 = 150.0;
/// So many times as far from the middle as half of the schools are.
const TIMES: f64 = 6.0;
/// Kilometres of a degree of latitude.
const DEGREE: f64 = 111.2;

/// The middle of the county, and how far half of its schools lie from there.
struct Middle {
    at: (f64, f64),
    half: f64,
}

impl Middle {
    fn of(places: &[(f64, f64)]) -> Option<Self> {
        if places.len() < SCHOOLS {
            return None;
        }
        let at = (
            median(places.iter().map(|one| one.0))?,
            median(places.iter().map(|one| one.1))?,
        );
        let half = median(places.iter().map(|one| kilometres(at, *one)))?;
        Some(Self { at, half })
    }

    /// How far a place lies from the middle, where that is too far, and whether it is its longitude that is off.
    fn too_far(&self, place: (f64, f64), near: f64) -> Option<(u32, bool)> {
        let far = kilometres(self.at, place);
        let by_longitude = kilometres(self.at, (place.0, self.at.1)) * 2.0 > far;
        (far > near.max(TIMES * self.half)).then(|| (whole(far), by_longitude))
    }
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let places = draft.schools.values().filter_map(|one| one.place);
    let Some(middle) = Middle::of(&places.collect::<Vec<_>>()) else {
        return;
    };
    let half = whole(middle.half).max(1);
    for row in &draft.schools.rows {
        let one = &row.value;
        let far = one.place.and_then(|place| middle.too_far(place, NEAR));
        if let Some((far, by_longitude)) = far {
            let key = if by_longitude { "lon" } else { "lat" };
            let blanks = blanks! { school: one.name, far: far, half: half };
            let mut about = Teller::county(&draft.schools, row, findings).school(&one.id);
            about.tell(&codes::FAR_SCHOOL, key, blanks);
        }
    }
    for row in &draft.teachers.rows {
        let one = &row.value;
        let far = one.home.and_then(|place| middle.too_far(place, NEAR_HOME));
        if let Some((far, by_longitude)) = far {
            let key = if by_longitude { "home_lon" } else { "home_lat" };
            let blanks = blanks! { teacher: one.name, far: far, half: half };
            let mut about = Teller::county(&draft.teachers, row, findings).teacher(&one.id);
            about.tell(&codes::FAR_HOME, key, blanks);
        }
    }
}

/// The middle one of some numbers.
fn median(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut all: Vec<f64> = numbers.collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len().div_euclid(2)).copied()
}

/// Kilometres between two places, well enough to tell a county from another.
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let across = from.1.midpoint(to.1).to_radians().cos();
    let east = (to.0 - from.0) * across;
    let north = to.1 - from.1;
    east.hypot(north) * DEGREE
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a distance on earth is positive and at most some forty thousand kilometres"
)]
fn whole(kilometres: f64) -> u32 {
    kilometres.round() as u32
}
