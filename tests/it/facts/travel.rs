//! How far it is, and who needs a bed.

use crate::tiny::{self, NINE, POINT, TOWN, VILLAGE, teacher};
use geographiclib_rs::{Geodesic, InverseGeodesic};
use lungang::domain::*;
use lungang::facts::Facts;

const HER: TeacherNo = TeacherNo(0);

/// One teacher of the town school; the town and the village lie a tenth of a degree of latitude
/// apart: 11,094 metres on the ellipsoid at 35° north.
fn county() -> Roster {
    let mut roster = tiny::with(vec![teacher(TOWN, "maths")]);
    roster.schools[TOWN.0].place = Some((105.0, 35.0));
    roster.schools[VILLAGE.0].place = Some((105.0, 35.1));
    roster
}

#[test]
fn the_way_is_the_distance_times_the_road_factor_rounded_up() {
    let (roster, book) = (county(), tiny::book(&[]));
    let facts = Facts::new(&roster, &book);
    // 11.094 km × 1.4 ÷ 40 km/h = 23.3 minutes.
    assert_eq!(facts.travel.between(TOWN, VILLAGE), Some(24));
    assert_eq!(facts.travel.between(VILLAGE, TOWN), Some(24));
    assert_eq!(facts.travel.between(TOWN, NINE), None);
    assert_eq!(facts.travel.between(NINE, NINE), Some(0));
}

#[test]
fn a_stated_time_wins_and_holds_for_the_way_back() {
    let mut roster = county();
    let time = |from, to, minutes| TravelTime { from, to, minutes };
    roster.travel = vec![
        time(TOWN, VILLAGE, 70),
        time(TOWN, POINT, 50),
        time(POINT, TOWN, 40),
    ];
    let book = tiny::book(&[]);
    let facts = Facts::new(&roster, &book);
    assert_eq!(facts.travel.between(VILLAGE, TOWN), Some(70));
    assert_eq!(facts.travel.between(TOWN, POINT), Some(50));
    assert_eq!(facts.travel.between(POINT, TOWN), Some(40));
}

#[test]
fn a_teacher_travels_from_home_where_that_is_known() {
    let mut roster = county();
    let book = tiny::book(&[]);
    assert_eq!(
        Facts::new(&roster, &book).travel.minutes(HER, VILLAGE),
        Some(24)
    );
    roster.teachers[0].home = Some((105.0, 35.1));
    let facts = Facts::new(&roster, &book);
    assert_eq!(facts.travel.minutes(HER, VILLAGE), Some(0));
    assert_eq!(facts.travel.minutes(HER, TOWN), Some(24));
}

#[test]
fn a_bed_is_needed_beyond_the_limit_or_where_nobody_knows_the_way() {
    // domain section 4 row 17.
    let roster = county();
    let needs = |to, changes: &[(&str, &str)]| {
        let book = tiny::book(changes);
        Facts::new(&roster, &book).needs_bed(HER, to)
    };
    assert!(!needs(VILLAGE, &[]));
    assert!(!needs(VILLAGE, &[("travel_limit.minutes_at_most", "24")]));
    assert!(needs(VILLAGE, &[("travel_limit.minutes_at_most", "23")]));
    assert!(needs(NINE, &[]));
    assert!(!needs(NINE, &[("travel_limit.unknown_is_far", "no")]));
    assert!(!needs(NINE, &[("travel_limit", "off")]));
}

#[test]
fn the_distance_is_that_of_the_geodesic_all_over_a_county() {
    // One minute per metre shows the metres themselves.
    let pace = [
        ("travel_limit.road_factor", "50/3"),
        ("travel_limit.km_per_hour", "1"),
    ];
    let book = tiny::book(&pace);
    let earth = Geodesic::wgs84();
    for latitude in [18.3, 29.5, 41.1, 52.9] {
        for (east, north) in [(0.004, 0.003), (0.2, -0.1), (-0.9, 0.4), (1.5, 1.0)] {
            let (from, to) = ((104.0, latitude), (104.0 + east, latitude + north));
            let mut roster = county();
            roster.schools[TOWN.0].place = Some(from);
            roster.schools[VILLAGE.0].place = Some(to);
            let facts = Facts::new(&roster, &book);
            let found = f64::from(facts.travel.between(TOWN, VILLAGE).unwrap());
            let true_one: f64 = earth.inverse(from.1, from.0, to.1, to.0);
            assert!(
                (found - true_one).abs() <= 1.0 + true_one * 3e-4,
                "{from:?}"
            );
        }
    }
}
