//! Damaged workbooks make their readers panic here and there; that is the file's fault, not ours.

use super::shut::{CUT_OFF, Shut};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

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
    read.unwrap_or(Err(Shut::Broken(CUT_OFF)))
}
