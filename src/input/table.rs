//! A sheet or text file as it stands, a leaf: rows of trimmed cells, each with its row number. Leaves of
//! any format become tables, with heads and the rows below them.

use super::characters;
use super::codes;
use super::heads::{self, HeadFit, filled};
use crate::blanks;
use crate::finding::{Code, Finding, Findings, Place};
use crate::text::Blanks;
use rust_xlsxwriter::utility::column_number_to_name;
use std::collections::BTreeSet;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileRow {
    /// As the officer counts it: the first row of the file is 1.
    pub(super) number: usize,
    /// Trimmed cells.
    pub(super) cells: Vec<String>,
    /// Its cells do not stand under their heads: told once, and not read any further.
    pub(super) slipped: bool,
}

impl FileRow {
    /// A row that holds these cells.
    pub(super) fn new(number: usize, cells: Vec<String>) -> Self {
        Self {
            number,
            cells,
            slipped: false,
        }
    }
}

/// One sheet, or a whole text file.
#[derive(Debug, Clone, Default)]
pub(super) struct Leaf {
    /// File name as shown to the officer.
    pub(super) file: String,
    /// Sheet of a workbook.
    pub(super) sheet: Option<String>,
    /// Rows of trimmed cells that are not wholly blank.
    pub(super) rows: Vec<FileRow>,
    /// Cells (row number, column from 0) filled from the merged cell above them.
    pub(super) filled: BTreeSet<(usize, usize)>,
    /// The sheet itself is hidden.
    pub(super) hidden: bool,
    /// Numbers of hidden rows.
    pub(super) hidden_rows: Vec<usize>,
    /// Hidden columns, from 0.
    pub(super) hidden_columns: BTreeSet<usize>,
    /// Cells (row number, column from 0) that are struck through.
    pub(super) struck: BTreeSet<(usize, usize)>,
    /// Comments on cells, by row number and column from 0.
    pub(super) comments: Vec<(usize, usize, String)>,
}

impl Leaf {
    /// The rows of a file, or of one of its sheets.
    pub(super) fn new(file: &str, sheet: Option<&str>, rows: Vec<FileRow>) -> Self {
        Self {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            rows,
            ..Self::default()
        }
    }

    /// The sheet as a whole.
    pub(super) fn place(&self) -> Place {
        Place {
            sheet: self.sheet.clone(),
            ..Place::file(&self.file)
        }
    }
}

/// A table of one file or sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FileTable {
    /// The file, or a sheet of a workbook.
    pub(super) whole: Place,
    /// Heads of the columns, as written.
    pub(super) head: Vec<String>,
    /// Number of the head row; of two, the lower one.
    pub(super) head_row: usize,
    /// The rows below the head, wholly blank ones left out.
    pub(super) rows: Vec<FileRow>,
}

/// Words that open a row of totals.
const TOTALS: &[&str] = &[
    "合计", "总计", "小计", "共计", "总数", "总和", "汇总", "累计", "總計", "合計", "小計",
    "total", "sum",
];
/// Those of them with which no name of anybody or anything ends.
const NO_NAMES: &[&str] = &["合计", "总计", "小计", "共计", "總計", "合計", "小計"];
/// Words that open a row of notes below the table.
const NOTES: &[&str] = &[
    "注",
    "备注",
    "说明",
    "填表",
    "制表",
    "审核",
    "单位负责人",
    "负责人",
    "联系人",
    "填报",
    "复核",
    "经办",
    "盖章",
    "（盖章",
    "(盖章",
    "单位（盖章",
    "签字",
    "签名",
    "校长签",
    "局长签",
    "經辦",
    "資料來源",
    "note",
    "prepared",
];

/// A word in one case, without blanks and without a colon behind it.
fn plain(cell: &str) -> String {
    let word: String = cell.to_lowercase().split_whitespace().collect();
    word.trim_end_matches([':', '：']).to_owned()
}

