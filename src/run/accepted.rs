//! A plan whose very bytes the auditor has read and accepted.

use super::plan_file::{How, judged};
use super::{Checked, RunFault};
use crate::audit::Audit;
use crate::facts::Facts;
use crate::finding::Findings;
use crate::plan::{Plan, to_json};
use crate::proof::Proof;

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
    /// Why no plan can be better, as far as that was found out.
    pub proof: Option<Proof>,
}

/// The bytes of a document, when the auditor accepts what they say.
pub fn accepted(checked: &Checked, facts: &Facts<'_>, doc: &Plan) -> Result<Accepted, RunFault> {
    let bytes = to_json(doc);
    let audited = judged(checked, Some(facts), &bytes, "plan.json", How::default());
    let sound = audited.holds();
    match (audited.doc, audited.audit) {
        (Some(doc), Some(audit)) if sound => Ok(Accepted {
            doc,
            bytes,
            audit,
            findings: audited.findings,
            proof: None,
        }),
        _ => {
            let found = audited.findings.0.iter();
            let codes: Vec<_> = found.map(|one| one.code.id).collect();
            Err(format!("the auditor rejects the plan: {codes:?}").into())
        }
    }
}
