//! Everybody accounted for in the plan document: one line for each person of the roster.

use super::is_nought;
use crate::blanks;
use crate::domain::{Employment, Form, Role, Roster, SchoolNo, Stage, Status, Subject};
use crate::facts::people::{Duty, DutyKind, Person, State, WhyNoPost, people};
use crate::facts::{Facts, Placement};
use crate::print::{COMMA, Phrase};
use crate::text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 人员去向：教师表中的每一人，只列一行。
/// Where somebody is next year: one line for each person of the roster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonDoc {
    /// 教师工号。Staff number.
    pub teacher: String,
    /// 姓名。Name.
    pub name: String,
    /// 去向，取最先符合的一项。The main state, the first that fits.
    pub state: State,
    /// 在岗状态，不在岗的才列。Why not at work; only of those who are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// 任教份额（百分比），全年在校的不列。Share of a load in per cent, of whoever is away for part of the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<u32>,
    /// 用人形式，援派的才列。How employed; only of those sent from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment: Option<Employment>,
    /// 职务，教师不列。The office held; none for a teacher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// 交流或在外任教的形式。The form of a move, or of a posting that goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// 现任教学校代码。Present school, by id.
    pub from: String,
    /// 新学年所在学校代码；不在各校的不列。School next year, by id; absent when at none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// 所任岗位的学科和周课时；任校长、副校长的，为所任课。
    /// Subjects with weekly periods of the post taken, or of what is taught beside leading a school.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub post: Vec<(Subject, u32)>,
    /// 承担的周课时。Weekly periods of these that are covered.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub periods: i64,
    /// 无岗的原因。Why without a post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<NoPostDoc>,
    /// 其他任务。What is done besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<DutyDoc>,
}

/// 无岗的原因及依据。Why somebody is without a post, and what it is told by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NoPostDoc {
    /// 原因。Why.
    pub why: WhyNoPost,
    /// 任教学段。The stage taught.
    pub stage: Stage,
    /// 主教学科。The main subject.
    pub subject: Subject,
    /// 本校本学段以该学科为主的岗位数。Posts of the school and stage whose main part is the subject.
    pub posts: i64,
    /// 本校本学段该学科教师数，含本人。People of the subject there, this one included.
    pub heads: i64,
    /// 其中方案调入的人数。Those of them whom the plan moves there.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub came: i64,
    /// 本校本学段该学科周课时。Weekly periods of the subject there.
    pub periods: i64,
}

/// 一项其他任务。One thing done besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DutyDoc {
    /// 任务。What.
    pub duty: DutyKind,
    /// 学校代码。School, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// 数量：每周课时、每周半天数、每学期次数、指导人数；职务和校长交流为 1。
    /// How much: periods a week, half-days a week, visits a term, people guided; 1 for offices and exchanges.
    pub number: i64,
}

/// Everybody of the roster under a plan, by staff number.
pub fn everybody(facts: &Facts<'_>, plan: &Placement) -> Vec<PersonDoc> {
    let all = people(facts, plan);
    all.iter().map(|one| person_doc(facts, one)).collect()
}

fn person_doc(facts: &Facts<'_>, one: &Person) -> PersonDoc {
    let who = facts.roster.teacher(one.teacher);
    let id = |no: SchoolNo| facts.roster.school_id(no);
    let duty = |one: &Duty| DutyDoc {
        duty: one.kind,
        school: one.school.map(id),
        number: one.number,
    };
    PersonDoc {
        teacher: who.id.clone(),
        name: who.name.clone(),
        state: one.state,
        status: (one.state == State::Away).then_some(who.status),
        duty: who.part().filter(|_| who.status == Status::Active),
        employment: Some(who.employment).filter(|one| *one == Employment::Support),
        role: (who.role != Role::Teacher).then_some(who.role),
        form: one.form,
        from: id(who.work_school),
        school: one.school.map(id),
        post: one
            .post
            .map_or_else(|| one.beside.clone(), |no| facts.post(no).parts.clone()),
        periods: one.periods,
        why: one.why.map(|told| NoPostDoc {
            why: told.why,
            stage: who.stage,
            subject: who.subject,
            posts: told.posts,
            heads: told.heads,
            came: told.came,
            periods: told.periods,
        }),
        duties: one.duties.iter().map(duty).collect(),
    }
}

