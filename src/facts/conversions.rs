//! Contract teachers who may be taken onto the quota (编外合同教师择优入编), in their published order.

use super::applicants::lacking;
use super::clock::YEAR;
use super::conditions::Conditions;
use super::own_staff::{seats_of, subject_at};
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

/// The school of a contract teacher next year, and for which subject she would be taken on there: her own, or whole
/// classes (包班) where her own is taught with them.
pub fn conversion_place(facts: &Facts<'_>, who: TeacherNo) -> Option<(SchoolNo, Subject)> {
    let stand = facts.stands(who);
    let school = stand.base?;
    let own = facts.profile(stand.profile).own;
    Some((
        school,
        subject_at(facts, school, stand.profile).unwrap_or(own),
    ))
}

/// Posts of a subject at a school beyond the people of it on its quota: so many contract teachers of that subject
/// may be taken onto the quota there.
pub fn posts_beyond_quota(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> i64 {
    let of = |who: &TeacherNo| {
        let contract = is_contract(facts.roster.teacher(*who).employment);
        contract && subject_at(facts, school, facts.stands(*who).profile) == Some(subject)
    };
    let staff = seats_of(facts, school, subject);
    let on_quota = staff.heads - whole(facts.at_base(school).filter(of).count());
    (staff.posts - on_quota).max(0)
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
