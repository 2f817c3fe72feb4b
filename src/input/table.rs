//! A table as it stands in a file: heads and rows of trimmed cells, each with its row number.
//! CSV and sheets of a workbook both become a grid of cells first; from there on there is one way.

use super::codes::files;
use super::columns::TableSpec;
use crate::finding::{Finding, Findings, Place};
use crate::words;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As the officer counts it: the first row of the file is 1.
    pub number: usize,
    /// Trimmed cells.
    pub cells: Vec<String>,
    /// Its cells do not stand under their heads: told once, and not read any further.
    pub slipped: bool,
}

/// A table of one file or sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// File name as shown to the officer.
    pub file: String,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Heads of the columns, as written.
    pub head: Vec<String>,
    /// Number of the head row.
    pub head_row: usize,
    /// The rows below the head, wholly blank ones left out.
    pub rows: Vec<Row>,
}

/// How many rows at the top may be titles and notes before the head.
const TITLE_ROWS: usize = 10;
/// Words that open a row of totals.
const TOTALS: &[&str] = &["合计", "总计", "小计", "共计", "total", "sum"];
/// A cell with so many line breaks is taken for a quote that was never closed.
const LINES_IN_CELL: usize = 3;

impl Table {
    /// A table from the bytes of a CSV file; `None` when there is no head row.
    pub fn from_csv(
        file: &str,
        bytes: &[u8],
        spec: &TableSpec,
        findings: &mut Findings,
    ) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let byte = error.valid_up_to() + 1;
                findings.push(
                    Finding::new(&files::NOT_UTF8, words! { byte: byte }).at(Place::file(file)),
                );
                return None;
            }
        };
        let grid = csv_grid(file, text, findings);
        Self::from_grid((file, None), grid, spec, findings)
    }

    /// A table from the cells of a sheet. The head is the row, among the first few, that knows
    /// most columns: real tables often open with a title.
    pub fn from_grid(
        (file, sheet): (&str, Option<&str>),
        mut grid: Vec<Row>,
        spec: &TableSpec,
        findings: &mut Findings,
    ) -> Option<Self> {
        for row in &mut grid {
            for cell in &mut row.cells {
                *cell = trimmed(cell);
            }
        }
        grid.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let known = |row: &Row| {
            row.cells
                .iter()
                .filter(|cell| spec.columns.iter().any(|column| column.is_called(cell)))
                .count()
        };
        let Some(best) = grid.iter().take(TITLE_ROWS).map(known).max() else {
            let facts = words! { table: spec.name };
            findings.push(Finding::new(&files::NO_HEAD, facts).at(Place::file(file)));
            return None;
        };
        let at = grid.iter().position(|row| known(row) == best)?;
        let rows = grid.split_off(at + 1);
        let head = grid.pop()?;
        let mut table = Self {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            head: head.cells.get(..filled(&head.cells))?.to_vec(),
            head_row: head.number,
            rows: Vec::new(),
        };
        for row in rows {
            table.take(row, findings);
        }
        Some(table)
    }

    fn take(&mut self, mut row: Row, findings: &mut Findings) {
        let place = self.place(row.number);
        if let Some(first) = row.cells.iter().find(|cell| !cell.is_empty())
            && TOTALS.contains(&first.to_lowercase().as_str())
        {
            findings.push(Finding::new(&files::TOTALS_ROW, words! { word: first }).at(place));
            return;
        }
        let heads = self.head.len();
        let (filled, written) = (filled(&row.cells), row.cells.len());
        let code = if filled > heads {
            Some(&files::LONG_ROW)
        } else if written < heads && !row.slipped {
            Some(&files::SHORT_ROW)
        } else {
            None
        };
        if let Some(code) = code {
            let facts = words! { cells: filled, heads: heads };
            findings.push(Finding::new(code, facts).at(place));
        }
        row.slipped |= filled > heads;
        row.cells.resize(heads, String::new());
        self.rows.push(row);
    }

    /// A row of this table.
    pub fn place(&self, row: usize) -> Place {
        Place {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row: Some(row),
            ..Place::default()
        }
    }
}

/// How many cells there are up to the last one that is not blank.
fn filled(cells: &[String]) -> usize {
    cells
        .iter()
        .rposition(|cell| !cell.is_empty())
        .map_or(0, |last| last + 1)
}

/// White space, ideographic spaces and invisible marks at both ends say nothing.
fn trimmed(cell: &str) -> String {
    cell.trim_matches(|one: char| one.is_whitespace() || one == '\u{feff}' || one == '\u{200b}')
        .to_owned()
}

/// Every record with the number that a spreadsheet would show: a cell that holds line breaks is
/// still one row, and a blank line is a row.
fn csv_grid(file: &str, text: &str, findings: &mut Findings) -> Vec<Row> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut grid = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut seen) = (1, 0);
    // Text that is UTF-8 and may be ragged gives no error of any other kind.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        let end = byte_of(reader.position()).min(text.len());
        let raw = text.as_bytes().get(seen..end).unwrap_or_default();
        number += raw.iter().take_while(|byte| **byte == b'\n').count();
        seen = end;
        let lines = record.iter().map(|cell| cell.matches('\n').count()).max();
        let lines = lines.unwrap_or(0);
        let slipped = lines >= LINES_IN_CELL;
        if slipped {
            let facts = words! { lines: lines + 1 };
            let place = Place::file(file).at_row(number);
            findings.push(Finding::new(&files::OPEN_QUOTE, facts).at(place));
        }
        let cells = record.iter().map(str::to_owned).collect();
        grid.push(Row {
            number,
            cells,
            slipped,
        });
        number += 1;
    }
    grid
}

fn byte_of(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::schools::SPEC;

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let text = "\u{feff}某县学校一览\r\n学校代码,学校名称\r\n\r\nS1,\"甲\r\n校\"\r\nS2,乙校\u{3000}\r\n合计,2\r\n";
        let mut findings = Findings::default();
        let table = Table::from_csv("a.csv", text.as_bytes(), &SPEC, &mut findings).unwrap();
        assert_eq!((table.head_row, table.head.len()), (2, 2));
        let numbers: Vec<_> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [4, 5]);
        assert_eq!(table.rows[1].cells[1], "乙校");
        assert_eq!(findings.0.len(), 1);
        assert_eq!(findings.0[0].code.id, "I109");
    }
}
