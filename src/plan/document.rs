//! `plan.json`: the plan as a document. Written for other systems and people, read back by the
//! auditor. Whole numbers stay whole; shares are given as numerator and denominator. What is said
//! of each part here is said in the published JSON Schema: in Chinese, then in English.

use super::Ended;
use super::figures::{FigureDoc, FigureId};
use crate::domain::{Employment, Made, Month, Roster, Stage, Subject, Title, year_start};
use crate::facts::Exemption;
use crate::finding::{Finding, Place, Severity};
use crate::policy::GoalId;
use crate::text::{Lang, OwnedText};
use schemars::JsonSchema;
use serde::de::IntoDeserializer;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

mod asked;
mod balance;
mod judged;
mod lessons;
mod loss;
mod made;
mod moves;
mod people;
mod schools;
mod titles;
mod word_or_none;

pub use asked::{ApprovalDoc, AskedDoc, HandDoc, LetterDoc, PinnedDoc, PublishedDoc, RefusalDoc};
pub use balance::{BalanceDoc, BalanceLineDoc, FormTeachersDoc, UnfilledDoc, balance_doc, sum_of};
pub use judged::{AimDoc, GoalDoc, MeasureDoc, PartDoc, RuleDoc};
pub use lessons::{
    ApprenticeDoc, GapDoc, ItinerantDoc, LeaderDoc, LessonDoc, PairDoc, PeriodsDoc, VisitDoc,
    WeekDoc,
};
pub use loss::{LossDoc, MissedDoc, PickedDoc, Step, TightDoc};
pub use made::MadeDoc;
pub use moves::{MoveDoc, MoveKind, Reason};
pub use people::{DutyDoc, NoPostDoc, PersonDoc, everybody};
pub use schools::{IndicatorDoc, MergerDoc, PostDoc, QuotaDoc, SchoolDoc, SplitDoc, SubjectDoc};
pub use titles::{AppointmentDoc, PostSource, TitlePostDoc};

/// Major version of the document; a reader refuses a newer one.
pub const SCHEMA: &str = "lungang-plan/2";

