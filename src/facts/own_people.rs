//! People of a subject at a school, of those who fill some post of it there, beside its posts, before anything is
//! decided.

use super::own_staff::{seats_of, subject_at};
use super::{Facts, PostNo, ProfileNo};
use crate::domain::{SchoolNo, Subject};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A school and a subject.
pub type Place = (SchoolNo, Subject);

/// What is known already of [`own_at`], by profile and school: it is asked of the same ones over and over.
pub(super) type Known = Vec<OnceLock<Option<Place>>>;

/// Nothing is known yet.
pub(super) fn unknown(facts: &Facts<'_>) -> Known {
    vec![OnceLock::new(); facts.profiles.len() * facts.roster.schools.len()]
}

/// Of which subject people of a profile are at a school, where some post of it is one that they fill.
pub fn own_at(facts: &Facts<'_>, profile: ProfileNo, school: SchoolNo) -> Option<Place> {
    let at = profile.0 * facts.roster.schools.len() + school.0;
    match facts.own.get(at) {
        Some(known) => *known.get_or_init(|| reckoned(facts, profile, school)),
        None => reckoned(facts, profile, school),
    }
}

fn reckoned(facts: &Facts<'_>, profile: ProfileNo, school: SchoolNo) -> Option<Place> {
    let subject = subject_at(facts, school, profile)?;
    let fills = |no: PostNo| facts.profile(profile).fit(facts.post(no)).fills();
    let mut own = facts
        .posts_of(school)
        .filter(|no| is_post_of(facts, *no, subject));
    own.any(fills).then_some((school, subject))
}

/// Whether a post is one of a subject.
pub fn is_post_of(facts: &Facts<'_>, no: PostNo, subject: Subject) -> bool {
    let main = facts.post(no).main();
    // Where one teacher takes a whole class, that is the subject of all who may.
    main == Some(subject) || (subject == Subject::WHOLE_CLASS && facts.post(no).has(subject))
}

/// What is known of a school and subject before anything is decided.
#[derive(Debug, Default)]
pub struct OwnPeople {
    /// People by what they may teach.
    pub people: BTreeMap<ProfileNo, i64>,
    /// All of them.
    pub heads: i64,
    /// Of whom nobody is missed.
    pub spare: i64,
}

/// Own people of every school and subject.
pub fn own_people(facts: &Facts<'_>) -> BTreeMap<Place, OwnPeople> {
    let mut all: BTreeMap<Place, OwnPeople> = BTreeMap::new();
    for stand in &facts.standing {
        let place = stand
            .base
            .and_then(|base| own_at(facts, stand.profile, base));
        if let Some(place) = place {
            let here = all.entry(place).or_default();
            *here.people.entry(stand.profile).or_default() += 1;
            here.heads += 1;
        }
    }
    for (place, here) in &mut all {
        let posts = seats_of(facts, place.0, place.1).posts;
        here.spare = (here.heads - posts).max(0);
    }
    all
}
