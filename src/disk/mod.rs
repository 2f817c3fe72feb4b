//! Files: only ordinary ones are read; what is written is written whole or not at all; and what an officer did by hand
//! is moved aside and told, never overwritten.

mod carry;
mod fault;
mod folder;
mod json;
mod lock;
mod manifest;
mod ordinary;
mod single;
mod swap;

pub use carry::Moved;
pub use fault::{DiskFault, NotOrdinary};
pub use folder::{Home, Staged};
pub use json::{NotJson, json_value};
pub use manifest::{DocumentSet, KNOWN_BY, Kind, MANIFEST, Manifest, same_as_written};
pub use ordinary::read;
pub use single::{put, write};

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The folder, inside that of a set, that keeps what belongs to other plans.
pub const EARLIER: &str = "earlier";

/// A file that is to be written: its name, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name below the folder, with `/`.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Named {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            bytes,
        }
    }
}

/// The SHA-256 of bytes in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing into a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The first letters of a digest, as it is printed.
pub fn short(digest: &str) -> String {
    digest.chars().take(KNOWN_BY).collect()
}
