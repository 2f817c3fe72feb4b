//! Values of a spreadsheet as the officer sees them.

use calamine::{Data, DataRef, ExcelDateTime};

/// Whole numbers from here on have lost digits: a spreadsheet keeps fifteen.
const EXACT: f64 = 1e15;

/// A value as text; numbers as a spreadsheet shows them, dates as `1987-03-05`.
pub(super) fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_shown(*number),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => time_shown(time),
        DataRef::DateTimeIso(text) => match text.split_once('T') {
            Some((date, time)) if time.bytes().all(|one| matches!(one, b'0' | b':' | b'.')) => {
                date.to_owned()
            }
            _ => text.clone(),
        },
        DataRef::Error(error) => error.to_string(),
    }
}

/// The same value, borrowed.
pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Empty => DataRef::Empty,
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}

/// Fifteen digits, as a spreadsheet keeps them; larger whole numbers in scientific notation, since
/// their last digits are lost.
fn number_shown(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded.abs() < EXACT {
        return format!("{rounded}");
    }
    let short = format!("{rounded:.5e}");
    short.replace('e', "E+")
}

fn time_shown(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return number_shown(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}
