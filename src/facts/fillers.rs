//! Why a post stays empty (空岗原因): nobody in the county can take it, or whoever can is not released, lives too
//! far away, or would cover too little; or the recruits for it are used up.
//!
//! Told from the facts and a placement alone. Whoever teaches at the school may take it by any right; whoever would
//! have to come, only by one for which somebody is moved.

use super::values::{move_worth, travel_limit};
use super::{Exemption, Facts, Placement, PostNo, is_farther, most_away, stage_fits, worthy};
use crate::domain::{Status, TeacherNo, labelled_enum};
use std::collections::BTreeSet;

labelled_enum! {
    /// 空岗的原因。Why a post stays empty.
    WhyEmpty {
        Nobody = "nobody" "全县无人可任（需招聘或培训）" "nobody in the county can take it: recruit or train",
        RecruitsUsed = "recruits_used" "全县无人可任，招聘计划已用完" "nobody in the county can take it and the recruits are used up",
        NotReleased = "not_released" "有人可任，均已任岗、本校无人可接，或本年不能调动" "those who can hold posts that nobody there could take over, or may not be moved this year",
        TooFar = "too_far" "能派出的人员可任，但路程过远" "people who could be spared could take it, but it is too far",
        NotWorth = "not_worth" "有富余人员可任，但课时过少或只有不设专岗的课程，不值得专门调人" "people without a post could take it, but it is too little to move for, or only subjects without posts of their own",
        Bound = "bound" "有人可任，受其他规定或调动应增课时的要求限制" "somebody could take it, but for another rule or what a move has to gain",
    }
}

/// Why a post that stays empty does so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Empty {
    /// Why.
    pub why: WhyEmpty,
    /// People at work in the county who could take such a post, wherever they are.
    pub able: i64,
    /// Those of them who are without a post.
    pub idle: i64,
    /// Most weekly periods of it that one without a post would cover.
    pub covered: i64,
}

/// Everybody who is on a post, or holds an office of which no post is expected.
pub fn busy(plan: &Placement) -> BTreeSet<TeacherNo> {
    let leaders = plan.leaders.iter().map(|one| one.teacher);
    plan.fills
        .iter()
        .flatten()
        .copied()
        .chain(leaders)
        .collect()
}

/// Why a post stays empty; `busy` are those who are on one.
pub fn why_empty(
    facts: &Facts<'_>,
    plan: &Placement,
    busy: &BTreeSet<TeacherNo>,
    no: PostNo,
) -> Empty {
    let able = able(facts, no);
    let idle: Vec<TeacherNo> = able
        .iter()
        .copied()
        .filter(|who| !busy.contains(who))
        .collect();
    let fit = |who: &TeacherNo| {
        let profile = facts.profile(facts.stands(*who).profile);
        profile.fit(facts.post(no)).covered()
    };
    Empty {
        why: why(facts, plan, (no, busy), (&able, &idle)),
        able: crate::domain::whole(able.len()),
        idle: crate::domain::whole(idle.len()),
        covered: idle.iter().map(fit).max().unwrap_or(0),
    }
}

/// People at work in the county who could take such a post, wherever they are.
pub fn able(facts: &Facts<'_>, no: PostNo) -> Vec<TeacherNo> {
    let all = facts.roster.teacher_nos();
    all.filter(|who| is_able(facts, *who, no)).collect()
}

/// Whether somebody is one of them.
pub fn is_able(facts: &Facts<'_>, who: TeacherNo, no: PostNo) -> bool {
    at_work(facts, who) && can_take(facts, who, no)
}

fn at_work(facts: &Facts<'_>, who: TeacherNo) -> bool {
    let stand = facts.stands(who);
    let leaves = stand.exemptions.contains(&Exemption::Leaving);
    stand.base.is_some() && facts.roster.teacher(who).status == Status::Active && !leaves
}

