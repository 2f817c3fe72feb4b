//! Who is put on which teaching post: contradictions inside a plan, whatever the weights are.
//! Belongs to `teaching_posts` (R07).

use super::Verdict;
use crate::blanks;
use crate::domain::School;
use crate::facts::{Facts, Placement, PostNo};
use crate::finding::Code;
use crate::text::Blanks;
use std::collections::BTreeMap;

pub(super) static NOT_THERE: Code = Code::error(
    "R07b",
    "方案让{name}承担{school}的{subjects}岗，但其新学年不在该校。",
    "{name} is given a post for {subjects} at {school} without being there next year.",
    "更正任岗人员，或写明其调入该校。",
    "Mend who fills the post, or enter the move.",
);

pub(super) static TWO_POSTS: Code = Code::error(
    "R07c",
    "{name}同时占用{number}个岗位。",
    "{name} is on {number} posts at the same time.",
    "每人只占一个岗位。",
    "Give each person one post.",
);

pub(super) static COVERS_NOTHING: Code = Code::error(
    "R07d",
    "{name}不能任教{school}{stage}{subjects}岗的任何学科。",
    "{name} may teach nothing of the post for {subjects} ({stage}) at {school}.",
    "按任教学科和教师资格另行安排。",
    "Choose somebody by subjects and certificates.",
);

pub(super) static OVERFILLED: Code = Code::error(
    "R07e",
    "{school}{stage}{subjects}岗只有{need}个，安排了{actual}人。",
    "{school} has {need} posts for {subjects} ({stage}), yet {actual} people are put on them.",
    "减少安排的人数。",
    "Put fewer people on them.",
);

pub(super) static NO_POST: Code = Code::error(
    "R07f",
    "{name}调入{school}后没有岗位。",
    "{name} is moved to {school} without a post there.",
    "为其落实岗位，或去掉这一调动。",
    "Give this person a post, or take the move out.",
);

/// Whoever is on a post is at that school and on no other post; whoever is moved is on one.
pub(super) fn audit_people(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let next = plan.next(facts);
    let mut on: BTreeMap<_, i64> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        for who in people {
            *on.entry(*who).or_default() += 1;
            if next[who.0] != Some(facts.post(no).school) {
                let teacher = facts.roster.teacher(*who);
                let words = describe(facts, no, blanks! { name: teacher.name });
                verdict.fault(teacher, &NOT_THERE, words);
            }
        }
    }
    for (who, number) in on.iter().filter(|(_, number)| **number > 1) {
        let teacher = facts.roster.teacher(*who);
        let words = blanks! { name: teacher.name, number: number };
        verdict.fault(teacher, &TWO_POSTS, words);
    }
    for one in &plan.moves {
        if !on.contains_key(&one.teacher) {
            let teacher = facts.roster.teacher(one.teacher);
            let words = blanks! { name: teacher.name, school: facts.roster.school(one.to).name };
            verdict.fault(teacher, &NO_POST, words);
        }
    }
}

pub(super) fn school_of<'f>(facts: &Facts<'f>, no: PostNo) -> &'f School {
    facts.roster.school(facts.post(no).school)
}

/// School, stage and subjects of a post, besides other facts.
pub(super) fn describe(facts: &Facts<'_>, no: PostNo, mut words: Blanks) -> Blanks {
    let post = facts.post(no);
    let subjects: Vec<_> = post.parts.iter().map(|part| part.0.text()).collect();
    let school = &school_of(facts, no).name;
    words.append(&mut blanks! { school: school, stage: post.stage.text(), subjects: subjects });
    words
}
