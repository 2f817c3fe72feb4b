//! Travel times one way, whole minutes, rounded up.
//!
//! A stated time wins, and holds for the way back unless that is stated too. Otherwise
//! `⌈distance · road_factor / km_per_hour⌉`: the distance as the crow flies on the WGS 84 ellipsoid
//! in whole metres, the rest in exact numbers. Mid-latitude formula: at the distances of a county
//! within a few parts in ten thousand of the geodesic (a case keeps it so) and a hundred times
//! faster, which counts where ten thousand homes lie within reach of seven hundred schools. Beyond a
//! policy's limit it is too far to travel every day (超出单程通勤上限).

use super::Facts;
use super::values::{dormitory_beds, travel_limit};
use crate::domain::{Roster, SchoolNo, TeacherNo};
use crate::policy::RuleBook;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Longitude and latitude, degrees; `None` when not known.
type Place = Option<(f64, f64)>;
/// Minutes to every school, worked out when first asked for.
type Row = OnceLock<Vec<Option<u32>>>;

/// Minutes from every teacher's home (her present school when the home is not known) and between
/// schools.
#[derive(Debug, Clone, Default)]
pub struct Travel {
    places: Vec<Place>,
    stated: BTreeMap<(SchoolNo, SchoolNo), u32>,
    /// Minutes per metre as a fraction; `None` when the policy gives no speed.
    pace: Option<(u64, u64)>,
    between: Vec<Row>,
    homes: Vec<Option<Home>>,
    work: Vec<SchoolNo>,
}

#[derive(Debug, Clone)]
struct Home {
    place: (f64, f64),
    row: Row,
}

impl Travel {
    /// Makes ready for all of them; each row is worked out when it is first asked for.
    pub fn new(roster: &Roster, book: &RuleBook) -> Self {
        let there = roster.travel.iter();
        let there = there.map(|one| ((one.from, one.to), one.minutes));
        let mut stated: BTreeMap<_, _> = there.collect();
        for one in &roster.travel {
            stated.entry((one.to, one.from)).or_insert(one.minutes);
        }
        let factor = book.get(travel_limit::ROAD_FACTOR);
        let speed = book.get(travel_limit::KM_PER_HOUR);
        // Sixty minutes an hour, a thousand metres a kilometre.
        let denom = positive(factor.denom() * speed * 1000);
        let homes = roster.teacher_nos().map(|no| {
            let place = roster.teacher(no).home;
            let row = roster.ways.get(&no).cloned().map(Row::from);
            (place.is_some() || row.is_some()).then(|| Home {
                place: place.unwrap_or_default(),
                row: row.unwrap_or_default(),
            })
        });
        Self {
            places: roster.schools.iter().map(|school| school.place).collect(),
            stated,
            pace: (denom > 0).then(|| (positive(factor.numer() * 60), denom)),
            between: vec![Row::new(); roster.schools.len()],
            homes: homes.collect(),
            work: roster.teachers.iter().map(|one| one.work_school).collect(),
        }
    }

    /// Minutes from a teacher's home, or else from her present school; `None` when not known.
    pub fn minutes(&self, teacher: TeacherNo, to: SchoolNo) -> Option<u32> {
        let home = self.homes[teacher.0].as_ref();
        home.and_then(|home| home.row.get_or_init(|| self.row(home.place))[to.0])
            .or_else(|| self.between(self.work[teacher.0], to))
    }

    /// Whether she is known to set out from her home, and not from her present school.
    pub fn knows_home(&self, teacher: TeacherNo) -> bool {
        self.homes[teacher.0].is_some()
    }

    /// Minutes between two schools; `None` when not known.
    pub fn between(&self, from: SchoolNo, to: SchoolNo) -> Option<u32> {
        if from == to {
            return Some(0);
        }
        self.between[from.0].get_or_init(|| self.school_row(from))[to.0]
    }

    fn school_row(&self, from: SchoolNo) -> Vec<Option<u32>> {
        let mut row = match self.places[from.0] {
            Some(place) => self.row(place),
            None => vec![None; self.places.len()],
        };
        let stated = (from, SchoolNo(0))..=(from, SchoolNo(usize::MAX));
        for ((_, to), minutes) in self.stated.range(stated) {
            row[to.0] = Some(*minutes);
        }
        row
    }

    fn row(&self, from: (f64, f64)) -> Vec<Option<u32>> {
        let minutes = |to: &Place| {
            let (numer, denom) = self.pace?;
            u32::try_from((metres(from, (*to)?) * numer).div_ceil(denom)).ok()
        };
        self.places.iter().map(minutes).collect()
    }
}

/// Whether a school is more than this many minutes one way from a teacher's home (her present
/// school when the home is not known); where the time is not known the policy says what to take.
pub fn is_farther(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo, minutes: i64) -> bool {
    match facts.travel.minutes(who, to) {
        Some(way) => i64::from(way) > minutes,
        None => facts.book.get(travel_limit::UNKNOWN_IS_FAR),
    }
}

impl Facts<'_> {
    /// Whether a teacher who works at a school needs a bed there: it is farther than the policy lets
    /// anyone travel day by day, or nobody knows how far it is and the policy takes that for far. Nobody
    /// does where the policy limits neither travel nor beds.
    pub fn needs_bed(&self, who: TeacherNo, to: SchoolNo) -> bool {
        let book = self.book;
        (book.is_on(travel_limit::RULE) || book.is_on(dormitory_beds::RULE))
            && is_farther(self, who, to, book.get(travel_limit::MINUTES_AT_MOST))
    }
}

/// Minutes of a way that nobody knows, where ways are compared: behind every way that is known.
const UNKNOWN: i64 = 24 * 60;

/// Minutes of a way, known or not, to compare it with others.
pub fn far(way: Option<u32>) -> i64 {
    way.map_or(UNKNOWN, i64::from)
}

fn positive(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// Equatorial radius of the WGS 84 ellipsoid, metres.
const RADIUS: f64 = 6_378_137.0;
/// Square of its first eccentricity.
const ECCENTRICITY: f64 = 0.006_694_379_990_14;

/// Distance in whole metres by the radii of curvature at the mean latitude.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a distance on earth is positive and at most some twenty million metres"
)]
fn metres(from: (f64, f64), to: (f64, f64)) -> u64 {
    let (sin, cos) = from.1.midpoint(to.1).to_radians().sin_cos();
    let flat = 1.0 - ECCENTRICITY * sin * sin;
    let across = RADIUS / flat.sqrt();
    let east = (to.0 - from.0).to_radians() * across * cos;
    let north = (to.1 - from.1).to_radians() * across * (1.0 - ECCENTRICITY) / flat;
    (east * east + north * north).sqrt().round() as u64
}
