//! Who moves, and why, in the plan document.

use super::{LossDoc, PickedDoc};
use crate::domain::{Form, Month, Subject, labelled_enum};
use crate::facts::placed::WhyThere;
use crate::facts::values::counting_forms;
use crate::facts::{Facts, PlannedMove, counts_as_rotation};
use crate::input::plan_sheets::PLACED_FOR_GOOD;
use crate::print::Phrase;
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
    /// What a move is: whoever must leave a closing school does not rotate, nor does who goes under a form that the
    /// policy does not count.
    pub fn of(facts: &Facts<'_>, one: &PlannedMove) -> Self {
        let counted = one.is_under(&facts.book.get(counting_forms::FORMS));
        if facts.must_leave(one.teacher) {
            Self::Closing
        } else if counted && counts_as_rotation(facts, one.from, one.to) {
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
    /// 交流形式；撤并安置的不列。Under which form; absent of who is placed from a closing school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// 是否计为交流轮岗。Whether it counts as rotation.
    #[serde(default)]
    pub kind: MoveKind,
    /// 主教学科。Main subject.
    pub subject: Subject,
    /// 在新学校的周课时。Weekly periods at the new school.
    pub weekly_periods: i64,
    /// 起始年月。First month.
    pub start: Month,
    /// 结束年月；撤并安置不设期限，不列。Last month; absent of who is placed from a closing school, for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Month>,
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
    /// 撤并安置到该校的原因。Why placed at this school; of who is placed from a closing school.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why_there: Vec<WhyThere>,
    /// 如本人留任、其他人仍按方案安排，全县少什么。
    /// What would be lost if she stayed and everybody else did as the plan says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loss: Option<LossDoc>,
    /// 在条件相同的人员中如何选定。How she was picked among people alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picked: Option<PickedDoc>,
    /// Columns that the roll of a plan made by hand does not have: what it says of them is what the policy has.
    #[serde(skip)]
    pub unsaid: Vec<&'static str>,
}

impl MoveDoc {
    /// Under which form, in words: whoever is placed for good goes under none.
    pub fn form_text(&self) -> Text {
        self.form.map_or(PLACED, Form::text)
    }

    /// From when until when, in words.
    pub fn term(&self) -> Phrase {
        match self.end {
            Some(end) => Phrase::from(&format!("{}—{end}", self.start)),
            None => Phrase::fill(FROM_ON, &crate::blanks! { start: self.start }),
        }
    }
}

/// What the way of somebody whose school closes is called.
const PLACED: Text = PLACED_FOR_GOOD.text;
const FROM_ON: Text = Text::new("{start}起", "from {start} on");

/// 调整理由：如本人留任、其他人仍按方案安排，会有所失的才是理由。
/// What a move serves: what would be lost if she stayed and everybody else did as the plan says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 补足空岗：如其留任，全县多一个空岗。A post more would stay empty.
    FillsPost,
    /// 乡村、薄弱学校或必开学科的岗位优先：如其留任，空岗数不变，但空在更要紧之处。
    /// As many posts would stay empty, but such as weigh more: at village or weak schools, of must-open subjects.
    PostFirst,
    /// 开齐课程：如其留任，新学校有学科开不出。A subject would not be opened.
    OpensSubject,
    /// 与同批其他调整相接替：旧版方案用。Other moves need hers: said by older plans only.
    Replaces,
    /// 补足学校未达标的每百名学生教师指标。
    /// An indicator of staff per hundred pupils would lack one more.
    StaffFloor,
    /// 取得申报职称所需的乡村任教年限。She gets the village year for the title she applies for.
    TitleYear,
    /// 完成交流轮岗比例：没有余量。The rotation share, which has nothing to spare.
    RotationShare,
    /// 完成骨干教师比例：没有余量。The backbone share, which has nothing to spare.
    BackboneShare,
    /// 满足其他规定。Another rule would be missed.
    OtherRule,
    /// 人事部门指定。The officer decided it.
    Pinned,
    /// 原校撤并。Her school closes.
    SchoolCloses,
    /// 留有余地：单独一人留任并不缺少什么，同类调动可以互换。
    /// Room to spare: with one of them nothing would be lost; moves of this kind may take each other's place.
    Spare,
    /// 本人自愿：与上列理由并列，不单独作为理由。She asked to go; said beside a reason, never as the only one.
    Volunteer,
    /// 中途停止，未及核算本人的调整理由。It was time to stop before this move was reckoned.
    NotReached,
}

impl Reason {
    /// What the move serves, in both languages.
    pub const fn text(self) -> Text {
        match self {
            Self::FillsPost => Text::new("补足空岗", "fills an empty post"),
            Self::PostFirst => Text::new(
                "保乡村、薄弱学校或必开学科岗位",
                "puts first a village or weak school, or a must-open subject",
            ),
            Self::OpensSubject => Text::new("开齐课程", "opens a subject"),
            Self::Replaces => Text::new(
                "与同批其他调整相接替",
                "takes over from, or makes room for, somebody who moves too",
            ),
            Self::StaffFloor => Text::new(
                "补足每百名学生教师指标",
                "mends an indicator of staff per hundred pupils",
            ),
            Self::TitleYear => Text::new("取得申报职称所需的任教年限", "gives the title year"),
            Self::RotationShare => {
                Text::new("完成交流轮岗比例", "is needed for the rotation share")
            }
            Self::BackboneShare => {
                Text::new("完成骨干教师比例", "is needed for the backbone share")
            }
            Self::OtherRule => Text::new("满足其他规定", "is needed for another rule"),
            Self::Pinned => Text::new("人事部门指定", "decided by the officer"),
            Self::SchoolCloses => Text::new("原校撤并", "the school closes"),
            Self::Spare => Text::new("留有余地", "leaves room to spare"),
            Self::Volunteer => Text::new("本人自愿", "volunteered"),
            Self::NotReached => Text::new("中途停止，未核算理由", "stopped before it was reckoned"),
        }
    }
}
