//! The table of the curriculum (课程计划表).

use crate::domain::GridLine;
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::CellKind;
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("grade", "年级", "Grade", CellKind::Count(1, 12)),
    Column::must("subject", "学科", "Subject", CellKind::Subject),
    Column::must(
        "periods",
        "周课时",
        "Weekly periods",
        CellKind::Count(0, 40),
    )
    .unit("节/周", "periods a week")
    .says("每个班每周的课时", "periods a week of one class"),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "grid",
    name: Text::new("课程计划", "grid"),
    optional: false,
    columns: COLUMNS,
};

/// One line.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<GridLine> {
    let (grade, subject) = (cells.grade("grade"), cells.subject("subject"));
    let periods = cells.count("periods");
    cells.sound.then_some(GridLine {
        grade: grade?,
        subject: subject?,
        periods: periods?,
    })
}
