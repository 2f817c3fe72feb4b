//! The balance before anything is decided (余缺平衡表), which stands in front, and why posts stay empty.

use super::context::Annex;
use crate::print::Table;
use crate::report;

/// The county by stage and subject.
pub(super) fn county(annex: &Annex<'_>) -> Table {
    report::county_table(&annex.doc.balance).named(("余缺平衡表", "balance"))
}

/// The schools.
pub(super) fn schools(annex: &Annex<'_>) -> Table {
    let table = report::school_table(&annex.doc.balance, |id| annex.school(id));
    table.named(("各校余缺平衡表", "balance by school"))
}

/// What of the recruiting plan is left over, and why.
pub(super) fn recruits_left(annex: &Annex<'_>) -> Table {
    report::left_table(annex.facts, annex.doc)
}

/// Posts that stay empty, and why.
pub(super) fn empty(annex: &Annex<'_>) -> Table {
    report::empty_table(annex.doc, |id| annex.school(id))
}
