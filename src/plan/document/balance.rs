//! The balance before anything is decided, in the plan document: what is to be taught and who is there for it.

use super::is_nought;
use crate::domain::{Stage, Subject};
use crate::facts::Facts;
use crate::facts::fillers::WhyEmpty;
use crate::facts::form_teachers::reductions;
use crate::facts::ledger::{self, Line, Taught};
use crate::facts::values::teaching_posts::{self, FormTeacher};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 余缺平衡：编制方案之前，每周应开课时和在岗教师可承担课时。
/// Weekly periods to be taught and what the people at work can teach, before anything is decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BalanceDoc {
    /// 全县，按学段和学科。The county, by stage and subject.
    pub county: Vec<BalanceLineDoc>,
    /// 各校，按学段和学科。Each school, by stage and subject.
    pub schools: Vec<BalanceLineDoc>,
    /// 班主任减免课时的三种算法。What form teachers' reductions would take off, in three ways.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub form_teachers: FormTeachersDoc,
}

/// 一个学段一门学科的余缺。One subject at a stage.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BalanceLineDoc {
    /// 学校代码；全县的不列。School, by id; absent for the county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// 学段。Stage.
    pub stage: Stage,
    /// 学科。Subject.
    pub subject: Subject,
    /// 每周应开课时。Weekly periods to be taught.
    pub periods: i64,
    /// 在岗的本学科教师，人。People at work whose own subject it is.
    pub heads: i64,
    /// 上述教师可承担的周课时。Weekly periods that they can teach.
    pub capacity: i64,
    /// 因职务等核减的周课时。Weekly periods taken off for offices and the like.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub reduced: i64,
    /// 持有该学科资格的在岗教师，人。People at work who may teach it by certificate.
    pub holders: i64,
    /// 标准周课时；没有数据时为 0。Standard load; 0 when the tables state none.
    pub load: i64,
    /// 不设专门资格，由同学段教师兼任。Without a certificate of its own: any teacher of the stage takes it.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub open: bool,
}

/// 班主任减免课时对余缺的影响。What form teachers' reductions would mean for the balance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FormTeachersDoc {
    /// 班级数，每班一名班主任。Classes, one form teacher each.
    pub classes: i64,
    /// 按标准课时一半计算时减少的周课时。Weekly periods less when half a load counts for it.
    pub half: i64,
    /// 按政策所填每班课时数计算时减少的周课时。Weekly periods less by the number that the policy states.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub own: i64,
    /// 政策所填每班课时数。That number.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub each: i64,
    /// 现行取值。The setting in force.
    #[serde(default)]
    pub setting: FormTeacher,
    /// 按现行取值已核减的周课时，已计入上表。Weekly periods that it takes off, already in the lines above.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub taken: i64,
}

impl BalanceLineDoc {
    /// Weekly periods over (above nought) or short (below).
    pub const fn over(&self) -> i64 {
        self.capacity - self.periods
    }

    fn line(&self) -> Line {
        Line {
            periods: self.periods,
            heads: self.heads,
            capacity: self.capacity,
            reduced: self.reduced,
            holders: self.holders,
            load: self.load,
            open: self.open,
        }
    }
}

/// 空缺岗位。A post left empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UnfilledDoc {
    /// 学校代码。School, by id.
    pub school: String,
    /// 学段。Stage.
    pub stage: Stage,
    /// 学科和周课时。Subjects with weekly periods.
    pub parts: Vec<(Subject, u32)>,
    /// 岗位数。How many.
    pub number: u32,
    /// 空缺的原因。Why they stay empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyEmpty>,
    /// 全县在岗教师中能任此岗的人数。People at work in the county who could take it.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub able: i64,
    /// 其中现无岗的人数。Those of them without a post.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub idle: i64,
    /// 无岗人员最多能承担的周课时。Most weekly periods that one without a post would cover.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub covered: i64,
}

/// Lines added up.
pub fn sum_of<'l>(lines: impl Iterator<Item = &'l BalanceLineDoc>) -> Line {
    let lines: Vec<Line> = lines.map(BalanceLineDoc::line).collect();
    ledger::sum(lines.iter())
}

/// The balance of a county.
pub fn balance_doc(facts: &Facts<'_>) -> BalanceDoc {
    let ledger = ledger::ledger(facts);
    let county = ledger::county(&ledger);
    let schools = ledger.iter().flat_map(|(school, lines)| {
        let id = facts.roster.school_id(*school);
        let lines = lines.iter();
        lines.map(move |(taught, line)| line_doc(Some(id.clone()), *taught, line))
    });
    let less = reductions(facts);
    BalanceDoc {
        county: county
            .iter()
            .map(|(taught, line)| line_doc(None, *taught, line))
            .collect(),
        schools: schools.collect(),
        form_teachers: FormTeachersDoc {
            classes: less.classes,
            half: less.half,
            own: less.own,
            each: facts.book.get(teaching_posts::FORM_TEACHER_PERIODS),
            setting: facts.book.get(teaching_posts::FORM_TEACHER),
            taken: less.taken,
        },
    }
}

fn line_doc(school: Option<String>, (stage, subject): Taught, line: &Line) -> BalanceLineDoc {
    BalanceLineDoc {
        school,
        stage,
        subject,
        periods: line.periods,
        heads: line.heads,
        capacity: line.capacity,
        reduced: line.reduced,
        holders: line.holders,
        load: line.load,
        open: line.open,
    }
}
