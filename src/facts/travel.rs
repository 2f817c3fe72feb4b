//! Travel times one way, whole minutes, rounded up.
//!
//! A stated time wins, and holds for the way back unless that is stated too. Otherwise
//! `⌈distance · road_factor / km_per_hour⌉`: the distance as the crow flies on the WGS 84 ellipsoid
//! in whole metres, the rest in exact numbers.

use crate::domain::{Roster, SchoolNo, TeacherNo};
use crate::law::{RuleBook, Share};
use geographiclib_rs::{Geodesic, InverseGeodesic};
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
    minutes_per_metre: Option<Share>,
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
        let mut stated = BTreeMap::new();
        for one in &roster.travel {
            stated.insert((one.from, one.to), one.minutes);
        }
        for one in &roster.travel {
            stated.entry((one.to, one.from)).or_insert(one.minutes);
        }
        let factor = book.share("travel_limit", "road_factor");
        let speed = book.count("travel_limit", "km_per_hour");
        let homes = roster.teachers.iter().map(|teacher| {
            teacher.home.map(|place| Home {
                place,
                row: Row::new(),
            })
        });
        Self {
            places: roster.schools.iter().map(|school| school.place).collect(),
            stated,
            // Sixty minutes an hour, a thousand metres a kilometre.
            minutes_per_metre: (speed > 0)
                .then(|| Share::new(factor.numer() * 60, factor.denom() * speed * 1000)),
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
        let earth = Geodesic::wgs84();
        let minutes = |to: &Place| {
            let minutes = self
                .minutes_per_metre?
                .ceil_of(metres(&earth, from, (*to)?));
            u32::try_from(minutes).ok()
        };
        self.places.iter().map(minutes).collect()
    }
}

/// Distance in whole metres.
#[allow(
    clippy::cast_possible_truncation,
    reason = "a distance on earth is at most some twenty million metres"
)]
fn metres(earth: &Geodesic, from: (f64, f64), to: (f64, f64)) -> i64 {
    let distance: f64 = earth.inverse(from.1, from.0, to.1, to.0);
    distance.round() as i64
}
