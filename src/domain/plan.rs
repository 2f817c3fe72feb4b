//! `plan.json`: the plan as a document. Written for other systems and people, read back by the
//! auditor. Whole numbers stay whole; shares are given as numerator and denominator.

use super::{Employment, Month, Stage, Subject, Title};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

mod lessons;
mod moves;
mod schools;
mod titles;

pub use lessons::{
    ApprenticeDoc, GapDoc, ItinerantDoc, LeaderDoc, LessonDoc, PairDoc, PeriodsDoc, VisitDoc,
    WeekDoc,
};
pub use moves::{MoveDoc, Reason};
pub use schools::{PostDoc, QuotaDoc, SchoolDoc, SplitDoc, SubjectDoc};
pub use titles::{AppointmentDoc, PostSource, TitlePostDoc};

/// Major version of the document; a reader refuses a newer one.
pub const SCHEMA: &str = "lungang-plan/1";

/// A whole plan (方案).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Name and version of this layout.
    pub schema: String,
    /// What wrote it.
    pub tool: Tool,
    /// What it was written for.
    pub scenario: ScenarioId,
    /// How the solve ended and what is proved.
    pub outcome: OutcomeDoc,
    /// Every rule, judged by the auditor.
    pub rules: Vec<RuleDoc>,
    /// Who moves (交流轮岗).
    pub moves: Vec<MoveDoc>,
    /// Who is not among those who meet the rotation conditions, and why.
    pub stays_protected: Vec<ProtectedDoc>,
    /// Schools before and after.
    pub schools: Vec<SchoolDoc>,
    /// Recruits by pool and post.
    pub recruits: Vec<RecruitDoc>,
    /// Applicants for a title that asks for the village year.
    pub titles: Vec<TitleDoc>,
    /// Applicants for title posts in their published order, and who is appointed.
    pub appointments: Vec<AppointmentDoc>,
    /// Title posts by grade and school, before and after.
    pub title_posts: Vec<TitlePostDoc>,
    /// Who teaches at another school too.
    pub itinerants: Vec<ItinerantDoc>,
    /// What nobody on a post covers, and who covers it besides her post.
    pub periods: PeriodsDoc,
    /// Lessons given now and then at village schools.
    pub visits: Vec<VisitDoc>,
    /// Village backbone teachers and their mentors.
    pub mentors: Vec<PairDoc>,
    /// School leaders who go on to another school.
    pub leaders: Vec<LeaderDoc>,
    /// Recruits who learn at another school before they come.
    pub apprentices: Vec<ApprenticeDoc>,
    /// Contract teachers who are taken onto the quota, by staff number.
    pub conversions: Vec<String>,
    /// Classes that are split before the year.
    pub class_splits: Vec<SplitDoc>,
    /// Posts left empty.
    pub unfilled: Vec<UnfilledDoc>,
    /// What the auditor and the reading found worth knowing.
    pub findings: Vec<FindingDoc>,
    /// SHA-256 of this document with an empty digest.
    pub digest: String,
}

impl Plan {
    /// A plan that decides nothing yet and says nothing else.
    pub fn bare(scenario: ScenarioId) -> Self {
        Self {
            schema: SCHEMA.into(),
            tool: Tool::default(),
            scenario,
            outcome: OutcomeDoc::default(),
            rules: Vec::new(),
            moves: Vec::new(),
            stays_protected: Vec::new(),
            schools: Vec::new(),
            recruits: Vec::new(),
            titles: Vec::new(),
            appointments: Vec::new(),
            title_posts: Vec::new(),
            itinerants: Vec::new(),
            periods: PeriodsDoc::default(),
            visits: Vec::new(),
            mentors: Vec::new(),
            leaders: Vec::new(),
            apprentices: Vec::new(),
            conversions: Vec::new(),
            class_splits: Vec::new(),
            unfilled: Vec::new(),
            findings: Vec::new(),
            digest: String::new(),
        }
    }
}

/// What wrote the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// Name of the tool.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The solver and its version.
    pub solver: String,
}

/// What the plan was written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScenarioId {
    /// Title in Chinese.
    pub title_zh: String,
    /// Title in English.
    pub title_en: String,
    /// The people in it are made up (虚构).
    pub made_up: bool,
    /// Reckoning date, ISO 8601.
    pub reckoning_date: String,
    /// What the lottery among interchangeable people was drawn from: of those who have been at a
    /// school equally long and have as many points, the smallest SHA-256 of `seed:staff id` goes
    /// first.
    #[serde(default)]
    pub lottery_seed: String,
    /// First month of the school year that is planned.
    pub year_start: Month,
    /// Everything that was read: each table, the scenario itself, each policy.
    pub inputs: Vec<InputDoc>,
}

