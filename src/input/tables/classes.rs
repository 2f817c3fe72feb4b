//! The tables of classes and of expected intake (班级表、招生预测表).

use crate::blanks;
use crate::domain::{ClassGroup, Intake, length};
use crate::input::cells::Cells;
use crate::input::codes;
use crate::input::columns::{CellKind, Column};
use crate::input::fields::{ColumnOf, column, spec};
use crate::input::records::RecordTable;
use crate::input::values::Redact::{Follow, Keep};
use crate::text::Text;

const CLASSES_FIELDS: &[ColumnOf<ClassGroup>] = &[
    column!(ClassGroup.school, "学校代码", "School", Follow)
        .must()
        .also(&["校名", "学校", "学校名称"]),
    column!(ClassGroup.grade, "年级", "Grade", Keep).must(),
    column!(
        ClassGroup.pupils,
        "各班学生数",
        "Pupils of each class",
        Keep
    )
    .within(0, 100)
    .unit("人", "pupils")
    .says(
        "逐班学生数，用分号隔开，如 38;41;40",
        "pupils class by class, split by semicolons, such as 38;41;40",
    )
    .read_by(|cells, column, one| one.pupils = pupils(cells, column.key)),
    ColumnOf::aside(
        Column::may("classes", "班数", "Classes", CellKind::Count(0, 100))
            .unit("个", "classes")
            .also(&["班额数", "班级数", "班級數"])
            .says(
                "未填各班学生数时的班数",
                "number of classes when the pupils of each are not given",
            ),
        |_, _, _| {},
    ),
    ColumnOf::aside(
        Column::may(
            "total_pupils",
            "学生总数",
            "Pupils in all",
            CellKind::Count(0, 5000),
        )
        .unit("人", "pupils")
        .also(&["在校生数", "学生数", "學生數", "人数"])
        .says(
            "未填各班学生数时的学生总数，平均分到各班",
            "pupils in all when those of each class are not given; split evenly",
        ),
        |_, _, _| {},
    ),
];

/// The table of classes (班级表): either the pupils of each class, or classes and pupils together.
pub static CLASSES: RecordTable<ClassGroup> = RecordTable {
    spec: spec!("classes", "班级", "classes", CLASSES_FIELDS)
        .named_by(&["school", "grade"])
        .holds(
            "各校各年级的班数和学生数，每校每年级一行",
            "classes and pupils, one row for each grade of a school",
        )
        .example(
            "\
school,grade,pupils,classes,total_pupils
S1,1,40;38,,
S1,2,39,,
S2,1,30;29,,
S2,2,,1,28
S3,1,9,,",
        ),
    fields: CLASSES_FIELDS,
    blank: ClassGroup::default,
    rows: |roster| &roster.classes,
};

/// The pupils of each class, or classes and pupils in all split evenly; larger classes first.
fn pupils(cells: &mut Cells<'_>, key: &str) -> Vec<u32> {
    let listed = cells.counts(key);
    let (classes, total) = (cells.count("classes"), cells.count("total_pupils"));
    let mut pupils = match (classes, total) {
        _ if !listed.is_empty() || !cells.sound => listed,
        (Some(classes), Some(total)) => ClassGroup::evenly(total, classes),
        (None, Some(total)) if cells.sheet.class_names().is_some() => vec![total],
        _ => {
            let expected = Text::new(
                "各班学生数，或者班数和学生总数",
                "the pupils of each class, or classes and pupils in all",
            );
            cells.tell(&codes::BLANK, key, blanks! { expected: expected });
            Vec::new()
        }
    };
    // Pupils class by class against the numbers stated for all of them together.
    let sum: u32 = pupils.iter().sum();
    let number = length(pupils.len());
    let (total, classes) = (total.unwrap_or(sum), classes.unwrap_or(number));
    if cells.sound && (sum, number) != (total, classes) {
        let blanks = blanks! { sum: sum, listed: number, total: total, classes: classes };
        let odd = if number == classes {
            "total_pupils"
        } else {
            "classes"
        };
        cells.tell(&codes::TOTALS_DISAGREE, odd, blanks);
    }
    pupils.sort_unstable_by(|a, b| b.cmp(a));
    pupils
}

const FORECAST_FIELDS: &[ColumnOf<Intake>] = &[
    column!(Intake.school, "学校代码", "School", Follow)
        .must()
        .also(&["学校", "校名"]),
    column!(Intake.year, "秋季学年", "School year from", Keep)
        .must()
        .within(2000, 2100)
        .also(&["入学年份", "招生年份"])
        .says(
            "学年开始的年份：2027 指 2027 年 9 月开学的学年",
            "calendar year in which the school year begins",
        ),
    column!(Intake.grade, "起始年级", "Entry grade", Keep)
        .must()
        .says(
            "小学填 1，初中填 7，高中填 10",
            "1 for primary, 7 for junior secondary, 10 for senior secondary",
        ),
    column!(Intake.pupils, "预计招生数", "Expected intake", Keep)
        .must()
        .within(0, 5000)
        .unit("人", "pupils")
        .also(&["招生人数", "招生数"])
        .says(
            "预计招收的新生；不再招生的填 0",
            "new pupils expected; 0 when the grade is not opened",
        ),
    column!(Intake.classes, "拟开班数", "Classes planned", Keep)
        .within(0, 100)
        .unit("个", "classes")
        .also(&["招生班数"])
        .says(
            "拟开设的班数；空白时按班额上限取最少班数",
            "classes to be opened; as few as the limit of class sizes lets when blank",
        ),
];

/// The table of expected intake (招生预测表); optional, for planning over several years.
pub static FORECAST: RecordTable<Intake> = RecordTable {
    spec: spec!("forecast", "招生预测", "forecast", FORECAST_FIELDS)
        .optional()
        .named_by(&["school", "year", "grade"])
        .holds("以后各年起始年级预计招生数，用于多年测算；没有的按今年起始年级计", "pupils expected in the entry grades of later years, for several years ahead; as this year where missing")
        .example("\
school,year,grade,pupils,classes
S1,2027,1,76,2
S2,2027,1,52,
S3,2027,1,0,"),
    fields: FORECAST_FIELDS,
    blank: Intake::default,
    rows: |roster| &roster.forecast,
};
