//! Who covers a subject at a school, counted twice over: once for the audit from people, once for
//! the program from columns. The two share nothing but the facts.
//!
//! A subject that is taught at a school and too small for a post there is opened by whoever is on any post of the
//! stage and may teach it.
//!
//! Whoever is moved onto a seat that is not worth the move (R42) opens nothing, unless the subject must
//! be opened at any price: nobody is sent far for a few periods of a small subject.

use super::Verdict;
use crate::blanks;
use crate::domain::{SchoolNo, Stage, Subject};
use crate::facts::own_staff::{Place, site};
use crate::facts::{Facts, Grade, Placement, PostNo, ProfileNo, closes_nothing};
use crate::finding::Code;
use crate::policy::{Card, Force, RuleId};
use crate::text::Text;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Judges that somebody covers every subject of a school that is asked for; the figure has this name.
pub(super) fn judge(
    facts: &Facts<'_>,
    plan: &Placement,
    verdict: &mut Verdict,
    (rule, code, name): (RuleId, &'static Code, Text),
    asks: impl Fn(Place) -> bool,
) {
    let (mut asked, mut there, mut shared) = (0, 0, 0);
    let any_seat = facts.book.force(rule) == Force::Must;
    let every: Vec<PostNo> = facts.post_nos().collect();
    // A school whose every subject is too small for a post has none, and is asked all the same.
    let schools = facts.roster.school_nos().collect();
    for (place, [people, by_right]) in people(facts, plan, any_seat, (&schools, &every)) {
        let (school, stage, subject) = place;
        let school = facts.roster.school(school);
        if asks(place) {
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

/// People of a subject, and those of them who do not merely share it without the certificate.
type Count = [i64; 2];

/// Every subject taught at some schools, with the people and recruits there who may teach it: on a post with a part
/// in it, beside an office, or, of a subject that no post there has, on any post of the stage; with those whose seat
/// closes nothing, or without them.
fn people(
    facts: &Facts<'_>,
    plan: &Placement,
    any_seat: bool,
    (schools, posts): (&BTreeSet<SchoolNo>, &[PostNo]),
) -> BTreeMap<Place, Count> {
    let mut all: BTreeMap<Place, Count> = BTreeMap::new();
    for no in posts {
        let post = facts.post(*no);
        let parts = post.parts.iter();
        all.extend(parts.map(|part| ((post.school, post.stage, part.0), [0; 2])));
    }
    let left = facts.unplanned.iter().map(|(gap, _)| gap);
    let left = left.map(|gap| (gap.school, gap.stage, gap.subject));
    let mut small: BTreeMap<(SchoolNo, Stage), Vec<Subject>> = BTreeMap::new();
    for place in left.filter(|place| schools.contains(&place.0)) {
        if let Entry::Vacant(entry) = all.entry(place) {
            entry.insert([0; 2]);
            small.entry((place.0, place.1)).or_default().push(place.2);
        }
    }
    for (who, parts) in &facts.beside_office {
        let teacher = facts.roster.teacher(*who);
        for (subject, _) in parts {
            let place = (facts.leads_at(*who), teacher.stage, *subject);
            all.entry(place)
                .and_modify(|here| *here = [here[0] + 1, here[1] + 1]);
        }
    }
    let mut add = |no: PostNo, profile: ProfileNo, number: i64| {
        let (post, profile) = (facts.post(no), facts.profile(profile));
        let school = facts.roster.school(post.school);
        let small = small.get(&(post.school, post.stage));
        let small = small.into_iter().flatten();
        let small = small.map(|one| (*one, facts.rights.least(school, post.stage, *one)));
        let parts = post.ways().map(|(subject, _, least)| (subject, least));
        for (subject, least) in parts.chain(small) {
            let grade = profile.grade(post.stage, subject, least);
            let here = all.entry((post.school, post.stage, subject)).or_default();
            here[0] += if grade > Grade::None { number } else { 0 };
            here[1] += if grade > Grade::PartTime { number } else { 0 };
        }
    };
    for no in posts.iter().copied() {
        let people = plan.fills[no.0].iter();
        for who in people.filter(|who| any_seat || !closes_nothing(facts, plan, **who, no)) {
            add(no, facts.stands(*who).profile, 1);
        }
    }
    for hire in plan.hires.iter().filter(|hire| posts.contains(&hire.post)) {
        add(
            hire.post,
            facts.pool_profile[hire.pool],
            i64::from(hire.number),
        );
    }
    all
}

/// Subjects of a school that somebody opens in a plan, seats that close nothing left out.
pub(crate) fn opened(
    facts: &Facts<'_>,
    plan: &Placement,
    school: SchoolNo,
) -> BTreeSet<(Stage, Subject)> {
    let posts: Vec<PostNo> = facts.posts_of(school).collect();
    let all = people(facts, plan, false, (&BTreeSet::from([school]), &posts));
    let open = all.into_iter().filter(|(_, here)| here[0] > 0);
    open.map(|((_, stage, subject), _)| (stage, subject))
        .collect()
}

/// Asks that somebody covers every subject of a school that is asked for.
pub(super) fn constrain(
    program: &mut crate::model::Staffing<'_>,
    card: &Card,
    asks: impl Fn(Place) -> bool,
) {
    let facts = program.facts;
    let mut all: BTreeMap<Place, crate::model::Terms> = BTreeMap::new();
    // Of each stage of a school the subjects that are asked of people on its posts, whatever post it is.
    let mut small: BTreeMap<(SchoolNo, Stage), Vec<Subject>> = BTreeMap::new();
    let with_post: BTreeSet<Place> = facts
        .posts
        .iter()
        .flat_map(|post| {
            let parts = post.parts.iter();
            parts.map(|part| (post.school, post.stage, part.0))
        })
        .collect();
    for (gap, _) in &facts.unplanned {
        let place = (gap.school, gap.stage, gap.subject);
        if !with_post.contains(&place) && asks(place) {
            small
                .entry((gap.school, gap.stage))
                .or_default()
                .push(gap.subject);
        }
    }
    for place in with_post.into_iter().filter(|place| asks(*place)) {
        all.insert(place, crate::model::Terms::new());
    }
    for (place, subjects) in &small {
        let places = subjects.iter().map(|one| (place.0, place.1, *one));
        all.extend(places.map(|place| (place, crate::model::Terms::new())));
    }
    // What a head teaches beside the office is opened whatever is planned.
    for (who, parts) in &facts.beside_office {
        let teacher = facts.roster.teacher(*who);
        for (subject, _) in parts {
            all.remove(&(facts.leads_at(*who), teacher.stage, *subject));
        }
    }
    let people = program.on_posts().map(|one| (one, 1));
    let lodged = program.lodged.iter();
    let lodged = lodged.map(|one| ((one.profile, one.post, one.var), -1));
    let without = facts.book.force(card.id) != Force::Must;
    let lodged = lodged.filter(|_| without);
    for ((profile, post, var), number) in people.chain(lodged) {
        let post = facts.post(post);
        let school = facts.roster.school(post.school);
        let small = small.get(&(post.school, post.stage));
        let small = small.into_iter().flatten();
        let parts = post.parts.iter().map(|part| &part.0);
        for subject in parts.chain(small) {
            let least = facts.rights.least(school, post.stage, *subject);
            let grade = facts.profile(profile).grade(post.stage, *subject, least);
            let place = (post.school, post.stage, *subject);
            if grade > Grade::None
                && let Some(terms) = all.get_mut(&place)
            {
                terms.push((var, number));
            }
        }
    }
    for (place, terms) in all {
        program.at_least(card, site(facts, place), terms, 1);
    }
}
