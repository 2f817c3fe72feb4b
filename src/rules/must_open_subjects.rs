//! R08 Must-open subjects (开齐课程).
//!
//! Symbols: `K` subjects that must be opened; `cover[s,g,k]` people and recruits on posts of school
//! `s` and stage `g` with a part in subject `k` who may teach it [persons]; of a subject too small for any post
//! there, whoever is on a post there and may teach it.

use super::{Rule, Verdict, cover};
use crate::domain::{Stage, Subject};
use crate::facts::own_staff::Place;
use crate::facts::values::must_open_subjects::{self, SubjectOrAll};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    NOT_OPEN "R08" error
        ["{school}{stage}的{subject}没有能任教的教师，该课程开不出来。", "{school} has nobody on a post who may teach {subject} ({stage}): the subject is not opened."]
        ["调入、招聘或由能兼课的教师承担。", "Move somebody in, recruit, or let somebody with the certificate share the periods."];
}

pub(super) static CARD: Card = Card {
    code: "R08",
    id: must_open_subjects::RULE,
    title: Text::new("开齐课程", "Must-open subjects"),
    asks: Text::new(
        "各校课程计划规定的学科都有能任教的教师，专任、兼课均可；不设专岗的学科由同学段教师兼任，不在此列。",
        "Every school has somebody who may teach each subject of the curriculum, in a whole or a combined post; what any teacher of the stage may teach is not asked for.",
    ),
    formula: "cover[s,g,k] ≥ 1   for every s, g and k ∈ K with periods",
    unit: Text::new("门", "subjects"),
    goal: GoalId::OpenSubjects,
    mend: Some(Text::new(
        "允许{place}暂不开齐",
        "{place} may go without a teacher for now",
    )),
    params: must_open_subjects::PARAMS,
    marks: &[],
    suspected: 25,
    breaches: CODES,
};

/// Every subject of the curriculum is taught by somebody who may.
pub(super) struct MustOpenSubjects;

/// Whether the policy wants a subject opened at a stage. What any teacher of the stage may teach (不设专岗学科) is opened by
/// whoever is there; it is asked for only where the policy names it.
pub(crate) fn asks(facts: &Facts<'_>, stage: Stage, subject: Subject) -> bool {
    let words = facts.book.get(must_open_subjects::SUBJECTS);
    let every = words.contains(&SubjectOrAll::All) && !facts.rights.is_open(stage, subject);
    facts.book.is_on(must_open_subjects::RULE)
        && (every || words.contains(&SubjectOrAll::One(subject)))
}

impl Rule for MustOpenSubjects {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let name = Text::new(
            "已开齐的学科（校×学段×学科）",
            "subjects opened (school, stage, subject)",
        );
        let asks = |(_, stage, subject): Place| asks(facts, stage, subject);
        cover::judge(facts, plan, verdict, (CARD.id, &NOT_OPEN, name), asks);
    }
}

impl super::Constrain for MustOpenSubjects {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        cover::constrain(program, &CARD, |(_, stage, subject)| {
            asks(facts, stage, subject)
        });
    }
}
