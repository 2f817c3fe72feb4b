//! Why a file gives no leaves. Damaged workbooks make their readers panic here and there; that is the
//! file's fault, not ours.

use crate::text::Text;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Why a file gives no leaves.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shut {
    /// A password is needed.
    Encrypted,
    /// More than is read, and the limit.
    TooLarge(Text, usize),
    /// No workbook, or a damaged one.
    Broken(Text),
}

/// A damaged file.
pub(super) const CUT_OFF: Shut = Shut::Broken(Text::new(
    "内容不完整或已损坏",
    "it is incomplete or damaged",
));

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is reading a workbook, so that a panic only means that the file is damaged.
pub fn is_reading() -> bool {
    READING.get()
}

/// Reads; a panic is a damaged file.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Shut>) -> Result<T, Shut> {
    READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    READING.set(false);
    read.unwrap_or(Err(CUT_OFF))
}
