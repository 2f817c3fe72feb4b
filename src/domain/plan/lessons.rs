//! Lessons besides the posts in the plan document.

use super::super::{Month, Role, Stage, Subject};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who covers what nobody on a post covers (课时台账).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PeriodsDoc {
    /// How the solve ended; empty when the policy asks for none.
    pub ended: String,
    /// Open periods, weighted, in this plan.
    pub value: i64,
    /// Nothing below this can be reached with these people on these posts; absent when not proved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<i64>,
    /// Weekly periods that nobody on a post covers, and what becomes of them.
    pub gaps: Vec<GapDoc>,
    /// The week of everybody who teaches besides her post.
    pub weeks: Vec<WeekDoc>,
}

/// One subject at one stage of a school, weekly periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GapDoc {
    /// School, by id.
    pub school: String,
    /// Stage.
    pub stage: Stage,
    /// Subject.
    pub subject: Subject,
    /// Not covered by anybody on a post.
    pub lacking: i64,
    /// Covered by people of the school besides their posts.
    pub inside: i64,
    /// Covered by itinerants.
    pub itinerant: i64,
    /// Remote lessons.
    pub remote: i64,
    /// Still open.
    pub open: i64,
}

/// One person's week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WeekDoc {
    /// Staff number.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// Her school next year, by id.
    pub school: String,
    /// Periods that she may teach and travel.
    pub most: i64,
    /// Periods on her post.
    pub on_post: i64,
    /// Periods on the road.
    pub on_the_road: i64,
    /// Lessons besides her post.
    pub lessons: Vec<LessonDoc>,
}

/// Lessons besides a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LessonDoc {
    /// School, by id.
    pub school: String,
    /// Stage.
    pub stage: Stage,
    /// Subject.
    pub subject: Subject,
    /// Periods a week.
    pub periods: u32,
}

/// Somebody who teaches at another school too (走教).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItinerantDoc {
    /// Staff number.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// Her school next year, by id.
    pub from: String,
    /// The other school, by id.
    pub to: String,
    /// Half-days a week.
    pub half_days: u32,
    /// Minutes one way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
}

/// Lessons given now and then at a village school (送教、巡回授课).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitDoc {
    /// Staff number.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// School that is visited, by id.
    pub school: String,
    /// Subjects that nobody there teaches, for which the visit is made; none for a circuit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Times a term.
    pub times: u32,
}

/// A village backbone teacher and her mentor (名师结对).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PairDoc {
    /// Staff number of the village teacher.
    pub teacher: String,
    /// Her name.
    pub name: String,
    /// Staff number of her mentor.
    pub mentor: String,
    /// The mentor's name.
    pub mentor_name: String,
    /// Subject of both.
    pub subject: Subject,
}

/// A school leader whose terms are over and who goes on to another school (校长交流).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeaderDoc {
    /// Staff number.
    pub teacher: String,
    /// Name.
    pub name: String,
    /// Office, the same at both schools.
    pub role: Role,
    /// Terms served.
    pub terms: u32,
    /// From this school, by id.
    pub from: String,
    /// To this school, by id.
    pub to: String,
    /// Minutes one way from home, or from the present school when the home is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
}

/// Recruits who learn at a town school before they come to their post (见习).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApprenticeDoc {
    /// Line of the recruits table.
    pub pool: String,
    /// School of the post that waits, by id.
    pub school: String,
    /// Stage of the post.
    pub stage: Stage,
    /// Subjects with weekly periods of the post.
    pub parts: Vec<(Subject, u32)>,
    /// A subject that must be opened.
    pub must_open: bool,
    /// Where they learn, by id.
    pub at: String,
    /// How many.
    pub number: u32,
    /// First month.
    pub start: Month,
    /// Last month.
    pub end: Month,
}
