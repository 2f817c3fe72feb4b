//! Who covers a subject at a school, counted twice over: once for the audit from people, once for
//! the program from columns. The two share nothing but the facts.
//!
//! Whoever is moved onto a seat that is not worth the move (R42) opens nothing, unless the subject must
//! be opened at any price: nobody is sent far for a few periods of a small subject.

use super::Verdict;
use crate::blanks;
use crate::domain::{School, Subject, TeacherNo};
use crate::facts::own_staff::{Place, site};
use crate::facts::{Facts, Grade, Placement, PostNo, ProfileNo, closes_nothing};
use crate::finding::Code;
use crate::policy::{Card, Force, RuleId};
use crate::text::Text;
use std::collections::BTreeMap;

/// Judges that somebody covers every subject of a school that is asked for; the figure has this name.
pub(super) fn judge(
    facts: &Facts<'_>,
    plan: &Placement,
    verdict: &mut Verdict,
    (rule, code, name): (RuleId, &'static Code, Text),
    asks: impl Fn(&School, Subject) -> bool,
) {
    let (mut asked, mut there, mut shared) = (0, 0, 0);
    let any_seat = facts.book.force(rule) == Force::Must;
    for (place, [people, by_right]) in people(facts, plan, any_seat) {
        let (school, stage, subject) = place;
        let school = facts.roster.school(school);
        if asks(school, subject) {
            let words =
                blanks! { school: school.name, stage: stage.text(), subject: subject.text() };
            let verdict = verdict.at(site(facts, place));
            verdict.there(school, code, people, words);
            asked += 1;
            there += people.min(1);
            shared += people.min(1) - by_right.min(1);
        }
    }
    verdict.bar(name, there, asked, asked);
    let name = Text::new(
        "其中仅由非专任教师兼任",
        "of these only shared without the certificate",
    );
    verdict.figure(name, shared, there);
}

/// Every subject of every post, with the people and recruits on such posts who may teach it, and those
/// of them who do not merely share it without the certificate; with those whose seat closes nothing, or
/// without them.
fn people(facts: &Facts<'_>, plan: &Placement, any_seat: bool) -> BTreeMap<Place, [i64; 2]> {
    let mut all: BTreeMap<Place, [i64; 2]> = BTreeMap::new();
    let mut add = |no: PostNo, profile: Option<ProfileNo>, number: i64| {
        let post = facts.post(no);
        for (subject, _, least) in post.ways() {
            let by = |one| facts.profile(one).grade(post.stage, subject, least);
            let grade = profile.map_or(Grade::None, by);
            let here = all.entry((post.school, post.stage, subject)).or_default();
            here[0] += if grade > Grade::None { number } else { 0 };
            here[1] += if grade > Grade::PartTime { number } else { 0 };
        }
    };
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        add(no, None, 0);
        let counts = |who: &&TeacherNo| any_seat || !closes_nothing(facts, plan, **who, no);
        for who in people.iter().filter(counts) {
            add(no, Some(facts.stands(*who).profile), 1);
        }
    }
    for hire in &plan.hires {
        let profile = facts.pool_profile[hire.pool];
        add(hire.post, Some(profile), i64::from(hire.number));
    }
    all
}

/// Asks that somebody covers every subject of a school that is asked for.
pub(super) fn constrain(
    program: &mut crate::model::Staffing<'_>,
    card: &Card,
    asks: impl Fn(&School, Subject) -> bool,
) {
    let facts = program.facts;
    let mut all: BTreeMap<Place, crate::model::Terms> = BTreeMap::new();
    for post in &facts.posts {
        for part in &post.parts {
            all.entry((post.school, post.stage, part.0)).or_default();
        }
    }
    let people = program.on_posts().map(|one| (one, 1));
    let lodged = program.lodged.iter();
    let lodged = lodged.map(|one| ((one.profile, one.post, one.var), -1));
    let without = facts.book.force(card.id) != Force::Must;
    let lodged = lodged.filter(|_| without);
    for ((profile, post, var), number) in people.chain(lodged) {
        let post = facts.post(post);
        for (subject, _, least) in post.ways() {
            let grade = facts.profile(profile).grade(post.stage, subject, least);
            if grade > Grade::None {
                let place = (post.school, post.stage, subject);
                all.entry(place).or_default().push((var, number));
            }
        }
    }
    for (place, terms) in all {
        if asks(facts.roster.school(place.0), place.2) {
            program.at_least(card, site(facts, place), terms, 1);
        }
    }
}
