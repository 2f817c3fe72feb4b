//! Lessons besides the posts in the plan document.

use super::word_or_none;
use crate::domain::{Month, Role, Stage, Subject};
use crate::plan::Ended;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 课时台账：在岗教师未能承担的课时由谁承担。Who covers what nobody on a post covers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PeriodsDoc {
    /// 求解结果；政策未要求时为空。How the solve ended; empty when the policy asks for none.
    #[serde(with = "word_or_none")]
    #[schemars(with = "String")]
    pub ended: Option<Ended>,
    /// 本方案未落实的课时，加权。Open periods, weighted, in this plan.
    pub value: i64,
    /// 在岗人员和岗位不变时，取值不可能低于此数；未证明时不写。
    /// Nothing below this can be reached with these people on these posts; absent when not proved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<i64>,
    /// 在岗教师未能承担的周课时及其去向。
    /// Weekly periods that nobody on a post covers, and what becomes of them.
    pub gaps: Vec<GapDoc>,
    /// 每位兼课教师的一周。The week of everybody who teaches besides her post.
    pub weeks: Vec<WeekDoc>,
}

/// 一所学校一个学段一门学科的周课时。One subject at one stage of a school, weekly periods.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GapDoc {
    /// 学校代码。School, by id.
    pub school: String,
    /// 学段。Stage.
    pub stage: Stage,
    /// 学科。Subject.
    pub subject: Subject,
    /// 在岗教师未能承担的课时。Not covered by anybody on a post.
    pub lacking: i64,
    /// 由本校教师兼课承担。Covered by people of the school besides their posts.
    pub inside: i64,
    /// 由走教教师承担。Covered by itinerants.
    pub itinerant: i64,
    /// 由远程授课承担。Remote lessons.
    pub remote: i64,
    /// 仍未落实。Still open.
    pub open: i64,
}

/// 一名教师的一周。One person's week.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WeekDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 姓名。Name.
    pub name: String,
    /// 新学年所在学校代码。Her school next year, by id.
    pub school: String,
    /// 可授课和路途课时上限。Periods that she may teach and travel.
    pub most: i64,
    /// 本岗位课时。Periods on her post.
    pub on_post: i64,
    /// 路途折算课时。Periods on the road.
    pub on_the_road: i64,
    /// 本岗位以外的授课。Lessons besides her post.
    pub lessons: Vec<LessonDoc>,
}

/// 本岗位以外的一项授课。Lessons besides a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LessonDoc {
    /// 学校代码。School, by id.
    pub school: String,
    /// 学段。Stage.
    pub stage: Stage,
    /// 学科。Subject.
    pub subject: Subject,
    /// 每周课时。Periods a week.
    pub periods: u32,
}

/// 一名走教教师。Somebody who teaches at another school too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItinerantDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 姓名。Name.
    pub name: String,
    /// 新学年所在学校代码。Her school next year, by id.
    pub from: String,
    /// 走教学校代码。The other school, by id.
    pub to: String,
    /// 每周半天数。Half-days a week.
    pub half_days: u32,
    /// 单程分钟数。Minutes one way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
}

/// 到乡村学校送教、巡回授课。Lessons given now and then at a village school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VisitDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 姓名。Name.
    pub name: String,
    /// 接受送教的学校代码。School that is visited, by id.
    pub school: String,
    /// 该校无人任教、为此送教的学科；巡回授课不列。
    /// Subjects that nobody there teaches, for which the visit is made; none for a circuit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// 每学期次数。Times a term.
    pub times: u32,
}

/// 名师结对：一名乡村骨干教师和一名导师。A village backbone teacher and her mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PairDoc {
    /// 乡村教师工号。Staff number of the village teacher.
    pub teacher: String,
    /// 乡村教师姓名。Her name.
    pub name: String,
    /// 导师工号。Staff number of her mentor.
    pub mentor: String,
    /// 导师姓名。The mentor's name.
    pub mentor_name: String,
    /// 双方任教学科。Subject of both.
    pub subject: Subject,
}

/// 校长交流：任期已满、转任他校的校级干部。
/// A school leader whose terms are over and who goes on to another school.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeaderDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 姓名。Name.
    pub name: String,
    /// 职务，两校相同。Office, the same at both schools.
    pub role: Role,
    /// 已任届数。Terms served.
    pub terms: u32,
    /// 原学校代码。From this school, by id.
    pub from: String,
    /// 新学校代码。To this school, by id.
    pub to: String,
    /// 从住处出发的单程分钟数，住处不明时从现学校出发。
    /// Minutes one way from home, or from the present school when the home is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
}

/// 见习：新招教师到岗前先到城镇学校学习。
/// Recruits who learn at a town school before they come to their post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApprenticeDoc {
    /// 拟招聘人员表中的一行。Line of the recruits table.
    pub pool: String,
    /// 岗位所在学校代码。School of the post that waits, by id.
    pub school: String,
    /// 岗位学段。Stage of the post.
    pub stage: Stage,
    /// 岗位的学科和周课时。Subjects with weekly periods of the post.
    pub parts: Vec<(Subject, u32)>,
    /// 须开齐的学科。A subject that must be opened.
    pub must_open: bool,
    /// 见习学校代码。Where they learn, by id.
    pub at: String,
    /// 人数。How many.
    pub number: u32,
    /// 起始年月。First month.
    pub start: Month,
    /// 结束年月。Last month.
    pub end: Month,
}
