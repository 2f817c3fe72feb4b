//! R09 Village subjects (乡村学校体音美心理教师).
//!
//! Symbols: `V` schools of the listed classes; `K` listed subjects; `cover[s,g,k]` people and
//! recruits on posts of school `s` and stage `g` with a part in subject `k` who may teach it
//! [persons]. A combined post that is shared with other subjects will do.

use super::{Rule, Verdict, cover};
use crate::domain::{Class, School, Subject};
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId, values};
use crate::text::Text;

values! {
    "village_subjects"
    SUBJECTS: Vec<Subject> = "subjects" "须配齐的学科" "subjects for which there must be a teacher";
    SCHOOLS: Vec<Class> = "schools" "适用学校类别" "classes of school concerned";
}

crate::finding::codes! { pub(super),
    LACKING "R09" error
        ["{school}（{stage}）未配备{subject}教师，专任、兼任均无。", "{school} ({stage}) has no teacher of {subject}, not even on a shared post."]
        ["优先向该校派出或招聘该学科教师，或由能兼课的教师承担。", "Send or recruit one first, or let somebody with the certificate share the periods."];
}

pub(super) static CARD: Card = Card {
    code: "R09",
    id: RULE,
    title: Text::new("乡村学校紧缺学科配齐", "Village subjects"),
    asks: Text::new(
        "乡村学校配齐体育、音乐、美术、心理健康教师，可以兼任。",
        "Village schools have a teacher of PE, music, fine art and psychology, on shared posts if need be.",
    ),
    formula: "cover[s,g,k] ≥ 1   for every s ∈ V, g and k ∈ K with a post",
    unit: Text::new("门", "subjects"),
    goal: GoalId::OpenSubjects,
    mend: Some(Text::new(
        "允许{place}暂缺教师",
        "{place} may go without a teacher for now",
    )),
    params: PARAMS,
    marks: &[],
    suspected: 12,
    breaches: CODES,
};

/// Village schools have a teacher of each of the listed subjects.
pub(super) struct VillageSubjects;

impl Rule for VillageSubjects {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let (subjects, classes) = (facts.book.get(SUBJECTS), facts.book.get(SCHOOLS));
        let asks =
            |school: &School, subject| school.is_any(&classes) && subjects.contains(&subject);
        let name = Text::new(
            "已配齐（校×学段×学科）",
            "provided (school, stage, subject)",
        );
        cover::judge(facts, plan, verdict, (CARD.id, &LACKING, name), asks);
    }
}

impl super::Constrain for VillageSubjects {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let book = program.facts.book;
        let (classes, subjects) = (book.get(SCHOOLS), book.get(SUBJECTS));
        cover::constrain(program, &CARD, |school, subject| {
            subjects.contains(&subject) && school.is_any(&classes)
        });
    }
}
