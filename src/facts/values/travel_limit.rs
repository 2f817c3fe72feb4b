//! What the policy says for R16 Travel limit (通勤上限).

use crate::policy::{Share, values};

values! {
    "travel_limit"
    MINUTES_AT_MOST: i64 = "minutes_at_most"
        "不住宿教师单程通勤上限（分钟）" "most minutes one way without a bed";
    NEVER_FAR_MINUTES: i64 = "never_far_minutes"
        "孕期、哺乳期教师单程通勤上限（分钟），有无宿舍均适用"
        "most minutes one way for the pregnant and nursing, bed or not";
    ROAD_FACTOR: Share = "road_factor"
        "道路里程与直线距离之比，用于按坐标估算路程"
        "road distance over straight distance, where minutes are reckoned from coordinates";
    KM_PER_HOUR: i64 = "km_per_hour"
        "平均车速（公里/小时），用于按坐标估算时间"
        "average speed (km per hour), where minutes are reckoned from coordinates";
    UNKNOWN_IS_FAR: bool = "unknown_is_far"
        "路程不明的是否按超过上限处理" "whether a way of unknown length is taken as too far";
}
