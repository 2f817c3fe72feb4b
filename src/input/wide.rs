//! Tables of classes in other shapes than one row a grade: a column for each grade, with pupils class by class or with
//! the number of classes and of pupils, and rows of single classes that say their grade in the name of the class alone.

use super::codes;
use super::grade_heads::{GradeColumn, columns};
use super::sheet::{Sheet, Sheets};
use super::spelling;
use super::tables::CLASSES;
use crate::blanks;
use crate::finding::{Finding, Findings, Place};

/// No class has more pupils; a larger number under a grade alone is that of the whole grade.
const ONE_CLASS: u32 = 60;

/// Brings a table of classes into the shape in which it is read, which is told.
pub(super) fn unfold(sheets: &mut Sheets, findings: &mut Findings) {
    let Some(sheet) = sheets.get_mut(CLASSES.spec.key) else {
        return;
    };
    if sheet.has("grade") {
        return;
    }
    let columns = columns(&sheet.table.head);
    if !columns.is_empty() {
        let long = long(sheet, &columns);
        let blanks = blanks! { number: long.table.rows.len() };
        findings.push(Finding::new(&codes::CLASS_COLUMNS, blanks).at(sheet.head()));
        *sheet = long;
    } else if let Some(at) = sheet.class_names() {
        grades_of_names(sheet, at);
    }
}

/// A row for each grade of a school that has any pupils.
fn long(sheet: &Sheet, columns: &[GradeColumn]) -> Sheet {
    let mut long = Sheet::bare(&CLASSES.spec);
    long.table.whole = sheet.table.whole.clone();
    let whole_grades = are_whole_grades(sheet, columns);
    for row in sheet.table.rows.iter().filter(|row| !row.slipped) {
        let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
        let mut grades: Vec<u8> = columns.iter().map(|one| one.grade).collect();
        grades.dedup();
        for grade in grades {
            let hers = columns.iter().filter(|one| one.grade == grade);
            let hers = hers.filter(|one| !nothing(cell(one.at)));
            let hers: Vec<&GradeColumn> = hers.collect();
            let Some(first) = hers.first() else { continue };
            let mut cells = vec![
                ("school".to_owned(), sheet.cell(row, "school").to_owned()),
                ("grade".to_owned(), grade.to_string()),
            ];
            cells.extend(hers.iter().map(|one| {
                let whole = one.key == "pupils" && whole_grades;
                let key = if whole { "total_pupils" } else { one.key };
                (key.to_owned(), cell(one.at).to_owned())
            }));
            let place = Place {
                found: Some(cell(first.at).to_owned()),
                ..sheet.table.cell(row.number, first.at)
            };
            long.add_row(&cells, &place);
        }
    }
    long
}

/// Nothing, or none: a grade that a school does not have.
fn nothing(cell: &str) -> bool {
    let none = spelling::whole(cell) == Some(0);
    none || spelling::says_nothing(cell) || spelling::means_nothing(cell)
}

/// Whether the numbers under the grades alone are those of whole grades: beside numbers of classes, or where one is
/// too large for a class; a list is never.
fn are_whole_grades(sheet: &Sheet, columns: &[GradeColumn]) -> bool {
    let bare = columns.iter().filter(|one| one.key == "pupils");
    let cells = bare.flat_map(|one| {
        let rows = sheet.table.rows.iter();
        rows.filter_map(|row| row.cells.get(one.at))
    });
    let cells: Vec<&String> = cells.collect();
    let counted = columns.iter().any(|one| one.key == "classes");
    let listed = cells.iter().any(|cell| spelling::list(cell).len() > 1);
    let large = cells.iter().any(|cell| {
        let number = spelling::whole(cell);
        number.is_some_and(|number| number > i64::from(ONE_CLASS))
    });
    !listed && (counted || large)
}

/// Fills the grade of each row from the name of its class, such as `三（2）班`; one whose name does not say it is blank
/// there, and told as such.
fn grades_of_names(sheet: &mut Sheet, at: usize) {
    let rows = sheet.table.rows.iter().enumerate();
    let found = rows.filter_map(|(no, row)| {
        let name = row.cells.get(at)?;
        let grade = spelling::grade_of_class(name);
        let grade = grade.map(|grade| grade.to_string());
        let place = sheet.table.cell(row.number, at);
        Some((no, grade.unwrap_or_default(), place))
    });
    let found: Vec<(usize, String, Place)> = found.collect();
    for (no, grade, place) in found {
        sheet.set(no, "grade", &grade, &place);
    }
}
