//! Marks of what a workbook only shows: short digests of cells, so that the hidden sheet need not say it all again.

use crate::disk::sha256;

/// Letters of a mark.
pub(super) const MARK: usize = 8;
/// Marks in a line: two to a row, and no cell may be longer than the 32,767 characters that a spreadsheet allows.
pub(super) const IN_LINE: usize = 1_500;

/// A cell as it is compared: numbers to nine places, since programs write the last digits of a share differently.
pub(super) fn plain(cell: &str) -> String {
    match cell.parse::<f64>() {
        Ok(number) if number.is_finite() => format!("{number:.9}"),
        _ => cell.to_owned(),
    }
}

/// A cell as somebody would write it: without the noughts behind.
pub(super) fn as_written(cell: &str) -> String {
    let number = cell.parse::<f64>().is_ok() && cell.contains('.');
    let bare = cell.trim_end_matches('0').trim_end_matches('.');
    if number { bare } else { cell }.to_owned()
}

/// The mark of words.
pub(super) fn mark_of(words: &str) -> String {
    mark(std::iter::once(&words.to_owned()), MARK)
}

/// The mark of several cells.
pub(super) fn mark<'c>(cells: impl Iterator<Item = &'c String>, letters: usize) -> String {
    let text: String = cells.flat_map(|cell| [cell.as_str(), "\u{1f}"]).collect();
    sha256(text.as_bytes()).chars().take(letters).collect()
}

/// What stands before the dot of a mark: whose row it is.
pub(super) fn key(mark: &str) -> &str {
    mark.split('.').next().unwrap_or_default()
}
