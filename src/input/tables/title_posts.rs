//! The table of title posts (职称岗位表); optional.

use crate::domain::{Title, TitlePost};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("school", "学校代码", "School", CellKind::School).also(&["学校", "校名"]),
    Column::must("grade", "职称", "Title", CellKind::Choice(choices!(Title)))
        .also(&["岗位等级"])
        .spelt(&[
            ("正高级", "full_senior"),
            ("高级", "senior"),
            ("一级", "first"),
            ("二级", "second"),
            ("三级", "third"),
        ]),
    Column::must(
        "approved",
        "核定岗位数",
        "Approved",
        CellKind::Count(0, 2000),
    )
    .unit("个", "posts")
    .says("核定的岗位数", "approved posts"),
    Column::must("filled", "已聘岗位数", "Filled", CellKind::Count(0, 2000))
        .unit("个", "posts")
        .says("已聘用的岗位数", "filled posts"),
    Column::may(
        "reserve_filled",
        "其中统筹岗位",
        "From the reserve",
        CellKind::Count(0, 2000),
    )
    .unit("个", "posts")
    .says(
        "已聘岗位中使用县（市）统筹岗位的个数",
        "filled posts that came from the reserve for rotated teachers",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "title_posts",
    name: Text::new("职称岗位", "title posts"),
    optional: true,
    columns: COLUMNS,
};

/// Posts of one grade at one school.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<TitlePost> {
    let (school, grade) = (cells.school("school"), cells.choice("grade", Title::find));
    let (approved, filled) = (cells.count("approved"), cells.count("filled"));
    let reserve_filled = cells.count("reserve_filled").unwrap_or(0);
    cells.sound.then_some(TitlePost {
        school: school?,
        grade: grade?,
        approved: approved?,
        filled: filled?,
        reserve_filled,
    })
}
