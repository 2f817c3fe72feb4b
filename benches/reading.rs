//! How long a workbook takes to be read and checked, as a ratio within one run: a county of 10,000
//! teachers whose roster has 40 columns, over the time calamine alone needs to walk every cell of
//! the same workbook: at most 3.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints what it measured, and ends when its own input is wrong"
)]

mod measured;

use calamine::{Reader, Xlsx};
use lungang::generate::{Options, PlaceKind, generate, write};
use lungang::input::{Documents, TABLES, pages};
use lungang::run::{check, load};
use lungang::text::Lang;
use lungang::workbook::book;
use measured::{criterion, measured, ratio};
use rust_xlsxwriter::Workbook;
use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;

/// Columns of the roster.
const WIDE: usize = 40;

fn main() {
    let mut criterion = criterion();
    let bytes = workbook();
    println!("the workbook has {} KB", bytes.len() >> 10);
    let mut documents = Documents::default();
    documents.files.insert("county.xlsx".into(), bytes.clone());
    let walk = measured(&mut criterion, "calamine walks", "10000", || walk(&bytes));
    let read = measured(&mut criterion, "read and check", "10000", || {
        assert!(check(&documents).ready().is_some());
    });
    println!(
        "reading and checking {:.2} times the walk",
        ratio(read, walk)
    );
    criterion.final_summary();
}

/// Every cell of every sheet.
fn walk(bytes: &[u8]) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).unwrap();
        while let Some(cell) = cells.next_cell().unwrap() {
            black_box(cell);
        }
    }
}

/// A made-up county as one workbook; the roster is filled up with columns of no use.
fn workbook() -> Vec<u8> {
    let options = Options {
        teachers: 10_000,
        schools: 200,
        ..Options::of(PlaceKind::National)
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-reading");
    write(&generate(&options), &folder).unwrap();
    let pages = pages(&load(&[folder]).unwrap()).0;
    assert!(book(&pages, Lang::Zh).is_ok());
    let mut file = Workbook::new();
    for page in &pages {
        let sheet = file.add_worksheet();
        sheet.set_name(page.spec.name.zh).unwrap();
        let heads = page
            .spec
            .columns
            .iter()
            .map(|column| column.head.zh.to_owned());
        let rows = std::iter::once(heads.collect::<Vec<_>>()).chain(page.rows.iter().cloned());
        let is_roster = TABLES
            .iter()
            .any(|spec| spec.key == "teachers" && spec.key == page.spec.key);
        for (row, mut cells) in rows.enumerate() {
            let wide = if is_roster { WIDE } else { cells.len() };
            let more = cells.len()..wide;
            cells.extend(more.map(|no| format!("备用{no}")));
            for (column, cell) in cells.iter().enumerate().filter(|one| !one.1.is_empty()) {
                let at = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                sheet.write_string(at.0, at.1, cell).unwrap();
            }
        }
    }
    file.save_to_buffer().unwrap()
}
