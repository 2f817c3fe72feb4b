//! Judging a plan file, with no solver.

use super::{Checked, RunFault, check, digest, inputs, read_file};
use crate::audit;
use crate::domain::plan::{Plan, SCHEMA};
use crate::facts::Facts;
use crate::finding::{Code, Finding, Findings, Place, Severity};
use crate::input::Documents;
use crate::text::Text;
use crate::words;
use std::path::Path;

static NOT_A_PLAN: Code = Code {
    id: "A11",
    severity: Severity::Error,
    says: Text::new("这不是方案文件：{why}。", "This is not a plan: {why}."),
    help: Text::new(
        "请选择由本工具写出的 plan.json。",
        "Choose a plan.json written by this tool.",
    ),
};
static NEWER_PLAN: Code = Code {
    id: "A12",
    severity: Severity::Error,
    says: Text::new(
        "方案文件的版本是{found}，本工具只认{known}。",
        "The plan is {found}; this tool knows {known}.",
    ),
    help: Text::new(
        "请用新版本的工具打开。",
        "Open it with a newer version of the tool.",
    ),
};
static DIGEST: Code = Code {
    id: "A13",
    severity: Severity::Note,
    says: Text::new(
        "方案文件写出后被改动过（校验码不符）。",
        "The plan was changed after it was written (its digest does not match).",
    ),
    help: Text::new(
        "若是人工调整，请以本次审核结论为准。",
        "If it was edited by hand, this audit is what counts.",
    ),
};
static OTHER_INPUT: Code = Code {
    id: "A14",
    severity: Severity::Warning,
    says: Text::new(
        "方案依据的{name}与现在的文件不同。",
        "The plan was made from another {name} than the present one.",
    ),
    help: Text::new(
        "用原来的数据审核，或重新测算。",
        "Audit with the tables it was made from, or plan again.",
    ),
};

pub(super) static UNKNOWN_WAIVED_RULE: Code = Code {
    id: "A15",
    severity: Severity::Error,
    says: Text::new(
        "特批中的规定“{rule}”不存在{nearest}。",
        "The waiver names the rule \"{rule}\", which does not exist{nearest}.",
    ),
    help: Text::new(
        "核对规定的名称，见 lungang rules。",
        "Check the rule's id; see lungang rules.",
    ),
};

/// Every kind of finding about a plan file, and about changes of rules.
pub const RUN_CODES: &[&Code] = &[
    &NOT_A_PLAN,
    &NEWER_PLAN,
    &DIGEST,
    &OTHER_INPUT,
    &UNKNOWN_WAIVED_RULE,
];

/// An audited plan.
#[derive(Debug)]
pub struct Audited {
    /// The plan as it was read; absent when the file is no plan.
    pub doc: Option<Plan>,
    /// What the auditor says; absent when scenario or plan could not be read.
    pub audit: Option<audit::Audit>,
    /// Everything found in scenario and plan.
    pub findings: Findings,
}

impl Audited {
    /// Whether the plan obeys every must-rule and nothing in the files is wrong.
    pub fn holds(&self) -> bool {
        !self.findings.has_errors() && self.audit.as_ref().is_some_and(audit::Audit::holds)
    }
}

/// Judges a plan file against a scenario, both from disk, with no solver.
pub fn audit_file(documents: &Documents, file: &Path) -> Result<Audited, RunFault> {
    let checked = check(documents);
    let (bytes, name) = plan_bytes(file)?;
    Ok(audit_bytes(&checked, &bytes, &name))
}

/// The bytes of a plan file, and its name without the folder.
pub(super) fn plan_bytes(file: &Path) -> Result<(Vec<u8>, String), RunFault> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok((read_file(file)?, name.into_owned()))
}

/// Judges the bytes of a plan against a scenario that has been read.
pub fn audit_bytes(checked: &Checked, bytes: &[u8], name: &str) -> Audited {
    let mut findings = checked.findings.clone();
    let doc = read_plan(bytes, name, checked, &mut findings);
    let mut said = None;
    if let (Some(doc), Some((roster, book))) = (&doc, checked.ready()) {
        let facts = Facts::new(roster, book);
        let (placement, of_plan) = audit::placement(&facts, doc);
        findings.append(of_plan);
        let judged = audit::audit(&facts, &placement);
        findings.append(judged.findings.clone());
        said = Some(judged);
    }
    Audited {
        doc,
        audit: said,
        findings,
    }
}

pub(super) fn read_plan(
    bytes: &[u8],
    name: &str,
    checked: &Checked,
    findings: &mut Findings,
) -> Option<Plan> {
    let place = || Place::file(name);
    let value: serde_json::Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(why) => {
            findings.push(Finding::new(&NOT_A_PLAN, words! { why: why.to_string() }).at(place()));
            return None;
        }
    };
    let found = value
        .get("schema")
        .and_then(serde_json::Value::as_str)
        .unwrap_or("");
    if found != SCHEMA {
        let facts = words! { found: found, known: SCHEMA };
        findings.push(Finding::new(&NEWER_PLAN, facts).at(place()));
        return None;
    }
    match serde_json::from_value::<Plan>(value) {
        Err(why) => {
            findings.push(Finding::new(&NOT_A_PLAN, words! { why: why.to_string() }).at(place()));
            None
        }
        Ok(doc) => {
            if digest(&doc) != doc.digest {
                findings.push(Finding::new(&DIGEST, words! {}).at(place()));
            }
            for then in &doc.scenario.inputs {
                let now = checked.inputs.iter().find(|now| now.name == then.name);
                if now.is_none_or(|now| now.sha256 != then.sha256) {
                    let facts = words! { name: inputs::shown(&then.name) };
                    findings.push(Finding::new(&OTHER_INPUT, facts).at(place()));
                }
            }
            Some(doc)
        }
    }
}
