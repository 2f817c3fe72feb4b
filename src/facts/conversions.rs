//! Contract teachers who may be taken onto the quota (编外合同教师择优入编), in their published order.

use super::Eligibility;
use super::applicants::lacking;
use super::clock::YEAR;
use super::conditions::Conditions;
use super::values::contract_conversions;
use crate::domain::{Employment, TeacherNo, whole};
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
        matches!(one.employment, Employment::Contract | Employment::Purchased)
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
