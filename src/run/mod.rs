//! The one road: documents → checked county → facts → solved plan → audit → named bytes → disk.

mod audit;
mod check;
mod copies;
mod export;
mod inputs;
mod plan_file;
#[cfg(feature = "microlp")]
mod replan;
mod roster_diff;
#[cfg(feature = "microlp")]
mod solve;
mod write;

pub use audit::{Accepted, Audited, accepted, audit, audit_bytes, audit_file};
pub use check::{Checked, check};
pub use copies::copies;
pub use export::{one_workbook, program_text};
pub use plan_file::{RUN_CODES, read_plan_file};
#[cfg(feature = "microlp")]
pub use replan::{Replan, after_refusals, pin_edits};
pub use roster_diff::{Difference, Person, RosterDiff, roster_diff};
#[cfg(feature = "microlp")]
pub use solve::{Answer, Solved, solve};
pub use write::{Named, json, write, write_file};

use crate::input::{Documents, Edit, ReadFault, Region, Study, load_documents};
use crate::plan::SolverFault;
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

impl RunFault {
    /// What went wrong, without saying whose fault it is.
    pub fn why(&self) -> String {
        match self {
            Self::Solver(SolverFault(why)) => why.clone(),
            Self::Read(_) | Self::File { .. } => self.to_string(),
        }
    }
}

impl From<String> for RunFault {
    fn from(why: String) -> Self {
        Self::Solver(SolverFault(why))
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

fn read_file(path: &Path) -> Result<Vec<u8>, RunFault> {
    std::fs::read(path).map_err(|source| RunFault::File {
        path: path.to_owned(),
        source,
    })
}
