//! Title posts in the plan document.

use crate::domain::Title;
use crate::text::OwnedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 职称岗位分配表：一所学校一个等级的岗位，方案前后。
/// Posts of one title grade at one school, before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TitlePostDoc {
    /// 学校代码；留在县级的岗位不写。School, by id; absent for posts that stay with the county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// 职称等级。Grade.
    pub grade: Title,
    /// 原核准岗位数。Approved posts before.
    pub approved: i64,
    /// 原已聘人数。Filled before.
    pub filled: i64,
    /// 其中新学年前离任人员所占岗位。Of these, held by people who leave before the school year.
    pub freed: i64,
    /// 聘任申报人所占岗位。Taken by applicants who are appointed.
    pub appointed: i64,
    /// 申报人升任高一级后腾出的岗位。Left by applicants who rise to a higher grade.
    pub risen: i64,
    /// 带职称新招人员所占岗位。Taken by recruits who arrive with the title.
    pub recruited: i64,
    /// 随编制转入的岗位，减去转出的。
    /// Brought by people whose quota place comes with them, less those who take theirs away.
    pub moved: i64,
    /// 方案后岗位数。Posts after the plan.
    pub given: i64,
    /// 方案后已聘人数。Filled after the plan.
    pub filled_after: i64,
}

/// 聘任所用岗位。Which post an applicant is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PostSource {
    /// 核准数内的岗位。A post of the approved number.
    General,
    /// 统筹岗位，专用于交流轮岗教师。A post that is set apart for rotated teachers.
    Reserve,
    /// 不占岗位：在乡村学校长期任教。None is needed: long service at village schools.
    Outside,
}

/// 一名职称岗位申报人及申报结果。
/// An applicant for a title post, and what becomes of the application.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AppointmentDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 申报岗位所在学校代码。School whose posts are applied for, by id.
    pub school: String,
    /// 申报的职称。Title applied for.
    pub title: Title,
    /// 在全县同一职称合格申报人中的名次，从 1 起；不合格者不写。
    /// Place among the fit applicants for the title in the county, from 1; absent for the unfit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<i64>,
    /// 由本方案聘任。Is appointed by this plan.
    pub appointed: bool,
    /// 所用岗位。Which post is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostSource>,
    /// 所缺条件，各为中文和英文。What is lacking, each in Chinese and English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<OwnedText>,
}
