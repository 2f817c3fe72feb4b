//! Why somebody whose school closes is placed at this school and not another (撤并安置去向): her pupils go there, it has
//! a post for her, she wished for it, it is the nearest that teaches her stage.

use super::{Facts, Placement, PlannedMove};
use crate::domain::{SchoolNo, labelled_enum};

labelled_enum! {
    /// 撤并安置到该校的原因。Why somebody of a closing school is placed at this one.
    WhyThere {
        Pupils = "pupils" "原校学生转入该校" "the pupils of the old school go there",
        Post = "post" "该校有可任的岗位" "it has a post to take",
        Wish = "wish" "本人志愿" "she wished for it",
        Nearest = "nearest" "路程最近" "it is the nearest",
    }
}

/// Why she is placed there, every reason that holds; nothing of whoever is not placed.
pub fn why_there(facts: &Facts<'_>, plan: &Placement, one: &PlannedMove) -> Vec<WhyThere> {
    if !facts.must_leave(one.teacher) {
        return Vec::new();
    }
    let roster = facts.roster;
    let mut mergers = roster.mergers.iter();
    let pupils = mergers.any(|merger| (merger.from, merger.to) == (one.from, one.to));
    let mut posts = facts.posts_of(one.to);
    let post = posts.any(|no| plan.fills[no.0].contains(&one.teacher));
    let wish = roster.teacher(one.teacher).wishes.contains(&one.to);
    [
        (pupils, WhyThere::Pupils),
        (post, WhyThere::Post),
        (wish, WhyThere::Wish),
        (is_nearest(facts, one), WhyThere::Nearest),
    ]
    .into_iter()
    .filter_map(|(holds, why)| holds.then_some(why))
    .collect()
}

/// Whether no other school that stays open and teaches her stage is nearer.
fn is_nearest(facts: &Facts<'_>, one: &PlannedMove) -> bool {
    let (roster, stage) = (facts.roster, facts.roster.teacher(one.teacher).stage);
    let open = |no: &SchoolNo| !roster.school(*no).closing && roster.school(*no).teaches(stage);
    let minutes = |no: SchoolNo| facts.travel.minutes(one.teacher, no);
    let schools = roster.school_nos().filter(open).filter_map(minutes);
    minutes(one.to).is_some_and(|to| schools.min().is_some_and(|least| to <= least))
}
