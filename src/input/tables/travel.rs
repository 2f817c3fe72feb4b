//! The table of travel times (路程表); optional.

use crate::domain::TravelTime;
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::CellKind;
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("from", "起点学校", "From", CellKind::School),
    Column::must("to", "终点学校", "To", CellKind::School),
    Column::must("minutes", "单程时间", "Minutes", CellKind::Count(0, 600))
        .unit("分钟", "minutes")
        .also(&["分钟"])
        .says("单程时间", "travel time one way"),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "travel",
    name: Text::new("路程", "travel"),
    optional: true,
    columns: COLUMNS,
};

/// One way.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<TravelTime> {
    let (from, to) = (cells.school("from"), cells.school("to"));
    let minutes = cells.count("minutes");
    cells.sound.then_some(TravelTime {
        from: from?,
        to: to?,
        minutes: minutes?,
    })
}
