//! The one road: documents → roster and rule book → facts → outcome → written plan → audit.

#[cfg(feature = "model")]
mod alternative;
#[cfg(feature = "model")]
mod compare;
#[cfg(feature = "model")]
mod conflict;
mod copies;
#[cfg(feature = "model")]
mod decide;
#[cfg(feature = "model")]
mod document;
#[cfg(feature = "model")]
mod frontier;
mod inputs;
#[cfg(feature = "model")]
mod places;
#[cfg(feature = "model")]
mod plan;
mod reasons;
#[cfg(feature = "model")]
mod repair;
mod roster_diff;
#[cfg(feature = "model")]
mod schools;
#[cfg(feature = "model")]
mod subsidy;
#[cfg(feature = "model")]
mod vary;
#[cfg(feature = "model")]
mod whatif;
mod write;

#[cfg(feature = "model")]
pub use alternative::Alternative;
#[cfg(feature = "model")]
pub use compare::{
    Differences, Figures, GoalFigure, LetterChange, RuleFigure, SchoolChange, differences, figures,
};
#[cfg(feature = "model")]
pub use conflict::{Conflict, Member, conflict};
pub use copies::{copies, one_workbook};
#[cfg(feature = "model")]
pub use decide::{Decided, Decision, decide};
#[cfg(feature = "model")]
pub use frontier::{Frontier, Point, frontier, shown};
#[cfg(feature = "model")]
pub use places::place_words;
#[cfg(feature = "model")]
pub use plan::{Asked, Done, NoPlan, Planned, export, no_plan, plan};
pub use reasons::reasons;
#[cfg(feature = "model")]
pub use repair::{Relief, Repair, repairs};
pub use roster_diff::{Difference, Person, RosterDiff, roster_diff};
#[cfg(feature = "model")]
pub use vary::{NotAVary, Vary};
#[cfg(feature = "model")]
pub use whatif::{Compared, Comparison, Hearing, compare_study};
pub use write::{write_file, write_json};

use crate::audit;
use crate::domain::plan::{Plan, SCHEMA};
use crate::domain::{Roster, plan::InputDoc};
use crate::facts::Facts;
use crate::finding::{Code, Finding, Findings, Place, Severity};
use crate::input::{
    Documents, Edit, ReadFault, Study, idle_edits, load_documents, policy_documents, read_documents,
};
use crate::law::{RuleBook, load_book, nearest_hint};
use crate::rules::cards;
use crate::text::Text;
use crate::words;
use std::path::{Path, PathBuf};

/// What cannot go on at all.
#[derive(Debug, thiserror::Error)]
pub enum RunFault {
    /// The scenario could not be read.
    #[error(transparent)]
    Read(#[from] ReadFault),
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The solver failed, or its answer did not stand up to checking.
    #[error("solver: {0}")]
    Solver(String),
}

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

static UNKNOWN_WAIVED_RULE: Code = Code {
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

/// A scenario that has been read and checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What is; absent when the tables have errors.
    pub roster: Option<Roster>,
    /// What must be; absent when the policy has errors.
    pub book: Option<RuleBook>,
    /// Every file that was read.
    pub inputs: Vec<InputDoc>,
    /// The text of `columns.toml`, when sheets or heads had to be recognised.
    pub columns: Option<String>,
    /// Everything found.
    pub findings: Findings,
}

impl Checked {
    /// Roster and rule book, when there is nothing that forbids going on.
    pub fn ready(&self) -> Option<(&Roster, &RuleBook)> {
        if self.findings.has_errors() {
            return None;
        }
        self.roster.as_ref().zip(self.book.as_ref())
    }
}

/// Loads a study.
pub fn load_study(path: &Path) -> Result<Study, RunFault> {
    Ok(crate::input::load_study(path)?)
}

/// Loads the files of a scenario: a folder, one workbook, or a list of files.
pub fn load(sources: &[PathBuf]) -> Result<Documents, RunFault> {
    Ok(load_documents(sources)?)
}

/// The same, with changes laid on top.
pub fn load_changed(sources: &[PathBuf], edits: &[Edit]) -> Result<Documents, RunFault> {
    let mut documents = load(sources)?;
    documents.edits.extend(edits.iter().cloned());
    Ok(documents)
}

/// Keeps what was recognised for the next time, in `columns.toml` beside the files, unless there is
/// one; says where. A folder that cannot be written to is no reason to fail: all was told.
pub fn keep_columns(documents: &Documents, columns: Option<&str>) -> Option<PathBuf> {
    let text = columns?;
    let file = &documents.columns_file;
    if file.as_os_str().is_empty() || file.exists() {
        return None;
    }
    write_file(file, text.as_bytes())
        .ok()
        .map(|()| file.clone())
}

/// Reads a scenario and reports everything at once; solves nothing.
pub fn check(documents: &Documents) -> Checked {
    let scenario = read_documents(documents);
    let mut findings = scenario.findings;
    let mut book = None;
    let mut policies = scenario.policies;
    if let Some(date) = scenario.date {
        let edits = &scenario.edits;
        let before = (!edits.is_empty()).then(|| load_book(&policies, &cards(), date).0);
        policies.extend(policy_documents(edits, date));
        let (read, mut of_policy) = load_book(&policies, &cards(), date);
        // The text of a changed value is ours: its rows say nothing to the officer.
        for place in of_policy.0.iter_mut().filter_map(|one| one.place.as_mut()) {
            if edits.iter().any(|edit| edit.place.file == place.file) {
                place.row = None;
            }
        }
        findings.append(of_policy);
        if let (Some(Some(before)), Some(after)) = (&before, &read) {
            findings.append(idle_edits(edits, before, after));
        }
        book = read;
    }
    if let Some(roster) = &scenario.roster {
        findings.append(unknown_waivers(roster));
    }
    let inputs = scenario.roster.as_ref();
    let inputs = inputs.map_or_else(Vec::new, |roster| inputs::inputs(roster, &policies));
    Checked {
        roster: scenario.roster,
        book,
        inputs,
        columns: scenario.columns,
        findings: findings.sorted(),
    }
}

/// Special approvals of rules that do not exist.
fn unknown_waivers(roster: &Roster) -> Findings {
    let known: Vec<&str> = cards().iter().map(|card| card.id).collect();
    let wrong = roster.waivers.iter();
    let wrong = wrong.filter(|one| !known.contains(&one.rule.as_str()));
    let told = wrong.map(|one| {
        let nearest = nearest_hint(&one.rule, known.iter().copied());
        let facts = words! { rule: one.rule, nearest: nearest };
        Finding::new(&UNKNOWN_WAIVED_RULE, facts).at(one.place.clone())
    });
    Findings(told.collect())
}

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
    let bytes = read_file(file)?;
    let name = file
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into());
    Ok(audit_bytes(&checked, &bytes, &name))
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

fn read_plan(bytes: &[u8], name: &str, checked: &Checked, findings: &mut Findings) -> Option<Plan> {
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

/// SHA-256 of the document with an empty digest, as lower-case hexadecimal.
pub fn digest(doc: &Plan) -> String {
    let bare = Plan {
        digest: String::new(),
        ..doc.clone()
    };
    crate::input::sha256(&to_json(&bare))
}

/// The bytes of the document: two-space JSON with a final line feed.
pub fn to_json(doc: &Plan) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(doc).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn read_file(path: &Path) -> Result<Vec<u8>, RunFault> {
    std::fs::read(path).map_err(|source| RunFault::File {
        path: path.to_owned(),
        source,
    })
}
