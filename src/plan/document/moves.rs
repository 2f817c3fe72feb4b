//! Who moves, and why, in the plan document.

use crate::domain::{Form, Month, SchoolNo, Subject, labelled_enum};
use crate::facts::values::counting_forms;
use crate::facts::{Facts, counts_as_rotation};
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

labelled_enum! {
    /// 调整的性质：是否计为交流轮岗。What a move is: whether it counts as rotation.
    MoveKind {
        Rotation = "rotation" "交流轮岗" "rotation",
        Closing = "closing" "撤并安置" "placed from a closing school",
        Otherwise = "otherwise" "其他调整" "moved otherwise",
    }
}

impl MoveKind {
    /// What a move between two schools under a form is: whoever must leave a closing school does not rotate,
    /// nor does who goes under a form that the policy does not count.
    pub fn of(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo, form: Form) -> Self {
        let counted = facts.book.get(counting_forms::FORMS).contains(&form);
        if facts.roster.school(from).closing {
            Self::Closing
        } else if counted && counts_as_rotation(facts, from, to) {
            Self::Rotation
        } else {
            Self::Otherwise
        }
    }
}

/// 一人的交流轮岗。One move.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MoveDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 姓名。Name.
    pub name: String,
    /// 原学校代码。From this school, by id.
    pub from: String,
    /// 新学年学校代码。To this school, by id.
    pub to: String,
    /// 交流形式。Under which form.
    pub form: Form,
    /// 是否计为交流轮岗。Whether it counts as rotation.
    #[serde(default)]
    #[schemars(with = "String")]
    pub kind: MoveKind,
    /// 主教学科。Main subject.
    pub subject: Subject,
    /// 在新学校的周课时。Weekly periods at the new school.
    pub weekly_periods: i64,
    /// 起始年月。First month.
    pub start: Month,
    /// 结束年月。Last month.
    pub end: Month,
    /// 占全时工作量的百分比。Share of full time, per cent.
    pub share: u32,
    /// 编制随转。The quota place goes with the person.
    pub quota_goes: bool,
    /// 安排周转宿舍床位。A bed is set aside.
    pub bed: bool,
    /// 从住处出发的单程分钟数，住处不明时从现学校出发。
    /// Minutes one way from home, or from the present school when the home is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
    /// 调整理由。What the move serves.
    pub reasons: Vec<Reason>,
}

/// 调整理由。What a move serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 补足空岗：该岗位本校无人可任。She holds a post that nobody at the school could have filled.
    FillsPost,
    /// 与同批其他调整相接替：接替他人或腾出岗位。
    /// Other moves of the plan need hers: she takes over from somebody, or makes room.
    Replaces,
    /// 补足学校未达标的每百名学生教师指标。
    /// She counts for an indicator of staff per hundred pupils that the school falls short of.
    StaffFloor,
    /// 取得申报职称所需的乡村任教年限。She gets the village year for the title she applies for.
    TitleYear,
    /// 计入交流轮岗比例。She counts among the rotated.
    RotationShare,
    /// 计入骨干教师比例。She counts among the backbone teachers rotated.
    BackboneShare,
    /// 本人自愿。She asked to go.
    Volunteer,
    /// 人事部门指定。The officer decided it.
    Pinned,
    /// 原校撤并。Her school closes.
    SchoolCloses,
}

impl Reason {
    /// What the move serves, in both languages.
    pub const fn text(self) -> Text {
        match self {
            Self::FillsPost => Text::new("补足空岗", "fills an empty post"),
            Self::Replaces => Text::new(
                "与同批其他调整相接替",
                "takes over from, or makes room for, somebody who moves too",
            ),
            Self::StaffFloor => Text::new(
                "补足每百名学生教师指标",
                "mends an indicator of staff per hundred pupils",
            ),
            Self::TitleYear => Text::new("取得申报职称所需的任教年限", "gives the title year"),
            Self::RotationShare => Text::new("计入交流轮岗比例", "counts for the rotation share"),
            Self::BackboneShare => Text::new("计入骨干教师比例", "counts for the backbone share"),
            Self::Volunteer => Text::new("本人自愿", "volunteered"),
            Self::Pinned => Text::new("人事部门指定", "decided by the officer"),
            Self::SchoolCloses => Text::new("原校撤并", "the school closes"),
        }
    }
}
