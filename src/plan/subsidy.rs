//! What postings cost in subsidies: `12 · Σ_s c[s] · n[s]`, `c[s]` the monthly subsidy of a posting to
//! school `s` [yuan], `n[s]` the people whom the plan sends there [persons].

use crate::domain::{Roster, SchoolNo};
use crate::plan::SubsidyDoc;

/// Months of a year.
const YEAR: i64 = 12;

/// The cost of sending people to these schools, in the first year; none when no school states a subsidy.
pub fn subsidy(roster: &Roster, to: impl Iterator<Item = SchoolNo>) -> Option<SubsidyDoc> {
    let is_stated = roster.schools.iter().any(|one| one.subsidy.is_some());
    is_stated.then(|| {
        let paid = to.filter_map(|no| roster.school(no).subsidy);
        let (people, monthly) = paid.fold((0, 0), |(people, sum), one| {
            (people + 1, sum + i64::from(one))
        });
        SubsidyDoc {
            people,
            yuan_a_year: YEAR * monthly,
        }
    })
}