/// 轮岗方案。A whole plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "轮岗方案 Rotation plan, lungang-plan/2")]
pub struct Plan {
    /// 本格式的名称和版本。Name and version of this layout.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: String,
    /// 编制方案的程序。What wrote it.
    pub tool: Tool,
    /// 方案对应的情景。What it was written for.
    pub scenario: ScenarioId,
    /// 在表格之外另有的要求：退出、人工指定、已公布的方案。
    /// What was asked besides the tables: refusals, decisions by hand, the published plan.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub asked: AskedDoc,
    /// 求解结果和已证明的内容。How the solve ended and what is proved.
    pub outcome: OutcomeDoc,
    /// 指标登记：方案的每一个数，各有名称、定义、单位和所属。
    /// The register of figures: every number of the plan with name, definition, unit and what it is part of.
    #[serde(default)]
    pub figures: Vec<FigureDoc>,
    /// 各项规定及审核结论。Every rule, judged by the auditor.
    pub rules: Vec<RuleDoc>,
    /// 余缺平衡：编制方案之前各学科应开课时和可承担课时。
    /// What is to be taught and who is there for it, before anything is decided.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub balance: BalanceDoc,
    /// 交流轮岗人员。Who moves.
    pub moves: Vec<MoveDoc>,
    /// 不计入符合交流条件的人员及原因。
    /// Who is not among those who meet the rotation conditions, and why.
    #[serde(alias = "stays_protected")]
    pub not_eligible: Vec<NotEligibleDoc>,
    /// 人员去向：教师表中的每一人，各一行。Where everybody of the roster is, one line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonDoc>,
    /// 各校方案前后情况。Schools before and after.
    pub schools: Vec<SchoolDoc>,
    /// 招聘计划，按来源行和岗位列出。Recruits by pool and post.
    pub recruits: Vec<RecruitDoc>,
    /// 申报须有乡村任教年限的职称的人员。Applicants for a title that asks for the village year.
    pub titles: Vec<TitleDoc>,
    /// 职称岗位申报人，按公布的次序，以及是否聘任。
    /// Applicants for title posts in their published order, and who is appointed.
    pub appointments: Vec<AppointmentDoc>,
    /// 职称岗位，按等级和学校，方案前后。Title posts by grade and school, before and after.
    pub title_posts: Vec<TitlePostDoc>,
    /// 走教人员。Who teaches at another school too.
    pub itinerants: Vec<ItinerantDoc>,
    /// 在岗教师未能承担的课时及由谁兼课承担。
    /// What nobody on a post covers, and who covers it besides her post.
    pub periods: PeriodsDoc,
    /// 到乡村学校送教、巡回授课。Lessons given now and then at village schools.
    pub visits: Vec<VisitDoc>,
    /// 乡村骨干教师与名师结对。Village backbone teachers and their mentors.
    pub mentors: Vec<PairDoc>,
    /// 校长交流人员。School leaders who go on to another school.
    pub leaders: Vec<LeaderDoc>,
    /// 新招教师到岗前的见习。Recruits who learn at another school before they come.
    pub apprentices: Vec<ApprenticeDoc>,
    /// 转入编制的编外合同教师，列工号。
    /// Contract teachers who are taken onto the quota, by staff number.
    pub conversions: Vec<String>,
    /// 撤并学校的学生转入的学校。Where the pupils of closing schools go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mergers: Vec<MergerDoc>,
    /// 新学年前化解的大班额。Classes that are split before the year.
    pub class_splits: Vec<SplitDoc>,
    /// 空缺岗位。Posts left empty.
    pub unfilled: Vec<UnfilledDoc>,
    /// 审核和读取数据时发现的应知事项。What the auditor and the reading found worth knowing.
    pub findings: Vec<FindingDoc>,
    /// 底稿：本文件写出时的各项决定，用来找出写出后人工改了什么。
    /// What was decided when the file was written, to find what was edited by hand since.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub made: MadeDoc,
    /// It was read from a document of an older layout, whose posts are matched to those of today.
    #[serde(skip)]
    pub old: bool,
    /// It was changed after it was written, by the digest of the bytes that were read; of an older layout only.
    #[serde(skip)]
    pub old_and_edited: bool,
    /// It is as it was written, by an earlier program of this layout that said less.
    #[serde(skip)]
    pub says_less: bool,
    /// It was made from other tables or another policy than those at hand, which may ask for other posts: who
    /// fills one that is no more is matched to those of today.
    #[serde(skip)]
    pub other_input: bool,
    /// It was made by hand without saying who fills which post: the reader seats everybody.
    #[serde(skip)]
    pub unseated: bool,
    /// What its workbook has no sheet of: nothing of it was taken out.
    #[serde(skip)]
    pub no_sheet: Vec<Made>,
    /// What the goals came to when its workbook was written, which has no list of goals.
    #[serde(skip)]
    pub goals_then: BTreeMap<GoalId, i64>,
    /// What its workbook claims of it, which no reckoning gives, in the lines of the workbook.
    #[serde(skip)]
    pub claims: Vec<String>,
    /// What people are called in its workbook, by id.
    #[serde(skip)]
    pub called: BTreeMap<String, String>,
    /// Where posts stand in its workbook, by school and parts.
    #[serde(skip)]
    pub cells: BTreeMap<String, Place>,
    /// 本文件（摘要值留空时）的 SHA-256；人工编制的没有。SHA-256 of this document with an empty digest; one made by hand
    /// has none.
    #[serde(default)]
    pub digest: String,
}

impl Plan {
    /// A figure of the register, whole.
    pub fn figure_doc(&self, key: FigureId) -> Option<&FigureDoc> {
        self.figures.iter().find(|one| one.key == key)
    }

