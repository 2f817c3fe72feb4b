//! What postings cost in subsidies: `12 · Σ_s c[s] · n[s]`, `c[s]` the monthly subsidy of a posting to
//! school `s` [yuan], `n[s]` the people whom the plan sends there [persons].

use crate::facts::{Facts, Placement};
use crate::plan::SubsidyDoc;

/// Months of a year.
const YEAR: i64 = 12;

/// The cost of a plan in its first year; none when no school states a subsidy.
pub fn subsidy(facts: &Facts<'_>, plan: &Placement) -> Option<SubsidyDoc> {
    let schools = &facts.roster.schools;
    schools.iter().any(|one| one.subsidy.is_some()).then(|| {
        let paid = plan.moves.iter().filter_map(|one| {
            let monthly = facts.roster.school(one.to).subsidy?;
            Some(i64::from(monthly))
        });
        let (number, monthly) = paid.fold((0, 0), |(number, sum), one| (number + 1, sum + one));
        SubsidyDoc {
            people: number,
            yuan_a_year: YEAR * monthly,
        }
    })
}
