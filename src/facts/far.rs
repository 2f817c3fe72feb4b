//! Too far to travel every day (超出单程通勤上限).

use super::Facts;
use super::values::{dormitory_beds, travel_limit};
use crate::domain::{SchoolNo, TeacherNo};

/// Whether a school is more than this many minutes one way from a teacher's home (her present
/// school when the home is not known); where the time is not known the policy says what to take.
pub fn is_farther(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo, minutes: i64) -> bool {
    facts.travel.minutes(who, to).map_or_else(
        || facts.book.get(travel_limit::UNKNOWN_IS_FAR),
        |way| i64::from(way) > minutes,
    )
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
