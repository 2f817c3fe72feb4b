//! The size of an XLS file before it is read: its cells are spread out over their rows and columns at
//! once, and a damaged file may name any.

use super::limits;
use super::shut::{CUT_OFF, Shut};
use std::io::{self, Cursor, Read};

/// Records of cells, blank or not, and the first record of a sheet, by their numbers in the format
/// ([MS-XLS]).
const CELLS: [u16; 10] = [
    0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E,
];
const SHEET: u16 = 0x0809;
/// The record of the area in use.
const AREA: u16 = 0x0200;
/// Rows and columns of the format.
const ROWS: u32 = 65_536;
const COLUMNS: u32 = 256;

/// The stream of records.
fn stream(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let is_old = !file.is_stream("/Workbook") && file.is_stream("/Book");
    let mut stream = file.open_stream(if is_old { "/Book" } else { "/Workbook" })?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all)?;
    Ok(all)
}

/// Refuses what would spread out beyond the limits.
pub(super) fn measure(bytes: &[u8]) -> Result<(), Shut> {
    let all = stream(bytes).map_err(|_| CUT_OFF)?;
    let mut rest = all.as_slice();
    let (mut rows, mut columns) = (0_u32, 0_u32);
    while let Some((number, content, after)) = record(rest) {
        rest = after;
        if number == SHEET {
            (rows, columns) = (0, 0);
        }
        if CELLS.contains(&number) {
            let place = |at| word(content, at).map_or(0, |word| u32::from(word) + 1);
            rows = rows.max(place(0));
            columns = columns.max(place(2));
        }
        if columns > COLUMNS || number == AREA && !is_area(content) {
            return Err(CUT_OFF);
        }
        if rows as usize * columns as usize > limits::CELLS {
            return Err(limits::TOO_MANY_CELLS);
        }
    }
    Ok(())
}

/// Whether the area in use is one that the format can have: first and last row, first and last
/// column, in four bytes a row since 1997, in two before.
fn is_area(content: &[u8]) -> bool {
    let short = |at| word(content, at).map(u32::from);
    let long = |at| Some(short(at)? | short(at + 2)? << 16);
    let area = if content.len() < 14 {
        [short(0), short(2), short(4), short(6)]
    } else {
        [long(0), long(4), short(8), short(10)]
    };
    match area {
        [Some(top), Some(bottom), Some(left), Some(right)] => {
            top <= bottom && bottom <= ROWS && left <= right && right <= COLUMNS
        }
        _ => false,
    }
}

/// Number and content of the first record, and what follows it.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (number, length) = (word(bytes, 0)?, usize::from(word(bytes, 2)?));
    let (content, rest) = bytes.get(4..)?.split_at_checked(length)?;
    Some((number, content, rest))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}