    /// The value of a figure; none where the plan does not state it.
    pub fn figure(&self, key: FigureId) -> Option<i64> {
        self.figure_doc(key).map(|one| one.value)
    }

    /// How many moves it says no reason of, since there was no time to reckon them.
    pub fn moves_without_reasons(&self) -> usize {
        let moves = self.moves.iter();
        let late = moves.filter(|one| one.reasons.contains(&Reason::NotReached));
        late.count()
    }

    /// A plan for a county that decides nothing yet and says nothing else.
    pub fn bare(roster: &Roster, inputs: Vec<InputDoc>) -> Self {
        let county = &roster.county;
        Self {
            schema: SCHEMA.into(),
            scenario: ScenarioId {
                title_zh: county.title_zh.clone(),
                title_en: county.title_en.clone(),
                made_up: county.made_up,
                reckoning_date: roster.date.to_string(),
                lottery_seed: roster.lottery_seed.clone(),
                year_start: year_start(roster.date),
                inputs,
            },
            ..Self::default()
        }
    }
}

/// 编制本文件的程序。What wrote the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// 程序名称。Name of the tool.
    pub name: String,
    /// 程序版本。Its version.
    pub version: String,
    /// 求解器及其版本。The solver and its version.
    pub solver: String,
}

/// 方案对应的情景。What the plan was written for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScenarioId {
    /// 中文标题。Title in Chinese.
    pub title_zh: String,
    /// 英文标题。Title in English.
    pub title_en: String,
    /// 人员均为虚构。The people in it are made up.
    pub made_up: bool,
    /// 核算日期，ISO 8601 格式。Reckoning date, ISO 8601.
    pub reckoning_date: String,
    /// 抽签所用的种子：在校时间和积分都相同的人员中，`种子:工号` 的 SHA-256 最小者在先。
    /// What the lottery among interchangeable people was drawn from: of those who have been at a
    /// school equally long and have as many points, the smallest SHA-256 of `seed:staff id` goes
    /// first.
    #[serde(default)]
    pub lottery_seed: String,
    /// 方案所在学年的第一个月。First month of the school year that is planned.
    pub year_start: Month,
    /// 读取的全部内容：各表、情景设定、各项政策。
    /// Everything that was read: each table, the scenario itself, each policy.
    pub inputs: Vec<InputDoc>,
}

/// 读取的一张表或一项政策。One table, or one policy, that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InputDoc {
    /// 在情景中的名称。Its name inside the scenario.
    pub name: String,
    /// 表格内容按规定次序计算的 SHA-256，或政策文本的 SHA-256；行序、格式和编码不同，结果不变。
    /// SHA-256 of a table's content, in canonical order; of a policy's text. Row order, format and
    /// encoding of the files do not change it.
    pub sha256: String,
    /// 每一行的校验码前四位和行名（工号、学校代码等；指定、回避、特批逐件；政策逐项，连同取值），用来找出编制以后哪一行有改动。
    /// The first four letters of each row's digest and what the row is called by, to find which were changed since; of
    /// pins, bans and approvals one each, of a policy one for each value, with the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<String>,
}

/// 求解结果。How the solve ended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeDoc {
    /// 结束方式：已证明最优、达到允许差距、中途停止等。`proved`, `good_enough`, `out_of_time`, …
    #[serde(with = "word_or_none")]
    #[schemars(with = "String")]
    pub ended: Option<Ended>,
    /// 不作调整时的任课安排如何求得；求到最好的不列，中途停止的按最合适的人先任课。
    /// How it was found who would be on which post if nothing were decided; absent where it is the best. Where it was
    /// stopped, whoever fits best takes a post first.
    #[serde(
        default,
        with = "word_or_none",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "String")]
    pub present: Option<Ended>,
    /// 中途停止而没有安排、或没有求到最好的事项，列规定的英文名。
    /// What is decided beside who goes where and was stopped before it was decided, or as well as can be; by its rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<String>,
    /// 允许的差距，占下界的比例；0 为要求最优。
    /// The gap that was asked for, as a share of the bound; 0 asks for the very best.
    pub gap: f64,
    /// 任意这么多人退出后，各项硬性规定仍成立；各目标的下界只与满足此要求的方案相比。
    /// So many refusals leave every must-rule standing; the bounds of the goals hold among plans of
    /// which that is true.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub withstand: u32,
    /// 各项目标，按先后次序。Goals in their order.
    pub goals: Vec<GoalDoc>,
}

