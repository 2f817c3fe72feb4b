//! The goals of a plan.

use crate::domain::labelled_enum;
use crate::text::Text;

labelled_enum! {
    /// A goal (目标); the policy says in which order they are reached.
    GoalId {
        Shortfall = "shortfall" "硬性规定的欠额" "shortfall of must-rules",
        EmptyPosts = "empty_posts" "空缺课时" "uncovered periods",
        OpenSubjects = "open_subjects" "未开齐学科" "subjects not opened",
        FarMoves = "far_moves" "路远不值的调动" "moves not worth their way",
        ShareOnly = "share_only" "价值不足的调动" "moves worth too little",
        TitleYears = "title_years" "申报高级职称缺任教年限的人数" "title applicants without the year",
        Gaps = "gaps" "校际差距" "gaps between schools",
        Following = "following" "撤并教师未随学生安置的路程" "way of those placed elsewhere than their pupils",
        OffSubject = "off_subject" "非专任课时" "periods taught off subject",
        Burden = "burden" "教师负担" "burden on teachers",
        Appointments = "appointments" "符合条件未聘的申报人" "fit applicants without a title post",
        Moves = "moves" "调整人数" "people moved",
        Recruits = "recruits" "招聘人数" "recruits",
        Letters = "letters" "变动的通知书" "letters that change",
        Canonical = "canonical" "唯一性次序" "canonical order",
    }
}

/// The order of the shipped national text, by which a goal that an older policy does not name finds
/// its place.
pub(super) const SHIPPED: &[GoalId] = &[
    GoalId::FarMoves,
    GoalId::Following,
    GoalId::ShareOnly,
    GoalId::EmptyPosts,
    GoalId::TitleYears,
    GoalId::Moves,
    GoalId::Recruits,
    GoalId::OpenSubjects,
    GoalId::Gaps,
    GoalId::OffSubject,
    GoalId::Burden,
    GoalId::Appointments,
];

/// Goals that came later: a policy written before them does not name them.
const LATER: &[GoalId] = &[
    GoalId::OpenSubjects,
    GoalId::FarMoves,
    GoalId::ShareOnly,
    GoalId::Recruits,
    GoalId::Following,
    GoalId::OffSubject,
];

impl GoalId {
    /// Whether an order may leave it out.
    pub(super) fn is_later(self) -> bool {
        LATER.contains(&self)
    }

    /// Puts this goal into an order that does not name it: behind the goals that stand before it in
    /// the shipped order. Tells behind which one, if any.
    pub(super) fn settle(self, order: &mut Vec<GoalId>) -> Option<GoalId> {
        let before = SHIPPED.iter().rev().skip_while(|one| **one != self).skip(1);
        let mut places = before.filter_map(|one| order.iter().position(|at| at == one));
        let at = places.next();
        order.insert(at.map_or(0, |at| at + 1), self);
        at.and_then(|at| order.get(at)).copied()
    }

    /// The unit in which it is counted.
    pub const fn unit(self) -> Text {
        match self {
            Self::EmptyPosts => Text::new("加权周课时", "weighted weekly periods"),
            Self::OpenSubjects => Text::new("门", "subjects"),
            Self::OffSubject => Text::new("周课时", "weekly periods"),
            Self::Following => Text::new("单程分钟", "minutes one way"),
            Self::Burden => Text::new("折算分钟", "minutes, converted"),
            Self::Appointments => Text::new("排名分", "ranking points"),
            Self::Shortfall => Text::new("各规定自身的单位", "in the unit of each rule"),
            // Several things may speak against one move.
            Self::ShareOnly => Text::new("处", "points"),
            Self::FarMoves
            | Self::TitleYears
            | Self::Gaps
            | Self::Moves
            | Self::Recruits
            | Self::Letters => Text::new("人", "persons"),
            Self::Canonical => Text::new("次序分", "order points"),
        }
    }
}
