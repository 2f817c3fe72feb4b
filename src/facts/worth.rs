//! Whether a seat is worth a move.
//!
//! A seat of somebody of a profile on a post is worth a move when the post's main part is hers to
//! teach, by certificate or as a subject that has none, and she covers at least the policy's share
//! of a full load; what is only shared at the own school (同校兼任) moves nobody.

use super::values::move_worth;
use super::{Facts, Grade, PostNo, ProfileNo, main_part};

/// Whether a seat on this post is worth a move of somebody of this profile; without the rule whatever
/// fills the post is.
pub fn worthy(facts: &Facts<'_>, profile: ProfileNo, post: PostNo) -> bool {
    let fit = facts.profile(profile).fit(facts.post(post));
    let asked = facts.book.is_on(move_worth::RULE);
    fit.fills() && (!asked || (fit.main >= Grade::Open && fit.certified() >= least(facts, post)))
}

/// Weekly periods that a mover covers on a post at least: the share of a full load of its main
/// subject, or of the post where the loads do not name it.
pub fn least(facts: &Facts<'_>, post: PostNo) -> i64 {
    let post = facts.post(post);
    let main = main_part(&post.parts);
    let lines = facts.roster.load.iter();
    let mut lines = lines.filter(|line| line.stage == post.stage && Some(line.subject) == main);
    let load = lines.rfind(|line| line.periods > 0);
    let full = load.map_or(post.periods(), |line| i64::from(line.periods));
    facts.book.get(move_worth::LOAD_AT_LEAST).ceil_of(full)
}
