//! R08 Must-open subjects (开齐课程).
//!
//! Symbols: `K` subjects that must be opened; `cover[s,g,k]` people and recruits on posts of school
//! `s` and stage `g` with a part in subject `k` who may teach it [persons].

use super::{Rule, Verdict, cover};
use crate::domain::Subject;
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
        "各校课程计划规定的学科都有能任教的教师，专任、兼课均可。",
        "Every school has somebody who may teach each subject of the curriculum, in a whole or a combined post.",
    ),
    formula: "cover[s,g,k] ≥ 1   for every s, g and k ∈ K with a post",
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

fn listed(facts: &Facts<'_>) -> Vec<Subject> {
    let words = facts.book.get(must_open_subjects::SUBJECTS);
    let asks = |subject: &Subject| {
        words.contains(&SubjectOrAll::All) || words.contains(&SubjectOrAll::One(*subject))
    };
    Subject::all().filter(asks).collect()
}

impl Rule for MustOpenSubjects {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let listed = listed(facts);
        let name = Text::new(
            "已开齐的学科（校×学段×学科）",
            "subjects opened (school, stage, subject)",
        );
        let asks = |_: &_, subject| listed.contains(&subject);
        cover::judge(facts, plan, verdict, (CARD.id, &NOT_OPEN, name), asks);
    }
}

impl super::Constrain for MustOpenSubjects {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let listed = listed(program.facts);
        cover::constrain(program, &CARD, |_, subject| listed.contains(&subject));
    }
}
