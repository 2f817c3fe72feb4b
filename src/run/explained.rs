//! A plan that is to be explained: whatever is said of it follows from what it decides, never from what its file says
//! besides.

use super::plan_file::{How, plan_bytes, read_plan};
use super::{Checked, RunFault};
use crate::audit::audit;
use crate::finding::{Findings, Severity};
use crate::plan::{Plan, placement, question};
use crate::record::{Trust, impossible, of_everybody, rebuilt, told};
use std::path::Path;
use std::time::Duration;

/// A plan that is to be explained.
#[derive(Debug)]
pub struct Explained {
    /// As it was read: what it decides counts.
    pub doc: Option<Plan>,
    /// The whole plan, reckoned from that.
    pub whole: Option<Plan>,
    /// What is wrong with the file.
    pub findings: Findings,
}

/// Reads a plan that is to be explained: one whose file says otherwise than it decides is refused, as by the audit.
pub fn explained_file(
    checked: &Checked,
    file: &Path,
    left: Option<Duration>,
) -> Result<Explained, RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    let mut findings = Findings::default();
    let how = How {
        edited: false,
        left,
    };
    let read = read_plan(&bytes, &name, checked, how, &mut findings);
    let whole = read.as_ref().zip(checked.ready());
    let whole = whole.and_then(|(read, (roster, _))| {
        let doc = &read.doc;
        let (question, _) = question(roster, doc);
        let facts = checked.facts(&question)?;
        // What is found of the decisions themselves is told by whoever judges them.
        let (placed, _) = placement(&facts, doc);
        let judged = audit(&facts, &placed);
        let is = rebuilt(&facts, doc, &placed, &judged, &checked.inputs, read.trust);
        let held = read
            .said
            .as_ref()
            .filter(|_| matches!(read.trust, Trust::Written | Trust::ByHand))
            .map(|words| {
                let mut found = told(words, &is, read.trust);
                found.append(impossible(doc, &is));
                found.append(of_everybody(doc, roster.teachers.len()));
                found.0.retain(|one| one.severity == Severity::Error);
                found
            });
        findings.append(held.unwrap_or_default());
        Some(is)
    });
    Ok(Explained {
        whole,
        doc: read.map(|read| read.doc),
        findings,
    })
}
