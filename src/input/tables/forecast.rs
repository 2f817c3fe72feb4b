//! The table of expected intake (招生预测表); optional, for planning over several years.

use crate::domain::Intake;
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::CellKind;
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("school", "学校代码", "School", CellKind::School).also(&["学校", "校名"]),
    Column::must(
        "year",
        "秋季学年",
        "School year from",
        CellKind::Count(2000, 2100),
    )
    .also(&["入学年份", "招生年份"])
    .says(
        "学年开始的年份：2027 指 2027 年 9 月开学的学年",
        "calendar year in which the school year begins",
    ),
    Column::must("grade", "起始年级", "Entry grade", CellKind::Count(1, 12)).says(
        "小学填 1，初中填 7，高中填 10",
        "1 for primary, 7 for junior secondary, 10 for senior secondary",
    ),
    Column::must(
        "pupils",
        "预计招生数",
        "Expected intake",
        CellKind::Count(0, 5000),
    )
    .unit("人", "pupils")
    .also(&["招生人数", "招生数"])
    .says(
        "预计招收的新生；不再招生的填 0",
        "new pupils expected; 0 when the grade is not opened",
    ),
    Column::may(
        "classes",
        "拟开班数",
        "Classes planned",
        CellKind::Count(0, 100),
    )
    .unit("个", "classes")
    .also(&["招生班数"])
    .says(
        "拟开设的班数；空白时按班额上限取最少班数",
        "classes to be opened; as few as the limit of class sizes lets when blank",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "forecast",
    name: Text::new("招生预测", "forecast"),
    optional: true,
    columns: COLUMNS,
};

/// One entry grade of one year.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<Intake> {
    let (school, year) = (cells.school("school"), cells.count("year"));
    let (grade, pupils) = (cells.grade("grade"), cells.count("pupils"));
    let classes = cells.count("classes");
    cells.sound.then_some(Intake {
        school: school?,
        year: year?,
        grade: grade?,
        pupils: pupils?,
        classes,
    })
}
