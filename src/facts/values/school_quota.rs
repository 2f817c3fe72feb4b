//! What the policy says for R06 School quota (学校编制).

use crate::domain::labelled_enum;
use crate::policy::{Share, values};

labelled_enum! {
    /// How pupil and class ratio are combined.
    Combine {
        MaxSmall = "max_small" "小规模学校取高者，其他学校按师生比" "max small",
        Pupils = "pupils" "只按师生比" "pupils",
        Class = "class" "只按班师比" "class",
        Max = "max" "取高者" "max",
        Sum = "sum" "相加" "sum",
    }
}

labelled_enum! {
    /// Where the quota of a school comes from.
    QuotaSplit {
        ByRule = "by_rule" "按标准分配" "by rule",
        InForce = "in_force" "沿用现行核定数" "in force",
    }
}

values! {
    "school_quota"
    PUPILS_PER_STAFF_PRIMARY: Share = "pupils_per_staff_primary"
        "小学每名教职工对应学生数" "primary pupils per member of staff";
    PUPILS_PER_STAFF_JUNIOR: Share = "pupils_per_staff_junior"
        "初中每名教职工对应学生数" "junior secondary pupils per member of staff";
    PUPILS_PER_STAFF_SENIOR: Share = "pupils_per_staff_senior"
        "高中每名教职工对应学生数" "senior secondary pupils per member of staff";
    STAFF_PER_CLASS: Share = "staff_per_class" "每班教职工数" "members of staff per class";
    SMALL_BELOW: i64 = "small_below"
        "学生数不足几人为小规模学校（人）" "a small school has fewer pupils than this";
    COMBINE: Combine = "combine"
        "师生比与班师比的结合："
        "how pupil and class ratio are combined: the larger one at small schools only, pupils only, classes only, the larger one, the sum";
    SMALL_AS_HUNDRED: bool = "small_as_hundred"
        "不足100人的学校按100人核编"
        "schools with fewer than 100 pupils are reckoned as having 100";
    BOARDERS_PER_STAFF: Option<i64> = "boarders_per_staff"
        "每多少名寄宿生增加1名教职工（人）" "boarders for each additional member of staff";
    SPLIT: QuotaSplit = "split" "各校编制：" "quota of schools: split by the rule, or as in force";
    QUOTA_GOES: bool = "quota_goes"
        "交流时人事关系（编制）随人调动" "the quota place goes with the person";
    SPECIAL_POSTS_HOLD: bool = "special_posts_hold"
        "特岗教师占用编制" "state special posts take a place of the quota";
    APPROVED_YEAR: Option<i64> = "approved_year"
        "编制总量最近一次核定的年份" "year in which the quota totals were last approved";
    CYCLE_YEARS: Option<i64> = "cycle_years"
        "编制总量每几年核定一次（年）" "years for which an approval of the quota totals holds";
}