fn is_nought<T: Default + PartialEq>(amount: &T) -> bool {
    *amount == T::default()
}

/// 不计入符合交流条件的一名教师。Who is not among those who meet the conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotEligibleDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 属于保护情形：除自愿、指定和撤并安置外不得调动；其余只是年限、年龄等未到。
    /// Protected: moved only by wish, by a decision or from a closing school; others are merely not due.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub protected: bool,
    /// 全部原因，用键表示。Every reason, by key.
    #[schemars(with = "Vec<String>")]
    pub reasons: Vec<StayReason>,
}

/// Why somebody is not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum StayReason {
    /// Something in her own life, of which a plan that is handed on says no more.
    #[serde(rename = "personal")]
    Personal,
    /// What the policy spares.
    #[serde(untagged)]
    Exempt(Exemption),
}

// By hand, so that an unknown word is answered with the words there are.
impl<'de> Deserialize<'de> for StayReason {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match String::deserialize(from)?.as_str() {
            "personal" => Ok(Self::Personal),
            word => Exemption::deserialize(word.into_deserializer()).map(Self::Exempt),
        }
    }
}

/// 招聘计划。Recruits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RecruitDoc {
    /// 拟招聘人员表中的一行。Line of the recruits table.
    pub pool: String,
    /// 用人形式。How employed.
    pub employment: Employment,
    /// 学校代码。School, by id.
    pub school: String,
    /// 岗位学段。Stage of the post.
    pub stage: Stage,
    /// 岗位的学科和周课时。Subjects with weekly periods of the post.
    pub parts: Vec<(Subject, u32)>,
    /// 须开齐的学科。A subject that must be opened.
    pub must_open: bool,
    /// 人数。How many.
    pub number: u32,
}

/// 申报须有乡村任教年限的职称的一名教师。An applicant for a title that asks for the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TitleDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 申报的职称。Title applied for.
    pub title: Title,
    /// 在可计年限的学校全时任教的月数。Full-time months served at schools that give the year.
    pub months: i32,
    /// 已满年限。Has the year now.
    pub has_year: bool,
    /// 由本方案取得年限。Gets it by this plan.
    pub gets_year: bool,
}

/// 派出人员的补贴支出。What postings cost in subsidies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubsidyDoc {
    /// 派往有补贴学校的人数。People sent to schools that state a subsidy.
    pub people: i64,
    /// 每学年金额，元。Yuan in a school year.
    pub yuan_a_year: i64,
}

/// 一条发现的问题，以数据表示。A finding, as facts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingDoc {
    /// 问题编号。Its number.
    pub code: String,
    /// 级别：错误、警告或提示。`error`, `warning` or `note`.
    #[schemars(with = "String")]
    pub severity: Severity,
    /// 涉及对象：全县，或学校代码、教师工号。Whom it is about: `county`, or a school or teacher id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Value>,
    /// 有关数据。The facts.
    pub facts: serde_json::Map<String, Value>,
    /// 文字说明，中文和英文。The words, in Chinese and English.
    pub says: OwnedText,
}

impl From<&Finding> for FindingDoc {
    fn from(one: &Finding) -> Self {
        let about = one.about.as_ref();
        Self {
            code: one.code.id.into(),
            severity: one.severity,
            about: about.and_then(|about| serde_json::to_value(about).ok()),
            facts: one.blanks.clone(),
            says: OwnedText::new(one.says(Lang::Zh), one.says(Lang::En)),
        }
    }
}
