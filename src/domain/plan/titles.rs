//! Title posts in the plan document.

use super::super::Title;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Posts of one title grade at one school, before and after (职称岗位分配表).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TitlePostDoc {
    /// School, by id; absent for posts that stay with the county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// Grade.
    pub grade: Title,
    /// Approved posts before.
    pub approved: i64,
    /// Filled before.
    pub filled: i64,
    /// Of these, held by people who leave before the school year.
    pub freed: i64,
    /// Taken by applicants who are appointed.
    pub appointed: i64,
    /// Left by applicants who rise to a higher grade.
    pub risen: i64,
    /// Taken by recruits who arrive with the title.
    pub recruited: i64,
    /// Brought by people whose quota place comes with them, less those who take theirs away.
    pub moved: i64,
    /// Posts after the plan.
    pub given: i64,
    /// Filled after the plan.
    pub filled_after: i64,
}

/// Which post an applicant is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PostSource {
    /// A post of the approved number.
    General,
    /// A post that is set apart for rotated teachers (统筹岗位).
    Reserve,
    /// None is needed: long service at village schools.
    Outside,
}

/// An applicant for a title post, and what becomes of the application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AppointmentDoc {
    /// Staff number.
    pub teacher: String,
    /// School whose posts are applied for, by id.
    pub school: String,
    /// Title applied for.
    pub title: Title,
    /// Place among the fit applicants for the title in the county, from 1; absent for the unfit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<i64>,
    /// Is appointed by this plan.
    pub appointed: bool,
    /// Which post is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostSource>,
    /// What is lacking, each in Chinese and English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<[String; 2]>,
}
