//! Who fills which post where a roll made by hand does not say: everybody takes a free post of the school where the
//! plan has her, one that is chiefly her own subject first, then the one of which she covers most.

use super::plan_codes::SEATED;
use super::reader::Reader;
use super::secondary::{Proof, decisions};
use super::{Plan, PostDoc, RecruitDoc, SchoolDoc};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement, PostNo};
use crate::finding::Finding;
use std::collections::BTreeSet;

/// Seats everybody who has no post yet, and tells how many found one.
pub(super) fn seat_all(reader: &mut Reader<'_>) {
    let (facts, plan) = (reader.facts, &mut reader.plan);
    let number = seat(facts, plan);
    let left = plan.empty_posts(facts);
    let blanks = blanks! { number: number, left: left };
    reader.findings.push(Finding::new(&SEATED, blanks));
}

/// Who fills which post when nothing is decided, as whoever fits best takes it: what is known at once, where there is no
/// time to work out how most posts would be filled.
pub fn seated_at_home(facts: &Facts<'_>) -> Placement {
    let mut plan = Placement::empty(facts);
    seat(facts, &mut plan);
    plan.sort_fills();
    plan
}

/// Seats whoever has no post yet and fits one that is free.
pub fn seat_the_rest(facts: &Facts<'_>, plan: &mut Placement) {
    seat(facts, plan);
    plan.sort_fills();
}

/// Writes down in a document who goes where on which terms, who fills which post, who is recruited, and what goes beside.
pub fn put_down(facts: &Facts<'_>, plan: &Placement, doc: &mut Plan) {
    let roster = facts.roster;
    for one in &mut doc.moves {
        let who = roster.find_teacher(&one.teacher);
        let Some(planned) = who.and_then(|who| plan.move_of(who)) else {
            continue;
        };
        one.from = roster.school_id(planned.from);
        (one.form, one.start, one.end) = (planned.form, planned.start, planned.end);
        one.quota_goes = planned.quota_goes;
        one.unsaid.clear();
    }
    let school = |no: SchoolNo| {
        let posts = facts.posts_of(no).map(|post| post_doc(facts, plan, post));
        SchoolDoc {
            teaching_posts: posts.collect(),
            ..SchoolDoc::bare(roster.school(no))
        }
    };
    doc.schools = roster.school_nos().map(school).collect();
    let hires = plan.hires.iter().map(|hire| {
        let (pool, post) = (&roster.pools[hire.pool], facts.post(hire.post));
        RecruitDoc {
            pool: pool.id.clone(),
            employment: pool.employment,
            school: roster.school_id(post.school),
            stage: post.stage,
            parts: post.parts.clone(),
            must_open: post.must_open,
            number: hire.number,
        }
    });
    doc.recruits = hires.collect();
    for one in decisions(facts) {
        one.list(facts, plan, Proof::default(), doc);
    }
}

fn post_doc(facts: &Facts<'_>, plan: &Placement, no: PostNo) -> PostDoc {
    let post = facts.post(no);
    let people = plan.fills[no.0].iter();
    PostDoc {
        stage: post.stage,
        parts: post.parts.clone(),
        number: post.number,
        must_open: post.must_open,
        filled_by: people.map(|who| facts.roster.teacher_id(*who)).collect(),
        ..PostDoc::default()
    }
}

/// Seats everybody who has no post yet; how many found one.
fn seat(facts: &Facts<'_>, plan: &mut Placement) -> usize {
    let mut seated: BTreeSet<TeacherNo> = plan.fills.iter().flatten().copied().collect();
    let before = seated.len();
    for (_, post, who) in wishes(facts, plan) {
        if plan.empty_of(facts, post) > 0 && seated.insert(who) {
            plan.fills[post.0].push(who);
        }
    }
    seated.len() - before
}

/// Everybody with every post that she could fill, the best first; of equals the first on the roster.
fn wishes(
    facts: &Facts<'_>,
    plan: &Placement,
) -> BTreeSet<((bool, i64, TeacherNo), PostNo, TeacherNo)> {
    let next = plan.next(facts);
    let mut wishes = BTreeSet::new();
    for who in facts.roster.teacher_nos() {
        let Some(school) = next.get(who.0).copied().flatten() else {
            continue;
        };
        let own = facts.roster.teacher(who).subject;
        let profile = facts.profile(facts.stands(who).profile);
        for no in facts.posts_of(school) {
            let post = facts.post(no);
            let fit = profile.fit(post);
            if fit.fills() {
                let order = (post.main() != Some(own), -fit.covered(), who);
                wishes.insert((order, no, who));
            }
        }
    }
    wishes
}
