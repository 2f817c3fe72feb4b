//! Whether the way of a move is worth it: its length against what she covers at its end, and whether it leads to where
//! teachers lack. Symbols stand with the rule.

use super::{AWAY, TOO_LONG, is_placed};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::values::rotation_share::Side;
use crate::facts::values::{move_worth, travel_limit};
use crate::facts::{Facts, PlannedMove, Post, least, most_away, side, worthy};
use crate::finding::Code;
use crate::rules::pins_and_bans::pins_of;
use crate::text::Blanks;

/// What the auditor finds wrong with the way of a move.
pub(super) fn wrong(facts: &Facts<'_>, one: &PlannedMove) -> [Option<(&'static Code, Blanks)>; 2] {
    let too_long = too_long(facts, one).map(|words| (&TOO_LONG, words));
    [too_long, taken_far(facts, one).map(|words| (&AWAY, words))]
}

/// Whether her way is longer than what could be gained by it.
fn too_long(facts: &Facts<'_>, one: &PlannedMove) -> Option<Blanks> {
    let limit = facts.book.get(move_worth::MINUTES_PER_PERIOD)?;
    let minutes = facts.travel.minutes(one.teacher, one.to)?;
    let daily = facts.book.get(travel_limit::MINUTES_AT_MOST);
    let once_a_week = i64::from(minutes) > daily;
    let parts = if once_a_week {
        facts.book.get(move_worth::LODGER_DIVISOR).max(1)
    } else {
        1
    };
    let each = limit.max(1) * parts;
    let need = (i64::from(minutes) + each - 1).div_euclid(each);
    let number = facts.stands(one.teacher).profile;
    let far = i64::from(minutes) > facts.book.get(move_worth::FAR_MINUTES);
    let posts = facts.posts_of(one.to);
    let worth = posts.filter(|post| worthy(facts, number, *post));
    let worth: Vec<&Post> = worth.map(|post| facts.post(post)).collect();
    let covers = |post: &Post| facts.profile(number).fit(post).certified();
    let asks = |post: &Post| need.max(if far { post.far.into() } else { 0 });
    let enough = worth.iter().any(|post| covers(post) >= asks(post)) || (worth.is_empty() && !far);
    let words = || {
        let who = facts.roster.teacher(one.teacher);
        let most = worth.iter().map(|post| covers(post)).max().unwrap_or(0);
        let asked = worth.iter().map(|post| asks(post)).min().unwrap_or(need);
        blanks! {
            teacher: who.name, to: facts.roster.school(one.to).name, minutes: minutes,
            periods: most, need: asked, limit: limit,
        }
    };
    (!enough && !facts.must_leave(one.teacher)).then(words)
}

/// Whether she is moved far otherwise than to where teachers lack, without the officer having placed her.
fn taken_far(facts: &Facts<'_>, one: &PlannedMove) -> Option<Blanks> {
    if is_placed(facts, one.teacher) {
        return None;
    }
    let limit = match (side(facts, one.from), side(facts, one.to)) {
        (Side::Sender | Side::Neither, Side::Receiver) => return None,
        (Side::Receiver, Side::Sender) => facts.book.get(move_worth::UPWARD_MINUTES),
        _ => facts.book.get(move_worth::FAR_MINUTES),
    };
    let minutes = i64::from(facts.travel.minutes(one.teacher, one.to)?);
    let words = || {
        blanks! {
            teacher: facts.roster.teacher(one.teacher).name, from: facts.roster.school(one.from).name,
            to: facts.roster.school(one.to).name, minutes: minutes, limit: limit,
        }
    };
    (minutes > limit).then(words)
}

/// Weekly periods that a way asks for at least.
fn asked(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> Option<i64> {
    let limit = facts.book.get(move_worth::MINUTES_PER_PERIOD)?.max(1);
    let minutes = i64::from(facts.travel.minutes(who, to)?);
    // Whole periods: as many as have room for all minutes that count.
    let limit = if minutes > facts.book.get(travel_limit::MINUTES_AT_MOST) {
        limit * facts.book.get(move_worth::LODGER_DIVISOR).max(1)
    } else {
        limit
    };
    let (full, rest) = (minutes.div_euclid(limit), minutes.rem_euclid(limit));
    Some(full + i64::from(rest > 0))
}

/// What speaks against the way of a move: where it leads to, and its length.
pub(super) fn against(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> i64 {
    let stand = facts.stands(who);
    if stand.base == Some(to) || facts.must_leave(who) {
        return 0;
    }
    let minutes = facts.travel.minutes(who, to).map(i64::from);
    let most = stand.base.and_then(|from| most_away(facts, from, to));
    let away =
        most.is_some_and(|most| minutes > Some(most)) && pins_of(facts, who).next().is_none();
    i64::from(away) + i64::from(!is_near_enough(facts, who, to))
}

/// Whether somebody covers enough for the way.
fn is_near_enough(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let stand = facts.stands(who);
    let minutes = facts.travel.minutes(who, to).map(i64::from);
    let Some(asked) = asked(facts, who, to) else {
        return true;
    };
    let far = minutes > Some(facts.book.get(move_worth::FAR_MINUTES));
    // Whatever is worth a move covers as much as the policy's share of a load: nearly all ways are short
    // enough for that, and nothing need be reckoned for them.
    if !far && facts.posts_of(to).all(|post| least(facts, post) >= asked) {
        return true;
    }
    let profile = facts.profile(stand.profile);
    let mut posts = facts
        .posts_of(to)
        .filter(|post| worthy(facts, stand.profile, *post));
    let mut none = !far;
    posts.any(|post| {
        none = false;
        let covered = profile.fit(facts.post(post)).certified();
        covered >= asked && !(far && covered < facts.post(post).far.into())
    }) || none
}
