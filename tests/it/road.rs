//! The road of `lungang plan`, as cases go it: check, solve, audit, write.

use lungang::domain::NOTHING_MORE;
use lungang::input::Documents;
use lungang::plan::Ended;
use lungang::run::{Accepted, Answer, Named, check, solve, write};
use lungang::solve::{Options, Silent};
use std::path::Path;

/// The proved plan of a scenario, audited and written into a folder.
pub(crate) fn planned(documents: &Documents, out: &Path) -> Accepted {
    let (checked, options) = (check(documents), Options::default());
    let facts = checked.facts(&NOTHING_MORE);
    let facts = facts.unwrap_or_else(|| panic!("{out:?}: {:?}", checked.findings));
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("{out:?}: no plan");
    };
    let plan = solved.accepted(&checked, &options).unwrap();
    assert!(plan.audit.holds(), "{out:?}: {:?}", plan.findings);
    assert_eq!(plan.doc.outcome.ended, Some(Ended::Proved), "{out:?}");
    write(out, &[Named::new("plan.json", plan.bytes.clone())]).unwrap();
    plan
}
