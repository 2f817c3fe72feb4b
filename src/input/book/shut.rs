//! Why a file gives no leaves.

use crate::text::Text;

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

/// What is said of a damaged file.
pub(super) const CUT_OFF: Text = Text::new("内容不完整或已损坏", "it is incomplete or damaged");
