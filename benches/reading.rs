//! How long a workbook takes to be read and checked, as a ratio within one run: a county of 10,000
//! teachers whose roster has 40 columns, over the time calamine alone needs to walk every cell of
//! the same workbook: at most 3.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints what it measured, and ends when its own input is wrong"
)]

use calamine::{Reader, Xlsx};
use criterion::Criterion;
use lungang::generate::{Options, PlaceKind, generate, write};
use lungang::input::{Documents, TABLES, pages};
use lungang::run::{check, load};
use lungang::text::Lang;
use lungang::workbook::book;
use rust_xlsxwriter::Workbook;
use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;
use std::time::{Duration, Instant};

/// Columns of the roster.
const WIDE: usize = 40;

fn main() {
    let mut criterion = Criterion::default()
        .configure_from_args()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(1))
        .measurement_time(Duration::from_secs(1));
    let bytes = workbook();
    println!("the workbook has {} KB", bytes.len() >> 10);
    let mut documents = Documents::default();
    documents.files.insert("county.xlsx".into(), bytes.clone());
    let walk = measured(&mut criterion, "calamine walks", || walk(&bytes));
    let read = measured(&mut criterion, "read and check", || {
        assert!(check(&documents).ready().is_some());
    });
    println!(
        "reading and checking {:.2} times the walk",
        read.as_secs_f64() / walk.as_secs_f64()
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

/// Measures one job and gives its median.
fn measured(criterion: &mut Criterion, job: &str, mut run: impl FnMut()) -> Duration {
    let mut all = Vec::new();
    criterion.bench_function(job, |bencher| {
        bencher.iter_custom(|times| {
            let start = Instant::now();
            (0..times).for_each(|_| run());
            let taken = start.elapsed();
            all.push(taken / u32::try_from(times).unwrap());
            taken
        });
    });
    all.sort_unstable();
    all.get(all.len() >> 1).copied().unwrap_or_default()
}