const CLOSING: Text = Text::new(
    "学校撤并，方案没有安置。",
    "The school closes and the plan finds no other.",
);
const BARRED: Text = Text::new(
    "不排课，依据由人事股另存。",
    "Not given lessons; the grounds are on file with the personnel office.",
);
const NOT_TAUGHT: Text = Text::new(
    "本校{stage}不开{subject}。",
    "The school teaches no {subject} ({stage}).",
);
const NO_CERTIFICATE: Text = Text::new(
    "未持{stage}{subject}教师资格，本校没有可任的岗位。",
    "Holds no certificate for {subject} ({stage}); no post of the school can be taken.",
);
const TOO_FEW: Text = Text::new(
    "本校{stage}{subject}每周{periods}课时，不足单设一岗。",
    "{subject} ({stage}) has {periods} weekly periods at the school, too few for a post.",
);
const FULL: Text = Text::new(
    "本校{stage}{subject}岗{posts}个，{subject}教师{heads}人，岗位已满。",
    "{posts} posts of {subject} ({stage}) at the school and {heads} people of the subject; all are taken.",
);
const FULL_WITH: Text = Text::new(
    "本校{stage}{subject}岗{posts}个，{subject}教师{heads}人（其中方案调入{came}人），岗位已满。",
    "{posts} posts of {subject} ({stage}) at the school and {heads} people of the subject, {came} of whom the plan moves there; all are taken.",
);
const TAKEN: Text = Text::new(
    "本校{stage}{subject}岗{posts}个，已由其他学科教师或新招教师任课。",
    "{posts} posts of {subject} ({stage}) at the school, taken by people of other subjects or recruits.",
);
const OTHERS_TAKEN: Text = Text::new(
    "本校{stage}没有以{subject}为主的岗位，可任的其他岗位均已有人任课。",
    "No post of the school is chiefly {subject} ({stage}); those that could be taken besides are taken.",
);
const SEAT_LEFT: Text = Text::new(
    "本校尚有可任的空岗，方案没有安排。",
    "A post at the school could be taken and stands empty.",
);

impl NoPostDoc {
    /// Why, in a sentence.
    pub fn says(&self) -> Phrase {
        let says = match self.why {
            WhyNoPost::Closing => CLOSING,
            WhyNoPost::Barred => BARRED,
            WhyNoPost::NotTaught => NOT_TAUGHT,
            WhyNoPost::NoCertificate => NO_CERTIFICATE,
            WhyNoPost::TooFewPeriods => TOO_FEW,
            WhyNoPost::Full if self.posts == 0 => OTHERS_TAKEN,
            WhyNoPost::Full if self.heads > self.posts && self.came > 0 => FULL_WITH,
            WhyNoPost::Full if self.heads > self.posts => FULL,
            WhyNoPost::Full => TAKEN,
            WhyNoPost::SeatLeft => SEAT_LEFT,
        };
        let blanks = blanks! {
            stage: self.stage.text(), subject: self.subject.text(),
            posts: self.posts, heads: self.heads, came: self.came, periods: self.periods,
        };
        Phrase::fill(says, &blanks)
    }
}

impl PersonDoc {
    /// The state with school and post, in words.
    pub fn says(&self, roster: &Roster) -> Phrase {
        let school = self.school.iter().map(|id| {
            let found = roster.find_school(id);
            let name = found.map_or(id, |no| &roster.school(no).name);
            Phrase::from(name)
        });
        let part = |(subject, periods): &(Subject, u32)| {
            Phrase::of(|lang| format!("{}{periods}", subject.text().get(lang)))
        };
        let state = [Phrase::from(self.state.text())].into_iter();
        let words = state.chain(school).chain(self.post.iter().map(part));
        Phrase::join(words, COMMA)
    }
}
