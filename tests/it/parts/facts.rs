//! The coefficient of variation between schools.

use lungang::facts::variation::{Mode, coefficient};

/// The worked sheet: pupils and books of five schools.
#[test]
fn the_worked_sheet_comes_out() {
    let books = [
        (45, 279.0),
        (37, 137.0),
        (89, 935.0),
        (76, 160.0),
        (55, 402.0),
    ];
    let schools: Vec<(i64, f64)> = books
        .iter()
        .map(|(pupils, books)| {
            (
                *pupils,
                books / f64::from(i32::try_from(*pupils).unwrap_or(1)),
            )
        })
        .collect();
    assert_eq!(coefficient(&schools, Mode::Weighted), Some(515));
    assert_eq!(coefficient(&schools, Mode::Population), Some(489));
    assert_eq!(coefficient(&schools, Mode::Sample), Some(546));
    assert_eq!(coefficient(&[], Mode::Weighted), None);
    assert_eq!(coefficient(&[(10, 0.0)], Mode::Weighted), None);
}
