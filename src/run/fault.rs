//! What ends a run before its work is done.

use crate::input::ReadFault;
use crate::plan::SolverFault;
use std::path::PathBuf;

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
