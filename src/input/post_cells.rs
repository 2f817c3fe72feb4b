//! The posts that cells name: subjects with weekly periods, and by what a post of a school is found again in its workbook.

use super::spelling;
use crate::domain::Subject;
use std::collections::BTreeSet;

/// Subjects with weekly periods of a cell; none where it does not hold them.
pub(super) fn plain_parts(cell: &str) -> Option<Vec<(Subject, u32)>> {
    let part = |word: &str| {
        let (subject, periods) = word.split_once([':', '：'])?;
        let periods = u32::try_from(spelling::whole(periods)?).ok()?;
        Some((Subject::find(&spelling::tight(subject))?, periods))
    };
    let parts: Option<Vec<_>> = spelling::list(cell).into_iter().map(part).collect();
    parts.filter(|parts| !parts.is_empty())
}

/// By what a post of a school is found again in its workbook.
pub fn post_key(school: &str, parts: &[(Subject, u32)]) -> String {
    let part = |(subject, periods): &(Subject, u32)| format!("{}:{periods}", subject.key());
    let parts: BTreeSet<String> = parts.iter().map(part).collect();
    format!("{school} {}", Vec::from_iter(parts).join("+"))
}
