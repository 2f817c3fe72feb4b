//! Whether a seat is worth a move.
//!
//! A seat of somebody of a profile on a post is worth a move when the post's main part is hers to
//! teach by a certificate, and she covers at least the policy's share
//! of a full load; what needs no certificate, or is only shared at the own school (同校兼任), moves nobody.

use super::offices::own_load;
use super::values::rotation_share::Side;
use super::values::{move_worth, teaching_posts};
use super::{Facts, Grade, Placement, PostNo, ProfileNo, is_directional, side};
use crate::domain::{Area, SchoolNo, TeacherNo};

/// Whether a seat on this post is worth a move of somebody of this profile; without the rule whatever
/// fills the post is.
pub fn worthy(facts: &Facts<'_>, profile: ProfileNo, post: PostNo) -> bool {
    let fit = facts.profile(profile).fit(facts.post(post));
    let asked = facts.book.is_on(move_worth::RULE);
    fit.fills() && (!asked || (fit.main >= Grade::Told && fit.certified() >= least(facts, post)))
}

/// Whether somebody on a post was moved there though the seat is not worth the move. Whoever must leave a
/// closing school goes anyway: of her it is not asked.
pub fn closes_nothing(facts: &Facts<'_>, plan: &Placement, who: TeacherNo, post: PostNo) -> bool {
    plan.move_of(who).is_some()
        && !facts.must_leave(who)
        && !worthy(facts, facts.stands(who).profile, post)
}

/// Minutes one way that somebody may be moved at most; none from a school that does not receive teachers to one that
/// does, for which a share may ask and the worth of the post.
pub fn most_away(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> Option<i64> {
    if is_directional(facts, to, from) {
        return Some(facts.book.get(move_worth::UPWARD_MINUTES));
    }
    let receives = |school| side(facts, school) == Side::Receiver;
    let down = receives(to) && !receives(from);
    (!down).then(|| facts.book.get(move_worth::FAR_MINUTES))
}

/// What an uncovered weekly period weighs at a school, beside what its subject adds.
pub fn period_weight(facts: &Facts<'_>, school: SchoolNo) -> i64 {
    let here = facts.roster.school(school);
    facts.book.get(if here.weak || here.area == Area::Village {
        teaching_posts::VILLAGE_WEIGHT
    } else {
        teaching_posts::OTHER_WEIGHT
    })
}

/// What the county must gain by a move of somebody, as uncovered periods weigh where she goes: the policy's share of a
/// full load of hers, and where that is anything a full load more for each thing that speaks against the move.
pub fn least_gain(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo, against: i64) -> i64 {
    let load = own_load(facts.roster, facts.roster.teacher(who)).map_or(0, i64::from);
    let least = facts.book.get(move_worth::GAIN_AT_LEAST).ceil_of(load);
    let more = if least > 0 { against * load } else { 0 };
    period_weight(facts, to) * (least + more)
}

/// Weekly periods that a mover covers on a post at least: the share of a full load of its main subject.
pub fn least(facts: &Facts<'_>, post: PostNo) -> i64 {
    facts.post(post).worth.into()
}

/// Weekly periods of a post that somebody of this profile teaches without its certificate: told, shared,
/// or open with a word to be said.
pub fn off_subject(facts: &Facts<'_>, profile: ProfileNo, post: PostNo) -> i64 {
    let (profile, post) = (facts.profile(profile), facts.post(post));
    let parts = profile
        .taken(post)
        .into_iter()
        .filter(|part| match part.grade {
            Grade::Told | Grade::PartTime => true,
            Grade::Open => facts.rights.is_told(post.stage, part.subject),
            Grade::None | Grade::Certificate | Grade::Own => false,
        });
    parts.map(|part| i64::from(part.taught)).sum()
}
