//! Posts whose main part has people of its own at the school (本校专任教师): who must not be made free by
//! colleagues who share the subject without its certificate, nor be passed over by a recruit or somebody who is moved there.
//!
//! Symbols, for each school `s`, stage `g` and subject `k`: `N[s,g,k]` posts whose main part is `k`, in posts;
//! `H[s,g,k]` people who stay there when nothing is decided, whose own subject is `k` and who may teach it
//! at that stage, in persons.

use super::fit::leads_class;
use super::{Facts, PostNo, Profile, ProfileNo, TeacherNo, worthy};
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
    /// More people than posts.
    pub fn has_surplus(self) -> bool {
        self.heads > self.posts
    }

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

/// People of a subject at a school beside its posts of the subject, whichever stage. Where whole classes are taken
/// (包班) all who may take one are of one subject, and so are those posts.
pub(super) fn seats(facts: &Facts<'_>) -> BTreeMap<(SchoolNo, Subject), OwnStaff> {
    let mut all: BTreeMap<(SchoolNo, Subject), OwnStaff> = BTreeMap::new();
    let classes = facts
        .posts
        .iter()
        .filter(|post| post.has(Subject::WHOLE_CLASS));
    for post in classes {
        all.entry((post.school, Subject::WHOLE_CLASS)).or_default();
    }
    for no in facts.roster.teacher_nos() {
        let stand = facts.stands(no);
        let of = |base| Some((base, of_subject(&all, base, facts.profile(stand.profile))?));
        if let Some(place) = stand.base.and_then(of) {
            all.entry(place).or_default().heads += 1;
        }
    }
    for post in &facts.posts {
        if let Some(main) = post.main() {
            let place = (post.school, as_class(&all, post.school, main));
            all.entry(place).or_default().posts += i64::from(post.number);
        }
    }
    all
}

/// A subject, or whole classes where it is one with which they are taken at that school.
fn as_class(
    seats: &BTreeMap<(SchoolNo, Subject), OwnStaff>,
    school: SchoolNo,
    subject: Subject,
) -> Subject {
    if leads_class(subject) && seats.contains_key(&(school, Subject::WHOLE_CLASS)) {
        Subject::WHOLE_CLASS
    } else {
        subject
    }
}

/// Of which subject people of a profile are at a school; of none where they may not teach it.
fn of_subject(
    seats: &BTreeMap<(SchoolNo, Subject), OwnStaff>,
    school: SchoolNo,
    profile: &Profile,
) -> Option<Subject> {
    let subject = as_class(seats, school, profile.own);
    profile
        .may_teach(profile.stage, profile.own)
        .then_some(subject)
}

/// The same, of anybody who is or comes there.
pub fn subject_at(facts: &Facts<'_>, school: SchoolNo, profile: ProfileNo) -> Option<Subject> {
    of_subject(&facts.seats, school, facts.profile(profile))
}

/// Whether the people of her subject at a school go before somebody of a profile on a post there: it is one of their
/// subject, or, where there are more of them than posts, one of them covers as much of it.
pub fn is_own_seat(facts: &Facts<'_>, profile: ProfileNo, post: PostNo) -> bool {
    let school = facts.post(post).school;
    let Some(subject) = subject_at(facts, school, profile) else {
        return false;
    };
    let main = facts.post(post).main();
    let main = main.map(|main| as_class(&facts.seats, school, main));
    let covers = |one: ProfileNo| facts.profile(one).fit(facts.post(post)).certified();
    let theirs = || {
        let people = facts.at_base(school).map(|who| facts.stands(who).profile);
        people.filter(|one| subject_at(facts, school, *one) == Some(subject))
    };
    main == Some(subject)
        || (has_surplus(facts, school, subject)
            && theirs().any(|one| covers(one) >= covers(profile)))
}

/// People and posts of a subject at a school.
pub fn seats_of(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> OwnStaff {
    facts
        .seats
        .get(&(school, subject))
        .copied()
        .unwrap_or_default()
}

/// Whether a school has more people of a subject than posts.
pub fn has_surplus(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> bool {
    let staff = seats_of(facts, school, as_class(&facts.seats, school, subject));
    staff.has_surplus()
}

/// Whether a school has fewer people of a subject than posts.
pub fn has_vacancy(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> bool {
    let staff = seats_of(facts, school, as_class(&facts.seats, school, subject));
    staff.beyond() > 0
}

/// Whether somebody would be moved to a school beside colleagues to spare, see [`only_spared`].
pub fn beside_idle(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let stand = facts.stands(who);
    stand.base != Some(to) && only_spared(facts, stand.profile, to)
}

/// Whether a school has more people of the subject of a profile than posts, and they go before somebody of that profile
/// on every post that would be worth a move.
pub fn only_spared(facts: &Facts<'_>, number: ProfileNo, to: SchoolNo) -> bool {
    let subject = subject_at(facts, to, number);
    if !subject.is_some_and(|one| has_surplus(facts, to, one)) {
        return false;
    }
    let mut posts = facts.posts_of(to).filter(|no| worthy(facts, number, *no));
    posts.all(|no| is_own_seat(facts, number, no))
}

/// Whether every post of a school that would be worth a move of somebody is of another stage than hers, while her own
/// school has no more people of her subject than posts: she would be missed there.
pub fn leaves_her_stage(facts: &Facts<'_>, who: TeacherNo, to: SchoolNo) -> bool {
    let stand = facts.stands(who);
    let stage = facts.profile(stand.profile).stage;
    let spare = |base| {
        let subject = subject_at(facts, base, stand.profile);
        subject.is_some_and(|subject| has_surplus(facts, base, subject))
    };
    let posts = facts
        .posts_of(to)
        .filter(|no| worthy(facts, stand.profile, *no));
    let mut stages = posts.map(|no| facts.post(no).stage).peekable();
    stages.peek().is_some() && stages.all(|one| one != stage) && !stand.base.is_some_and(spare)
}

/// A subject of a school as special approvals name it, such as `S07,maths`.
pub fn seats_site(facts: &Facts<'_>, school: SchoolNo, subject: Subject) -> String {
    format!("{},{}", facts.roster.school_id(school), subject.key())
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
