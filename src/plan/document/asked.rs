//! What was asked of the plan besides the tables, in the plan document.

use crate::domain::Made;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 编制本方案时在表格之外另有的要求：谁退出、人工指定谁、已公布的方案。
/// What was asked of the plan besides the tables: who refused, who was put where by hand, what was published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AskedDoc {
    /// 退出或不予安排的人员。Who does not go after all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<RefusalDoc>,
    /// 人工指定去向的人员。Who was put where by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<PinnedDoc>,
    /// 情景的人事决定文件中的特批。Special approvals of the scenario's decisions file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<ApprovalDoc>,
    /// 已公布、本方案在其上调整的方案。The published plan that this one follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PublishedDoc>,
    /// 人工改动过的起止年月、岗位、兼课、走教、送教、结对等，以后各轮保持不变。What was edited by hand but where somebody
    /// goes: months, posts, lessons and the like; it is held in later rounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_hand: Vec<HandDoc>,
}

/// 一项人工改动。Something that was edited by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HandDoc {
    /// 事项。What.
    pub what: Made,
    /// 教师工号，或学校等涉及对象。Staff number, or the place that it is about.
    pub of: String,
    /// 改为什么；删去的为空，旧版程序写的没有此项。What it was edited to: empty where it was taken out, absent where an
    /// earlier program wrote the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
}

/// 一名退出的人员。Somebody who does not go after all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RefusalDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 留任的学校代码；原方案未调动的不写。Where she is kept, by id; absent for whom the published plan did not move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays: Option<String>,
    /// 原因。Why.
    pub reason: String,
    /// 由谁决定。Who decided.
    pub author: String,
    /// 决定日期。When.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// 一名人工指定去向的人员。Somebody who was put somewhere by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PinnedDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 学校代码。Where, by school id.
    pub school: String,
    /// 原因。Why.
    pub reason: String,
    /// 由谁决定。Who decided.
    pub author: String,
    /// 决定日期。When.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// 一项特批。A special approval.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApprovalDoc {
    /// 规定。The rule, by id.
    pub rule: String,
    /// 涉及对象。About whom or what.
    pub about: String,
    /// 放宽的数量。By how much.
    pub amount: i64,
    /// 原因。Why.
    pub reason: String,
    /// 由谁决定。Who decided.
    pub author: String,
    /// 决定日期。When.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// 已公布的方案。A published plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PublishedDoc {
    /// 改动的通知书尽量少，先于其他各项目标。As few letters as possible change, before any other goal.
    pub frozen: bool,
    /// 已发出的通知书。The letters.
    pub letters: Vec<LetterDoc>,
}

/// 一份通知书。A letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LetterDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 去往的学校代码。The school to which it sends, by id.
    pub to: String,
}
