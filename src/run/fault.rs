//! What ends a run before its work is done.

use crate::disk::DiskFault;
use crate::input::ReadFault;
use crate::plan::SolverFault;
use crate::workbook::XlsxError;
use std::io;
use std::path::PathBuf;

/// What cannot go on at all.
#[derive(Debug, thiserror::Error)]
pub enum RunFault {
    /// The scenario could not be read.
    #[error(transparent)]
    Read(#[from] ReadFault),
    /// A file could not be read or written, or nothing may be put there.
    #[error(transparent)]
    Disk(#[from] DiskFault),
    /// A document that was to name nobody says a real name or id.
    #[error("{file} says {word}")]
    Told {
        /// Which document.
        file: String,
        /// What it says.
        word: String,
    },
    /// The solver failed, or its answer did not stand up to checking.
    #[error(transparent)]
    Solver(#[from] SolverFault),
}

impl RunFault {
    /// A file that could not be read, made or written, and why.
    pub(super) fn file(path: impl Into<PathBuf>, why: impl Into<io::Error>) -> Self {
        Self::Disk(DiskFault::File {
            path: path.into(),
            source: why.into(),
        })
    }

    /// What went wrong, without saying whose fault it is.
    pub fn why(&self) -> String {
        match self {
            Self::Solver(SolverFault(why)) => why.clone(),
            Self::Read(_) | Self::Disk(_) | Self::Told { .. } => self.to_string(),
        }
    }
}

impl From<XlsxError> for RunFault {
    fn from(why: XlsxError) -> Self {
        Self::file("xlsx", io::Error::other(why))
    }
}

impl From<String> for RunFault {
    fn from(why: String) -> Self {
        Self::Solver(SolverFault(why))
    }
}
