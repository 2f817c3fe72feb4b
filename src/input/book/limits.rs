//! What is not read at all, said before memory is spent on it.

use super::part;
use super::shut::{CUT_OFF, Shut};
use crate::text::Text;
use memchr::memmem;
use std::io::Read;

/// Largest file, bytes.
pub(in crate::input) const FILE_BYTES: usize = 64 << 20;
/// Largest content of an archive once unpacked, bytes.
const UNPACKED_BYTES: usize = 256 << 20;
/// Longest cell, bytes; a spreadsheet allows 32,767 characters.
pub(super) const CELL_BYTES: usize = 32_767 * 4;
/// Most rows of a sheet that are not blank.
const ROWS: usize = 200_000;
/// Most columns of a sheet.
const COLUMNS: usize = 1_000;
/// Most cells of a sheet, blank ones between others included.
pub(super) const CELLS: usize = 8_000_000;

/// What the sheets of a workbook hold besides cells; each costs another walk through them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Extras {
    /// Hidden rows or columns.
    pub(super) hidden: bool,
    /// Merged cells.
    pub(super) merged: bool,
    /// Formulas.
    pub(super) formulas: bool,
    /// Fonts that strike through, or comments.
    pub(super) marked: bool,
}

/// What an archive is.
pub(super) enum ArchiveKind {
    Xlsx,
    Xlsb,
    Ods,
    Other,
}

/// A file beyond [`FILE_BYTES`].
pub(super) const LARGE_FILE: Shut =
    too_large(FILE_BYTES >> 20, "文件大小（MB）", "size of the file (MB)");
/// A cell beyond [`CELL_BYTES`].
pub(super) const LONG_CELL: Shut = too_large(32_767, "一格的字符数", "characters of a cell");
/// A sheet beyond [`CELLS`].
pub(super) const TOO_MANY_CELLS: Shut = too_large(CELLS, "一张表的格数", "cells of a sheet");

const fn too_large(most: usize, zh: &'static str, en: &'static str) -> Shut {
    Shut::TooLarge(Text::new(zh, en), most)
}

/// Unpacks every part once, since an archive may lie about its sizes, and says what it is.
pub(super) fn unpack(bytes: &[u8]) -> Result<(ArchiveKind, Extras), Shut> {
    let mut archive = part::archive(bytes)?;
    let mut left = UNPACKED_BYTES as u64;
    let mut kind = ArchiveKind::Other;
    let mut extras = Extras::default();
    let mut content = Vec::new();
    for no in 0..archive.len() {
        let part = archive.by_index(no).map_err(|_| CUT_OFF)?;
        let name = part.name().map_err(|_| CUT_OFF)?.replace('\\', "/");
        let is_sheet = name.starts_with("xl/worksheets/");
        match name.as_str() {
            "xl/workbook.xml" => kind = ArchiveKind::Xlsx,
            "xl/workbook.bin" => kind = ArchiveKind::Xlsb,
            "content.xml" => kind = ArchiveKind::Ods,
            _ => {}
        }
        content.clear();
        let read = part.take(left + 1).read_to_end(&mut content);
        let read = read.map_err(|_| CUT_OFF)? as u64;
        if is_sheet {
            extras.hidden |= memmem::find(&content, b" hidden=\"").is_some();
            let formula = |one: &[u8]| memmem::find(&content, one).is_some();
            extras.formulas |= formula(b"<f>") || formula(b"<f ");
            extras.merged |= memmem::find(&content, b"<mergeCell").is_some();
        }
        extras.marked |= match name.as_str() {
            "xl/styles.xml" | "xl/sharedStrings.xml" => memmem::find(&content, b"strike").is_some(),
            _ if is_sheet && memmem::find(&content, b"strike").is_some() => true,
            name => name.starts_with("xl/") && name.contains("comment"),
        };
        if read > left {
            let most = UNPACKED_BYTES >> 20;
            let large = too_large(most, "解压后大小（MB）", "size once unpacked (MB)");
            return Err(large);
        }
        left -= read;
    }
    Ok((kind, extras))
}

/// Counts what a sheet holds while it is read.
#[derive(Debug, Default)]
pub(super) struct Room {
    rows: usize,
    cells: usize,
}

impl Room {
    /// A row that is `wide` cells up to its last one.
    pub(super) fn row(&mut self, wide: usize) -> Result<(), Shut> {
        self.rows += 1;
        self.cells += wide;
        if self.rows > ROWS {
            return Err(too_large(ROWS, "一张表的行数", "rows of a sheet"));
        }
        if self.cells > CELLS {
            return Err(TOO_MANY_CELLS);
        }
        Ok(())
    }
}

/// Whether a column, from 0, is one that is read.
pub(super) fn column(at: usize) -> Result<(), Shut> {
    if at < COLUMNS {
        return Ok(());
    }
    Err(too_large(COLUMNS, "一张表的列数", "columns of a sheet"))
}
