//! What a head says of its column: the note on it, and the drop-down list below it.

use super::{LISTS, dress};
use crate::blanks;
use crate::domain::SUBJECTS;
use crate::input::{CellKind, Column};
use crate::text::{Lang, Text};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Note, XlsxError,
    utility::column_number_to_name,
};

const MUST: Text = Text::new("必填", "Required");
const MAY: Text = Text::new("选填", "Optional");
const WRITE: Text = Text::new("填写：{how}", "Write: {how}");
const UNIT: Text = Text::new("单位：{unit}", "Unit: {unit}");
const RANGE: Text = Text::new("范围：{least}至{most}", "From {least} to {most}");
const ALLOWED: Text = Text::new("可填：{words}", "Allowed: {words}");
const NOT_LISTED: Text = Text::new(
    "不在可选值中，请从下拉列表中选择。",
    "Not an allowed value: please choose from the list.",
);
const NOT_IN_RANGE: Text = Text::new(
    "应填{least}至{most}的整数。",
    "A whole number from {least} to {most} is expected.",
);
const WRONG: Text = Text::new("请核对", "Please check");

/// Yes or no, as cells say it.
pub(super) const YES: Text = Text::new("是", "yes");
/// No.
pub(super) const NO: Text = Text::new("否", "no");
/// A list as long as Excel takes inside a cell; longer ones stand on the sheet of lists.
const LIST_IN_CELL: usize = 255;
/// The last row to which validations and formats reach, counted from 0.
pub(super) const LAST_ROW: u32 = dress::ROWS - 1;
/// Columns of a note that text may take.
const NOTE_ROOM: usize = 34;

/// The words that a cell of the column may hold, when they are counted.
pub(super) fn allowed(column: &Column, lang: Lang) -> Vec<&'static str> {
    let words: Vec<Text> = match column.kind {
        CellKind::Flag => vec![YES, NO],
        CellKind::Subject | CellKind::Subjects | CellKind::Parts => {
            SUBJECTS.iter().map(|one| one.text).collect()
        }
        kind => kind.choices().iter().map(|one| one.text).collect(),
    };
    words.iter().map(|word| word.get(lang)).collect()
}

/// Whether cells of the column are text for a spreadsheet, so that it changes nothing in them.
pub(super) fn is_text(kind: CellKind) -> bool {
    !matches!(
        kind,
        CellKind::Count(..) | CellKind::Points | CellKind::Degrees
    )
}

/// What the note on a head says.
fn says(column: &Column, lang: Lang) -> String {
    let needed = if column.required { MUST } else { MAY };
    let mut lines = vec![needed.get(lang).to_owned()];
    if column.says != column.head {
        lines.push(column.says.get(lang).to_owned());
    }
    let how = blanks! { how: column.kind.says() };
    lines.push(WRITE.fill(lang, &how));
    if let CellKind::Count(least, most) | CellKind::Counts(least, most) = column.kind {
        lines.push(RANGE.fill(lang, &blanks! { least: least, most: most }));
    }
    if !column.unit.get(lang).is_empty() {
        lines.push(UNIT.fill(lang, &blanks! { unit: column.unit }));
    }
    let allowed = allowed(column, lang);
    if !allowed.is_empty() && !matches!(column.kind, CellKind::Flag) {
        lines.push(ALLOWED.fill(lang, &blanks! { words: allowed }));
    }
    lines.join("\n")
}

/// The note on a head, as large as its words need.
pub(super) fn note(column: &Column, lang: Lang) -> Note {
    let says = says(column, lang);
    let lines = dress::row(dress::lines(&says, NOTE_ROOM));
    Note::new(says)
        .add_author_prefix(false)
        .set_author(env!("CARGO_PKG_NAME"))
        .set_font_name("Calibri")
        .set_font_size(10)
        .set_width(260)
        .set_height(lines.saturating_mul(18).saturating_add(14).min(900))
}

/// What cells below the head are held to; `list` is the column's place on the sheet of lists.
pub(super) fn validation(
    column: &Column,
    list: Option<usize>,
    lang: Lang,
) -> Result<Option<DataValidation>, XlsxError> {
    let held = match column.kind {
        CellKind::Count(least, most) => {
            let (Ok(from), Ok(to)) = (i32::try_from(least), i32::try_from(most)) else {
                return Ok(None);
            };
            let says = NOT_IN_RANGE.fill(lang, &blanks! { least: least, most: most });
            // Warned, not forbidden: a grade may also be written as 七年级.
            DataValidation::new()
                .allow_whole_number(DataValidationRule::Between(from, to))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(says)?
        }
        CellKind::Choice(_) | CellKind::Flag | CellKind::Subject => {
            let words = allowed(column, lang);
            let listed = DataValidation::new();
            let listed = match list.filter(|_| !fits(&words)) {
                Some(at) => listed.allow_list_formula(range(at, words.len(), lang)),
                None => listed.allow_list_strings(&words)?,
            };
            listed.set_error_message(NOT_LISTED.get(lang))?
        }
        _ => return Ok(None),
    };
    Ok(Some(held.set_error_title(WRONG.get(lang))?))
}

/// Whether a list can stand in the cell itself: short, and no word with the mark that splits it.
fn fits(words: &[&str]) -> bool {
    let length: usize = words.iter().map(|one| one.encode_utf16().count() + 1).sum();
    length <= LIST_IN_CELL && !words.iter().any(|one| one.contains(','))
}

/// A list on the sheet of lists.
fn range(at: usize, words: usize, lang: Lang) -> Formula {
    let column = column_number_to_name(dress::col(at));
    let sheet = LISTS.get(lang);
    Formula::new(format!("='{sheet}'!${column}$2:${column}${}", words + 1))
}
