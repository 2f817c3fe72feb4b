//! Files as they stand: bytes become leaves, one for each sheet of a workbook; a text file is one
//! leaf without a name. What a file is, its first bytes say, not its name.

mod area;
mod biff;
mod hidden;
mod limits;
mod marks;
mod part;
mod properties;
mod sheets;
mod shut;
mod text;
mod value;
mod xlsx;

pub(super) use limits::FILE_BYTES;
pub(super) use properties::is_called;
pub use shut::is_reading;
pub(super) use text::decode;

use super::characters;
use super::codes;
use super::table::Leaf;
use crate::blanks;
use crate::finding::{Finding, Findings, Place};
use crate::text::Text;
use limits::ArchiveKind;
use memchr::memmem;
use shut::{Shut, guarded};

const WEB_PAGE: Text = Text::new(
    "扩展名像是表格，内容其实是网页",
    "it is a web page, whatever its name says",
);
const EXCEL_2003: Text = Text::new(
    "是 Excel 2003 的 XML 表格，不是工作簿",
    "it is an XML table of Excel 2003, not a workbook",
);
/// What such a table says of itself.
const OLD_XML: &[u8] = b"urn:schemas-microsoft-com:office:spreadsheet";
const OTHER_ZIP: Text = Text::new(
    "是压缩文件，里面没有工作表",
    "it is an archive without a workbook",
);

/// First bytes of a ZIP archive: XLSX, XLSM, XLSB, ODS.
const ZIP: &[u8] = b"PK\x03\x04";
/// First bytes of a compound file: XLS, or anything encrypted by Office.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether bytes begin as those of a workbook do.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// The leaves of a file; why there is none is told.
pub(super) fn open(file: &str, bytes: &[u8], findings: &mut Findings) -> Vec<Leaf> {
    let read = if bytes.starts_with(ZIP) {
        archive(file, bytes)
    } else if bytes.starts_with(COMPOUND) {
        compound(file, bytes)
    } else if looks_like_a_page(bytes) {
        let is_sheet = memmem::find(bytes, OLD_XML).is_some();
        Err(Shut::Broken(if is_sheet { EXCEL_2003 } else { WEB_PAGE }))
    } else {
        let rows = text::grid(file, bytes, findings);
        Ok(Vec::from_iter(rows.map(|rows| Leaf::new(file, None, rows))))
    };
    let mut leaves = read.unwrap_or_else(|why| {
        findings.push(told(why).at(Place::file(file)));
        Vec::new()
    });
    for leaf in &mut leaves {
        tidy(leaf, findings);
    }
    leaves
}

/// Whether a file could be a table by its first bytes or the end of its name.
pub(super) fn is_table(path: &str) -> bool {
    let end = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    [
        "csv", "tsv", "txt", "xlsx", "xlsm", "xlsb", "xls", "et", "ods",
    ]
    .contains(&end.as_str())
}

/// Sheets by name, each with its rows of cells.
pub type PlainSheets = Vec<(String, Vec<Vec<String>>)>;

/// The sheets of a file as plain cells, each where it stands, blank rows included; none when it
/// cannot be opened.
pub fn plain_sheets(file: &str, bytes: &[u8]) -> PlainSheets {
    let leaves = open(file, bytes, &mut Findings::default());
    let sheet = |leaf: Leaf| {
        let mut rows = Vec::new();
        for row in leaf.rows {
            rows.resize(row.number.saturating_sub(1), Vec::new());
            rows.push(row.cells);
        }
        (leaf.sheet.unwrap_or_else(|| file.to_owned()), rows)
    };
    leaves.into_iter().map(sheet).collect()
}

fn told(why: Shut) -> Finding {
    match why {
        Shut::Encrypted => Finding::new(&codes::ENCRYPTED, blanks! {}),
        Shut::TooLarge(what, most) => {
            Finding::new(&codes::TOO_LARGE, blanks! { what: what, most: most })
        }
        Shut::Broken(problem) => Finding::new(&codes::BROKEN, blanks! { problem: problem }),
    }
}

/// The finding for a file that was not even loaded.
pub(super) fn too_large(file: &str) -> Finding {
    told(limits::LARGE_FILE).at(Place::file(file))
}

fn archive(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    let (kind, extras) = limits::unpack(bytes)?;
    guarded(|| match kind {
        ArchiveKind::Xlsx => xlsx::read(file, bytes, extras),
        ArchiveKind::Xlsb => sheets::xlsb(file, bytes),
        ArchiveKind::Ods => sheets::ods(file, bytes),
        ArchiveKind::Other => Err(Shut::Broken(OTHER_ZIP)),
    })
}

fn compound(file: &str, bytes: &[u8]) -> Result<Vec<Leaf>, Shut> {
    // The name of the stream that holds an encrypted workbook, as the directory spells it.
    let sign = "EncryptedPackage".encode_utf16();
    let sign: Vec<u8> = sign.flat_map(u16::to_le_bytes).collect();
    if bytes.windows(sign.len()).any(|part| part == sign) {
        return Err(Shut::Encrypted);
    }
    guarded(|| sheets::xls(file, bytes))
}

fn looks_like_a_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"<")
}

/// Trims cells, tells of those longer than any spreadsheet allows, and drops blank rows.
fn tidy(leaf: &mut Leaf, findings: &mut Findings) {
    let whole = leaf.place();
    for row in &mut leaf.rows {
        for cell in &mut row.cells {
            let plain = cell.trim();
            if plain.len() != cell.len() {
                *cell = plain.to_owned();
            }
            if cell.len() > limits::CELL_BYTES {
                let place = whole.clone().at_row(row.number);
                findings.push(told(limits::LONG_CELL).at(place));
                cell.clear();
            }
        }
    }
    leaf.rows
        .retain(|row| row.cells.iter().any(|cell| !characters::looks_blank(cell)));
}
