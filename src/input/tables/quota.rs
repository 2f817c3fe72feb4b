//! The table of county quotas (县域编制总量表).

use crate::domain::{QuotaTotal, Stage};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("stage", "学段", "Stage", CellKind::Choice(choices!(Stage))),
    Column::must("heads", "编制总量", "Heads", CellKind::Count(0, 50_000))
        .unit("人", "heads")
        .also(&["核定编制数", "编制数"])
        .says(
            "本县该学段核定编制总量",
            "approved staff quota of the county for the stage",
        ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "quota",
    name: Text::new("编制总量", "quota"),
    optional: false,
    columns: COLUMNS,
};

/// One stage.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<QuotaTotal> {
    let (stage, heads) = (cells.choice("stage", Stage::find), cells.count("heads"));
    cells.sound.then_some(QuotaTotal {
        stage: stage?,
        heads: heads?,
    })
}
