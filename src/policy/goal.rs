//! The goals of a plan.

use crate::domain::labelled_enum;
use crate::text::Text;

labelled_enum! {
    /// A goal (目标); the policy says in which order they are reached.
    GoalId {
        Shortfall = "shortfall" "硬性规定的欠额" "shortfall of must-rules",
        EmptyPosts = "empty_posts" "空缺课时" "uncovered periods",
        TitleYears = "title_years" "申报高级职称缺任教年限的人数" "title applicants without the year",
        Gaps = "gaps" "校际差距" "gaps between schools",
        Burden = "burden" "教师负担" "burden on teachers",
        Appointments = "appointments" "符合条件未聘的申报人" "fit applicants without a title post",
        Moves = "moves" "调整人数" "people moved",
        Letters = "letters" "变动的通知书" "letters that change",
        Canonical = "canonical" "唯一性次序" "canonical order",
    }
}

impl GoalId {
    /// The unit in which it is counted.
    pub const fn unit(self) -> Text {
        match self {
            Self::EmptyPosts => Text::new("加权周课时", "weighted weekly periods"),
            Self::Burden => Text::new("负担分", "burden points"),
            Self::Appointments => Text::new("排名分", "ranking points"),
            Self::Shortfall => Text::new("各规定自身的单位", "in the unit of each rule"),
            Self::TitleYears | Self::Gaps | Self::Moves | Self::Letters => {
                Text::new("人", "persons")
            }
            Self::Canonical => Text::new("次序分", "order points"),
        }
    }
}
