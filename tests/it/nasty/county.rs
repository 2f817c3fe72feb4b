//! The clean county of `tests/golden/input/base` as sheets of one workbook, to be spoilt one fault
//! at a time.

use lungang::input::{Documents, SETTINGS, TABLES, load_documents};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::path::PathBuf;

/// One cell as a spreadsheet keeps it.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Date(u16, u8, u8),
    /// A formula with the error that it last gave.
    Error(&'static str),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// One sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) merged: Vec<[usize; 4]>,
    pub(super) hidden_rows: Vec<u32>,
    pub(super) hidden_columns: Vec<u16>,
    pub(super) hidden: bool,
    /// Rows that are struck through.
    pub(super) struck: Vec<usize>,
    /// Comments, by row and column.
    pub(super) notes: Vec<(usize, usize, &'static str)>,
}

/// The sheets of a county, by the key of the table.
#[derive(Debug, Clone)]
pub(super) struct County {
    pub(super) sheets: Vec<(&'static str, Sheet)>,
    /// Further files beside the workbook, or instead of a sheet.
    pub(super) files: Vec<(String, Vec<u8>)>,
}

fn base() -> Documents {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests/golden/input/base"]
        .iter()
        .collect();
    load_documents(&[folder]).unwrap()
}

/// Nothing spoilt.
pub(super) fn clean() -> County {
    let base = base();
    let mut county = County {
        sheets: Vec::new(),
        files: Vec::new(),
    };
    let settings = [
        ["项目", "内容"],
        ["标题", "读入测试县"],
        ["英文标题", "Reading test county"],
        ["虚构数据", "是"],
        ["核算日期", "2026-08-31"],
        ["政策", "policy.toml"],
    ];
    let text = |cell: &str| Cell::from(cell);
    let rows = settings
        .iter()
        .map(|row| row.iter().map(|cell| text(cell)).collect())
        .collect();
    county
        .sheets
        .push(("scenario", named(SETTINGS[0].name.zh, rows)));
    // The county as XLS and ODS holds no table of expected intake, which is optional.
    for spec in TABLES.iter().filter(|spec| spec.key != "forecast") {
        let bytes = &base.files[&format!("{}.csv", spec.key)];
        let rows = std::str::from_utf8(bytes).unwrap().lines();
        let rows = rows
            .map(|line| line.split(',').map(text).collect())
            .collect();
        county.sheets.push((spec.key, named(spec.name.zh, rows)));
    }
    county
        .files
        .push(("policy.toml".into(), base.files["policy.toml"].clone()));
    county
}

pub(super) fn named(name: &str, rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet {
        name: name.to_owned(),
        rows,
        ..Sheet::default()
    }
}

impl County {
    pub(super) fn sheet(&mut self, key: &str) -> &mut Sheet {
        &mut self.sheets.iter_mut().find(|one| one.0 == key).unwrap().1
    }

    /// Sets one cell, by the first cell of its row and the head of its column.
    pub(super) fn set(mut self, key: &str, row: &str, head: &str, cell: impl Into<Cell>) -> Self {
        let rows = &mut self.sheet(key).rows;
        let is = |cell: &Cell, word: &str| matches!(cell, Cell::Text(text) if text == word);
        let at = rows[0].iter().position(|cell| is(cell, head)).unwrap();
        let row = rows.iter_mut().find(|cells| is(&cells[0], row)).unwrap();
        row[at] = cell.into();
        self
    }

    /// Renames a head.
    pub(super) fn head(self, key: &str, from: &str, to: &str) -> Self {
        let first = match &self.sheets.iter().find(|one| one.0 == key).unwrap().1.rows[0][0] {
            Cell::Text(text) => text.clone(),
            _ => String::new(),
        };
        self.set(key, &first, from, to)
    }

    /// Adds a column at the end.
    pub(super) fn column(mut self, key: &str, head: &str, cells: &[&str]) -> Self {
        let rows = &mut self.sheet(key).rows;
        for (row, cell) in rows.iter_mut().zip(std::iter::once(&head).chain(cells)) {
            row.push(Cell::from(*cell));
        }
        self
    }

    /// Takes a column away.
    pub(super) fn without(mut self, key: &str, head: &str) -> Self {
        let rows = &mut self.sheet(key).rows;
        let is = |cell: &Cell| matches!(cell, Cell::Text(text) if text == head);
        let at = rows[0].iter().position(is).unwrap();
        for row in rows {
            row.remove(at);
        }
        self
    }

    /// Puts a row in, counted from 0 at the top.
    pub(super) fn row(mut self, key: &str, at: usize, cells: &[&str]) -> Self {
        let row = cells.iter().map(|cell| Cell::from(*cell)).collect();
        self.sheet(key).rows.insert(at, row);
        self
    }

    /// Turns a sheet into a file of its own.
    pub(super) fn into_file(
        mut self,
        key: &str,
        name: &str,
        make: impl Fn(&str) -> Vec<u8>,
    ) -> Self {
        let at = self.sheets.iter().position(|one| one.0 == key).unwrap();
        let (_, sheet) = self.sheets.remove(at);
        let line = |row: &Vec<Cell>| {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                other => format!("{other:?}"),
            });
            cells.collect::<Vec<_>>().join(",")
        };
        let text = sheet.rows.iter().map(line).collect::<Vec<_>>().join("\r\n");
        self.files.push((name.to_owned(), make(&text)));
        self
    }

    /// The documents: one workbook and what lies beside it.
    pub(super) fn documents(&self) -> Documents {
        let mut documents = Documents::default();
        let sheets: Vec<&Sheet> = self.sheets.iter().map(|one| &one.1).collect();
        if !sheets.is_empty() {
            documents.files.insert("全县.xlsx".into(), xlsx(&sheets));
        }
        documents.files.extend(self.files.iter().cloned());
        documents
    }
}

