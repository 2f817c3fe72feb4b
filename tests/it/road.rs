//! The road of `lungang plan`, as cases go it: check, solve, audit, write.

use lungang::disk::write;
use lungang::domain::NOTHING_MORE;
use lungang::input::Documents;
use lungang::plan::Ended;
use lungang::run::{Accepted, Answer, check, solve};
use lungang::solve::{Options, Silent};
use std::path::Path;

/// The proved plan of a scenario, audited and written into a folder.
pub(crate) fn planned(documents: &Documents, out: &Path) -> Accepted {
    let shown = out.display();
    let (checked, options) = (check(documents), Options::default());
    let facts = checked.facts(&NOTHING_MORE);
    let facts = facts.unwrap_or_else(|| panic!("{shown}: {:?}", checked.findings));
    let Answer::Plan(solved) = solve(&facts, &options, false, &Silent).unwrap() else {
        panic!("{shown}: no plan");
    };
    let plan = solved.accepted(&checked, &options).unwrap();
    assert!(plan.audit.holds(), "{shown}: {:?}", plan.findings);
    assert_eq!(plan.doc.outcome.ended, Some(Ended::Proved), "{shown}");
    write(&out.join("plan.json"), &plan.bytes).unwrap();
    plan
}
