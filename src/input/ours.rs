//! Our own documents among the officer's tables: they are known again and never read as tables.

use super::plan_sheets::{INPUTS, MADE, MOVES};
use super::table::Leaf;
use super::{EXAMPLE_IDS, book};
use crate::text::Text;

/// What a workbook of a plan is called in its properties.
pub const PLAN_BOOK: Text = Text::new("教师交流轮岗方案", "Rotation plan");
/// The tables that are filed.
pub const FILING_BOOK: Text = Text::new("报送备案表", "Filing tables");
/// The lists of each school.
pub const SCHOOLS_BOOK: Text = Text::new("各校教师变动名册", "Changes of staff by school");
/// Scenarios side by side.
pub const COMPARISON_BOOK: Text = Text::new("情景比较", "Scenarios side by side");
/// A trade-off curve.
pub const CURVE_BOOK: Text = Text::new("取值曲线", "Trade-off curve");

/// All of them.
const BOOKS: [Text; 5] = [
    PLAN_BOOK,
    FILING_BOOK,
    SCHOOLS_BOOK,
    COMPARISON_BOOK,
    CURVE_BOOK,
];

/// The sheet of the filing tables that has the very heads of the rotation roll, with those alone whose quota place goes.
pub const TRANSFERS_SHEET: Text =
    Text::new("人事关系调动名册(人社)", "transfers (human resources)");

/// What lists to be posted are called.
const POSTED: [&str; 3] = ["公示", "公告", "posted"];

/// The table of one school in the lists of each school, which names everybody once where she goes and once where she
/// comes from.
pub const SCHOOL_SHEET: Text = Text::new("教师变动名册", "changes of staff");

/// What a workbook of this program is called that is no plan.
pub fn is_no_plan(bytes: &[u8]) -> Option<Text> {
    let mut others = BOOKS.into_iter().filter(|one| *one != PLAN_BOOK);
    others.find(|one| book::is_called(bytes, &[*one]))
}

/// Whether a sheet is one that looks like the roll of a plan and is none.
pub(super) fn is_no_roll(leaf: &Leaf) -> bool {
    let name = leaf.sheet.as_deref().unwrap_or_default().trim();
    let title = leaf.rows.first().and_then(|row| row.cells.first());
    let of_school = |title: &String| {
        let mut ends = [SCHOOL_SHEET.zh, SCHOOL_SHEET.en].into_iter();
        ends.any(|end| title.ends_with(end))
    };
    [TRANSFERS_SHEET.zh, TRANSFERS_SHEET.en].contains(&name) || title.is_some_and(of_school)
}

/// Whether a sheet is the list to be posted, which says again what the roll says.
pub(super) fn is_posted(leaf: &Leaf) -> bool {
    let name = leaf.sheet.as_deref().unwrap_or_default();
    POSTED.iter().any(|word| name.contains(word))
}

/// Whether a sheet or file holds more than heads and the example rows of the template.
pub(super) fn holds_rows(leaf: &Leaf) -> bool {
    let is_example = |cell: &String| {
        let mut marks = [EXAMPLE_IDS.zh, EXAMPLE_IDS.en].into_iter();
        marks.any(|mark| cell.starts_with(mark))
    };
    let rows = leaf.rows.iter().skip(1);
    let mut firsts = rows.filter_map(|row| row.cells.iter().find(|cell| !cell.is_empty()));
    leaf.sheet.is_none() || firsts.any(|first| !is_example(first))
}

/// Whether a file is one of them: by its properties, or, where another program has lost these, by sheets that only
/// the workbook of a plan has.
pub(super) fn is_ours(bytes: &[u8], leaves: &[Leaf]) -> bool {
    let has = |spec: &super::TableSpec| {
        let mut sheets = leaves.iter().filter_map(|leaf| leaf.sheet.as_deref());
        sheets.any(|sheet| [spec.name.zh, spec.name.en].contains(&sheet))
    };
    has(&MADE) || has(&MOVES) && has(&INPUTS) || book::is_called(bytes, &BOOKS)
}
