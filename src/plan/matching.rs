//! The teaching posts of an older plan, or of one made from other tables, which the reckoning of today may cut
//! differently: who filled one that is no more takes the best free seat at the same school and stage, so that the old plan can be judged.

use super::made::AsMade;
use super::plan_codes::OLD_POSTS;
use super::reader::Reader;
use super::{Plan, PostDoc, RecruitDoc};
use crate::blanks;
use crate::domain::{Stage, Subject, TeacherNo};
use crate::facts::{Facts, Fit, Hire, Placement, PostNo, largest};
use crate::finding::{About, Finding};

/// Who waits for a seat.
enum Waiting {
    Teacher(TeacherNo),
    Recruit(usize),
}

/// A seat that somebody had on a post that is no more.
struct Seat<'d> {
    school: &'d str,
    stage: Stage,
    main: Option<Subject>,
    who: Waiting,
}

impl Seat<'_> {
    /// Teachers first, by number; then recruits, by line and place.
    fn order(&self) -> (bool, usize, &str, Stage, Option<Subject>) {
        let (recruit, no) = match self.who {
            Waiting::Teacher(who) => (false, who.0),
            Waiting::Recruit(pool) => (true, pool),
        };
        (recruit, no, self.school, self.stage, self.main)
    }
}

/// Puts everybody on a seat of today whose old post is not found, and tells how many found one.
pub(super) fn match_posts(reader: &mut Reader<'_>, doc: &Plan) {
    let mut seats = Vec::new();
    let made = AsMade::of(doc);
    for school in &doc.schools {
        for post in &school.teaching_posts {
            teachers(reader, &made, (&school.id, post), &mut seats);
        }
    }
    for one in &doc.recruits {
        recruits(reader, &made, one, &mut seats);
    }
    // Whatever order the file has them in.
    seats.sort_by(|one, other| one.order().cmp(&other.order()));
    let all = seats.len();
    let placed = seats.iter().filter(|seat| sit(reader, seat)).count();
    if all > 0 {
        let blanks = blanks! { placed: placed, lost: all - placed };
        reader.findings.push(Finding::new(&OLD_POSTS, blanks));
    }
}

/// The subject with most periods of those that need a certificate, of all where there is none: a workbook does not
/// state it, so that it is reckoned of either.
fn main(facts: &Facts<'_>, stage: Stage, parts: &[(Subject, u32)]) -> Option<Subject> {
    let closed = parts.iter().copied();
    let closed = closed.filter(|part| !facts.rights.is_open(stage, part.0));
    largest(closed).or_else(|| largest(parts.iter().copied()))
}

/// Teachers of a post: on it where it is still there and has room, otherwise waiting.
///
/// Whoever was put there by hand since stays there, and a post that is not is an error: that no table has changed.
fn teachers<'d>(
    reader: &mut Reader<'_>,
    made: &AsMade<'_>,
    (school, post): (&'d str, &'d PostDoc),
    seats: &mut Vec<Seat<'d>>,
) {
    let found = reader.find_post(school, post.stage, &post.parts, post.must_open);
    let mut ids: Vec<&String> = post.filled_by.iter().collect();
    ids.sort();
    let by_hand = |id: &&String| made.is_seat_by_hand(id, school, post);
    let (hers, ids): (Vec<&String>, Vec<&String>) = ids.into_iter().partition(by_hand);
    if let Some(first) = hers.first() {
        let about = About::Teacher((*first).clone());
        let no = found.or_else(|| reader.no_post(about, school, &post.parts));
        let people: Vec<TeacherNo> = hers.iter().filter_map(|id| reader.teacher(id)).collect();
        if let Some(no) = no {
            reader.plan.fills[no.0].extend(people);
        }
    }
    for id in ids {
        let Some(who) = reader.teacher(id) else {
            continue;
        };
        match found.filter(|no| reader.plan.empty_of(reader.facts, *no) > 0) {
            Some(no) => reader.plan.fills[no.0].push(who),
            None => seats.push(Seat {
                school,
                stage: post.stage,
                main: main(reader.facts, post.stage, &post.parts),
                who: Waiting::Teacher(who),
            }),
        }
    }
}

/// The same for recruits.
fn recruits<'d>(
    reader: &mut Reader<'_>,
    made: &AsMade<'_>,
    one: &'d RecruitDoc,
    seats: &mut Vec<Seat<'d>>,
) {
    let Some(pool) = reader.pool(&one.pool) else {
        return;
    };
    let found = reader.find_post(&one.school, one.stage, &one.parts, one.must_open);
    if made.is_hire_by_hand(one) {
        let about = About::School(one.school.clone());
        let no = found.or_else(|| reader.no_post(about, &one.school, &one.parts));
        reader.plan.hires.extend(no.map(|post| Hire {
            pool,
            post,
            number: one.number,
        }));
        return;
    }
    for _ in 0..one.number {
        match found.filter(|no| reader.plan.empty_of(reader.facts, *no) > 0) {
            Some(post) => hire(&mut reader.plan, pool, post),
            None => seats.push(Seat {
                school: &one.school,
                stage: one.stage,
                main: main(reader.facts, one.stage, &one.parts),
                who: Waiting::Recruit(pool),
            }),
        }
    }
}

/// One more recruit of a pool on a post.
fn hire(plan: &mut Placement, pool: usize, post: PostNo) {
    let mut known = plan.hires.iter_mut();
    match known.find(|one| (one.pool, one.post) == (pool, post)) {
        Some(one) => one.number += 1,
        None => plan.hires.push(Hire {
            pool,
            post,
            number: 1,
        }),
    }
}

/// Gives somebody the best free seat; whether there was one.
fn sit(reader: &mut Reader<'_>, seat: &Seat<'_>) -> bool {
    let Some(post) = best(reader.facts, &reader.plan, seat) else {
        return false;
    };
    match seat.who {
        Waiting::Teacher(who) => reader.plan.fills[post.0].push(who),
        Waiting::Recruit(pool) => hire(&mut reader.plan, pool, post),
    }
    true
}

/// The free seat of the same school and stage that she fills or for which a recruit may be hired: with the main subject of the old one first, then
/// the one of which she covers most, then the first.
fn best(facts: &Facts<'_>, plan: &Placement, seat: &Seat<'_>) -> Option<PostNo> {
    let (profile, takes): (_, fn(Fit) -> bool) = match seat.who {
        Waiting::Teacher(who) => (facts.stands(who).profile, Fit::fills),
        Waiting::Recruit(pool) => (facts.pool_profile[pool], Fit::suits_recruit),
    };
    let school = facts.roster.find_school(seat.school)?;
    let free = facts
        .posts_of(school)
        .filter(|no| facts.post(*no).stage == seat.stage && plan.empty_of(facts, *no) > 0);
    let fits = free.filter_map(|no| {
        let post = facts.post(no);
        let fit = facts.profile(profile).fit(post);
        let same = post.main() == seat.main;
        takes(fit).then_some((!same, -fit.covered(), no))
    });
    fits.min().map(|(.., no)| no)
}
