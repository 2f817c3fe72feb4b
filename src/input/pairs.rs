//! Cells of one row that must agree with each other.

use super::cells::Cells;
use super::codes::tables::{HALF_PLACE, OFF_EARTH, SWAPPED, TOTALS_DISAGREE};
use crate::blanks;

impl Cells<'_> {
    /// A longitude and a latitude, by the keys of their columns.
    pub(crate) fn coordinates(&mut self, lon_key: &str, lat_key: &str) -> Option<(f64, f64)> {
        let (lon, lat) = match (self.degrees(lon_key), self.degrees(lat_key)) {
            (Some(lon), Some(lat)) => (lon, lat),
            (Some(_), None) if self.sound => {
                self.tell(&HALF_PLACE, lat_key, blanks! {});
                return None;
            }
            (None, Some(_)) if self.sound => {
                self.tell(&HALF_PLACE, lon_key, blanks! {});
                return None;
            }
            _ => return None,
        };
        if lat.abs() > 90.0 && lon.abs() <= 90.0 {
            self.tell(&SWAPPED, lon_key, blanks! { lon: lon, lat: lat });
            return None;
        }
        for (key, degrees, most) in [(lon_key, lon, 180), (lat_key, lat, 90)] {
            if degrees.abs() > f64::from(most) {
                self.tell(&OFF_EARTH, key, blanks! { most: most, found: degrees });
                return None;
            }
        }
        Some((lon, lat))
    }

    /// Pupils class by class against the numbers stated for all of them together.
    pub(crate) fn agree(&mut self, listed: &[u32], classes: Option<u32>, total: Option<u32>) {
        let sum: u32 = listed.iter().sum();
        let number = u32::try_from(listed.len()).unwrap_or(u32::MAX);
        let (total, classes) = (total.unwrap_or(sum), classes.unwrap_or(number));
        if self.sound && (sum, number) != (total, classes) {
            let blanks = blanks! { sum: sum, listed: number, total: total, classes: classes };
            self.tell(&TOTALS_DISAGREE, "pupils", blanks);
        }
    }
}
