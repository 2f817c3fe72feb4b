//! What the policy says for R31 Title posts (职称岗位).

use crate::domain::{Class, labelled_enum};
use crate::policy::{Share, values};

labelled_enum! {
    /// Of what the reserve is a share.
    ReserveBase {
        County = "county" "全县（市）高级岗位总量" "county",
        School = "school" "各校分别计算" "school",
    }
}

labelled_enum! {
    /// How a part of a post is rounded.
    Rounding {
        Nearest = "nearest" "四舍五入" "nearest",
        Down = "down" "舍去" "down",
        Up = "up" "进一" "up",
    }
}

labelled_enum! {
    /// By what applicants are ranked.
    RankBy {
        FrontLine = "front_line" "一线教师在前" "front line",
        Backbone = "backbone" "骨干级别高的在前" "backbone",
        VillageMonths = "village_months" "基层任教月数多的在前" "village months",
        HeldLongest = "held_longest" "取得现职称早的在前" "held longest",
    }
}

values! {
    "title_posts"
    POOLED: bool = "pooled"
        "岗位是否由县（市）统筹、每年重新分配到校；否则以各校核定数为限"
        "whether the county pools the posts and gives them to schools anew every year; else each school keeps its own";
    RESERVE_SHARE: Option<Share> = "reserve_share"
        "高级岗位中统筹用于交流轮岗教师晋升的比例"
        "share of the senior posts that is set apart for rotated teachers";
    RESERVE_BASE: ReserveBase = "reserve_base"
        "统筹比例的基数："
        "of what the share is taken: all senior posts of the county, or those of each school";
    RESERVE_ROUNDING: Rounding = "reserve_rounding"
        "统筹岗位不足一个时的取整办法：" "how a part of a post is rounded: nearest, down or up";
    SPECIAL_SCHOOLS: Vec<Class> = "special_schools"
        "引进有职称人员可用特设岗位（不占岗位总量）的学校类别"
        "classes of school at which recruits with a title come on special posts outside the totals";
    OUTSIDE_YEARS: Option<i64> = "outside_years"
        "在规定类别学校任教满多少年，晋升不受岗位数限制"
        "years at the listed schools after which a rise needs no post";
    OUTSIDE_SCHOOLS: Vec<Class> = "outside_schools"
        "计入上述年限的学校类别" "classes of school at which those years count";
    ORDER: Vec<RankBy> = "order"
        "聘任排名依次比较：" + "；仍相同的抽签"
        "what places are decided by, in this order: front-line teachers, backbone grade, months at village schools, longest in the present title; then by lot";
    APPROVED_YEAR: Option<i64> = "approved_year"
        "岗位总量核定年份" "year in which the totals were approved";
    CYCLE_YEARS: Option<i64> = "cycle_years"
        "岗位总量每几年核定一次" "for how many years the totals are approved";
}
