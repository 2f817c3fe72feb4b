//! Too far to travel every day (超出单程通勤上限).

use super::Facts;
use crate::domain::{SchoolNo, TeacherNo};

/// Whether a school is more than this many minutes one way from a teacher's home (her present
/// school when the home is not known); where the time is not known the policy says what to take.
pub fn is_farther(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo, minutes: i64) -> bool {
    facts.travel.minutes(who, to).map_or_else(
        || facts.book.flag("travel_limit", "unknown_is_far"),
        |way| i64::from(way) > minutes,
    )
}

/// Whether a teacher who is posted to a school needs a bed there: it is farther than the policy lets
/// anyone travel day by day. Nobody does where the policy limits neither travel nor beds.
pub fn needs_bed(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let (travel, beds) = ("travel_limit", "dormitory_beds");
    (facts.book.is_on(travel) || facts.book.is_on(beds))
        && is_farther(facts, who, to, facts.book.count(travel, "minutes_at_most"))
}
