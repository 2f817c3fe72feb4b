//! What can be said about tables of schools for which people are to be made up.

use crate::finding::Code;

crate::finding::codes! { pub(super),
    NOT_A_TABLE "C401" error
        ["{file}不是能读取的UTF-8表格。", "{file} is not a table in UTF-8."]
        ["请另存为UTF-8编码的CSV后再试。", "Save it as CSV in UTF-8 and try again."];
    NO_COLUMN "C402" error
        ["{file}缺少“{column}”一列。", "{file} has no column {column}."]
        ["请补上这一列。", "Add the column."];
    BAD_CELL "C403" error
        ["“{column}”填的是“{found}”，无法识别。", "{column} is “{found}”, which is not understood."]
        ["请改正这一格。", "Correct the cell."];
    LEFT_OUT "C404" note
        ["{name}（{id}）既无学生也无教师，未纳入方案。", "{name} ({id}) has neither pupils nor teachers and is left out."]
        ["如学校仍在办学，请补填学生数和教师数。", "If it is running, fill in its pupils and teachers."];
    NO_TEACHERS "C405" warning
        ["{name}（{id}）有学生{pupils}人，但教师数为0。", "{name} ({id}) has {pupils} pupils and no teachers."]
        ["学校照原样保留；请核对教师数。", "It is kept as given; check its number of teachers."];
    UNKNOWN_SCHOOL "C406" error
        ["“{found}”不在学校表中。", "{found} is not in the table of schools."]
        ["请核对学校代码。", "Check the id of the school."];
    NO_CLASSES "C407" error
        ["没有班级表，无法得知各年级班数。", "There is no table of classes."]
        ["请用--classes指定班级表。", "Name the table of classes with --classes."];
}

/// Every kind of finding that making up a county can give.
pub const GENERATE_CODES: &[&Code] = CODES;
