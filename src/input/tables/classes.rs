//! The table of classes (班级表): either the pupils of each class, or classes and pupils together.

use crate::blanks;
use crate::domain::ClassGroup;
use crate::input::cells::Cells;
use crate::input::codes::cells::BLANK;
use crate::input::columns::{Column, TableSpec};
use crate::input::kinds::CellKind;
use crate::text::Text;

/// Its columns.
pub(in crate::input) const COLUMNS: &[Column] = &[
    Column::must("school", "学校代码", "School", CellKind::School).also(&[
        "校名",
        "学校",
        "学校名称",
    ]),
    Column::must("grade", "年级", "Grade", CellKind::Count(1, 12)),
    Column::may(
        "pupils",
        "各班学生数",
        "Pupils of each class",
        CellKind::Counts(0, 100),
    )
    .unit("人", "pupils")
    .says(
        "逐班学生数，用分号隔开，如 38;41;40",
        "pupils class by class, split by semicolons, such as 38;41;40",
    ),
    Column::may("classes", "班数", "Classes", CellKind::Count(0, 100))
        .unit("个", "classes")
        .also(&["班额数", "班级数", "班級數"])
        .says(
            "未填各班学生数时的班数",
            "number of classes when the pupils of each are not given",
        ),
    Column::may(
        "total_pupils",
        "学生总数",
        "Pupils in all",
        CellKind::Count(0, 5000),
    )
    .unit("人", "pupils")
    .also(&["在校生数", "学生数", "學生數"])
    .says(
        "未填各班学生数时的学生总数，平均分到各班",
        "pupils in all when those of each class are not given; split evenly",
    ),
];

pub(in crate::input) static SPEC: TableSpec = TableSpec {
    key: "classes",
    name: Text::new("班级", "classes"),
    optional: false,
    columns: COLUMNS,
};

/// The classes of one grade.
pub(in crate::input) fn read(cells: &mut Cells<'_>) -> Option<ClassGroup> {
    let (school, grade) = (cells.school("school"), cells.grade("grade"));
    let listed = cells.counts("pupils");
    let (classes, total) = (cells.count("classes"), cells.count("total_pupils"));
    let mut pupils = if listed.is_empty() && cells.sound {
        if let (Some(classes), Some(total)) = (classes, total) {
            ClassGroup::evenly(total, classes)
        } else {
            let expected = Text::new(
                "各班学生数，或者班数和学生总数",
                "the pupils of each class, or classes and pupils in all",
            );
            cells.tell(&BLANK, "pupils", blanks! { expected: expected });
            Vec::new()
        }
    } else {
        listed
    };
    cells.agree(&pupils, classes, total);
    pupils.sort_unstable_by(|a, b| b.cmp(a));
    cells.sound.then_some(ClassGroup {
        school: school?,
        grade: grade?,
        pupils,
    })
}
