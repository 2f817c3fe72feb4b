//! What the policy says for R42 Worth of a move (调动的价值).

use crate::policy::{Share, values};

values! {
    "move_worth"
    LOAD_AT_LEAST: Share = "load_at_least"
        "调入岗位可任课时至少占标准课时的比例"
        "share of a full load that a mover covers at least on the new post";
    MINUTES_PER_PERIOD: Option<i64> = "minutes_per_period_at_most"
        "每承担一课时，单程至多几分钟（不填表示不限）"
        "minutes one way for each weekly period gained at most, none when left out";
    FAR_MINUTES: i64 = "far_minutes"
        "单程超过几分钟的，只为设专岗学科的岗位调动（分钟）"
        "minutes one way beyond which people are moved only onto posts of a subject with a certificate of its own";
    LODGER_DIVISOR: i64 = "lodger_divisor"
        "住校者每周往返一次，单程分钟按几分之一计"
        "whoever needs a bed goes once a week: the part of the minutes that counts, one in so many";
}
