//! Contract teachers who may be taken onto the quota (编外合同教师择优入编), in their published order.

use super::applicants::lacking;
use super::clock::YEAR;
use super::conditions::Conditions;
use super::post::{Post, Reckoning};
use super::values::contract_conversions;
use super::{Eligibility, Facts};
use crate::domain::{Employment, SchoolNo, Subject, TeacherNo, whole};
use std::cmp::Reverse;

/// A contract teacher who may be taken onto the quota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub teacher: TeacherNo,
    /// Her place among all candidates, from 1.
    pub place: i64,
    /// Ranking points (排名分): 1 for the last, one more for each before her.
    pub points: i64,
}

/// Posts of a subject at a school beyond the people on its quota whose own subject it is: so many contract
/// teachers of that subject may be taken onto the quota there. A post of whoever takes a whole class (包班) is
/// one of each of its subjects.
pub fn posts_beyond_quota(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> i64 {
    let posts = facts.posts_of(school).map(|no| facts.post(no));
    let class = |post: &Post| post.how == Reckoning::Class && post.has(subject);
    let hers = posts.filter(|post| post.main() == Some(subject) || class(post));
    let posts: i64 = hers.map(|post| i64::from(post.number)).sum();
    let on_quota = facts.at_base(school).filter(|who| {
        facts.profile(facts.stands(*who).profile).own == subject
            && !is_contract(facts.roster.teacher(*who).employment)
    });
    (posts - whole(on_quota.count())).max(0)
}

fn is_contract(employment: Employment) -> bool {
    matches!(employment, Employment::Contract | Employment::Purchased)
}

/// Every candidate, by staff id: who has taught long enough, fulfils the conditions of title applicants
/// and teaches next year. The highest backbone grade goes first, then the longest teaching, then the lot.
pub(super) fn candidates(conditions: &Conditions<'_>, standing: &[Eligibility]) -> Vec<Candidate> {
    let (roster, book) = (conditions.roster, conditions.book);
    if !book.is_on(contract_conversions::RULE) {
        return Vec::new();
    }
    let months = book.get(contract_conversions::MIN_YEARS) * YEAR;
    let may = |who: &TeacherNo| {
        let one = roster.teacher(*who);
        is_contract(one.employment)
            && standing[who.0].base.is_some()
            && conditions.clock.taught(one) >= months
            && lacking(roster, book, one).is_empty()
    };
    let mut order: Vec<TeacherNo> = roster.teacher_nos().filter(may).collect();
    order.sort_by_cached_key(|who| {
        let one = roster.teacher(*who);
        let ticket = super::ticket(&roster.lottery_seed, &one.id);
        let taught = conditions.clock.taught(one);
        (Reverse(one.backbone), Reverse(taught), ticket)
    });
    let all = whole(order.len());
    let ranked = order.into_iter().zip(1..);
    let list = ranked.map(|(teacher, place)| Candidate {
        teacher,
        place,
        points: all - place + 1,
    });
    let mut list: Vec<Candidate> = list.collect();
    list.sort_by_key(|one| one.teacher);
    list
}
