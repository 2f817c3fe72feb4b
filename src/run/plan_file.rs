//! Plan files: read as JSON or as a workbook, with what is wrong with them and whether they were edited or made
//! from other tables; and judged, with no solver.

use super::codes::{
    DIGEST, NEWER_PLAN, NO_POSTS_SHEET, NO_ROLL, NOT_A_PLAN, OLD_PLAN, OTHER_INPUT, OTHER_REASONS,
};
use super::files::read_file;
use super::{Checked, RunFault};
use crate::audit::{Audit, audit};
use crate::blanks;
use crate::domain::NOTHING_MORE;
use crate::facts::{Facts, Placement};
use crate::finding::{About, Finding, Findings, Place};
use crate::input::is_workbook;
use crate::input::plan_sheets::{MOVES, POSTS};
use crate::plan::{
    InputDoc, Plan, SCHEMA, agrees, input_name, losses, placement, read_plan_book, to_json, upgrade,
};
use std::path::Path;

/// The plan of a file, and what is wrong with it.
pub fn read_plan_file(
    checked: &Checked,
    file: &Path,
) -> Result<(Option<Plan>, Findings), RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    let mut findings = Findings::default();
    let doc = read_plan(&bytes, &name, checked, &mut findings);
    Ok((doc, findings))
}

/// The bytes of a plan file, and its name without the folder.
fn plan_bytes(file: &Path) -> Result<(Vec<u8>, String), RunFault> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok((read_file(file)?, name.into_owned()))
}

fn read_plan(bytes: &[u8], name: &str, checked: &Checked, findings: &mut Findings) -> Option<Plan> {
    let mut wrong = Vec::new();
    let doc = if is_workbook(bytes) {
        let book = read_plan_book(name, bytes, checked.ready()?.0);
        findings.append(book.findings);
        let (code, sheet) = match book.plan {
            Some(_) => (&NO_POSTS_SHEET, POSTS.name),
            None => (&NO_ROLL, MOVES.name),
        };
        let lacks = book.missing.contains(&sheet);
        wrong.extend(lacks.then(|| Finding::new(code, blanks! { sheet: sheet })));
        let known = |doc: &Plan| upgrade::is_known(&doc.schema);
        let newer = book.plan.iter().filter(|doc| !known(doc));
        wrong.extend(newer.map(|doc| newer_plan(&doc.schema)));
        book.plan.filter(known)
    } else {
        let read = read_json(bytes).map_err(|why| wrong.push(*why)).ok();
        // A workbook has no digest: whether it was edited cannot be told.
        let edited = read.as_ref().is_some_and(|(_, edited)| *edited);
        wrong.extend(edited.then(|| Finding::new(&DIGEST, blanks! {})));
        read.map(|(doc, _)| doc)
    };
    let mut doc = doc;
    if let Some(doc) = &mut doc {
        let old = doc
            .old
            .then(|| Finding::new(&OLD_PLAN, blanks! { found: doc.schema }));
        wrong.extend(old);
        let others = others(checked, doc);
        doc.other_input = !others.is_empty();
        wrong.extend(others);
    }
    let told = wrong.into_iter().map(|one| one.at(Place::file(name)));
    findings.0.extend(told);
    doc
}

/// The tables and policies from which a plan was made and that are others today.
fn others(checked: &Checked, doc: &Plan) -> Vec<Finding> {
    let changed = doc.scenario.inputs.iter().filter(|then| {
        let now = checked.inputs.iter().find(|now| now.name == then.name);
        now.is_none_or(|now| now.sha256 != then.sha256)
    });
    let told = |then: &InputDoc| {
        let blanks = blanks! { name: input_name(&then.name) };
        Finding::new(&OTHER_INPUT, blanks)
    };
    changed.map(told).collect()
}

fn newer_plan(found: &str) -> Finding {
    Finding::new(&NEWER_PLAN, blanks! { found: found, known: SCHEMA })
}

/// The plan, and whether it was changed after it was written.
fn read_json(bytes: &[u8]) -> Result<(Plan, bool), Box<Finding>> {
    let no_plan = |why: serde_json::Error| {
        let blanks = blanks! { why: why.to_string() };
        Box::new(Finding::new(&NOT_A_PLAN, blanks))
    };
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(no_plan)?;
    let found = value.get("schema").and_then(serde_json::Value::as_str);
    let newer = newer_plan(found.unwrap_or(""));
    match upgrade::from_value(value) {
        Some(read) => read.map_err(no_plan),
        None => Err(Box::new(newer)),
    }
}

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
        say_other_reasons(facts, doc, &placed, &said, &mut findings);
        said
    });
    Audited {
        doc,
        audit: said,
        findings,
    }
}

/// Whoever is moved for other reasons than the document says; older documents do not say what would be lost,
/// so nothing is held against them.
fn say_other_reasons(
    facts: &Facts<'_>,
    doc: &Plan,
    placed: &Placement,
    said: &Audit,
    findings: &mut Findings,
) {
    if doc.moves.iter().all(|one| one.loss.is_none()) {
        return;
    }
    let reckoned = losses(facts, placed, &said.rules);
    for one in &doc.moves {
        let who = facts.roster.find_teacher(&one.teacher);
        let Some((loss, reasons)) = who.and_then(|who| reckoned.get(&who)) else {
            continue;
        };
        let stated = one.loss.as_ref().map(|loss| (&one.reasons[..], loss));
        if !stated.is_some_and(|stated| agrees(stated, (reasons, loss))) {
            let words: Vec<_> = reasons.iter().map(|reason| reason.text()).collect();
            let blanks = blanks! { name: one.name, reasons: words };
            let about = About::Teacher(one.teacher.clone());
            findings.push(Finding::new(&OTHER_REASONS, blanks).about(about));
        }
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