/// A workbook of these sheets.
pub(super) fn xlsx(sheets: &[&Sheet]) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name).unwrap();
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                write(
                    page,
                    u32::try_from(row).unwrap(),
                    u16::try_from(column).unwrap(),
                    cell,
                );
            }
        }
        for [top, left, bottom, right] in &sheet.merged {
            let number = |one: &usize| u32::try_from(*one).unwrap();
            let column = |one: &usize| u16::try_from(*one).unwrap();
            let text = match &sheet.rows[*top][*left] {
                Cell::Text(text) => text.as_str(),
                _ => "",
            };
            page.merge_range(
                number(top),
                column(left),
                number(bottom),
                column(right),
                text,
                &Format::new(),
            )
            .unwrap();
        }
        for row in &sheet.hidden_rows {
            page.set_row_hidden(*row).unwrap();
        }
        for column in &sheet.hidden_columns {
            page.set_column_hidden(*column).unwrap();
        }
        page.set_hidden(sheet.hidden);
        mark(page, sheet);
    }
    book.save_to_buffer().unwrap()
}

/// Strikes rows through, and puts comments on cells.
fn mark(page: &mut Worksheet, sheet: &Sheet) {
    let at =
        |row: usize, column: usize| (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
    let line = Format::new().set_font_strikethrough();
    for row in &sheet.struck {
        for (column, cell) in sheet.rows[*row].iter().enumerate() {
            let (row, column) = at(*row, column);
            if let Cell::Text(text) = cell {
                page.write_string_with_format(row, column, text, &line)
                    .unwrap();
            }
        }
    }
    for (row, column, text) in &sheet.notes {
        let (row, column) = at(*row, *column);
        let note = rust_xlsxwriter::Note::new(*text).set_author("张三");
        page.insert_note(row, column, &note).unwrap();
    }
}

fn write(page: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            page.write_string(row, column, text).unwrap();
        }
        Cell::Number(number) => {
            page.write_number(row, column, *number).unwrap();
        }
        Cell::Date(year, month, day) => {
            let date = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
            let format = Format::new().set_num_format("yyyy\"年\"m\"月\"");
            page.write_datetime_with_format(row, column, date, &format)
                .unwrap();
        }
        Cell::Error(error) => {
            let formula = Formula::new("VLOOKUP(A1,B1:C2,2,0)").set_result(*error);
            page.write_formula(row, column, formula).unwrap();
        }
    }
}
