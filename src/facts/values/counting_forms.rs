//! What the policy says for R05 Forms that count (计入交流的形式).

use crate::domain::Form;
use crate::policy::values;

values! {
    "counting_forms"
    FORMS: Vec<Form> = "forms" "计入交流轮岗的形式" "forms that count as rotation";
    LENGTH_MONTHS: i64 = "length_months"
        "安排的交流时长（月）" "planned length of a posting, months";
    MIN_MONTHS: i64 = "min_months"
        "计入交流的最短时长（月）" "shortest posting that counts, months";
    MIN_SHARE: i64 = "min_share"
        "计入交流的最低工作量（占全时工作量的百分数）"
        "smallest share of full time that counts, per cent";
    SAME_LEGAL_ENTITY: bool = "same_legal_entity"
        "同一法人单位各校区之间的调动是否计入"
        "whether moves between campuses of one legal person count";
}
