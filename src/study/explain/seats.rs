//! Posts of somebody's subject: who is on them at her school, and where one stays empty.

use crate::decide::Decided;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, PostNo, worthy};

/// Whether the plan leaves a post empty at a school that would be worth a move of hers.
pub(super) fn has_seat_for(
    facts: &Facts<'_>,
    plan: &Decided,
    who: TeacherNo,
    school: SchoolNo,
) -> bool {
    let profile = facts.stands(who).profile;
    let mut posts = facts.posts_of(school);
    posts.any(|no| plan.placement.empty_of(facts, no) > 0 && worthy(facts, profile, no))
}

/// Who is on the posts of somebody's subject at her school, and where posts of it stay empty.
pub(super) fn posts_of_subject(
    facts: &Facts<'_>,
    plan: &Decided,
    who: TeacherNo,
) -> (Vec<(String, String)>, Vec<String>) {
    let (roster, teacher) = (facts.roster, facts.roster.teacher(who));
    let base = facts.stands(who).base;
    let hers = |no: &PostNo| {
        let post = facts.post(*no);
        post.stage == teacher.stage && post.is_main(teacher.subject)
    };
    let (mut holders, mut short) = (Vec::new(), Vec::new());
    for no in facts.post_nos().filter(hers) {
        let school = facts.post(no).school;
        if Some(school) == base {
            let on = plan.placement.fills[no.0].iter();
            holders.extend(on.map(|one| (roster.teacher_id(*one), roster.teacher_name(*one))));
        }
        let name = &roster.school(school).name;
        if plan.placement.empty_of(facts, no) > 0 && !short.contains(name) {
            short.push(name.clone());
        }
    }
    (holders, short)
}
