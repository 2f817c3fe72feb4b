//! Who moves, and why, in the plan document.

use super::super::{Form, Month, Subject};
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MoveDoc {
    /// Staff number.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// From this school, by id.
    pub from: String,
    /// To this school, by id.
    pub to: String,
    /// Under which form.
    pub form: Form,
    /// Main subject.
    pub subject: Subject,
    /// Weekly periods at the new school.
    pub weekly_periods: i64,
    /// First month.
    pub start: Month,
    /// Last month.
    pub end: Month,
    /// Share of full time, per cent.
    pub share: u32,
    /// The quota place goes with the person.
    pub quota_goes: bool,
    /// A bed is set aside.
    pub bed: bool,
    /// Minutes one way from home, or from the present school when the home is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
    /// What the move serves.
    pub reasons: Vec<Reason>,
}

/// What a move serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// She holds a post that nobody at the school could have filled.
    FillsPost,
    /// Other moves of the plan need hers: she takes over from somebody, or makes room.
    Replaces,
    /// She counts for an indicator of staff per hundred pupils that the school falls short of.
    StaffFloor,
    /// She gets the village year for the title she applies for.
    TitleYear,
    /// She counts among the rotated.
    RotationShare,
    /// She counts among the backbone teachers rotated.
    BackboneShare,
    /// She asked to go.
    Volunteer,
    /// The officer decided it.
    Pinned,
    /// Her school closes.
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
