//! What the policy says for R23 Class sizes (班额).

use crate::domain::{Class, labelled_enum};
use crate::policy::{Share, values};

labelled_enum! {
    /// What the yearly share is of.
    RemoveOf {
        Base = "base" "基准年存量" "base",
        Remaining = "remaining" "上年存量" "remaining",
    }
}

values! {
    "class_sizes"
    PRIMARY_AT_MOST: i64 = "primary_at_most"
        "小学班额上限（人）" "pupils of a primary class at most";
    JUNIOR_AT_MOST: i64 = "junior_at_most"
        "初中班额上限（人）" "pupils of a junior secondary class at most";
    SENIOR_AT_MOST: Option<i64> = "senior_at_most"
        "高中班额上限（人）" "pupils of a senior secondary class at most";
    SCHOOLS: Vec<Class> = "schools"
        "适用学校类别" + "（全县为 city, town, village；只管城区时写 city）"
        "classes of school concerned (city, town, village for the whole county)";
    LARGE_FROM: i64 = "large_from" "大班额起点（人）" "pupils from which a class is large";
    SUPER_FROM: i64 = "super_from" "超大班额起点（人）" "pupils from which a class is super-large";
    CROWDED_FROM: i64 = "crowded_from"
        "临近大班额起点（人）" "pupils from which a class is crowded";
    CROWDED_TO: i64 = "crowded_to" "临近大班额终点（人）" "pupils up to which a class is crowded";
    LARGE_SHARE_AT_MOST: Option<Share> = "large_share_at_most"
        "大班额（含超大班额）占全部班级的最高比例"
        "largest share of large classes, super-large ones included, in all classes";
    SUPER_SHARE_AT_MOST: Option<Share> = "super_share_at_most"
        "超大班额占全部班级的最高比例" "largest share of super-large classes in all classes";
    CROWDED_SHARE_AT_MOST: Option<Share> = "crowded_share_at_most"
        "临近大班额占全部班级的最高比例" "largest share of crowded classes in all classes";
    NO_NEW_LARGE: bool = "no_new_large"
        "大班额零增量：不多于上年" "no more large classes than last year";
    LAST_LARGE: Option<i64> = "last_large" "上年大班额班数（个）" "large classes of last year";
    BASE_YEAR: Option<i64> = "base_year"
        "基准年（学年开始的年份）" "base year: the one in which its school year began";
    BASE_LARGE: Option<i64> = "base_large"
        "基准年大班额班数（个）" "large classes of the base year";
    BASE_SUPER: Option<i64> = "base_super"
        "基准年超大班额班数（个）" "super-large classes of the base year";
    REMOVE_LARGE_YEARLY: Option<Share> = "remove_large_yearly"
        "大班额每年至少消除的比例" "share of the large classes that goes each year";
    REMOVE_OF: RemoveOf = "remove_of"
        "逐年消除的基数："
        "what the yearly share is of: the stock of the base year, or that of last year";
    REMOVE_SUPER: Option<Share> = "remove_super"
        "超大班额已消除数占基准年存量的最低比例"
        "share of the base year's super-large classes that must be gone";
}
