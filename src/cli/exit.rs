//! The exit codes, for scripts. The README's table is checked against this one.

use crate::text::Text;
use std::process::ExitCode;

/// How the program ends.
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
        "到时停止，未达到要求的差距",
        "stopped before the asked gap",
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
