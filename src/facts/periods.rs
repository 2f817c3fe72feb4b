//! The ledger of periods (课时台账) once everybody is on a post: what nobody on a post covers, and who
//! has periods to spare.
//!
//! Left open at a school: the parts of empty posts, the parts of a filled post that its holder may not
//! teach, the posts of recruits who learn elsewhere first, what nobody takes over of a leader who leads elsewhere than expected, and the periods of the grid that are in no post. To spare: the standard load of her own subject
//! and stage, as far as the policy lets it be used, less what she teaches on her post. A school leader's
//! office is no spare time, and whoever is protected is left alone.

use super::apprentices::learns_first;
use super::office_lessons::office_lessons;
pub use super::post::Gap;
use super::values::itinerant_teaching;
use super::{Facts, Grade, Placement, ProfileNo, capacity};
use crate::domain::{Role, School, SchoolNo, Subject, TeacherNo};
use std::collections::BTreeMap;

/// What one teacher can take on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Where she works next year.
    pub school: SchoolNo,
    /// Periods a week that the policy lets her teach and travel.
    pub most: i64,
    /// Periods a week on her post.
    pub taught: i64,
}

/// Weekly periods that nobody on a post covers.
pub fn open(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<Gap, i64> {
    let mut all: BTreeMap<Gap, i64> = BTreeMap::new();
    for no in facts.post_nos() {
        let post = facts.post(no);
        let here = plan.hires.iter().filter(|hire| hire.post == no);
        let hires = here.filter(|hire| !learns_first(facts, hire));
        let hires = hires.map(|hire| (facts.pool_profile[hire.pool], i64::from(hire.number)));
        let people = plan.fills[no.0].iter();
        let people = people.map(|who| (facts.stands(*who).profile, 1));
        let holders: Vec<(ProfileNo, i64)> = hires.chain(people).collect();
        let filled: i64 = holders.iter().map(|holder| holder.1).sum();
        let empty = (i64::from(post.number) - filled).max(0);
        let gap = |subject| Gap {
            school: post.school,
            stage: post.stage,
            subject,
        };
        for (subject, periods) in &post.parts {
            *all.entry(gap(*subject)).or_default() += empty * i64::from(*periods);
        }
        for (profile, number) in holders {
            for part in facts.profile(profile).taken(post) {
                *all.entry(gap(part.subject)).or_default() += number * i64::from(part.left);
            }
        }
    }
    let untaught = office_lessons(facts, plan).open;
    for (gap, periods) in facts.unplanned.iter().chain(&untaught) {
        *all.entry(*gap).or_default() += i64::from(*periods);
    }
    all.retain(|_, periods| *periods > 0);
    all
}

/// Weekly periods of a school that nobody gives, lessons besides posts and remote ones reckoned in.
pub fn left_open(facts: &Facts<'_>, plan: &Placement, school: SchoolNo) -> i64 {
    let here = |gap: &Gap| gap.school == school;
    let open = open(facts, plan).into_iter();
    let open = open
        .filter(|(gap, _)| here(gap))
        .map(|(_, periods)| periods);
    let given = plan.lessons.iter().filter(|one| here(&one.gap));
    let given = given.map(|one| i64::from(one.periods));
    let remote = plan.remote.iter().filter(|one| here(&one.gap));
    let remote = remote.map(|one| i64::from(one.periods));
    open.sum::<i64>() - given.sum::<i64>() - remote.sum::<i64>()
}

/// Everybody who may take on more than her post, and how much.
pub fn loads(facts: &Facts<'_>, plan: &Placement) -> BTreeMap<TeacherNo, Load> {
    let mut taught: BTreeMap<TeacherNo, i64> = BTreeMap::new();
    for no in facts.post_nos() {
        for who in &plan.fills[no.0] {
            let profile = facts.profile(facts.stands(*who).profile);
            let fit = profile.fit(facts.post(no));
            *taught.entry(*who).or_default() += fit.covered();
        }
    }
    let share = facts.book.get(itinerant_teaching::LOAD_AT_MOST);
    let next = plan.next(facts);
    let all = facts.roster.teacher_nos().filter_map(|who| {
        let teacher = facts.roster.teacher(who);
        let standard = facts.roster.standard_load(teacher.stage, teacher.subject)?;
        let can = capacity(facts.roster, facts.book, teacher, i64::from(standard));
        let free = teacher.role < Role::VicePrincipal && teacher.protections.is_empty();
        let load = Load {
            school: next[who.0]?,
            most: share.floor_of(can),
            taught: taught.get(&who).copied().unwrap_or(0),
        };
        free.then_some((who, load))
    });
    all.collect()
}

/// Whether somebody may give some of the periods that lack: at the school where she works by whatever right is
/// enough there for so many, elsewhere only by certificate. Nobody takes a class by the hour.
pub fn may_give(
    facts: &Facts<'_>,
    who: TeacherNo,
    works: SchoolNo,
    (gap, periods): (Gap, i64),
) -> bool {
    let profile = facts.profile(facts.stands(who).profile);
    let least = if gap.school == works {
        facts.least_right(&gap, periods)
    } else {
        Grade::Certificate
    };
    gap.subject != Subject::WHOLE_CLASS
        && profile.grade(gap.stage, gap.subject, least) > Grade::None
}

/// Periods of a load that one half-day at another school costs on the road, there and back.
pub fn on_the_road(facts: &Facts<'_>, minutes: u32) -> i64 {
    let period = facts.book.get(itinerant_teaching::PERIOD_MINUTES).max(1);
    (2 * i64::from(minutes) + period - 1).div_euclid(period)
}

/// Minutes one way to another school, when the policy lets people teach there besides their own: a school of
/// the listed classes, inside
/// the district where it says so, or the township where no district is stated.
pub fn reach(facts: &Facts<'_>, from: SchoolNo, to: SchoolNo) -> Option<u32> {
    let (a, b) = (facts.roster.school(from), facts.roster.school(to));
    let area = |one: &School| one.district.clone().or_else(|| one.township.clone());
    let inside = !facts.book.get(itinerant_teaching::INSIDE_DISTRICT) || area(a) == area(b);
    let most = facts.book.get(itinerant_teaching::MINUTES_AT_MOST);
    let listed = b.is_any(&facts.book.get(itinerant_teaching::TO_SCHOOLS));
    let minutes = facts.travel.between(from, to)?;
    (from != to && !b.closing && inside && listed && i64::from(minutes) <= most).then_some(minutes)
}
