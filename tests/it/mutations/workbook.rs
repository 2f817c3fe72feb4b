//! The same edit in the workbook: whatever is caught in the document is caught there too.

use super::county::{County, Scene};
use lungang::annex::{Annex, plan_book};
use lungang::finding::{Findings, Severity};
use lungang::plan::Plan;
use lungang::run::{Audited, audit_bytes};
use lungang::text::Lang;
use std::collections::BTreeMap;

/// How the auditor took the workbook of a mutated plan.
pub(super) enum Taken {
    /// Judged just like the document.
    Alike,
    /// A cell could not be read, which is told with its place.
    Unreadable,
    /// What is no plan has no workbook.
    NoPlan,
}

/// Findings about the plan, each as often as it is there. A workbook has no digest, and what was made
/// from other tables is told of it too.
fn about_the_plan(findings: &Findings) -> BTreeMap<(&str, String), usize> {
    let mut all = BTreeMap::new();
    for one in findings.0.iter().filter(|one| one.code.id.starts_with('R')) {
        let words = format!("{:?} {:?} {:?}", one.about, one.severity, one.blanks);
        *all.entry((one.code.id, words)).or_default() += 1;
    }
    all
}

/// Audits the workbook of a mutated plan and compares.
pub(super) fn taken(
    county: &County,
    scene: &Scene<'_>,
    bytes: &[u8],
    document: &Audited,
) -> Result<Taken, String> {
    let (Some(_), Ok(plan)) = (&document.doc, serde_json::from_slice::<Plan>(bytes)) else {
        return Ok(Taken::NoPlan);
    };
    let annex = Annex::new(&scene.facts, &plan, Lang::Zh);
    let book = plan_book(&annex).map_err(|error| error.to_string())?;
    let after = audit_bytes(&county.checked, &book, "plan.xlsx");
    let unreadable = after
        .findings
        .0
        .iter()
        .find(|one| one.severity == Severity::Error && one.code.id.starts_with('I'));
    if let Some(one) = unreadable {
        let placed = one.place.as_ref().is_some_and(|place| place.cell.is_some());
        return if after.holds() || !placed {
            Err(format!("{one:?}"))
        } else {
            Ok(Taken::Unreadable)
        };
    }
    if about_the_plan(&after.findings) != about_the_plan(&document.findings) {
        return Err("the workbook is judged otherwise".into());
    }
    let verdict = |audited: &Audited| {
        let rules = audited.audit.as_ref().map(|audit| &audit.rules);
        let rules = rules.into_iter().flatten();
        rules
            .map(|one| (one.rule, one.holds, one.shortfall))
            .collect::<Vec<_>>()
    };
    if verdict(&after) != verdict(document) || after.holds() != document.holds() {
        return Err("the workbook has other verdicts".into());
    }
    Ok(Taken::Alike)
}