/// One table, or one policy, that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InputDoc {
    /// Its name inside the scenario.
    pub name: String,
    /// SHA-256 of a table's content, in canonical order; of a policy's text. Row order, format and
    /// encoding of the files do not change it.
    pub sha256: String,
}

/// How the solve ended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeDoc {
    /// `proved`, `good_enough`, `out_of_time`, …
    pub ended: String,
    /// The gap that was asked for, as a share of the bound; 0 asks for the very best.
    pub gap: f64,
    /// So many refusals leave every must-rule standing; the bounds of the goals hold among plans of
    /// which that is true.
    #[serde(default, skip_serializing_if = "is_none_asked")]
    pub withstand: u32,
    /// Goals in their order.
    pub goals: Vec<GoalDoc>,
}

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GoalDoc {
    /// The goal.
    pub goal: String,
    /// Its value in this plan.
    pub value: i64,
    /// No plan as good in the goals before can be below this; absent when nothing is proved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<i64>,
    /// The value of the plan in which nobody moves and nobody is recruited.
    pub before: i64,
    /// Its unit, in Chinese and English.
    pub unit: [String; 2],
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleDoc {
    /// Id.
    pub id: String,
    /// Number.
    pub code: String,
    /// `must`, `goal` or `off`.
    pub force: String,
    /// Clause ids.
    pub clauses: Vec<String>,
    /// What is needed.
    pub need: i64,
    /// What there is.
    pub actual: i64,
    /// Unit of need and actual, in Chinese and English: that of the rule, or checks where it has several.
    pub unit: [String; 2],
    /// Unit of the shortfall and of what is waived, in Chinese and English.
    #[serde(default)]
    pub shortfall_unit: [String; 2],
    /// Whether it holds.
    pub holds: bool,
    /// Whether it holds with nothing to spare.
    pub binding: bool,
    /// Sum of what is missing.
    pub shortfall: i64,
    /// By how much special approvals lift it.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub waived: i64,
    /// Every figure it reports.
    pub measures: Vec<MeasureDoc>,
}

fn is_none_asked(number: &u32) -> bool {
    *number == 0
}

fn is_nought(amount: &i64) -> bool {
    *amount == 0
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MeasureDoc {
    /// Name in Chinese and English.
    pub name: [String; 2],
    /// Counted on top.
    pub numerator: i64,
    /// Counted below.
    pub denominator: i64,
    /// What would be needed on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<i64>,
    /// Whether the policy binds this figure.
    pub binds: bool,
}

/// Who is not among those who meet the conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProtectedDoc {
    /// Staff number.
    pub teacher: String,
    /// Every reason, by key.
    pub reasons: Vec<String>,
}

/// Recruits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecruitDoc {
    /// Line of the recruits table.
    pub pool: String,
    /// How employed.
    pub employment: Employment,
    /// School, by id.
    pub school: String,
    /// Stage of the post.
    pub stage: Stage,
    /// Subjects with weekly periods of the post.
    pub parts: Vec<(Subject, u32)>,
    /// A subject that must be opened.
    pub must_open: bool,
    /// How many.
    pub number: u32,
}

/// An applicant for a title that asks for the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TitleDoc {
    /// Staff number.
    pub teacher: String,
    /// Title applied for.
    pub title: Title,
    /// Full-time months served at schools that give the year.
    pub months: i32,
    /// Has the year now.
    pub has_year: bool,
    /// Gets it by this plan.
    pub gets_year: bool,
}

/// A post left empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UnfilledDoc {
    /// School, by id.
    pub school: String,
    /// Stage.
    pub stage: Stage,
    /// Subjects with weekly periods.
    pub parts: Vec<(Subject, u32)>,
    /// How many.
    pub number: u32,
}

/// What postings cost in subsidies (补贴).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubsidyDoc {
    /// People sent to schools that state a subsidy.
    pub people: i64,
    /// Yuan in a school year.
    pub yuan_a_year: i64,
}

/// A finding, as facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingDoc {
    /// Its number.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// Whom it is about: `county`, or a school or teacher id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Value>,
    /// The facts.
    pub facts: serde_json::Map<String, Value>,
    /// The words, in Chinese and English.
    pub says: [String; 2],
}
