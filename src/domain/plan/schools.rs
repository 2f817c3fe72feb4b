//! Schools, before and after, in the plan document.

use super::super::{Area, School, SchoolKind, Stage, Subject};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One school, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchoolDoc {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: SchoolKind,
    /// Where it lies.
    pub area: Area,
    /// Pupils.
    pub pupils: u32,
    /// Classes.
    pub classes: u32,
    /// People who teach there now.
    pub heads_now: u32,
    /// People who teach there when nothing is decided.
    pub heads_before: u32,
    /// People who teach there after the plan, recruits included.
    pub heads_after: u32,
    /// Heads by own subject before and after.
    pub subjects: Vec<SubjectDoc>,
    /// Quota.
    pub quota: QuotaDoc,
    /// Posts and who fills them.
    pub teaching_posts: Vec<PostDoc>,
}

impl SchoolDoc {
    /// A school of which nothing is said yet.
    pub fn bare(school: &School) -> Self {
        Self {
            id: school.id.clone(),
            name: school.name.clone(),
            kind: school.kind,
            area: school.area,
            pupils: 0,
            classes: 0,
            heads_now: 0,
            heads_before: 0,
            heads_after: 0,
            subjects: Vec::new(),
            quota: QuotaDoc::default(),
            teaching_posts: Vec::new(),
        }
    }
}

/// Heads by own subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubjectDoc {
    /// The subject.
    pub subject: Subject,
    /// Posts whose main part is this subject.
    pub posts: i64,
    /// Own-subject heads when nothing is decided.
    pub before: i64,
    /// Own-subject heads after the plan, recruits included.
    pub after: i64,
}

/// Quota of a school, heads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuotaDoc {
    /// What the rule asks, exact: numerator and denominator.
    pub asked: [i64; 2],
    /// What it is given.
    pub given: i64,
    /// In force before, when stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<u32>,
    /// On-quota heads now.
    pub heads_now: i64,
    /// On-quota heads after the plan.
    pub heads_after: i64,
}

/// One kind of post at a school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PostDoc {
    /// Stage.
    pub stage: Stage,
    /// Subjects with weekly periods.
    pub parts: Vec<(Subject, u32)>,
    /// How many such posts.
    pub number: u32,
    /// How it was reckoned.
    pub how: String,
    /// A subject that must be opened.
    pub must_open: bool,
    /// Staff numbers of those who fill it.
    pub filled_by: Vec<String>,
    /// Recruits who fill it.
    pub recruits: u32,
    /// How many stay empty.
    pub empty: u32,
}

/// A grade whose classes are split before the year (大班额化解).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SplitDoc {
    /// School, by id.
    pub school: String,
    /// Grade 1–12.
    pub grade: u8,
    /// Pupils of each class as the table has them.
    pub before: Vec<u32>,
    /// Pupils of each class next year.
    pub after: Vec<u32>,
}
