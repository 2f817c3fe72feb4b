//! What can be said about tables of schools for which people are to be made up.

use crate::finding::{Code, Severity};
use crate::text::Text;

/// The file cannot be read as a table.
pub(super) static NOT_A_TABLE: Code = Code {
    id: "C401",
    severity: Severity::Error,
    says: Text::new(
        "{file}不是能读取的UTF-8表格。",
        "{file} is not a table in UTF-8.",
    ),
    help: Text::new(
        "请另存为UTF-8编码的CSV后再试。",
        "Save it as CSV in UTF-8 and try again.",
    ),
};

/// A column is missing.
pub(super) static NO_COLUMN: Code = Code {
    id: "C402",
    severity: Severity::Error,
    says: Text::new(
        "{file}缺少“{column}”一列。",
        "{file} has no column {column}.",
    ),
    help: Text::new("请补上这一列。", "Add the column."),
};

/// A cell cannot be understood.
pub(super) static BAD_CELL: Code = Code {
    id: "C403",
    severity: Severity::Error,
    says: Text::new(
        "“{column}”填的是“{found}”，无法识别。",
        "{column} is “{found}”, which is not understood.",
    ),
    help: Text::new("请改正这一格。", "Correct the cell."),
};

/// A listed school with neither pupils nor teachers.
pub(super) static LEFT_OUT: Code = Code {
    id: "C404",
    severity: Severity::Note,
    says: Text::new(
        "{name}（{id}）既无学生也无教师，未纳入方案。",
        "{name} ({id}) has neither pupils nor teachers and is left out.",
    ),
    help: Text::new(
        "如学校仍在办学，请补填学生数和教师数。",
        "If it is running, fill in its pupils and teachers.",
    ),
};

/// A school with pupils and nobody to teach them.
pub(super) static NO_TEACHERS: Code = Code {
    id: "C405",
    severity: Severity::Warning,
    says: Text::new(
        "{name}（{id}）有学生{pupils}人，但教师数为0。",
        "{name} ({id}) has {pupils} pupils and no teachers.",
    ),
    help: Text::new(
        "学校照原样保留；请核对教师数。",
        "It is kept as given; check its number of teachers.",
    ),
};

/// Classes of a school that is not in the table of schools.
pub(super) static UNKNOWN_SCHOOL: Code = Code {
    id: "C406",
    severity: Severity::Error,
    says: Text::new(
        "“{found}”不在学校表中。",
        "{found} is not in the table of schools.",
    ),
    help: Text::new("请核对学校代码。", "Check the id of the school."),
};

/// Classes are not known.
pub(super) static NO_CLASSES: Code = Code {
    id: "C407",
    severity: Severity::Error,
    says: Text::new(
        "没有班级表，无法得知各年级班数。",
        "There is no table of classes.",
    ),
    help: Text::new(
        "请用--classes指定班级表。",
        "Name the table of classes with --classes.",
    ),
};

/// Every kind of finding that making up a county can give.
pub const GENERATE_CODES: &[&Code] = &[
    &NOT_A_TABLE,
    &NO_COLUMN,
    &BAD_CELL,
    &LEFT_OUT,
    &NO_TEACHERS,
    &UNKNOWN_SCHOOL,
    &NO_CLASSES,
];
