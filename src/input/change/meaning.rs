//! What a word of a cell means, in however many ways it may be written.

use crate::domain::Subject;
use crate::input::columns::{CellKind, Column};
use crate::input::spelling;

/// What a word of a column means, where it may be written in several ways.
pub(in crate::input) fn meaning(column: &Column, word: &str) -> Option<String> {
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
            let mut choices = kind.choices().iter();
            let named = choices.find(|one| one.is_called(word));
            named.map(|one| one.key.to_owned())
        }
    }
}
