//! The example rows of the template must go before real ones count.

use crate::blanks;
use crate::finding::{Finding, Findings};
use crate::input::EXAMPLE_IDS;
use crate::input::codes::books::EXAMPLE_LEFT;
use crate::input::draft::{Draft, ReadTable};

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    mixed(&draft.schools, |one| &one.id, findings);
    mixed(&draft.teachers, |one| &one.id, findings);
}

/// Tells of example rows that stand beside others; a template as it was written is sound.
fn mixed<T>(table: &ReadTable<T>, id: fn(&T) -> &String, findings: &mut Findings) {
    let is_example = |one: &T| {
        [EXAMPLE_IDS.zh, EXAMPLE_IDS.en]
            .iter()
            .any(|mark| id(one).starts_with(mark))
    };
    if table.rows.iter().all(|row| is_example(&row.value)) {
        return;
    }
    for row in table.rows.iter().filter(|row| is_example(&row.value)) {
        let blanks = blanks! { found: id(&row.value) };
        let place = table.place(row, "id");
        findings.push(Finding::new(&EXAMPLE_LEFT, blanks).at(place));
    }
}