/// Whether a cell opens a row of totals: `合计：8所`, `合计（人）`, `共8所` and the like.
fn is_total(cell: &str) -> bool {
    let word = plain(cell);
    let counted = word.strip_prefix('共');
    if counted.is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_digit())) {
        return true;
    }
    let end = word.find([':', '：', '(', '（']).unwrap_or(word.len());
    let head = word.get(..end).unwrap_or_default();
    // `SUM(A1)` is what somebody may be called whose workbook went wrong.
    let is_cut = end < word.len() && head.is_ascii();
    TOTALS.contains(&head) && !is_cut || NO_NAMES.iter().any(|total| head.ends_with(total))
}

/// Whether a row begins as a note or as the line to sign does.
pub(super) fn is_to_sign(cells: &[String]) -> bool {
    let first = cells.iter().find(|cell| !cell.is_empty());
    let word = first.map(|cell| plain(cell)).unwrap_or_default();
    NOTES.iter().any(|note| word.starts_with(note)) && word.contains([':', '：'])
}

/// Words that open a note; with all others somebody signs.
const SAYING: [&str; 4] = ["注", "备注", "说明", "note"];

/// Whether words are those of a line to sign, and no note.
pub(super) fn only_signs(cell: &str) -> bool {
    let word = plain(cell);
    let signs = NOTES.iter().filter(|one| !SAYING.contains(one));
    let mut signs = signs.filter(|one| word.starts_with(**one));
    signs.next().is_some() && !SAYING.iter().any(|one| word.contains(one))
}

/// How many of the known columns that every record fills are blank in a row, and how many there are.
fn gaps(row: &FileRow, fit: &HeadFit) -> (usize, usize) {
    let all = fit.spec.columns.iter().zip(&fit.means);
    let required = all.filter(|(column, _)| column.required);
    let places = required.filter_map(|(_, means)| means.first().map(|one| one.0));
    let places: Vec<usize> = places.collect();
    let blank = |at: &&usize| row.cells.get(**at).is_none_or(String::is_empty);
    (places.iter().filter(blank).count(), places.len())
}

/// Why a row is no record, with the word that shows it.
pub(super) fn left_out(row: &FileRow, fit: &HeadFit) -> Option<(&'static Code, String)> {
    let first = row.cells.iter().find(|cell| !cell.is_empty())?;
    let word = plain(first);
    if is_total(first) {
        return Some((&codes::TOTALS_ROW, first.clone()));
    }
    let (blank, required) = gaps(row, fit);
    let whole =
        |cell: &&String| TOTALS.contains(&plain(cell).as_str()) || blank > 0 && is_total(cell);
    let sub_total = blank > 0 && TOTALS.iter().any(|total| word.ends_with(total));
    let total = row.cells.iter().find(whole);
    if let Some(found) = total.or(sub_total.then_some(first)) {
        return Some((&codes::TOTALS_ROW, found.clone()));
    }
    let mut cells = row.cells.iter();
    let alone = cells.all(|cell| cell.is_empty() || cell == first);
    // A line to sign may stand in several cells; few of those that every record fills.
    let sign = ["签字", "签名", "盖章"]
        .iter()
        .any(|sign| first.contains(sign));
    let signed = blank > 0 && (sign || first.contains([':', '：'])) || blank * 2 > required;
    if (alone || signed) && NOTES.iter().any(|note| word.starts_with(note)) {
        return Some((&codes::NOTES_ROW, first.clone()));
    }
    // Heads repeated for printing.
    let again = fit.surest().all(|(at, _)| {
        let cell = row.cells.get(at);
        cell.is_some_and(|cell| heads::same(cell, &fit.head[at]))
    });
    (again && fit.known > 1).then(|| (&codes::NOTES_ROW, first.clone()))
}

impl FileTable {
    /// The rows of a leaf below its heads; what is left out is told.
    pub(super) fn new(leaf: &mut Leaf, fit: &HeadFit, findings: &mut Findings) -> Self {
        let heads = (fit.at + fit.deep).min(leaf.rows.len());
        let below = leaf.rows.split_off(heads);
        let mut table = Self {
            whole: leaf.place(),
            head: fit.head.clone(),
            head_row: leaf.rows.last().map_or(0, |row| row.number),
            rows: Vec::with_capacity(below.len()),
        };
        for row in below {
            table.take(row, fit, findings);
        }
        table.tell_hidden(leaf, fit, findings);
        table
    }

