//! Reading a plan file: as JSON or as a workbook, with what is wrong with it, and whether it was edited or
//! made from other tables.

use super::check::{Checked, UNKNOWN_WAIVED_RULE};
use super::fault::RunFault;
use super::write::read_file;
use crate::blanks;
use crate::domain::Roster;
use crate::finding::{Code, Finding, Findings, Place};
use crate::input::is_workbook;
use crate::input::plan_sheets::{MOVES, POSTS};
use crate::plan::{Plan, SCHEMA, digest, input_name, read_plan_book};
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
pub(super) fn plan_bytes(file: &Path) -> Result<(Vec<u8>, String), RunFault> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok((read_file(file)?, name.into_owned()))
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
