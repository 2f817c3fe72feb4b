//! What the policy says for R32 Filled title posts (职称聘任比例).

use crate::policy::{Share, values};

values! {
    "titles_filled"
    SENIOR_AT_LEAST: Option<Share> = "senior_at_least"
        "高级岗位已聘占核定的最低比例（省定）"
        "least share of the senior posts, a provincial number";
    FIRST_AT_LEAST: Option<Share> = "first_at_least"
        "一级（中级）岗位已聘占核定的最低比例（省定）"
        "least share of the first-grade posts, a provincial number";
}
