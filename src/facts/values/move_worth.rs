//! What the policy says for R42 Worth of a move (调动的价值).

use crate::policy::{Share, values};

values! {
    "move_worth"
    LOAD_AT_LEAST: Share = "load_at_least"
        "调入岗位可任课时至少占标准课时的比例"
        "share of a full load that a mover covers at least on the new post";
    GAIN_AT_LEAST: Share = "gain_at_least"
        "一次调动全县净多的课时至少占标准课时的比例，不足的不为补岗而调"
        "share of a full load that the county gains by a move at least: nobody is moved for a post that brings less";
    MINUTES_PER_PERIOD: Option<i64> = "minutes_per_period_at_most"
        "每承担一课时，单程至多几分钟（不填表示不限）"
        "minutes one way for each weekly period gained at most, none when left out";
    FAR_MINUTES: i64 = "far_minutes"
        "单程超过几分钟为路远：须承担更多课时，且只从城镇、优质学校调往农村、薄弱学校（分钟）"
        "minutes one way beyond which a way is far: more periods are asked for, and only who goes from a town or good school to a village or weak one is moved";
    FAR_LOAD_AT_LEAST: Share = "far_load_at_least"
        "路远的，调入岗位可任课时至少占标准课时的比例"
        "share of a full load that a mover covers at least on the new post when the way is far";
    UPWARD_MINUTES: i64 = "upward_minutes"
        "从农村、薄弱学校调往城镇、优质学校，单程至多几分钟（分钟）"
        "minutes one way at most from a village or weak school to a town or good one";
    OWN_STAFF_FIRST: bool = "own_staff_first"
        "本校同学科教师有富余的不再调入"
        "whether nobody is moved to a school for a subject of which it has people to spare";
    LODGER_DIVISOR: i64 = "lodger_divisor"
        "住校者每周往返一次，单程分钟按几分之一计"
        "whoever needs a bed goes once a week: the part of the minutes that counts, one in so many";
}
