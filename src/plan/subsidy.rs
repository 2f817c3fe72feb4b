//! What postings cost in subsidies: `12 · Σ_s c[s] · n[s]`, `c[s]` the monthly subsidy of a posting to
//! school `s` [yuan], `n[s]` the people whom the plan sends there [persons].

use crate::domain::{Roster, SchoolNo, whole};
use crate::plan::SubsidyDoc;

/// Months of a year.
const YEAR: i64 = 12;

/// The cost of sending people to these schools, in the first year; none when no school states a subsidy.
pub fn subsidy(roster: &Roster, to: impl Iterator<Item = SchoolNo>) -> Option<SubsidyDoc> {
    let is_stated = roster.schools.iter().any(|one| one.subsidy.is_some());
    is_stated.then(|| {
        let paid = to.filter_map(|no| roster.school(no).subsidy);
        let paid: Vec<i64> = paid.map(i64::from).collect();
        SubsidyDoc {
            people: whole(paid.len()),
            yuan_a_year: YEAR * paid.iter().sum::<i64>(),
        }
    })
}
