//! Who fills which post where a roll made by hand does not say: everybody takes a free post of the school where the
//! plan has her, one that is chiefly her own subject first, then the one of which she covers most.

use super::plan_codes::SEATED;
use super::reader::Reader;
use crate::blanks;
use crate::domain::TeacherNo;
use crate::facts::{Facts, Placement, PostNo};
use crate::finding::Finding;
use std::collections::BTreeSet;

/// Seats everybody who has no post yet, and tells how many found one.
pub(super) fn seat_all(reader: &mut Reader<'_>) {
    let (facts, plan) = (reader.facts, &mut reader.plan);
    let number = seat(facts, plan);
    let left = plan.empty_posts(facts);
    let blanks = blanks! { number: number, left: left };
    reader.findings.push(Finding::new(&SEATED, blanks));
}

/// Who fills which post when nothing is decided, as whoever fits best takes it: what is known at once, where there is no
/// time to work out how most posts would be filled.
pub fn seated_at_home(facts: &Facts<'_>) -> Placement {
    let mut plan = Placement::empty(facts);
    seat(facts, &mut plan);
    for people in &mut plan.fills {
        people.sort_unstable();
    }
    plan
}

/// Seats everybody who has no post yet; how many found one.
fn seat(facts: &Facts<'_>, plan: &mut Placement) -> usize {
    let mut seated: BTreeSet<TeacherNo> = plan.fills.iter().flatten().copied().collect();
    let before = seated.len();
    for (_, post, who) in wishes(facts, plan) {
        if plan.empty_of(facts, post) > 0 && seated.insert(who) {
            plan.fills[post.0].push(who);
        }
    }
    seated.len() - before
}

/// Everybody with every post that she could fill, the best first; of equals the first on the roster.
fn wishes(
    facts: &Facts<'_>,
    plan: &Placement,
) -> BTreeSet<((bool, i64, TeacherNo), PostNo, TeacherNo)> {
    let next = plan.next(facts);
    let mut wishes = BTreeSet::new();
    for who in facts.roster.teacher_nos() {
        let Some(school) = next.get(who.0).copied().flatten() else {
            continue;
        };
        let own = facts.roster.teacher(who).subject;
        let profile = facts.profile(facts.stands(who).profile);
        for no in facts.posts_of(school) {
            let post = facts.post(no);
            let fit = profile.fit(post);
            if fit.fills() {
                let order = (post.main() != Some(own), -fit.covered(), who);
                wishes.insert((order, no, who));
            }
        }
    }
    wishes
}
