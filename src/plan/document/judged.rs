//! Goals and rules, as they are judged, in the plan document.

use super::is_nought;
use crate::plan::figures::FigureId;
use crate::policy::{Force, GoalId};
use crate::rules::{Bound, Granted};
use crate::text::OwnedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 一项目标。One goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GoalDoc {
    /// 目标名称。The goal.
    #[schemars(with = "String")]
    pub goal: GoalId,
    /// 本方案的取值。Its value in this plan.
    pub value: i64,
    /// 前面各项目标同样好的方案，取值不可能低于此数；未证明时不写。
    /// No plan as good in the goals before can be below this; absent when nothing is proved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<i64>,
    /// 不调动、不招聘时的取值。The value of the plan in which nobody moves and nobody is recruited.
    pub before: i64,
    /// 单位，中文和英文。Its unit, in Chinese and English.
    pub unit: OwnedText,
    /// 已证明不可能更好。Proved that nothing better exists.
    #[serde(default)]
    pub proved: bool,
    /// 各组成部分，用通常的单位，不相加；上面的取值是求解用的加权数。
    /// What it is made of, in plain units and not added up; the value above is weighted, for the solver.
    #[serde(default)]
    pub shown: Vec<PartDoc>,
}

/// 目标的一个组成部分。One part of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PartDoc {
    /// 指标登记中的键。Its key in the register of figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub figure: Option<FigureId>,
    /// 名称，中文和英文。Its name, in Chinese and English.
    pub name: OwnedText,
    /// 单位，中文和英文。Its unit, in Chinese and English.
    pub unit: OwnedText,
    /// 本方案的数值。Its value in this plan.
    pub value: i64,
    /// 不作任何安排时的数值。Its value when nothing is decided.
    pub before: i64,
}

/// 一项规定。One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleDoc {
    /// 规定的名称键。Id.
    pub id: String,
    /// 规定编号。Number.
    pub code: String,
    /// 效力：必须满足、尽量满足或不启用。`must`, `goal` or `off`.
    #[schemars(with = "String")]
    pub force: Force,
    /// 条款编号。Clause ids.
    pub clauses: Vec<String>,
    /// 应有数。What is needed.
    pub need: i64,
    /// 实有数。What there is.
    pub actual: i64,
    /// 应有数和实有数的单位，中文和英文：规定本身的单位，有多种单位时为核对项数。
    /// Unit of need and actual, in Chinese and English: that of the rule, or checks where it has several.
    pub unit: OwnedText,
    /// 要求的方式：至少、至多、多项核对、不得有、未涉及、期限未到。
    /// How it asks: `at_least`, `at_most`, `checks`, `breaches`, `nothing`, `aim`.
    #[serde(default)]
    #[schemars(with = "String")]
    pub bound: Bound,
    /// 差额和特批放宽量的单位，中文和英文。
    /// Unit of the shortfall and of what is waived, in Chinese and English.
    #[serde(default)]
    pub shortfall_unit: OwnedText,
    /// 规定是否成立。Whether it holds.
    pub holds: bool,
    /// 是否刚好成立、没有余量。Whether it holds with nothing to spare.
    pub binding: bool,
    /// 差额合计。Sum of what is missing.
    pub shortfall: i64,
    /// 期限未到的目标。Targets that do not bind yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<AimDoc>,
    /// 特批放宽的数量。By how much special approvals lift it.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub waived: i64,
    /// 放宽本规定的特批。The special approvals that lift it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Granted>,
    /// 规定列出的各项指标。Every figure it reports.
    pub measures: Vec<MeasureDoc>,
}

/// 期限未到的目标及差距。Targets that bind from a later date, and how far they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AimDoc {
    /// 目标期限（最早的一项），ISO 8601。The first day from which one of them binds, ISO 8601.
    pub by: String,
    /// 目前尚差的数量，单位同差额；不计不足。
    /// What is missing today, in the unit of the shortfall; it is none.
    pub distance: i64,
}

/// 一项指标。One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MeasureDoc {
    /// 指标名称，中文和英文。Name in Chinese and English.
    pub name: OwnedText,
    /// 分子。Counted on top.
    pub numerator: i64,
    /// 分母。Counted below.
    pub denominator: i64,
    /// 分子应有数。What would be needed on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<i64>,
    /// 政策是否约束此项指标。Whether the policy binds this figure.
    pub binds: bool,
}
