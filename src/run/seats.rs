//! Who sits on which post of a plan, as it is changed by hand.

use crate::domain::TeacherNo;
use crate::facts::{Facts, Placement, PostNo};

/// Whether everybody may hold her post.
pub(super) fn all_fit(facts: &Facts<'_>, trial: &Placement) -> bool {
    let mut posts = facts.post_nos().zip(&trial.fills);
    posts.all(|(no, people)| {
        let post = facts.post(no);
        let mut people = people.iter();
        people.all(|who| facts.profile(facts.stands(*who).profile).fit(post).fills())
    })
}

/// Puts somebody who works at the school on a post, in the place of the last who sits there when it is full; they
/// change seats.
pub(super) fn sit(facts: &Facts<'_>, plan: &mut Placement, who: TeacherNo, post: PostNo) {
    let here = plan.next(facts).get(who.0).copied().flatten() == Some(facts.post(post).school);
    if !here || plan.fills[post.0].contains(&who) {
        return;
    }
    let old = facts.post_nos().find(|no| plan.fills[no.0].contains(&who));
    let full = plan.empty_of(facts, post) == 0;
    let other = if full { plan.fills[post.0].pop() } else { None };
    // A post that only recruits fill has no room for her.
    if full && other.is_none() {
        return;
    }
    if let Some(old) = old {
        plan.fills[old.0].retain(|one| *one != who);
        plan.fills[old.0].extend(other);
        plan.fills[old.0].sort_unstable();
    }
    plan.fills[post.0].push(who);
    plan.fills[post.0].sort_unstable();
}
