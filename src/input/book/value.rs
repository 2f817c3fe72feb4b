//! Values of a spreadsheet as the officer sees them.

use calamine::{DataType, ExcelDateTime};

/// Whole numbers from here on have lost digits: a spreadsheet keeps fifteen.
const EXACT: f64 = 1e15;

/// A value as text; numbers as a spreadsheet shows them, dates as `1987-03-05`.
pub(super) fn shown(value: &impl DataType) -> String {
    if let Some(text) = value.get_string().or_else(|| value.get_duration_iso()) {
        text.to_owned()
    } else if let Some(number) = value.get_int() {
        number.to_string()
    } else if let Some(number) = value.get_float() {
        number_shown(number)
    } else if let Some(flag) = value.get_bool() {
        if flag { "TRUE" } else { "FALSE" }.to_owned()
    } else if let Some(time) = value.get_datetime() {
        time_shown(time)
    } else if let Some(text) = value.get_datetime_iso() {
        let is_midnight = |time: &str| time.bytes().all(|one| matches!(one, b'0' | b':' | b'.'));
        let date = text.split_once('T').filter(|(_, time)| is_midnight(time));
        date.map_or(text, |(date, _)| date).to_owned()
    } else {
        let error = value.get_error();
        error.map_or_else(String::new, ToString::to_string)
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

fn time_shown(time: ExcelDateTime) -> String {
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
