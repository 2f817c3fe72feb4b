//! Every plan of a small county.

use crate::by_name::ByName;
use lungang::domain::{SchoolNo, TeacherNo};
use lungang::facts::{Facts, Hire, Placement, PlannedMove, PostNo, form_of};

/// Counties with more plans than this are passed over.
const MOST_PLANS: usize = 12_000;

/// What one teacher may do next year: where she is, and on which post.
type Choice = (SchoolNo, Option<PostNo>);

/// Every plan in which people are where they are put, each on at most one post, no post overfull,
/// whoever moves on one; `None` when there are too many.
pub(super) fn plans(facts: &Facts<'_>) -> Option<Vec<Placement>> {
    let mut all = vec![Placement::empty(facts)];
    for who in facts.roster.teacher_nos() {
        let choices = choices(facts, who);
        let mut next = Vec::new();
        for plan in &all {
            for (school, post) in &choices {
                next.extend(placed(facts, plan, who, (*school, *post)));
            }
        }
        all = next;
        if all.len() > MOST_PLANS {
            return None;
        }
    }
    for (pool, line) in facts.roster.pools.iter().enumerate() {
        let profile = facts.profile(facts.pool_profile[pool]);
        let fits: Vec<PostNo> = facts
            .post_nos()
            .filter(|post| profile.fit(facts.post(*post)).suits_recruit())
            .collect();
        for _ in 0..line.number {
            let mut next = all.clone();
            for plan in &all {
                next.extend(
                    fits.iter()
                        .filter_map(|post| hired(facts, plan, pool, *post)),
                );
            }
            all = next;
        }
    }
    (all.len() <= MOST_PLANS).then_some(all)
}

pub(super) fn choices(facts: &Facts<'_>, who: TeacherNo) -> Vec<Choice> {
    let stand = facts.stands(who);
    let Some(base) = stand.base else {
        return vec![];
    };
    let fits = |post: &PostNo| facts.profile(stand.profile).fit(facts.post(*post)).fills();
    let on = facts.post_nos().filter(fits);
    let on = on.map(|post| (facts.post(post).school, Some(post)));
    let on = on.filter(|(school, _)| *school == base || stand.movable);
    on.chain([(base, None)]).collect()
}

pub(super) fn placed(
    facts: &Facts<'_>,
    plan: &Placement,
    who: TeacherNo,
    (to, post): Choice,
) -> Option<Placement> {
    let mut plan = plan.clone();
    let from = facts.stands(who).base?;
    if from != to {
        let months = facts.book.count("counting_forms", "length_months");
        // Whoever must leave a closing school is placed for good.
        let posted = !facts.must_leave(who);
        plan.moves.push(PlannedMove {
            teacher: who,
            from,
            to,
            form: posted.then(|| form_of(facts, from, to)),
            start: facts.year_start,
            end: posted.then(|| facts.year_start.plus(i32::try_from(months).unwrap() - 1)),
            share: 100,
            quota_goes: facts.book.flag("school_quota", "quota_goes"),
            bed: facts.needs_bed(who, to),
        });
    }
    if let Some(post) = post {
        plan.fills[post.0].push(who);
        (plan.fills[post.0].len() <= facts.post(post).number as usize).then_some(())?;
    }
    Some(plan)
}

pub(super) fn hired(
    facts: &Facts<'_>,
    plan: &Placement,
    pool: usize,
    post: PostNo,
) -> Option<Placement> {
    let mut plan = plan.clone();
    let taken = plan.fills[post.0].len() + plan.hired(post) as usize;
    (taken < facts.post(post).number as usize).then_some(())?;
    plan.hires.push(Hire {
        pool,
        post,
        number: 1,
    });
    plan.hires.sort();
    Some(plan)
}
