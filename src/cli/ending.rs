//! How a command ends, and what makes it give up before its work is done.

use crate::blanks;
use crate::disk::{DiskFault, NotOrdinary};
use crate::finding::{Code, Finding};
use crate::input::ReadFault;
use crate::plan::SolverFault;
use crate::run::RunFault;
use crate::text::{Blanks, Text};
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// How the program ends: the exit codes, for scripts. The README's table is checked against this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, and what was asked holds.
    Done = 0,
    /// The input, or the plan under audit, has errors.
    Errors = 1,
    /// The command was not understood.
    Usage = 2,
    /// No plan obeys every must-rule.
    NoPlan = 3,
    /// Stopped before the asked gap.
    Unproved = 4,
    /// Something could not be read or written.
    Io = 5,
    /// Our own fault.
    Fault = 70,
}

const fn means(exit: Exit, zh: &'static str, en: &'static str) -> (Exit, Text) {
    (exit, Text::new(zh, en))
}

/// Every exit code with its meaning.
pub const EXITS: &[(Exit, Text)] = &[
    means(
        Exit::Done,
        "已完成，所查事项全部成立",
        "done, and what was asked holds",
    ),
    means(
        Exit::Errors,
        "数据或所审方案有错误",
        "the input, or the audited plan, has errors",
    ),
    means(Exit::Usage, "命令写法有误", "wrong usage"),
    means(
        Exit::NoPlan,
        "不存在满足全部硬性规定的方案，已写明互相冲突的规定和可行的办法",
        "no plan obeys every must-rule; which rules conflict, and what would help, is written",
    ),
    means(
        Exit::Unproved,
        "中途停止（到了时限或按了 Ctrl-C），未达到要求的差距，或有事项未及核算；所附证明只核验了一部分目标",
        "stopped, by the limit or by Ctrl-C, before the asked gap or before all was reckoned; or a proof was verified for some of the goals only",
    ),
    means(Exit::Io, "文件无法读取或写入", "could not read or write"),
    means(
        Exit::Fault,
        "程序自身故障，屏幕会说明应把什么发给维护人员",
        "our own fault; the message says what to send us",
    ),
];

impl Exit {
    /// The first of these that is so; done where none is.
    pub(super) fn first_of<const N: usize>(cases: [(bool, Self); N]) -> Self {
        let so = cases.into_iter().find(|(is_so, _)| *is_so);
        so.map_or(Self::Done, |(_, exit)| exit)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

crate::finding::codes! { pub(super),
    NO_FILE "C501" error
        ["{path}无法读取或写入：{error}", "{path} cannot be read or written: {error}"]
        ["核对路径和权限，确认磁盘有空间、文件未被其他程序占用。", "Check the path and the permissions, that the disk has room and no other program holds the file."];
    BAD_ARGUMENT "C201" error
        ["{argument} 的取值“{found}”不合用。", "{argument}: {found} will not do."]
        ["应填：{expected}", "Expected: {expected}"];
    NO_SCENARIO "C503" error
        ["没有找到情景：{path}不存在。", "There is no scenario here: {path} not found."]
        ["请给出含 scenario.toml 的目录，或含“情景设定”表的工作簿；scenarios 中有现成的例子。", "Give the folder that holds scenario.toml, or a workbook with the sheet \"scenario\"; there are examples in scenarios."];
    NOT_THERE "C504" error
        ["{path}不能写入：{why}。", "Nothing may be written to {path}: {why}."]
        ["用 --out 另给一个目录（没有则新建）；被改过的，重新运行即可。", "Give another folder with --out, it is made when it is not there; where something was changed meanwhile, run again."];
    TOLD "C505" error
        ["隐去姓名、编号的一套中，{file}里仍有“{word}”，没有写出任何文件。", "In the set with pseudonyms {file} still says \"{word}\"; nothing was written."]
        ["不加 --redact 仍可写出原件；请把这句话中的文件名和词的类别（姓名、学校、片区等）告知维护人员。", "Without --redact the documents can be written; tell us the name of the file, and what kind of word it is (a person, a school, a district)."];
    SOLVER "C701" error
        ["求解结果未通过核对，未写出方案：{why}", "The solver's answer did not stand up to checking; no plan was written: {why}"]
        ["运行 lungang selftest，并把它的输出和上面这句话发给维护人员（不含人员数据）。", "Run `lungang selftest` and send us its output with the sentence above (no personal data)."];
}

/// Every kind of finding that a command itself can give.
pub const COMMAND_CODES: &[&Code] = CODES;

/// Why a command gives up, and the exit code.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    /// What is wrong.
    pub(super) finding: Box<Finding>,
    /// How the program ends.
    pub(super) exit: Exit,
}

impl Trouble {
    fn new(exit: Exit, code: &'static Code, blanks: Blanks) -> Self {
        Self {
            finding: Box::new(Finding::new(code, blanks)),
            exit,
        }
    }

