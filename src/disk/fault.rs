//! What keeps a file from being read or written.

use crate::text::Text;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What keeps a file from being read or written.
#[derive(Debug, thiserror::Error)]
pub enum DiskFault {
    /// The system refuses, or it is no ordinary file.
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
}

impl DiskFault {
    /// Says of this path what the system said.
    pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> Self {
        |source| Self::File {
            path: path.to_owned(),
            source,
        }
    }
}

/// What is neither a file nor a folder: a device, a pipe, a link to nowhere.
#[derive(Debug, thiserror::Error)]
#[error("it is no ordinary file, but a device, a pipe or a link")]
pub struct NotOrdinary;

impl NotOrdinary {
    /// Whether that is what is wrong.
    pub fn is_in(error: &io::Error) -> bool {
        match error.get_ref() {
            Some(inner) => inner.is::<Self>(),
            None => false,
        }
    }
}

impl From<NotOrdinary> for io::Error {
    fn from(why: NotOrdinary) -> Self {
        Self::new(ErrorKind::InvalidInput, why)
    }
}
