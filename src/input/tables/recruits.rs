//! The table of recruits at hand (拟招聘表); optional.

use crate::domain::{Employment, Pool, PoolSource, Stage, Title};
use crate::input::cells::Cells;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::{CellKind, choices};
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("id", "编号", "Id", CellKind::Id).also(&["岗位编号", "岗位代码"]),
    Column::must(
        "employment",
        "用人形式",
        "Employment",
        CellKind::Choice(choices!(Employment)),
    )
    .spelt(&[("编外", "contract"), ("特岗教师", "special_post")]),
    Column::must("stage", "学段", "Stage", CellKind::Choice(choices!(Stage))),
    Column::must("subjects", "可教学科", "Subjects", CellKind::Subjects)
        .also(&["学科"])
        .says(
            "可教学科，主教学科在前",
            "subjects they can teach, main subject first",
        ),
    Column::must("number", "人数", "Number", CellKind::Count(0, 2000))
        .unit("人", "persons")
        .also(&["招聘人数"])
        .says("可招聘人数", "how many"),
    Column::may("title", "职称", "Title", CellKind::Choice(choices!(Title))).says(
        "引进时即聘任的职称；空白为未取得",
        "title to which they are appointed on arrival; blank for none",
    ),
    Column::may(
        "source",
        "来源",
        "Source",
        CellKind::Choice(choices!(PoolSource)),
    )
    .says(
        "新招或外县调回；空白为新招",
        "newly recruited or transferred in; blank: newly recruited",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "recruits",
    name: Text::new("拟招聘", "recruits"),
    optional: true,
    columns: COLUMNS,
};

/// One pool.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<Pool> {
    let (id, employment) = (cells.id("id"), cells.choice("employment", Employment::find));
    let (stage, subjects) = (
        cells.choice("stage", Stage::find),
        cells.subjects("subjects"),
    );
    let number = cells.count("number");
    let title = cells.choice("title", Title::find).unwrap_or(Title::None);
    let source = cells.choice("source", PoolSource::find);
    cells.sound.then_some(Pool {
        id: id?,
        employment: employment?,
        stage: stage?,
        subjects,
        number: number?,
        title,
        source: source.unwrap_or(PoolSource::New),
    })
}
