//! Which row a change means: the cells by which the rows of each table are told apart.

use crate::domain::Subject;
use crate::input::columns::Column;
use crate::input::kinds::{CellKind, Choice};
use crate::input::leaf::FileRow;
use crate::input::sheet::Sheet;
use crate::input::spelling;

/// The rows that these words name; `*` stands for any word.
pub(super) fn matching(sheet: &Sheet, keys: &[&str], words: &[String]) -> Vec<usize> {
    let is_meant = |row: &FileRow| {
        keys.iter().zip(words).all(|(key, word)| {
            let column = sheet.column(key);
            word == "*" || column.is_some_and(|one| same(one, sheet.cell(row, key), word))
        })
    };
    let rows = sheet.table.rows.iter().enumerate();
    rows.filter(|(_, row)| is_meant(row))
        .map(|(at, _)| at)
        .collect()
}

/// What the rows are called, joined as in a path.
pub(super) fn names(sheet: &Sheet, keys: &[&str]) -> Vec<String> {
    let name = |row| {
        let cells = keys.iter().map(|key| sheet.cell(row, key));
        cells.collect::<Vec<_>>().join(".")
    };
    sheet.table.rows.iter().map(name).collect()
}

/// Whether a cell and a word of a path say the same.
pub(super) fn same(column: &Column, cell: &str, word: &str) -> bool {
    let (one, other) = (spelling::tight(cell), spelling::tight(word));
    one == other || meaning(column, &one).is_some_and(|one| Some(one) == meaning(column, &other))
}

/// What a word of a column means, where it may be written in several ways.
fn meaning(column: &Column, word: &str) -> Option<String> {
    let word = column.respelt(word);
    match column.kind {
        CellKind::Subject => Subject::find(word).map(|one| one.key().to_owned()),
        CellKind::Flag => spelling::flag(word).map(|one| one.to_string()),
        CellKind::Count(..) if column.key == "grade" => {
            let number = spelling::grade(word).map(i64::from);
            let number = number.or_else(|| spelling::whole(word));
            number.map(|one| one.to_string())
        }
        CellKind::Count(..) | CellKind::Points => spelling::whole(word).map(|one| one.to_string()),
        CellKind::Month => match spelling::month(word) {
            Some(spelling::MonthRead::Month(month) | spelling::MonthRead::Serial(month)) => {
                Some(month.to_string())
            }
            _ => None,
        },
        kind => {
            let choices = kind.choices();
            let named =
                |one: &&Choice| one.key == word || one.text.zh == word || one.text.en == word;
            choices.iter().find(named).map(|one| one.key.to_owned())
        }
    }
}
