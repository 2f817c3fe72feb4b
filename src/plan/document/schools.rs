//! Schools, before and after, in the plan document.

use super::{is_nought, word_or_none};
use crate::domain::{Area, Indicator, School, SchoolKind, Stage, Subject};
use crate::facts::Reckoning;
use crate::plan::figures::{FigureId, SchoolFigureDoc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 一所学校方案前后情况。One school, before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SchoolDoc {
    /// 学校代码。Id.
    pub id: String,
    /// 学校名称。Name.
    pub name: String,
    /// 学校类型。Kind.
    pub kind: SchoolKind,
    /// 城乡类型。Where it lies.
    pub area: Area,
    /// 在校生数；撤并的学校为零。Pupils; none at a school that closes.
    pub pupils: u32,
    /// 班级数。Classes.
    pub classes: u32,
    /// 现有任教人数。People who teach there now.
    pub heads_now: u32,
    /// 不作调整时的任教人数。People who teach there when nothing is decided.
    pub heads_before: u32,
    /// 方案后的任教人数，含新招。People who teach there after the plan, recruits included.
    pub heads_after: u32,
    /// 本校的各项指标，定义见指标登记。Figures of the school, defined in the register.
    #[serde(default)]
    pub figures: Vec<SchoolFigureDoc>,
    /// 各学科教师数，方案前后。Heads by own subject before and after.
    pub subjects: Vec<SubjectDoc>,
    /// 编制。Quota.
    pub quota: QuotaDoc,
    /// 教学岗位及任岗人员。Posts and who fills them.
    pub teaching_posts: Vec<PostDoc>,
    /// 每百名学生拥有教师数，不参评的学校为空。Staff per hundred pupils; empty when not assessed.
    pub indicators: Vec<IndicatorDoc>,
}

impl SchoolDoc {
    /// A school of which nothing is said yet.
    pub fn bare(school: &School) -> Self {
        Self {
            id: school.id.clone(),
            name: school.name.clone(),
            kind: school.kind,
            area: school.area,
            ..Self::default()
        }
    }

    /// The value of a figure of the register for this school; none where the plan does not state it.
    pub fn figure(&self, key: FigureId) -> Option<i64> {
        let mut figures = self.figures.iter();
        figures.find(|one| one.key == key).map(|one| one.value)
    }
}

/// 一项每百名学生拥有教师数指标，人。An indicator of staff per hundred pupils, heads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IndicatorDoc {
    /// 指标。The indicator.
    pub indicator: Indicator,
    /// 应有人数。Heads that are asked for.
    pub need: i64,
    /// 不作调整时的人数。Heads when nothing is decided.
    pub before: i64,
    /// 方案后的人数，含新招。Heads after the plan, recruits included.
    pub after: i64,
}

/// 一门学科的教师数和余缺，口径同余缺平衡。Heads by own subject, over and short as the balance reckons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubjectDoc {
    /// 学段；较早的方案不分学段。The stage; a plan of an older program does not tell them apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// 学科。The subject.
    pub subject: Subject,
    /// 每周应开课时。Weekly periods to be taught.
    #[serde(default)]
    pub periods: i64,
    /// 以本学科为主的岗位数。Posts whose main part is this subject.
    pub posts: i64,
    /// 不作调整时的本学科教师数。Own-subject heads when nothing is decided.
    pub before: i64,
    /// 方案后的本学科教师数，含新招。Own-subject heads after the plan, recruits included.
    pub after: i64,
    /// 不作调整时的余缺，折合人；正数为余，负数为缺；没有标准周课时、不设专岗的为空。
    /// Over or short when nothing is decided, in people; absent without a standard load, and for subjects that
    /// any teacher takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_before: Option<i64>,
    /// 方案后的余缺。The same after the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_after: Option<i64>,
}

impl SubjectDoc {
    /// Whether it is of this stage; of a plan that does not tell stages apart every one is.
    pub fn is_of(&self, stage: Stage) -> bool {
        self.stage.is_none_or(|own| own == stage)
    }
}

/// 一所学校的编制，人。Quota of a school, heads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuotaDoc {
    /// 按规定应核数的精确值：分子和分母。What the rule asks, exact: numerator and denominator.
    pub asked: [i64; 2],
    /// 本次核定编制。What it is given.
    pub given: i64,
    /// 其中撤并学校教师随人划转的名额，划出为负。Of these, places that people of closing schools take along; below nought
    /// where they leave with them.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub brought: i64,
    /// 原核定编制，有数据时。In force before, when stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<u32>,
    /// 现有在编人数。On-quota heads now.
    pub heads_now: i64,
    /// 方案后在编人数。On-quota heads after the plan.
    pub heads_after: i64,
}

impl QuotaDoc {
    /// By how much the quota changes, where it is known what was in force.
    pub fn change(&self) -> Option<i64> {
        Some(self.given - i64::from(self.in_force?))
    }
}

/// 一所学校的一种岗位。One kind of post at a school.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PostDoc {
    /// 学段。Stage.
    pub stage: Stage,
    /// 学科和周课时。Subjects with weekly periods.
    pub parts: Vec<(Subject, u32)>,
    /// 主要学科：有专门资格要求的学科中课时最多的。Its main subject: of those with a certificate of their
    /// own the one with most periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main: Option<Subject>,
    /// 岗位数。How many such posts.
    pub number: u32,
    /// 岗位的核算方式。How it was reckoned.
    #[serde(with = "word_or_none")]
    #[schemars(with = "String")]
    pub how: Option<Reckoning>,
    /// 须开齐的学科。A subject that must be opened.
    pub must_open: bool,
    /// 任岗教师工号。Staff numbers of those who fill it.
    pub filled_by: Vec<String>,
    /// 不作调整时的任岗教师工号；与方案相同的不写。
    /// Staff numbers of those who fill it when nothing is decided; absent where they are the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled_before: Option<Vec<String>>,
    /// 由新招教师担任的岗位数。Recruits who fill it.
    pub recruits: u32,
    /// 空缺岗位数。How many stay empty.
    pub empty: u32,
}

impl PostDoc {
    /// Its main subject, by its parts where the document does not say.
    pub fn main(&self) -> Option<Subject> {
        let parts = self.parts.iter().copied();
        self.main.or_else(|| crate::facts::largest(parts))
    }
}

/// 撤并学校的学生转入他校。Pupils of a closing school who go to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MergerDoc {
    /// 撤并的学校，列代码。The school that closes, by id.
    pub from: String,
    /// 接收学校，列代码；没有的，这些学生不计入任何学校。
    /// The school that takes them in, by id; absent: these pupils are counted nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// 转入的学生数。Pupils who go there.
    pub pupils: u32,
}

/// 大班额化解：新学年前分班的一个年级。A grade whose classes are split before the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SplitDoc {
    /// 学校代码。School, by id.
    pub school: String,
    /// 年级，1–12。Grade 1–12.
    pub grade: u8,
    /// 表中现有各班人数。Pupils of each class as the table has them.
    pub before: Vec<u32>,
    /// 新学年各班人数。Pupils of each class next year.
    pub after: Vec<u32>,
}
