//! Plan files: read as JSON or as a workbook, with what is wrong with them and whether they were edited or made
//! from other tables; and judged, with no solver.

use super::check::UNKNOWN_WAIVED_RULE;
use super::files::read_file;
use super::{Checked, RunFault};
use crate::audit::{Audit, audit};
use crate::blanks;
use crate::domain::NOTHING_MORE;
use crate::facts::Facts;
use crate::finding::{Code, Finding, Findings, Place};
use crate::input::is_workbook;
use crate::input::plan_sheets::{MOVES, POSTS};
use crate::plan::{Plan, SCHEMA, digest, input_name, placement, read_plan_book, to_json};
use std::path::Path;

static NOT_A_PLAN: Code = Code::error(
    "A11",
    "这不是方案文件：{why}。",
    "This is not a plan: {why}.",
    "请选择由本工具写出的 plan.json 或 plan.xlsx。",
    "Choose a plan.json or plan.xlsx written by this tool.",
);

static NEWER_PLAN: Code = Code::error(
    "A12",
    "方案文件的版本是{found}，本工具只认{known}。",
    "The plan is {found}; this tool knows {known}.",
    "请用新版本的工具打开。",
    "Open it with a newer version of the tool.",
);

static DIGEST: Code = Code::note(
    "A13",
    "方案文件写出后被改动过（校验码不符）。",
    "The plan was changed after it was written (its digest does not match).",
    "若是人工调整，请以本次审核结论为准。",
    "If it was edited by hand, this audit is what counts.",
);

static OTHER_INPUT: Code = Code::warning(
    "A14",
    "方案依据的{name}与现在的文件不同。",
    "The plan was made from another {name} than the present one.",
    "用原来的数据审核，或重新测算。",
    "Audit with the tables it was made from, or plan again.",
);

static NO_ROLL: Code = Code::error(
    "A16",
    "工作簿中没有“{sheet}”表，不能作为方案审核。",
    "The workbook has no sheet \"{sheet}\"; it cannot be audited as a plan.",
    "请选择由本工具写出的 plan.xlsx，或按其“教师交流轮岗花名册”的表头填写一张。",
    "Choose a plan.xlsx written by this tool, or add a sheet with the heads of its rotation roll.",
);

static NO_POSTS_SHEET: Code = Code::warning(
    "A17",
    "工作簿中没有“{sheet}”表，按所有学科岗位均无人任教审核。",
    "The workbook has no sheet \"{sheet}\"; it is audited as if nobody filled any teaching post.",
    "补上该表，或先用 lungang replan 按花名册补齐任课安排再审核。",
    "Add it, or let `lungang replan` complete the plan from the roll first.",
);

/// Every kind of finding about a plan file, and about changes of rules.
pub const RUN_CODES: &[&Code] = &[
    &NOT_A_PLAN,
    &NEWER_PLAN,
    &DIGEST,
    &OTHER_INPUT,
    &UNKNOWN_WAIVED_RULE,
    &NO_ROLL,
    &NO_POSTS_SHEET,
];

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
        book.plan
    } else {
        let read = read_json(bytes).map_err(|why| wrong.push(why)).ok();
        // A workbook has no digest: whether it was edited cannot be told.
        let edited = read.as_ref().is_some_and(|doc| digest(doc) != doc.digest);
        wrong.extend(edited.then(|| Finding::new(&DIGEST, blanks! {})));
        read
    };
    for then in doc.iter().flat_map(|doc| &doc.scenario.inputs) {
        let now = checked.inputs.iter().find(|now| now.name == then.name);
        if now.is_none_or(|now| now.sha256 != then.sha256) {
            let blanks = blanks! { name: input_name(&then.name) };
            wrong.push(Finding::new(&OTHER_INPUT, blanks));
        }
    }
    let told = wrong.into_iter().map(|one| one.at(Place::file(name)));
    findings.0.extend(told);
    doc
}

fn read_json(bytes: &[u8]) -> Result<Plan, Finding> {
    let no_plan =
        |why: serde_json::Error| Finding::new(&NOT_A_PLAN, blanks! { why: why.to_string() });
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(no_plan)?;
    let found = value.get("schema").and_then(serde_json::Value::as_str);
    let found = found.unwrap_or("");
    if found != SCHEMA {
        let blanks = blanks! { found: found, known: SCHEMA };
        return Err(Finding::new(&NEWER_PLAN, blanks));
    }
    serde_json::from_value(value).map_err(no_plan)
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