/// Whether somebody could take a post, were she there: at her own school by any right, elsewhere by one for which
/// people are moved, however few periods.
fn can_take(facts: &Facts<'_>, who: TeacherNo, no: PostNo) -> bool {
    let (stand, post) = (facts.stands(who), facts.post(no));
    let fit = facts.profile(stand.profile).fit(post);
    let here = stand.base == Some(post.school);
    fit.fills() && (here || fit.certified() > 0)
}

fn why(
    facts: &Facts<'_>,
    plan: &Placement,
    (no, busy): (PostNo, &BTreeSet<TeacherNo>),
    (able, idle): (&[TeacherNo], &[TeacherNo]),
) -> WhyEmpty {
    let to = facts.post(no).school;
    let here = |who: &TeacherNo| facts.stands(*who).base == Some(to);
    let free =
        |who: &TeacherNo| here(who) || (facts.stands(*who).movable && stage_fits(facts, *who, to));
    let mut free: Vec<TeacherNo> = idle.iter().copied().filter(free).collect();
    if free.is_empty() {
        let spared = |who: &TeacherNo| {
            let may = facts.stands(*who).movable && stage_fits(facts, *who, to) && !here(who);
            may && busy.contains(who) && is_spared(facts, plan, *who, busy)
        };
        free = able.iter().copied().filter(spared).collect();
    }
    if free.is_empty() {
        return match (able.is_empty(), pool_left(facts, plan, no)) {
            (false, _) => WhyEmpty::NotReleased,
            (true, None) => WhyEmpty::Nobody,
            (true, Some(0)) => WhyEmpty::RecruitsUsed,
            (true, Some(_)) => WhyEmpty::Bound,
        };
    }
    let worth = |who: &TeacherNo| here(who) || worthy(facts, facts.stands(*who).profile, no);
    let near = |who: &TeacherNo| here(who) || !too_far(facts, *who, no);
    if !free.iter().any(near) {
        WhyEmpty::TooFar
    } else if free.iter().any(|who| near(who) && worth(who)) {
        WhyEmpty::Bound
    } else {
        WhyEmpty::NotWorth
    }
}

/// Whether somebody of her school who has no post could take over hers.
fn is_spared(
    facts: &Facts<'_>,
    plan: &Placement,
    who: TeacherNo,
    busy: &BTreeSet<TeacherNo>,
) -> bool {
    let Some(base) = facts.stands(who).base else {
        return false;
    };
    let mut posts = facts.posts_of(base);
    let hers = posts.find(|no| plan.fills[no.0].contains(&who));
    let without = || {
        let here = facts.at_base(base).filter(|one| !busy.contains(one));
        here.filter(|one| plan.move_of(*one).is_none())
    };
    hers.is_some_and(|no| without().any(|one| is_able(facts, one, no)))
}

/// Whether the way is beyond the limit and the school has no bed, or longer than the policy lets people be moved that
/// way.
fn too_far(facts: &Facts<'_>, who: TeacherNo, no: PostNo) -> bool {
    let to = facts.post(no).school;
    let limit = facts.book.get(travel_limit::MINUTES_AT_MOST);
    let daily = facts.book.is_on(travel_limit::RULE)
        && is_farther(facts, who, to, limit)
        && facts.beds(to) <= 0;
    let base = facts.stands(who).base;
    let most = base.and_then(|from| most_away(facts, from, to));
    let asked = facts.book.is_on(move_worth::RULE);
    let minutes = facts.travel.minutes(who, to).map(i64::from);
    daily || (asked && most.is_some_and(|most| minutes > Some(most)))
}

/// Recruits who fit and are not used; none where no line of the table fits.
fn pool_left(facts: &Facts<'_>, plan: &Placement, no: PostNo) -> Option<i64> {
    let pools = facts.roster.pools.iter().enumerate().filter(|(at, _)| {
        let profile = facts.profile(facts.pool_profile[*at]);
        profile.fit(facts.post(no)).fills()
    });
    let left = pools.map(|(at, pool)| {
        let used = plan.hires.iter().filter(|hire| hire.pool == at);
        let used: i64 = used.map(|hire| i64::from(hire.number)).sum();
        i64::from(pool.number) - used
    });
    left.reduce(|sum, one| sum + one)
}
