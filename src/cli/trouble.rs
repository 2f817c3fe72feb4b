//! What makes a command give up before its work is done.

use super::Exit;
use crate::finding::{Code, Finding, Severity};
use crate::text::Text;
use crate::words;
use std::io;
use std::path::Path;

static CANNOT_READ: Code = Code {
    id: "C501",
    severity: Severity::Error,
    says: Text::new("无法读取{path}：{error}", "Cannot read {path}: {error}"),
    help: Text::new(
        "核对路径，确认文件存在且有读取权限。",
        "Check the path, that the file exists and may be read.",
    ),
};
static CANNOT_WRITE: Code = Code {
    id: "C502",
    severity: Severity::Error,
    says: Text::new("无法写入{path}：{error}", "Cannot write {path}: {error}"),
    help: Text::new(
        "确认目录可写、磁盘有空间，且文件未被其他程序占用。",
        "Check that the folder may be written, the disk has room and no other program holds the file.",
    ),
};
static BAD_ARGUMENT: Code = Code {
    id: "C201",
    severity: Severity::Error,
    says: Text::new(
        "{argument} 的取值“{found}”不合用。",
        "{argument}: {found} will not do.",
    ),
    help: Text::new("应填：{expected}", "Expected: {expected}"),
};

/// Every kind of finding that a command itself can give.
pub const COMMAND_CODES: &[&Code] = &[&CANNOT_READ, &CANNOT_WRITE, &BAD_ARGUMENT];

/// Why a command gives up, and the exit code.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    /// What is wrong.
    pub(super) finding: Finding,
    /// How the program ends.
    pub(super) exit: Exit,
}

impl Trouble {
    /// A file that could not be read.
    pub(super) fn read(path: &Path, error: &io::Error) -> Self {
        let facts = words! { path: path.display().to_string(), error: error.to_string() };
        Self {
            finding: Finding::new(&CANNOT_READ, facts),
            exit: Exit::Io,
        }
    }

    /// Something that could not be written.
    pub(super) fn write(path: impl AsRef<Path>, error: &io::Error) -> Self {
        let path = path.as_ref().display().to_string();
        let facts = words! { path: path, error: error.to_string() };
        Self {
            finding: Finding::new(&CANNOT_WRITE, facts),
            exit: Exit::Io,
        }
    }

    /// An argument whose value will not do.
    pub(super) fn argument(argument: &str, found: &str, expected: Text) -> Self {
        let facts = words! { argument: argument, found: found, expected: expected };
        Self {
            finding: Finding::new(&BAD_ARGUMENT, facts),
            exit: Exit::Usage,
        }
    }
}
