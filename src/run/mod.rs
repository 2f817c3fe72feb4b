//! The one road: documents → roster and rule book → facts → outcome → written plan → audit.

mod audit;
mod copies;
mod inputs;
#[cfg(feature = "microlp")]
mod plan;
#[cfg(feature = "microlp")]
mod replan;
mod roster_diff;
mod write;

pub use audit::{Audited, RUN_CODES, audit_bytes, audit_file, audit_under, read_plan_file};
pub use copies::{copies, one_workbook};
#[cfg(feature = "microlp")]
pub use plan::{Answer, Asked, Done, Planned, accepted, answer, export, finish, plan};
#[cfg(feature = "microlp")]
pub use replan::{
    Replan, Replanned, Reserve, after_refusals, pin_edits, replan, reserves, write_replan,
};
pub use roster_diff::{Difference, Person, RosterDiff, roster_diff};
pub use write::{write_file, write_json};

use crate::blanks;
use crate::domain::{Question, Roster};
use crate::facts::Facts;
use crate::facts::splits::split_classes;
use crate::finding::{Finding, Findings};
use crate::input::{
    Documents, Edit, ReadFault, Region, Study, idle_edits, load_documents, policy_documents,
    read_documents,
};
use crate::plan::{InputDoc, SolverFault};
use crate::policy::{PolicyDoc, RuleBook, load_book, nearest_hint};
use crate::rules::cards;
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
    #[error(transparent)]
    Solver(#[from] SolverFault),
}

impl From<String> for RunFault {
    fn from(why: String) -> Self {
        Self::Solver(SolverFault(why))
    }
}

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

    /// What follows from them under a question.
    pub fn facts<'a>(&'a self, question: &'a Question) -> Option<Facts<'a>> {
        let (roster, book) = self.ready()?;
        Some(Facts::asked(roster, book, question))
    }
}

/// Loads a study.
pub fn load_study(path: &Path) -> Result<Study, RunFault> {
    Ok(crate::input::load_study(path)?)
}

/// Loads a region.
pub fn load_region(path: &Path) -> Result<Region, RunFault> {
    Ok(crate::input::load_region(path)?)
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
        if !policies.is_empty() {
            policies.extend(policy_documents(edits, date));
        }
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
    let mut roster = scenario.roster;
    if let (Some(roster), Some(book)) = (&mut roster, &book) {
        split_classes(roster, book);
    }
    Checked {
        roster,
        book,
        inputs,
        columns: scenario.columns,
        findings: findings.sorted(),
    }
}

/// Every policy of a scenario, with changed values as the most local one.
pub fn policies(documents: &Documents) -> Vec<PolicyDoc> {
    let scenario = read_documents(documents);
    let mut policies = scenario.policies;
    if let (Some(date), false) = (scenario.date, policies.is_empty()) {
        policies.extend(policy_documents(&scenario.edits, date));
    }
    policies
}

/// Special approvals of rules that do not exist.
fn unknown_waivers(roster: &Roster) -> Findings {
    let known: Vec<&str> = cards().iter().map(|card| card.id.key()).collect();
    let wrong = roster.waivers.iter();
    let wrong = wrong.filter(|one| !known.contains(&one.rule.as_str()));
    let told = wrong.map(|one| {
        let nearest = nearest_hint(&one.rule, known.iter().copied());
        let blanks = blanks! { rule: one.rule, nearest: nearest };
        Finding::new(&audit::UNKNOWN_WAIVED_RULE, blanks).at(one.place.clone())
    });
    Findings(told.collect())
}

fn read_file(path: &Path) -> Result<Vec<u8>, RunFault> {
    std::fs::read(path).map_err(|source| RunFault::File {
        path: path.to_owned(),
        source,
    })
}