    fn take(&mut self, mut row: FileRow, fit: &HeadFit, findings: &mut Findings) {
        let place = self.place(row.number);
        if let Some((code, word)) = left_out(&row, fit) {
            findings.push(Finding::new(code, blanks! { word: word }).at(place));
            return;
        }
        let heads = self.head.len();
        let (wide, written) = (filled(&row.cells).len(), row.cells.len());
        // Rows of a workbook end with their last filled cell; only text files can fall short.
        let short = written < heads && !row.slipped && self.whole.sheet.is_none();
        if wide > heads || short {
            let blanks = blanks! { cells: wide, heads: heads };
            let code = if wide > heads {
                &codes::LONG_ROW
            } else {
                &codes::SHORT_ROW
            };
            findings.push(Finding::new(code, blanks).at(place));
        }
        row.slipped |= wide > heads;
        row.cells.resize(heads, String::new());
        for (at, _) in fit.surest() {
            self.clean(&mut row, at, findings);
        }
        self.rows.push(row);
    }

    /// Takes out of a cell what nobody sees, and refuses what no cell may hold.
    fn clean(&self, row: &mut FileRow, at: usize, findings: &mut Findings) {
        let Some(cell) = row.cells.get_mut(at) else {
            return;
        };
        let point = |one: char| format!("U+{:04X}", u32::from(one));
        let mut tell = |code, found: char| {
            let blanks = blanks! { column: self.head.get(at), found: point(found) };
            findings.push(Finding::new(code, blanks).at(self.cell(row.number, at)));
        };
        if let Some((plain, mark)) = characters::without_marks(cell) {
            *cell = plain;
            tell(&codes::EXTRA_MARK, mark);
        }
        if let Some(bad) = characters::bad_character(cell) {
            tell(&codes::BAD_CHARACTER, bad);
        }
    }

    fn tell_hidden(&self, leaf: &Leaf, fit: &HeadFit, findings: &mut Findings) {
        let mut tell = |code, blanks: Blanks, at: Option<usize>| {
            let column = at.and_then(|at| self.head.get(at).cloned());
            let place = self.whole.clone();
            let place = Place { column, ..place };
            findings.push(Finding::new(code, blanks).at(place));
        };
        if leaf.hidden {
            tell(&codes::HIDDEN_SHEET, blanks! {}, None);
        }
        let rows: BTreeSet<usize> = self.rows.iter().map(|row| row.number).collect();
        let mut hidden = leaf.hidden_rows.iter().filter(|row| rows.contains(row));
        if let Some(first) = hidden.next() {
            let blanks = blanks! { number: 1 + hidden.count(), first: first };
            tell(&codes::HIDDEN_ROWS, blanks, None);
        }
        for (at, _) in fit.surest() {
            if leaf.hidden_columns.contains(&at) {
                let blanks = blanks! { letter: letter(at) };
                tell(&codes::HIDDEN_COLUMNS, blanks, Some(at));
            }
            let is_here = |(row, column): &&(usize, usize)| *column == at && rows.contains(row);
            let mut cells = leaf.filled.iter().filter(is_here);
            if let Some((first, _)) = cells.next() {
                let first = format!("{}{first}", letter(at));
                let blanks = blanks! { number: 1 + cells.count(), first: first };
                tell(&codes::MERGED, blanks, Some(at));
            }
        }
    }

    /// A row of this table.
    pub(super) fn place(&self, row: usize) -> Place {
        self.whole.clone().at_row(row)
    }

    /// A cell of this table; columns from 0.
    pub(super) fn cell(&self, row: usize, at: usize) -> Place {
        Place {
            cell: Some(format!("{}{row}", letter(at))),
            column: self.head.get(at).cloned(),
            ..self.place(row)
        }
    }
}

/// The letters by which a spreadsheet calls a column, from 0.
pub(super) fn letter(at: usize) -> String {
    column_number_to_name(u16::try_from(at).unwrap_or(u16::MAX))
}
