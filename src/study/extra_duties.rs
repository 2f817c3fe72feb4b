//! What one teacher does besides her post, and what becomes of her application for a title post.

use crate::domain::{Stage, Subject, TeacherNo, Title};
use crate::facts::values::itinerant_teaching;
use crate::facts::{Facts, Placement, Reckoning, periods};
use crate::plan::PostSource;
use crate::plan::secondary::{self, appointments, itinerants};
use crate::text::Text;
use serde::Serialize;

/// One person's week, periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Week {
    /// That she may teach and travel.
    pub most: i64,
    /// On her post.
    pub on_post: i64,
    /// Why that is more than she may teach otherwise, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fuller: Option<Fuller>,
    /// Besides her post.
    pub besides: i64,
    /// On the road.
    pub on_the_road: i64,
    /// What she teaches besides her post, and where.
    pub lessons: Vec<Taught>,
    /// Where she goes for it (走教).
    pub trips: Vec<Errand>,
}

/// A post of more periods than its holder may teach otherwise: how it was reckoned, and among how many posts the
/// periods of its main subject are shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fuller {
    /// How it was reckoned.
    pub how: Reckoning,
    /// Its main subject; none where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// Weekly periods of all posts of that subject, at the school and stage.
    pub periods: i64,
    /// These posts.
    pub posts: i64,
    /// Weekly periods of a full load of that subject and stage, where the post has no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<u32>,
}

/// Lessons besides a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taught {
    /// Id of the school.
    pub school: String,
    /// Its name.
    pub name: String,
    /// Stage.
    pub stage: Stage,
    /// Subject.
    pub subject: Subject,
    /// Periods a week.
    pub periods: u32,
}

/// Half-days at another school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Errand {
    /// Id of the school.
    pub school: String,
    /// Its name.
    pub name: String,
    /// Half-days a week.
    pub half_days: u32,
    /// Minutes one way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel_minutes: Option<u32>,
}

/// An application for a title post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Application {
    /// Id of the school whose posts are applied for.
    pub school: String,
    /// Its name.
    pub name: String,
    /// Title applied for.
    pub title: Title,
    /// Place among the fit applicants for the title in the county, from 1; none for the unfit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<i64>,
    /// Fit applicants for the title in the county; none for the unfit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<i64>,
    /// The posts are counted in the county, otherwise at the school.
    pub pooled: bool,
    /// Posts of the title that were free there before the plan.
    pub free: i64,
    /// Is appointed by the plan.
    pub appointed: bool,
    /// Which post is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<PostSource>,
    /// What is lacking.
    pub lacks: Vec<Text>,
}

fn name(facts: &Facts<'_>, id: &str) -> String {
    let no = facts.roster.find_school(id);
    no.map_or_else(|| id.to_owned(), |no| facts.roster.school(no).name.clone())
}

/// Her week under a plan.
pub(super) fn week(facts: &Facts<'_>, plan: &Placement, who: TeacherNo) -> Option<Week> {
    if !facts.book.is_on(itinerant_teaching::RULE) {
        return None;
    }
    let load = *periods::loads(facts, plan).get(&who)?;
    let week = secondary::week(facts, plan, who, load);
    let taught = week.lessons.into_iter().map(|one| Taught {
        name: name(facts, &one.school),
        school: one.school,
        stage: one.stage,
        subject: one.subject,
        periods: one.periods,
    });
    let lessons: Vec<Taught> = taught.collect();
    let trips = itinerants(facts, plan).into_iter();
    let trips = trips.filter(|one| one.teacher == week.teacher);
    let trips = trips.map(|one| Errand {
        name: name(facts, &one.to),
        school: one.to,
        half_days: one.half_days,
        travel_minutes: one.travel_minutes,
    });
    Some(Week {
        most: week.most,
        on_post: week.on_post,
        fuller: (week.on_post > week.most)
            .then(|| fuller(facts, plan, who))
            .flatten(),
        besides: lessons.iter().map(|one| i64::from(one.periods)).sum(),
        on_the_road: week.on_the_road,
        lessons,
        trips: trips.collect(),
    })
}

/// The post that somebody holds, beside the others of its main subject.
fn fuller(facts: &Facts<'_>, plan: &Placement, who: TeacherNo) -> Option<Fuller> {
    let held = facts
        .post_nos()
        .find(|no| plan.fills[no.0].contains(&who))?;
    let post = facts.post(held);
    let like = facts.posts_of(post.school).map(|no| facts.post(no));
    let like =
        like.filter(|one| (one.stage, one.how, one.main()) == (post.stage, post.how, post.main()));
    let sums = like.fold((0, 0), |(periods, posts), one| {
        let number = i64::from(one.number);
        (periods + number * one.periods(), posts + number)
    });
    Some(Fuller {
        how: post.how,
        subject: post.main(),
        periods: sums.0,
        posts: sums.1,
        load: Some(post.load).filter(|load| post.periods() <= i64::from(*load)),
    })
}

/// Her application under a plan.
pub(super) fn application(
    facts: &Facts<'_>,
    plan: &Placement,
    who: TeacherNo,
) -> Option<Application> {
    let (ledger, hers) = (&facts.titles, facts.titles.applicant(who)?);
    let school = facts.roster.school(hers.school);
    let mut cells = ledger.cells().into_iter();
    let cell = cells
        .find(|cell| cell.grade == hers.title && cell.school.is_none_or(|at| at == hers.school));
    let mut all = appointments(facts, plan).into_iter();
    let given = all.find(|one| one.teacher == facts.roster.teacher(who).id);
    let fit = hers.place > 0;
    Some(Application {
        school: school.id.clone(),
        name: school.name.clone(),
        title: hers.title,
        place: fit.then_some(hers.place),
        of: fit.then_some(hers.of),
        pooled: ledger.pooled,
        free: cell.map_or(0, |cell| cell.free()),
        appointed: plan.appointments.binary_search(&who).is_ok(),
        post: given.and_then(|one| one.post),
        lacks: hers.unfit.clone(),
    })
}
