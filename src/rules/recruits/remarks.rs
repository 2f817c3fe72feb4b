//! What the audit of recruits remarks besides: vacancies that are kept, recruits beside people who
//! could hold the post as well, and what of each line is left unused, and why.

use super::county;
use super::{BESIDE_IDLE, OnQuota, UNUSED, VACANCY_KEPT, forbidden};
use crate::blanks;
use crate::domain::{Employment, TeacherNo};
use crate::facts::{Facts, Placement, PostNo, holds_place};
use crate::finding::About;
use crate::rules::Verdict;
use crate::text::Text;
use std::collections::BTreeSet;

/// One remark for each school with a vacancy, an empty post, and people left in a line who fit it.
pub(super) fn kept_vacancies(
    facts: &Facts<'_>,
    plan: &Placement,
    on_quota: &[OnQuota],
    used: &[i64],
    verdict: &mut Verdict,
) {
    let left: Vec<(usize, i64)> = (facts.roster.pools.iter().zip(used).enumerate())
        .filter(|(_, (pool, _))| pool.employment == Employment::OnQuota)
        .map(|(no, (pool, used))| (no, i64::from(pool.number) - used))
        .filter(|(_, left)| *left > 0)
        .collect();
    let full = county::full(facts, plan);
    // Posts stand by school.
    let mut said = None;
    for no in facts.post_nos() {
        let post = facts.post(no);
        let vacant = facts.quota[post.school.0].most - on_quota[post.school.0].heads;
        let kept = vacant > 0 && !full.contains(&post.stage) && plan.empty_of(facts, no) > 0;
        if !kept || said == Some(post.school) {
            continue;
        }
        if let Some((pool, left)) = left.iter().find(|(pool, _)| fills(facts, *pool, no)) {
            let school = facts.roster.school(post.school);
            let words = blanks! { school: school.name, vacant: vacant,
            pool: facts.roster.pools[*pool].id, left: left };
            verdict.remark(school, &VACANCY_KEPT, words);
            said = Some(post.school);
        }
    }
}

fn fills(facts: &Facts<'_>, pool: usize, post: PostNo) -> bool {
    let profile = facts.profile(facts.pool_profile[pool]);
    profile.fit(facts.post(post)).suits_recruit()
}

/// Those who teach next year and hold no post, with their schools.
fn without_post(facts: &Facts<'_>, plan: &Placement) -> Vec<(TeacherNo, crate::domain::SchoolNo)> {
    let held: BTreeSet<TeacherNo> = plan.fills.iter().flatten().copied().collect();
    let next = facts.roster.teacher_nos().zip(plan.next(facts));
    let next = next.filter(|(who, _)| !held.contains(who));
    next.filter_map(|(who, at)| Some((who, at?))).collect()
}

/// Recruits on a post that somebody who stands idle at the school could hold as well.
pub(super) fn beside_idle(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let idle = without_post(facts, plan);
    for hire in plan.hires.iter().filter(|one| one.number > 0) {
        let post = facts.post(hire.post);
        let pool = &facts.roster.pools[hire.pool];
        let hired = facts.profile(facts.pool_profile[hire.pool]).fit(post);
        let could = |(who, at): &&(TeacherNo, _)| {
            let fit = facts.profile(facts.stands(*who).profile).fit(post);
            *at == post.school && fit.fills() && fit.certified() >= hired.covered()
        };
        if let Some((who, _)) = idle.iter().find(could) {
            let (school, other) = (facts.roster.school(post.school), facts.roster.teacher(*who));
            let subjects: Vec<Text> = post.parts.iter().map(|part| part.0.text()).collect();
            let words = blanks! { school: school.name, subjects: subjects, pool: pool.id,
            hired: hire.number, name: other.name, subject: other.subject.text() };
            verdict.remark(school, &BESIDE_IDLE, words);
        }
    }
}

/// What is left of each line, and why.
pub(super) fn unused(
    facts: &Facts<'_>,
    plan: &Placement,
    on_quota: &[OnQuota],
    used: &[i64],
    verdict: &mut Verdict,
) {
    let (idle, full) = (without_post(facts, plan), county::full(facts, plan));
    for (no, (pool, used)) in facts.roster.pools.iter().zip(used).enumerate() {
        let left = i64::from(pool.number) - used;
        if left <= 0 {
            continue;
        }
        let open = facts.post_nos();
        let open = open.filter(|post| fills(facts, no, *post) && plan.empty_of(facts, *post) > 0);
        let open: Vec<PostNo> = open.collect();
        let mut allowed = open.clone();
        allowed.retain(|post| forbidden(facts, no, *post).is_none());
        let vacant = |post: &PostNo| {
            let at = facts.post(*post).school.0;
            !holds_place(facts.book, pool.employment)
                || facts.quota[at].most > on_quota[at].heads.max(facts.quota[at].heads_base)
        };
        let own = facts.profile(facts.pool_profile[no]).own;
        let same = |(who, _): &(TeacherNo, _)| {
            let profile = facts.profile(facts.stands(*who).profile);
            profile.may_teach(pool.stage, own) && profile.own == own
        };
        let why = match (open.is_empty(), allowed.is_empty()) {
            (true, _) if idle.iter().any(same) => STAFF_TO_SPARE,
            (true, _) => NO_POST,
            (false, true) => NOT_ALLOWED,
            (false, false) if !allowed.iter().any(vacant) => NO_VACANCY,
            (false, false)
                if holds_place(facts.book, pool.employment) && full.contains(&pool.stage) =>
            {
                COUNTY_FULL
            }
            (false, false) => OTHERWISE,
        };
        let subjects: Vec<Text> = pool.subjects.iter().map(|one| one.text()).collect();
        let words = blanks! { pool: pool.id, subjects: subjects, left: left, why: why };
        verdict.remark(About::County, &UNUSED, words);
    }
}

const STAFF_TO_SPARE: Text = Text::new(
    "无适合的空岗，且本县该学科有教师无岗",
    "no empty post fits, and teachers of the subject stand without a post",
);
const NO_POST: Text = Text::new("无适合的空岗", "no empty post fits");
const NOT_ALLOWED: Text = Text::new(
    "空岗不在该类招聘的设岗范围",
    "the empty posts are not open to such recruits",
);
const NO_VACANCY: Text = Text::new(
    "有空岗的学校没有空编",
    "schools with an empty post have no vacancy on quota",
);
const COUNTY_FULL: Text = Text::new(
    "全县该学段编制已满",
    "the county has no place on quota left for the stage",
);
const OTHERWISE: Text = Text::new("受其他规定限制", "another rule stands against it");
