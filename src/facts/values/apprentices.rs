//! What the policy says for R38 Apprenticeships of recruits (新招教师城区见习).

use crate::domain::Class;
use crate::policy::values;

values! {
    "apprentices"
    OF_SCHOOLS: Vec<Class> = "of_schools"
        "新招教师须先见习的学校类别" "classes of school whose recruits learn first";
    AT_SCHOOLS: Vec<Class> = "at_schools"
        "接收见习的学校类别" "classes of school at which they learn";
    WEAK_TOO: bool = "weak_too"
        "薄弱学校是否也可接收见习" "whether weak schools may take apprentices too";
    MONTHS: i64 = "months" "见习时间（月）" "length of the apprenticeship, months";
    PER_SCHOOL_AT_MOST: i64 = "per_school_at_most"
        "每校接收见习人数上限" "apprentices of one school at most";
}