    /// A file that could not be read or written.
    pub(super) fn file(path: impl AsRef<Path>, error: &io::Error) -> Self {
        let path = path.as_ref().display().to_string();
        let blanks = blanks! { path: path, error: of_system(error) };
        Self::new(Exit::Io, &NO_FILE, blanks)
    }
}

/// A part that cannot be written down.
#[cfg(feature = "microlp")]
pub(super) fn part_fault(path: &Path, why: serde_json::Error) -> Trouble {
    Trouble::file(path, &why.into())
}

/// An argument whose value will not do.
pub(super) fn bad_argument(argument: &str, found: &str, expected: Text) -> Trouble {
    let blanks = blanks! { argument: argument, found: found, expected: expected };
    Trouble::new(Exit::Usage, &BAD_ARGUMENT, blanks)
}

impl From<ReadFault> for Trouble {
    fn from(fault: ReadFault) -> Self {
        RunFault::from(fault).into()
    }
}

impl From<DiskFault> for Trouble {
    fn from(fault: DiskFault) -> Self {
        RunFault::from(fault).into()
    }
}

impl From<SolverFault> for Trouble {
    fn from(fault: SolverFault) -> Self {
        RunFault::from(fault).into()
    }
}

impl From<RunFault> for Trouble {
    fn from(fault: RunFault) -> Self {
        match fault {
            RunFault::Read(ReadFault::NoScenario { path }) => {
                let blanks = blanks! { path: path.display().to_string() };
                Self::new(Exit::Io, &NO_SCENARIO, blanks)
            }
            RunFault::Read(ReadFault::Refused { path, source })
            | RunFault::Disk(DiskFault::File { path, source }) => Self::file(path, &source),
            RunFault::Disk(DiskFault::Refused { path, why }) => {
                let blanks = blanks! { path: path.display().to_string(), why: why };
                Self::new(Exit::Io, &NOT_THERE, blanks)
            }
            RunFault::Told { file, word } => {
                Self::new(Exit::Io, &TOLD, blanks! { file: file, word: word })
            }
            RunFault::Solver(SolverFault(why)) => {
                Self::new(Exit::Fault, &SOLVER, blanks! { why: why })
            }
        }
    }
}

/// What the system says of a file, in both languages where it is one of the things that happen.
fn of_system(error: &io::Error) -> serde_json::Value {
    use io::ErrorKind as Kind;
    let known = match error.kind() {
        Kind::InvalidInput if NotOrdinary::is_in(error) => Text::new(
            "不是普通文件（是设备、管道或链接）",
            "it is no ordinary file, but a device, a pipe or a link",
        ),
        Kind::NotFound => Text::new("文件或目录不存在", "no such file or folder"),
        Kind::PermissionDenied => Text::new("没有权限", "permission denied"),
        Kind::AlreadyExists => Text::new("已经存在", "it exists already"),
        Kind::IsADirectory => Text::new("这是目录，不是文件", "it is a folder, not a file"),
        Kind::NotADirectory => Text::new(
            "路径中有一段是文件，不是目录",
            "a part of the path is a file, not a folder",
        ),
        Kind::StorageFull | Kind::QuotaExceeded => Text::new("磁盘空间不足", "the disk is full"),
        Kind::ReadOnlyFilesystem => {
            Text::new("所在磁盘只读，不能写入", "the disk can only be read")
        }
        Kind::ResourceBusy | Kind::ExecutableFileBusy => {
            Text::new("文件正被其他程序占用", "another program holds the file")
        }
        Kind::InvalidFilename => {
            Text::new("文件名不合用或过长", "the name of the file will not do")
        }
        Kind::TimedOut => Text::new("等待超时", "timed out"),
        Kind::UnexpectedEof => Text::new("文件不完整", "the file is not complete"),
        _ => return serde_json::json!(error.to_string()),
    };
    serde_json::json!(known)
}
