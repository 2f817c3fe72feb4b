//! What the policy says for R25 Staff per hundred pupils (每百名学生拥有的教师).

use crate::domain::Subject;
use crate::policy::{Share, values};

values! {
    "per_pupil_staff"
    DEGREE_PRIMARY: Share = "degree_primary"
        "小学每百名学生拥有高于规定学历（专科及以上）教师数"
        "primary: teachers above the prescribed degree (college) per hundred pupils";
    DEGREE_JUNIOR: Share = "degree_junior"
        "初中每百名学生拥有高于规定学历（本科及以上）教师数"
        "junior secondary: teachers above the prescribed degree (bachelor) per hundred pupils";
    BACKBONE: Share = "backbone"
        "每百名学生拥有县级以上骨干教师数"
        "backbone teachers of the county or above per hundred pupils";
    ARTS: Share = "arts"
        "每百名学生拥有体育、艺术专任教师数" "PE and art teachers per hundred pupils";
    ARTS_SUBJECTS: Vec<Subject> = "arts_subjects"
        "计为体育、艺术的学科" "subjects that count as PE and art";
    PART_TIME_BELOW: i64 = "part_time_below"
        "学生少于此数的乡村学校，兼任体育、艺术的教师也计入（人）"
        "village schools with fewer pupils count part-time teachers of PE and art too";
    POINTS_FROM: i64 = "points_from"
        "学生少于此数的教学点不评估（人）" "teaching points with fewer pupils are not assessed";
    PART_OF_BAR: Share = "part_of_bar"
        "须达到规定数的比例：100% 为全部达到，85% 为未达标的一项允许的下限"
        "share of the bar that is asked for: 100 % for all, 85 % for the one indicator that may fall short";
}
