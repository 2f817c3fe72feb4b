//! R09 Village subjects (乡村学校体音美心理教师).
//!
//! Symbols: `V` schools of the listed classes; `K` listed subjects; `cover[s,g,k]` people and
//! recruits on posts of school `s` and stage `g` with a part in subject `k` who may teach it
//! [persons]; of a subject too small for any post there, whoever is on a post there and may teach it. A combined
//! post that is shared with other subjects will do.

use super::{Rule, Verdict, cover};
use crate::domain::{SchoolNo, Subject};
use crate::facts::own_staff::Place;
use crate::facts::values::village_subjects;
use crate::facts::{Facts, Placement};
use crate::policy::{Card, GoalId};
use crate::text::Text;

crate::finding::codes! { pub(super),
    LACKING "R09" error
        ["{school}（{stage}）未配备{subject}教师，专任、兼任均无。", "{school} ({stage}) has no teacher of {subject}, not even on a shared post."]
        ["优先向该校派出或招聘该学科教师，或由能兼课的教师承担。", "Send or recruit one first, or let somebody with the certificate share the periods."];
}

pub(super) static CARD: Card = Card {
    code: "R09",
    id: village_subjects::RULE,
    title: Text::new("乡村学校紧缺学科配齐", "Village subjects"),
    asks: Text::new(
        "乡村学校配齐体育、音乐、美术、心理健康教师，可以兼任。",
        "Village schools have a teacher of PE, music, fine art and psychology, on shared posts if need be.",
    ),
    formula: "cover[s,g,k] ≥ 1   for every s ∈ V, g and k ∈ K with periods",
    unit: Text::new("门", "subjects"),
    goal: GoalId::OpenSubjects,
    mend: Some(Text::new(
        "允许{place}暂缺教师",
        "{place} may go without a teacher for now",
    )),
    params: village_subjects::PARAMS,
    marks: &[],
    suspected: 12,
    breaches: CODES,
};

/// Whether the policy wants a teacher of a subject at a school.
pub(crate) fn asks(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> bool {
    facts
        .book
        .get(village_subjects::SUBJECTS)
        .contains(&subject)
        && facts
            .roster
            .school(school)
            .is_any(&facts.book.get(village_subjects::SCHOOLS))
}

/// Village schools have a teacher of each of the listed subjects.
pub(super) struct VillageSubjects;

impl Rule for VillageSubjects {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let asks = |(school, _, subject): Place| asks(facts, school, subject);
        let name = Text::new(
            "已配齐（校×学段×学科）",
            "provided (school, stage, subject)",
        );
        cover::judge(facts, plan, verdict, (CARD.id, &LACKING, name), asks);
    }
}

impl super::Constrain for VillageSubjects {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        let facts = program.facts;
        cover::constrain(program, &CARD, |(school, _, subject)| {
            asks(facts, school, subject)
        });
    }
}
