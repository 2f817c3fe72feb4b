//! The table of service (任教经历表).

use crate::domain::{Form, Spell};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("teacher", "工号", "Staff id", CellKind::Teacher).also(&["教师编号", "人员编号"]),
    Column::must("school", "任教学校", "School", CellKind::School).also(&[
        "交流轮岗单位名称",
        "交流单位名称",
        "支教单位名称",
        "学校代码",
    ]),
    Column::must("from", "开始年月", "From", CellKind::Month)
        .also(&["交流开始时间", "支教开始时间"]),
    Column::may("to", "结束年月", "To", CellKind::Month)
        .also(&["交流结束时间", "支教结束时间"])
        .says(
            "最后一个月；空白为仍在继续",
            "last month; blank: still running",
        ),
    Column::may(
        "share",
        "占全职比例",
        "Share of full time",
        CellKind::Count(1, 100),
    )
    .unit("%", "per cent")
    .says(
        "占全职工作量的百分比；空白为 100",
        "share of full time; blank: 100",
    ),
    Column::may("form", "形式", "Form", CellKind::Choice(choices!(Form)))
        .also(&["交流轮岗类型"])
        .spelt(&[
            ("交流", "exchange"),
            ("轮岗", "exchange"),
            ("跟岗", "shadowing"),
        ])
        .says(
            "离开编制所在学校任教的形式；在本校任教的空白",
            "form of a posting away from the quota school; blank: at the quota school",
        ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "service",
    name: Text::new("任教经历", "service"),
    optional: false,
    columns: COLUMNS,
};

/// One spell.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<Spell> {
    let (teacher, school) = (cells.teacher("teacher"), cells.school("school"));
    let (from, to) = (cells.month("from"), cells.month("to"));
    let share = cells.count("share").unwrap_or(100);
    let form = cells.choice("form", Form::find);
    cells.sound.then_some(Spell {
        teacher: teacher?,
        school: school?,
        from: from?,
        to,
        share,
        form,
    })
}
