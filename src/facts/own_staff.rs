//! Posts whose main part has people of its own at the school (本校专任教师): who must not be made free by
//! colleagues who share the subject without its certificate, nor be passed over by a recruit.
//!
//! Symbols, for each school `s`, stage `g` and subject `k`: `N[s,g,k]` posts whose main part is `k`, in posts;
//! `H[s,g,k]` people who stay there when nothing is decided, whose own subject is `k` and who may teach it
//! at that stage, in persons.

use super::{Facts, TeacherNo};
use crate::domain::{SchoolNo, Stage, Subject};
use std::collections::BTreeMap;

/// A subject at a stage of a school.
pub type Place = (SchoolNo, Stage, Subject);

/// Posts whose main part a subject is, and people who are there for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnStaff {
    /// Posts.
    pub posts: i64,
    /// People.
    pub heads: i64,
}

impl OwnStaff {
    /// Posts beyond the people who are there.
    pub fn beyond(self) -> i64 {
        (self.posts - self.heads).max(0)
    }
}

/// Posts and people of every subject that is the main part of a post, at schools that stay open.
pub fn own_staff(facts: &Facts<'_>) -> BTreeMap<Place, OwnStaff> {
    let mut all: BTreeMap<Place, OwnStaff> = BTreeMap::new();
    for post in &facts.posts {
        if let Some(main) = post.main() {
            let here = all.entry((post.school, post.stage, main)).or_default();
            here.posts += i64::from(post.number);
        }
    }
    for (place, staff) in &mut all {
        let here = facts.at_base(place.0);
        let own = here.filter(|who| is_of(facts, *who, *place));
        staff.heads = crate::domain::whole(own.count());
    }
    all
}

/// The place as special approvals name it, such as `S07,primary,pe`.
pub fn site(facts: &Facts<'_>, (school, stage, subject): Place) -> String {
    let id = &facts.roster.school(school).id;
    format!("{id},{},{}", stage.key(), subject.key())
}

/// Whether somebody is of the staff of a subject where she stays when nothing is decided.
pub fn is_of(facts: &Facts<'_>, who: TeacherNo, (school, stage, subject): Place) -> bool {
    let stand = facts.stands(who);
    let profile = facts.profile(stand.profile);
    stand.base == Some(school) && profile.own == subject && profile.may_teach(stage, subject)
}
