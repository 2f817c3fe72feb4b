//! The size of an ODS sheet before it is read: a few bytes there may repeat a cell a million times.

use super::limits;
use super::part::{self, XmlTag, attribute, number};
use super::shut::Shut;
use quick_xml::events::BytesStart;

/// What has been seen of one table.
#[derive(Default)]
struct Extent {
    /// Rows up to the last that holds something, and blank ones since.
    rows: usize,
    blank: usize,
    /// Widest row up to its last cell that holds something.
    wide: usize,
    /// Of the row at hand: its repeats, cells so far, and up to the last that holds something.
    repeats: usize,
    cells: usize,
    filled: usize,
}

/// Refuses what would spread out beyond the limits.
pub(super) fn measure(bytes: &[u8]) -> Result<(), Shut> {
    let mut seen = Extent::default();
    part::each(&mut part::archive(bytes)?, "content.xml", |tag| {
        match tag {
            XmlTag::Open(tag) => start(tag, &mut seen),
            XmlTag::Close(name) => end(name, &mut seen),
            XmlTag::Text(_) => {}
        }
        if seen.rows.saturating_mul(seen.wide) > limits::CELLS {
            return Err(limits::TOO_MANY_CELLS);
        }
        Ok(())
    })
}

fn start(tag: &BytesStart<'_>, seen: &mut Extent) {
    let times = |key| number(tag, key).unwrap_or(1);
    match tag.local_name().as_ref() {
        "table" => *seen = Extent::default(),
        "table-row" => {
            seen.repeats = times("number-rows-repeated");
            (seen.cells, seen.filled) = (0, 0);
        }
        "table-cell" | "covered-table-cell" => {
            seen.cells = seen.cells.saturating_add(times("number-columns-repeated"));
            if attribute(tag, "value-type").is_some() {
                seen.filled = seen.cells;
            }
        }
        _ => {}
    }
}

fn end(tag: &str, seen: &mut Extent) {
    if tag != "table-row" {
        return;
    }
    if seen.filled == 0 {
        seen.blank = seen.blank.saturating_add(seen.repeats);
    } else {
        let below = seen.blank.saturating_add(seen.repeats);
        seen.rows = seen.rows.saturating_add(below);
        seen.blank = 0;
        seen.wide = seen.wide.max(seen.filled);
    }
}
