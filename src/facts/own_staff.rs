//! Posts whose main part has people of its own at the school (本校专任教师): who must not be made free by
//! colleagues who share the subject without its certificate, nor be passed over by a recruit or somebody who is moved there.
//!
//! Symbols, for each school `s`, stage `g` and subject `k`: `N[s,g,k]` posts whose main part is `k`, in posts;
//! `H[s,g,k]` people who stay there when nothing is decided, whose own subject is `k` and who may teach it
//! at that stage, in persons.

use super::fit::leads_class;
use super::{Facts, Profile, TeacherNo, worthy};
use crate::domain::{SchoolNo, Stage, Subject};
use std::collections::{BTreeMap, BTreeSet};

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

/// Subjects of which a school has more people than posts, whichever stage: a post of whoever takes a whole class
/// (包班) counts for each of the subjects with which one may take it.
pub(super) fn surplus(facts: &Facts<'_>) -> BTreeSet<(SchoolNo, Subject)> {
    let mut beyond: BTreeMap<(SchoolNo, Subject), i64> = BTreeMap::new();
    for no in facts.roster.teacher_nos() {
        let stand = facts.stands(no);
        let profile = facts.profile(stand.profile);
        if let (Some(base), true) = (stand.base, profile.may_teach(profile.stage, profile.own)) {
            *beyond.entry((base, profile.own)).or_default() += 1;
        }
    }
    for post in &facts.posts {
        let main = post.main();
        let class = post.has(Subject::WHOLE_CLASS);
        let leads = Subject::all().filter(|one| class && leads_class(*one) && main != Some(*one));
        for subject in leads.chain(main) {
            if let Some(people) = beyond.get_mut(&(post.school, subject)) {
                *people -= i64::from(post.number);
            }
        }
    }
    beyond.retain(|_, people| *people > 0);
    beyond.into_keys().collect()
}

/// Whether a school has more people of a subject than posts.
pub fn has_surplus(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> bool {
    facts.surplus.contains(&(school, subject))
}

/// Whether somebody would be moved to a school beside colleagues to spare: it has more people of her own subject than
/// posts, and one of them covers as much of every post that would be worth her move.
pub fn beside_idle(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let stand = facts.stands(who);
    let profile = facts.profile(stand.profile);
    if stand.base == Some(to) || !facts.surplus.contains(&(to, profile.own)) {
        return false;
    }
    let theirs = facts.at_base(to).map(|one| facts.stands(one).profile);
    let theirs: BTreeSet<_> = theirs
        .filter(|one| facts.profile(*one).own == profile.own)
        .collect();
    let mut posts = facts
        .posts_of(to)
        .filter(|no| worthy(facts, stand.profile, *no));
    posts.all(|no| {
        let covers = |one: &Profile| one.fit(facts.post(no)).certified();
        let hers = covers(profile);
        theirs.iter().any(|one| covers(facts.profile(*one)) >= hers)
    })
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
