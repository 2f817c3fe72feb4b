//! What ends a run before its work is done.

use crate::disk::DiskFault;
use crate::input::ReadFault;
use crate::plan::SolverFault;
use crate::text::Text;
use crate::workbook::XlsxError;
use std::io;
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
        source: io::Error,
    },
    /// Nothing may be put there.
    #[error("{path}: {}", why.en)]
    Refused {
        /// Which folder or file.
        path: PathBuf,
        /// Why not.
        why: Text,
    },
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
        Self::File {
            path: path.into(),
            source: why.into(),
        }
    }

    /// What went wrong, without saying whose fault it is.
    pub fn why(&self) -> String {
        match self {
            Self::Solver(SolverFault(why)) => why.clone(),
            Self::Read(_) | Self::File { .. } | Self::Refused { .. } | Self::Told { .. } => {
                self.to_string()
            }
        }
    }
}

impl From<DiskFault> for RunFault {
    fn from(fault: DiskFault) -> Self {
        match fault {
            DiskFault::File { path, source } => Self::File { path, source },
            DiskFault::Refused { path, why } => Self::Refused { path, why },
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
