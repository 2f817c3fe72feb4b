//! Judging a plan file, with no solver.

use super::{Checked, RunFault, check, read_file};
use crate::audit;
use crate::blanks;
use crate::domain::{NOTHING_MORE, Question, Roster};
use crate::finding::{Code, Finding, Findings, Place, Severity};
use crate::input::plan_sheets::{MOVES, POSTS};
use crate::input::{Documents, is_workbook};
use crate::plan::{Plan, SCHEMA, digest, input_name, placement, read_plan_book};
use crate::text::Text;
use std::path::Path;

static NOT_A_PLAN: Code = Code {
    id: "A11",
    severity: Severity::Error,
    says: Text::new("这不是方案文件：{why}。", "This is not a plan: {why}."),
    help: Text::new(
        "请选择由本工具写出的 plan.json 或 plan.xlsx。",
        "Choose a plan.json or plan.xlsx written by this tool.",
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

static NO_ROLL: Code = Code {
    id: "A16",
    severity: Severity::Error,
    says: Text::new(
        "工作簿中没有“{sheet}”表，不能作为方案审核。",
        "The workbook has no sheet \"{sheet}\"; it cannot be audited as a plan.",
    ),
    help: Text::new(
        "请选择由本工具写出的 plan.xlsx，或按其“教师交流轮岗花名册”的表头填写一张。",
        "Choose a plan.xlsx written by this tool, or add a sheet with the heads of its rotation roll.",
    ),
};
static NO_POSTS_SHEET: Code = Code {
    id: "A17",
    severity: Severity::Warning,
    says: Text::new(
        "工作簿中没有“{sheet}”表，按所有学科岗位均无人任教审核。",
        "The workbook has no sheet \"{sheet}\"; it is audited as if nobody filled any teaching post.",
    ),
    help: Text::new(
        "补上该表，或先用 lungang replan 按花名册补齐任课安排再审核。",
        "Add it, or let `lungang replan` complete the plan from the roll first.",
    ),
};

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

/// Reads a plan file; the findings say what is wrong with it, and whether it was edited or made from
/// other tables.
pub fn read_plan_file(
    checked: &Checked,
    file: &Path,
) -> Result<(Option<Plan>, Findings), RunFault> {
    let (bytes, name) = plan_bytes(file)?;
    let mut findings = Findings::default();
    let doc = read_plan(&bytes, &name, checked, &mut findings);
    Ok((doc, findings))
}

/// Judges the bytes of a plan against a scenario that has been read.
pub fn audit_bytes(checked: &Checked, bytes: &[u8], name: &str) -> Audited {
    audit_under(checked, &NOTHING_MORE, bytes, name)
}

/// The same under a question.
pub fn audit_under(checked: &Checked, question: &Question, bytes: &[u8], name: &str) -> Audited {
    let mut findings = checked.findings.clone();
    let doc = read_plan(bytes, name, checked, &mut findings);
    let mut said = None;
    if let (Some(doc), Some(facts)) = (&doc, checked.facts(question)) {
        let (placed, of_plan) = placement(&facts, doc);
        findings.append(of_plan);
        let judged = audit::audit(&facts, &placed);
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
    let doc = if is_workbook(bytes) {
        read_book(bytes, name, checked.ready()?.0, findings)
    } else {
        read_json(bytes, name, findings)
    }?;
    for then in &doc.scenario.inputs {
        let now = checked.inputs.iter().find(|now| now.name == then.name);
        if now.is_none_or(|now| now.sha256 != then.sha256) {
            let blanks = blanks! { name: input_name(&then.name) };
            findings.push(Finding::new(&OTHER_INPUT, blanks).at(Place::file(name)));
        }
    }
    Some(doc)
}

/// The decisions of a workbook. It has no digest: whether it was edited cannot be told.
fn read_book(bytes: &[u8], name: &str, roster: &Roster, findings: &mut Findings) -> Option<Plan> {
    let book = read_plan_book(name, bytes, roster);
    findings.append(book.findings);
    let rolled = book.plan.is_some();
    let needed = if rolled {
        vec![POSTS.name]
    } else {
        vec![MOVES.name]
    };
    for sheet in needed.iter().filter(|sheet| book.missing.contains(sheet)) {
        let code = if rolled { &NO_POSTS_SHEET } else { &NO_ROLL };
        findings.push(Finding::new(code, blanks! { sheet: sheet }).at(Place::file(name)));
    }
    book.plan
}

fn read_json(bytes: &[u8], name: &str, findings: &mut Findings) -> Option<Plan> {
    let place = || Place::file(name);
    let value: serde_json::Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(why) => {
            findings.push(Finding::new(&NOT_A_PLAN, blanks! { why: why.to_string() }).at(place()));
            return None;
        }
    };
    let found = value
        .get("schema")
        .and_then(serde_json::Value::as_str)
        .unwrap_or("");
    if found != SCHEMA {
        let blanks = blanks! { found: found, known: SCHEMA };
        findings.push(Finding::new(&NEWER_PLAN, blanks).at(place()));
        return None;
    }
    match serde_json::from_value::<Plan>(value) {
        Err(why) => {
            findings.push(Finding::new(&NOT_A_PLAN, blanks! { why: why.to_string() }).at(place()));
            None
        }
        Ok(doc) => {
            if digest(&doc) != doc.digest {
                findings.push(Finding::new(&DIGEST, blanks! {}).at(place()));
            }
            Some(doc)
        }
    }
}
