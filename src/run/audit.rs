//! Judging a plan, with no solver.

use super::plan_file::{plan_bytes, read_plan};
use super::{Checked, RunFault};
use crate::audit::{Audit, audit};
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::finding::Findings;
use crate::plan::{Plan, placement, to_json};
use std::path::Path;

/// An audited plan.
#[derive(Debug)]
pub struct Audited {
    /// The plan as it was read; absent when the file is no plan.
    pub doc: Option<Plan>,
    /// What the auditor says; absent when scenario or plan could not be read.
    pub audit: Option<Audit>,
    /// Everything found in scenario and plan.
    pub findings: Findings,
}

impl Audited {
    /// Whether the plan obeys every must-rule and nothing in the files is wrong.
    pub fn holds(&self) -> bool {
        !self.findings.has_errors() && self.audit.as_ref().is_some_and(Audit::holds)
    }
}

/// A plan with the bytes that the auditor has read and accepted.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The document as it was read back from the bytes.
    pub doc: Plan,
    /// The bytes of its `plan.json`.
    pub bytes: Vec<u8>,
    /// What the auditor says of it.
    pub audit: Audit,
    /// Everything found in scenario and plan.
    pub findings: Findings,
}

/// Judges a plan file against a scenario that has been read.
pub fn audit_file(checked: &Checked, file: &Path) -> Result<Audited, RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    Ok(audit_bytes(checked, &bytes, &name))
}

/// Judges the bytes of a plan against a scenario that has been read.
pub fn audit_bytes(checked: &Checked, bytes: &[u8], name: &str) -> Audited {
    judged(checked, checked.facts(&NOTHING_MORE).as_ref(), bytes, name)
}

fn judged(checked: &Checked, facts: Option<&Facts<'_>>, bytes: &[u8], name: &str) -> Audited {
    let mut findings = checked.findings.clone();
    let doc = read_plan(bytes, name, checked, &mut findings);
    let said = facts.zip(doc.as_ref()).map(|(facts, doc)| {
        let (placed, found) = placement(facts, doc);
        let said = audit(facts, &placed);
        findings.append(found);
        findings.append(said.findings.clone());
        said
    });
    Audited {
        doc,
        audit: said,
        findings,
    }
}

/// The bytes of a document, when the auditor accepts what they say.
pub fn accepted(checked: &Checked, facts: &Facts<'_>, doc: &Plan) -> Result<Accepted, RunFault> {
    let bytes = to_json(doc);
    let audited = judged(checked, Some(facts), &bytes, "plan.json");
    let sound = audited.holds();
    match (audited.doc, audited.audit) {
        (Some(doc), Some(audit)) if sound => Ok(Accepted {
            doc,
            bytes,
            audit,
            findings: audited.findings,
        }),
        _ => {
            let found = audited.findings.0.iter();
            let codes: Vec<_> = found.map(|one| one.code.id).collect();
            Err(format!("the auditor rejects the plan: {codes:?}").into())
        }
    }
}
