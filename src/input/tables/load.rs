//! The table of standard loads (标准周课时量表).

use crate::domain::{LoadLine, Stage};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("stage", "学段", "Stage", CellKind::Choice(choices!(Stage))),
    Column::must("subject", "学科", "Subject", CellKind::Subject),
    Column::must(
        "periods",
        "标准周课时",
        "Weekly periods",
        CellKind::Count(1, 40),
    )
    .unit("节/周", "periods a week")
    .also(&["周课时", "课时"])
    .says(
        "一名专任教师的标准周课时",
        "periods a week of a full-time teacher",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "load",
    name: Text::new("标准课时量", "load"),
    optional: false,
    columns: COLUMNS,
};

/// One line.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<LoadLine> {
    let (stage, subject) = (cells.choice("stage", Stage::find), cells.subject("subject"));
    let periods = cells.count("periods");
    cells.sound.then_some(LoadLine {
        stage: stage?,
        subject: subject?,
        periods: periods?,
    })
}
