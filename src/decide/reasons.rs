//! What each move serves.

use crate::facts::floors::{self, Counting, Floor};
use crate::facts::values::rotation_share::{self, Direction};
use crate::facts::values::{per_pupil_staff, title_year};
use crate::facts::{Facts, Placement, PlannedMove, counts_as_rotation, is_directional};
use crate::plan::Reason;
use crate::rules::backbone_share;

/// Reasons of one move, in the order of [`Reason`]. `before` is the plan in which nothing is
/// decided: a post counts as filled by the move when one of its kind stood empty there; `short` are its
/// [`short_floors`].
pub fn reasons(
    facts: &Facts<'_>,
    plan: &Placement,
    (before, short): (&Placement, &[Floor]),
    one: &PlannedMove,
) -> Vec<Reason> {
    let (roster, book) = (facts.roster, facts.book);
    let (who, stand) = (roster.teacher(one.teacher), facts.stands(one.teacher));
    let fills_post = facts.posts_of(one.to).any(|post| {
        plan.fills[post.0].contains(&one.teacher)
            && before.fills[post.0].len() < usize::try_from(facts.post(post).number).unwrap_or(0)
    });
    let title = book.is_on(title_year::RULE)
        && stand.lacks_title_year
        && roster
            .school(one.to)
            .is_any(&book.get(title_year::DESTINATIONS));
    let counted = stand.due
        && counts_as_rotation(facts, one.from, one.to)
        && (book.get(rotation_share::DIRECTION) == Direction::Any
            || is_directional(facts, one.from, one.to));
    let level = book.get(backbone_share::LEVEL);
    let pinned = facts.pins.iter().any(|pin| pin.teacher == one.teacher);
    let mut reasons: Vec<Reason> = [
        (fills_post, Reason::FillsPost),
        (mends_floor(facts, short, one), Reason::StaffFloor),
        (title, Reason::TitleYear),
        (counted, Reason::RotationShare),
        (counted && who.backbone >= level, Reason::BackboneShare),
        (who.volunteer, Reason::Volunteer),
        (pinned, Reason::Pinned),
        (roster.school(one.from).closing, Reason::SchoolCloses),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| holds.then_some(reason))
    .collect();
    // Nobody is moved for nothing: whoever serves none of these makes another move possible.
    if reasons.is_empty() {
        reasons.push(Reason::Replaces);
    }
    reasons
}

/// Floors that are not reached when nothing is decided.
pub fn short_floors(facts: &Facts<'_>, before: &Placement) -> Vec<Floor> {
    if !facts.book.is_on(per_pupil_staff::RULE) {
        return Vec::new();
    }
    let there = floors::after(facts, before);
    let now = |floor: &Floor| there.get(&(floor.school, floor.indicator)).copied();
    let mut short = floors::floors(facts);
    short.retain(|floor| now(floor).unwrap_or(0) < floor.need);
    short
}

/// Whether she counts where the school is short when nothing is decided.
fn mends_floor(facts: &Facts<'_>, short: &[Floor], one: &PlannedMove) -> bool {
    let counting = || Counting::new(facts);
    let mut here = short.iter().filter(|floor| floor.school == one.to);
    here.any(|floor| counting().teacher(floor.indicator, one.teacher, one.to))
}
