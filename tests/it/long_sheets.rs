//! Sheets of large counties: what is kept of them fits into cells, and no text makes a workbook impossible.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use lungang::input::shown_marks;
use lungang::print::Table;
use lungang::print::xlsx::{Around, workbook};
use lungang::text::{Lang, Text};
use std::io::Cursor;

/// Longest text of a cell.
const CELL: usize = 32_767;

fn book(tables: &[Table]) -> Vec<u8> {
    let around = Around {
        year: String::new(),
        left: String::new(),
        right: String::new(),
        foot: String::new(),
        lang: Lang::Zh,
    };
    workbook(Text::new("方案", "plan"), &around, tables).unwrap()
}

#[test]
fn marks_of_thousands_of_rows_fit_into_cells() {
    for rows in [1, 1_499, 1_500, 1_501, 5_000] {
        let people: Vec<usize> = (0..rows).collect();
        let table = Table::new(("人员", "people"))
            .each(&people)
            .words(("姓名", "Name"), |no| format!("某人{no}"))
            .words(("说明", "Remark"), |_| "在岗")
            .done();
        let lines = shown_marks(&book(&[table]));
        let marks = lines.iter().filter_map(|line| line.rsplit_once(" = "));
        let marks: usize = marks.map(|(_, marks)| marks.split(' ').count()).sum();
        assert!(marks >= rows, "{marks} of {rows}");
        for line in lines {
            assert!(line.encode_utf16().count() <= CELL, "{rows} rows");
        }
    }
}

#[test]
fn a_text_that_no_cell_can_hold_is_cut_and_shows_it() {
    for (text, cut) in [
        ("长".repeat(CELL), false),
        ("长".repeat(CELL + 1), true),
        // Characters that count as two.
        ("𠮷".repeat(CELL), true),
    ] {
        let table = Table::new(("说明", "remarks"))
            .each(&[()])
            .words(("姓名", "Name"), |()| "某人")
            .words(("说明", "Remark"), |()| text.clone())
            .done();
        let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(book(&[table]))).unwrap();
        let (_, sheet) = read.worksheets().remove(0);
        let shown = sheet.used_cells().find_map(|(_, _, cell)| match cell {
            Data::String(text) if text.chars().count() > 1_000 => Some(text.clone()),
            _ => None,
        });
        let shown = shown.unwrap();
        assert!(shown.encode_utf16().count() <= CELL);
        assert_eq!(shown.ends_with('…'), cut);
        assert!(text.starts_with(shown.trim_end_matches('…')));
    }
}
