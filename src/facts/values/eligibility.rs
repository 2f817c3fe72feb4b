//! What the policy says for R01 Who may rotate (交流对象).

use crate::domain::{Protection, labelled_enum};
use crate::policy::values;

labelled_enum! {
    /// Whom the plan may move.
    WhoMayMove {
        EligibleOrVolunteer = "eligible_or_volunteer" "符合条件者和自愿者" "eligible or volunteer",
        AnyoneUnprotected = "anyone_unprotected" "无保护情形者均可" "anyone unprotected",
    }
}

labelled_enum! {
    /// What being the only teacher of a subject means.
    SoleTeacher {
        Counts = "counts" "列入符合条件教师，有人接替方可交流" "among the eligible, goes only when replaced",
        Exempt = "exempt" "免交流" "exempt, and not moved",
    }
}

values! {
    "eligibility"
    YEARS_AT_SCHOOL: i64 = "years_at_school"
        "在同一学校任教满几年应交流（年）" "years at one school after which a teacher is due";
    AGE_CAP_MEN: Option<i64> = "age_cap_men"
        "男教师年龄上限（周岁，含）" "highest age of men, in full years";
    AGE_CAP_WOMEN: Option<i64> = "age_cap_women"
        "女教师年龄上限（周岁，含）" "highest age of women, in full years";
    NEAR_RETIREMENT_YEARS: i64 = "near_retirement_years"
        "距退休不足几年免交流（年）" "exempt with fewer years than this to retirement";
    EXEMPT: Vec<Protection> = "exempt" "免交流情形" "reasons in the person that exempt";
    RECENT_ROTATION_YEARS: i64 = "recent_rotation_years"
        "交流期满后几年内不再交流（年）" "years after a rotation in which nobody rotates again";
    MIN_TEACHING_YEARS: Option<i64> = "min_teaching_years"
        "从教满几年方可交流（年）" "years of teaching before anyone rotates";
    NOVICE_YEARS: i64 = "novice_years"
        "从教不满几年为新教师（年）" "a novice has taught for fewer years than this";
    LEADERS_APART: bool = "leaders_apart"
        "校长、副校长另行交流，不列入教师交流"
        "principals and vice-principals are rotated separately";
    LEADERS_DUE_COUNT: bool = "leaders_due_count"
        "另行交流的校长、副校长任期届满的，是否计入符合交流条件的教师"
        "whether principals and vice-principals who are rotated separately count among the eligible once their terms are over";
    SOLE_TEACHER: SoleTeacher = "sole_teacher"
        "本校某学科唯一的教师：" "the only teacher of a subject at a school";
    WHO_MAY_MOVE: WhoMayMove = "who_may_move"
        "可调整人员："
        "whom the plan may move: those who meet the conditions and volunteers, or anyone without protection";
    RETIRE_MEN_MONTHS: i64 = "retire_men_months"
        "男教师原退休年龄（月）" "former retirement age of men, months";
    RETIRE_MEN_STEP: i64 = "retire_men_step"
        "男教师每晚出生几个月延迟一个月（月）"
        "men: one month later for every so many months of birth";
    RETIRE_MEN_EXTRA: i64 = "retire_men_extra"
        "男教师最多延迟（月）" "men: latest by so many months";
    RETIRE_WOMEN_MONTHS: i64 = "retire_women_months"
        "女教师原退休年龄（月）" "former retirement age of women, months";
    RETIRE_WOMEN_STEP: i64 = "retire_women_step"
        "女教师每晚出生几个月延迟一个月（月）"
        "women: one month later for every so many months of birth";
    RETIRE_WOMEN_EXTRA: i64 = "retire_women_extra"
        "女教师最多延迟（月）" "women: latest by so many months";
    RETIRE_REFORM_START: i64 = "retire_reform_start"
        "延迟退休起算年月（年×100＋月，如202501）"
        "first month of the retirement reform (year times 100 plus month, such as 202501)";
}
