//! Tables and policies that are others than those from which a plan was made.

use super::Checked;
use super::codes::{DIGEST_ALONE, OTHER_INPUT};
use crate::blanks;
use crate::finding::Finding;
use crate::plan::{DECISIONS_INPUT, InputDoc, Plan, SCENARIO_INPUT, input_name};

/// Whether every row of an input is what it was. An earlier program kept one row of all decisions together.
fn are_alike(now: &InputDoc, then: &InputDoc) -> bool {
    let is_table = ![SCENARIO_INPUT, DECISIONS_INPUT].contains(&then.name.as_str());
    let together = !is_table && then.rows.len() == 1;
    now.rows == then.rows || together && now.rows.first() == then.rows.first()
}

/// The tables and policies from which a plan was made and that are others today, and those that it does not name, and
/// whether anything of them is; a plan that names none was made by hand. Where a digest is another and every row is what
/// it was, and nothing else has changed, nothing has.
pub(super) fn other_inputs(checked: &Checked, doc: &Plan) -> (Vec<Finding>, bool) {
    let (then, now) = (&doc.scenario.inputs, &checked.inputs);
    let in_list = |list: &[InputDoc], one: &InputDoc, same: bool| {
        let mut list = list.iter();
        list.any(|other| other.name == one.name && (!same || other.sha256 == one.sha256))
    };
    // A table names people by their place on the roster: that somebody came or left is no change of others.
    let alike = |one: &&InputDoc| {
        let mut now = now.iter();
        let same = now.find(|other| other.name == one.name);
        same.is_some_and(|same| !one.rows.is_empty() && are_alike(same, one))
    };
    let changed = then.iter().filter(|one| !in_list(now, one, true));
    let (alike, changed): (Vec<_>, Vec<_>) = changed.partition(alike);
    let unsaid = now.iter().filter(|one| !in_list(then, one, false));
    let unsaid = unsaid.filter(|_| !then.is_empty());
    let told = |code, one: &InputDoc| Finding::new(code, blanks! { name: input_name(&one.name) });
    let all: Vec<&InputDoc> = changed.into_iter().chain(unsaid).collect();
    if all.is_empty() {
        let alike = alike.into_iter().map(|one| told(&DIGEST_ALONE, one));
        return (alike.collect(), false);
    }
    let all = all.into_iter().map(|one| told(&OTHER_INPUT, one));
    (all.collect(), true)
}
