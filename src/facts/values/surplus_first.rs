//! What the policy says for R11 Surplus first (余缺调剂).

use crate::domain::labelled_enum;
use crate::policy::values;

labelled_enum! {
    /// Between which stages people may move.
    StageMoves {
        Same = "same" "同学段" "same",
        SameOrLower = "same_or_lower" "同学段或由高到低" "same or lower",
        Certificate = "certificate" "按可任教学段" "certificate",
    }
}

values! {
    "surplus_first"
    STAGE_MOVES: StageMoves = "stage_moves"
        "跨学段调动："
        "moves between stages: the same stage, the same or a lower one, or any that may be taught";
    NO_NET_LOSS: bool = "no_net_loss"
        "缺编学科不得净流出" "a subject that is short at a school must not lose people on balance";
    NOT_SURPLUS_MINUTES: i64 = "not_surplus_minutes"
        "从不富余的学科调出一人折算的分钟"
        "minutes that moving somebody out of a subject without surplus counts for";
}
