//! What the policy says for R33 Itinerant teaching (走教兼课).

use crate::domain::{Class, Subject};
use crate::policy::{Share, values};

values! {
    "itinerant_teaching"
    LOAD_AT_MOST: Share = "load_at_most"
        "周任课（含路途折算）占标准课时量的上限"
        "most of the standard load that lessons and ways may take";
    SCHOOLS_AT_MOST: i64 = "schools_at_most"
        "每人走教学校数上限（所）" "other schools of one person at most";
    HALF_DAYS_AT_MOST: i64 = "half_days_at_most"
        "每人每周走教半天数上限" "half-days a week of one person at most";
    PERIODS_PER_HALF_DAY: i64 = "periods_per_half_day"
        "一个半天最多上几节课" "lessons of a half-day at most";
    MINUTES_AT_MOST: i64 = "minutes_at_most" "走教单程时间上限（分钟）" "minutes one way at most";
    PERIOD_MINUTES: i64 = "period_minutes"
        "路途折算：多少分钟折一课时" "minutes on the road that count as a period";
    INSIDE_DISTRICT: bool = "inside_district"
        "是否只在同一片区内走教" "whether people go inside their district only";
    TO_SCHOOLS: Vec<Class> = "to_schools"
        "走教可到的学校类别" "classes of school to which people go besides their own";
    REMOTE_SCHOOLS: Vec<Class> = "remote_schools"
        "可用远程课程补充的学校类别" "classes of school that may be taught from afar";
    REMOTE_SUBJECTS: Vec<Subject> = "remote_subjects"
        "可用远程课程补充的学科" "subjects that may be taught from afar";
    REMOTE_COUNTS: Share = "remote_counts"
        "远程课程折算为有人承担的比例" "the part for which a remote lesson counts";
}
