//! The size of an ODS sheet before it is read: a few bytes there may repeat a cell a million times.

use super::{CUT_OFF, Shut, limits};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// What has been seen of one table.
#[derive(Default)]
struct Seen {
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
    let broken = || Shut::Broken(CUT_OFF);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let part = archive.by_name("content.xml").map_err(|_| broken())?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    let mut seen = Seen::default();
    loop {
        match reader.read_event_into(&mut buffer).map_err(|_| broken())? {
            Event::Start(tag) => start(&tag, &mut seen),
            Event::Empty(tag) => {
                start(&tag, &mut seen);
                end(tag.local_name().as_ref(), &mut seen);
            }
            Event::End(tag) => end(tag.local_name().as_ref(), &mut seen),
            Event::Eof => return Ok(()),
            _ => {}
        }
        if seen.rows.saturating_mul(seen.wide) > limits::CELLS {
            return Err(limits::cells());
        }
        buffer.clear();
    }
}

fn number(tag: &BytesStart<'_>, key: &str) -> usize {
    let found = tag
        .attributes()
        .flatten()
        .find(|one| one.key.local_name().as_ref() == key);
    let text = found.map(|one| one.value.into_owned());
    text.and_then(|text| text.parse().ok()).unwrap_or(1)
}

fn start(tag: &BytesStart<'_>, seen: &mut Seen) {
    match tag.local_name().as_ref() {
        "table" => *seen = Seen::default(),
        "table-row" => {
            seen.repeats = number(tag, "number-rows-repeated");
            (seen.cells, seen.filled) = (0, 0);
        }
        "table-cell" | "covered-table-cell" => {
            seen.cells = seen
                .cells
                .saturating_add(number(tag, "number-columns-repeated"));
            let typed = tag.attributes().flatten();
            if typed
                .map(|one| one.key)
                .any(|key| key.local_name().as_ref() == "value-type")
            {
                seen.filled = seen.cells;
            }
        }
        _ => {}
    }
}

fn end(tag: &str, seen: &mut Seen) {
    if tag != "table-row" {
        return;
    }
    if seen.filled == 0 {
        seen.blank = seen.blank.saturating_add(seen.repeats);
    } else {
        seen.rows = seen
            .rows
            .saturating_add(seen.blank)
            .saturating_add(seen.repeats);
        seen.blank = 0;
        seen.wide = seen.wide.max(seen.filled);
    }
}
