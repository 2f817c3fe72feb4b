//! What the policy says for R42 Worth of a move (调动的价值).

use crate::policy::{Share, values};

values! {
    "move_worth"
    LOAD_AT_LEAST: Share = "load_at_least"
        "调入岗位可任课时至少占标准课时的比例"
        "share of a full load that a mover covers at least on the new post";
}
