//! R45 Teaching after the title (聘任中高级职称后任教).
//!
//! Symbols: `H` who holds a middle or senior title on quota, or is appointed to one by the plan, without
//! those who retire, are on leave or in training [persons]; `u[t]` weekly periods of teacher `t`: on her
//! post, beside leading a school, and besides [periods]; `m` the fewest that the policy asks, one where it
//! states none. Whoever is seconded teaches nothing. Judged only: a post is given to whom it suits.

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{Employment, Status, TeacherNo, Title};
use crate::facts::office_lessons::office_lessons;
use crate::facts::{Exemption, Facts, Placement};
use crate::policy::{Card, GoalId, Mark, values};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

values! {
    "teaching_after_title"
    PERIODS_AT_LEAST: Option<i64> = "periods_at_least"
        "聘任中、高级职称后每周至少任课的课时；不填为有课即可"
        "fewest weekly periods of whoever holds a middle or senior title; where not stated, any will do";
}

crate::finding::codes! { pub(super),
    NOT_TEACHING "R45" warning
        ["{teacher}聘任{title}，新学年每周任课{periods}课时，不足{need}课时（{why}）。", "{teacher} holds the title {title} but will teach {periods} weekly periods, fewer than {need} ({why})."]
        ["安排任课；借调的按规定清理返岗；确不任教的，按规定处理其聘任。", "Give lessons to that person, or call her back; otherwise review the appointment."];
}

pub(super) static CARD: Card = Card {
    code: "R45",
    id: RULE,
    title: Text::new("聘任中高级职称后任教", "Teaching after the title"),
    asks: Text::new(
        "聘任中、高级职称的教师坚持从事一线教学，已聘任的同样核对，借调不任教的也列出。",
        "Whoever holds a middle or senior title goes on teaching, also those appointed long ago and those seconded.",
    ),
    formula: "u[t] ≥ m   t ∈ H",
    unit: Text::new("人", "persons"),
    goal: GoalId::Shortfall,
    mend: None,
    params: PARAMS,
    marks: &[Mark::JudgedOnly],
    suspected: 0,
    breaches: CODES,
};

/// Whoever holds a middle or senior title teaches.
pub(super) struct TeachingAfterTitle;

const SECONDED: Text = Text::new("借调", "seconded");
const NO_POST: Text = Text::new("方案未安排岗位", "no post by the plan");
const FEW: Text = Text::new("课时不足", "too few periods");

impl Rule for TeachingAfterTitle {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let least = facts.book.get(PERIODS_AT_LEAST).unwrap_or(1);
        let (taught, appointed) = (taught(facts, plan), appointed(facts, plan));
        let (mut all, mut teach) = (0, 0);
        for who in facts.roster.teacher_nos() {
            let teacher = facts.roster.teacher(who);
            let holds = appointed.get(&who).copied().max(Some(teacher.title));
            let Some(title) = holds.filter(|title| *title >= Title::First) else {
                continue;
            };
            let here = matches!(teacher.status, Status::Active | Status::Seconded);
            let leaves = facts.stands(who).exemptions.contains(&Exemption::Leaving);
            if !here || leaves || teacher.employment != Employment::OnQuota {
                continue;
            }
            let periods = taught.get(&who).copied().unwrap_or(0);
            all += 1;
            teach += i64::from(periods >= least);
            let why = match (teacher.status, periods) {
                (Status::Seconded, _) => SECONDED,
                (_, 0) => NO_POST,
                _ => FEW,
            };
            let words = blanks! {
                teacher: teacher.name, title: title.text(), periods: periods, need: least, why: why,
            };
            let short = i64::from(periods < least);
            verdict.given_none(teacher, &NOT_TEACHING, short, words);
        }
        let name = Text::new(
            "任课的中高级职称教师",
            "of middle or senior title who teach",
        );
        verdict.bar(name, teach, all, all);
    }
}

/// Weekly periods of everybody: on the post, beside leading a school, and besides.
fn taught(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<TeacherNo, i64> {
    let mut all: BTreeMap<TeacherNo, i64> = BTreeMap::new();
    for no in facts.post_nos() {
        for who in &plan.fills[no.0] {
            let profile = facts.profile(facts.stands(*who).profile);
            *all.entry(*who).or_default() += profile.fit(facts.post(no)).covered();
        }
    }
    for (who, parts) in office_lessons(facts, plan).taught {
        let periods: u32 = parts.iter().map(|part| part.1).sum();
        *all.entry(who).or_default() += i64::from(periods);
    }
    for lesson in &plan.lessons {
        *all.entry(lesson.teacher).or_default() += i64::from(lesson.periods);
    }
    all
}

/// Whom the plan appoints, and to which title.
fn appointed(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<TeacherNo, Title> {
    let chosen: BTreeSet<_> = plan.appointments.iter().collect();
    let all = facts.titles.applicants.iter();
    let all = all.filter(|one| chosen.contains(&one.teacher));
    all.map(|one| (one.teacher, one.title)).collect()
}

impl super::Constrain for TeachingAfterTitle {}
