//! The table of teaching posts stated by the officer (学科岗位表); optional.

use crate::domain::{GivenPost, Stage};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("school", "学校代码", "School", CellKind::School).also(&["学校", "校名"]),
    Column::must("stage", "学段", "Stage", CellKind::Choice(choices!(Stage))),
    Column::must(
        "parts",
        "学科及周课时",
        "Subjects and periods",
        CellKind::Parts,
    )
    .unit("节/周", "periods a week")
    .also(&["subjects"])
    .says(
        "一个岗位承担的学科和周课时，如 音乐:8;美术:8",
        "subjects of one post with weekly periods, such as music:8;art:8",
    ),
    Column::must("number", "岗位数", "Number", CellKind::Count(1, 500))
        .unit("个", "posts")
        .says("同样的岗位有几个", "how many such posts"),
    Column::may("must_open", "必须开齐", "Must open", CellKind::Flag).says(
        "该学科必须开齐开足；空白为否",
        "the subject must be opened; blank: no",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "teaching_posts",
    name: Text::new("学科岗位", "teaching posts"),
    optional: true,
    columns: COLUMNS,
};

/// One kind of post.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<GivenPost> {
    let (school, stage) = (cells.school("school"), cells.choice("stage", Stage::find));
    let (parts, number) = (cells.parts("parts"), cells.count("number"));
    let must_open = cells.flag("must_open", false);
    cells.sound.then_some(GivenPost {
        school: school?,
        stage: stage?,
        parts,
        number: number?,
        must_open,
    })
}
