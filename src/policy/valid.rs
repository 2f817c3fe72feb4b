//! Which of the dated values of a chain of texts is in force on a day.

use super::policy_codes as codes;
use super::policy_doc::RawRule;
use super::{Param, Valued};
use crate::blanks;
use crate::finding::{Finding, Findings};
use jiff::civil::Date;

/// The value in force: of the most local text that has one in force on the date, the latest. Where
/// one is stated and none is in force yet, that is a finding.
pub(super) fn in_force(
    param: &Param,
    said: &[&RawRule],
    date: Date,
    findings: &mut Findings,
) -> Option<Valued> {
    let local_first = said.iter().rev();
    let stated = local_first.filter_map(|rule| rule.values.get(param.key));
    let stated: Vec<_> = stated.collect();
    let found = stated.iter().find_map(|dated| {
        let begun = dated.iter().filter(|one| one.since <= date);
        begun.max_by_key(|one| one.since)
    });
    if found.is_some() || param.optional {
        return found.map(|one| Valued {
            ahead: one.by.is_some_and(|by| by > date),
            ..one.valued.clone()
        });
    }
    // A value that stands there but could not be read has had its complaint already.
    if let Some(first) = stated.iter().copied().flatten().min_by_key(|one| one.since) {
        let (date, since) = (date.to_string(), first.since.to_string());
        let blanks = blanks! { key: param.key, date: date, since: since };
        findings.push(Finding::new(&codes::NOT_YET, blanks).at(first.place.clone()));
    }
    None
}
