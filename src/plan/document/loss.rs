//! What would be lost if somebody who moves stayed, and how she was picked, in the plan document.

use crate::domain::{Indicator, Subject, labelled_enum};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 如本人留任、其他人仍按方案安排，全县少什么；没有的各项不写。
/// What the county lacks if she stays and everybody else does as the plan says; what is nought is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LossDoc {
    /// 与之对调的同学科教师工号：两人一并推算，如两人都留任。
    /// Staff number of whom she changes places with, a teacher of her subject: reckoned as if both stayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// 全县多出的空岗，个。Posts of the county that stay empty.
    #[serde(skip_serializing_if = "is_nought")]
    pub posts: i64,
    /// 新学校因此空出的岗位所含学科。Subjects of the post at her new school that stays empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Subject>,
    /// 全县少承担的周课时，与原校多承担的相抵之后。
    /// Weekly periods that nobody gives, what she gives at her old school taken off.
    #[serde(skip_serializing_if = "is_nought")]
    pub periods: i64,
    /// 原校因此多承担的周课时。Weekly periods that she gives at her old school instead.
    #[serde(skip_serializing_if = "is_nought")]
    pub at_home: i64,
    /// 按政策权重（乡村、薄弱学校和必开学科优先）计算的空缺课时。
    /// The same weighed as the policy weighs it: village and weak schools and must-open subjects first.
    #[serde(skip_serializing_if = "is_nought")]
    pub weighted: i64,
    /// 新学校因此开不出的学科。Subjects that her new school cannot open then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unopened: Vec<Subject>,
    /// 新学校因此多差一人的每百名学生教师数指标。
    /// Indicators of staff per hundred pupils of which her new school lacks one more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// 本人因此得不到申报职称所需的任教年限。She does not get the year for the title she applies for.
    #[serde(skip_serializing_if = "is_nought")]
    pub title_year: bool,
    /// 交流轮岗比例因此不足；有余量时不写。The rotation share is missed; absent where there is room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<TightDoc>,
    /// 骨干教师比例因此不足；有余量时不写。The backbone share is missed; absent where there is room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backbone: Option<TightDoc>,
    /// 因此不成立或差得更多的其他规定；只在以上各项都没有时测算。
    /// Other rules that are missed, or by more; reckoned only where there is nothing of the above.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<MissedDoc>,
}

fn is_nought<T: Default + PartialEq>(amount: &T) -> bool {
    *amount == T::default()
}

/// 没有余量的一项比例。A share with nothing to spare.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TightDoc {
    /// 应有数。What is needed.
    pub need: i64,
    /// 方案实有数。What the plan has.
    pub actual: i64,
    /// 按全时人月计，不按人数。Counted in full-time months, not in heads.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub months: bool,
}

/// 一项因此差得更多的规定。A rule that is missed by more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MissedDoc {
    /// 规定的名称键。Id of the rule.
    pub rule: String,
    /// 多差多少，按该规定的单位。By how much more, in the unit of the rule.
    pub by: i64,
}

/// 在条件相同的人员中如何选定。How she was picked among people alike in everything that the rules look at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PickedDoc {
    /// 条件相同的人数，含本人。People alike, herself included.
    pub alike: u32,
    /// 其中按本方案调出的人数。How many of them the plan moves.
    pub going: u32,
    /// 由公布次序的哪一步选定。Which step of the published order decided.
    pub by: Step,
}

labelled_enum! {
    /// 公布次序中的一步。A step of the published order.
    Step {
        Alone = "alone" "没有条件相同的教师" "nobody is alike in everything",
        All = "all" "条件相同的教师全部安排" "everybody alike goes",
        Willing = "willing" "自愿者优先" "volunteers first",
        Longest = "longest" "在本校任教时间最长" "longest at the school",
        Points = "points" "积分较低" "fewer priority points",
        Lot = "lot" "抽签在先" "by lot",
        Other = "other" "未按公布的次序选定" "not by the published order",
    }
}
