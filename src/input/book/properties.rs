//! What a workbook says of itself beside its sheets: who made it, and what it is called.

use super::part;
use crate::text::Text;
use std::io::Read;

/// The part that says it, as every program writes it.
const PART: &str = "docProps/core.xml";
/// Longer than any that a program writes.
const MOST: u64 = 1 << 16;

/// Whether a workbook was made by this program and is called by one of these titles.
pub(in crate::input) fn is_called(bytes: &[u8], titles: &[Text]) -> bool {
    let Ok(mut archive) = part::archive(bytes) else {
        return false;
    };
    let Ok(part) = archive.by_name(PART) else {
        return false;
    };
    let mut text = String::new();
    if part.take(MOST).read_to_string(&mut text).is_err() {
        return false;
    }
    let says = |element: &str, words: &str| text.contains(&format!(">{words}</{element}>"));
    let mut titles = titles.iter().flat_map(|one| [one.zh, one.en]);
    says("dc:creator", env!("CARGO_PKG_NAME")) && titles.any(|title| says("dc:title", title))
}
