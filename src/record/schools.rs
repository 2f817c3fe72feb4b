//! Schools before and after, for the document.

use crate::domain::{SchoolNo, Status, Teacher, length};
use crate::facts::ledger::{self, Ledger, Line, Taught, persons};
use crate::facts::values::per_pupil_staff;
use crate::facts::{
    Facts, Hire, Placement, PostNo, brought, floors, given_after, holds_place, place_next,
};
use crate::plan::{IndicatorDoc, PostDoc, QuotaDoc, SchoolDoc, SubjectDoc};
use std::collections::{BTreeMap, BTreeSet};

/// Every school after a plan; `undecided` is how things stand when nothing is decided.
pub(super) fn schools(
    facts: &Facts<'_>,
    plan: &Placement,
    undecided: &Placement,
) -> Vec<SchoolDoc> {
    let stands: Vec<_> = facts.standing.iter().map(|stand| stand.base).collect();
    let next = plan.next(facts);
    let mut indicators = indicators(facts, plan, undecided);
    let ledgers = [&ledger::ledger(facts), &ledger::after(facts, plan)];
    let schools = facts.roster.school_nos().map(|no| SchoolDoc {
        indicators: indicators.remove(&no).unwrap_or_default(),
        ..school(facts, [plan, undecided], [&stands, &next], ledgers, no)
    });
    schools.collect()
}

/// Staff per hundred pupils, by school, where the policy looks at it.
fn indicators(
    facts: &Facts<'_>,
    plan: &Placement,
    undecided: &Placement,
) -> BTreeMap<SchoolNo, Vec<IndicatorDoc>> {
    let mut all: BTreeMap<SchoolNo, Vec<IndicatorDoc>> = BTreeMap::new();
    if !facts.book.is_on(per_pupil_staff::RULE) {
        return all;
    }
    let [before, after] = [undecided, plan].map(|plan| floors::after(facts, plan));
    for floor in floors::floors(facts) {
        let key = (floor.school, floor.indicator);
        let of = |there: &BTreeMap<_, i64>| there.get(&key).copied().unwrap_or(0);
        all.entry(floor.school).or_default().push(IndicatorDoc {
            indicator: floor.indicator,
            need: floor.need,
            before: of(&before),
            after: of(&after),
        });
    }
    all
}

/// One school; `at` is where everybody works before and after the plan.
fn school(
    facts: &Facts<'_>,
    [plan, undecided]: [&Placement; 2],
    at: [&[Option<SchoolNo>]; 2],
    ledgers: [&Ledger; 2],
    no: SchoolNo,
) -> SchoolDoc {
    let roster = facts.roster;
    // Pupils of a school that closes are counted where they go, or nowhere.
    let open = !roster.school(no).closing;
    let groups = roster.classes.iter();
    let groups = groups.filter(|group| open && group.school == no);
    let sizes: Vec<u32> = groups.flat_map(|group| group.pupils.clone()).collect();
    let active = roster.teachers.iter();
    let active = active.filter(|who| who.status == Status::Active && who.work_school == no);
    let [before, after] = at.map(|all| -> Vec<&Teacher> {
        let people = roster.teachers.iter().zip(all);
        let here = people.filter(|(_, at)| **at == Some(no));
        here.map(|(who, _)| who).collect()
    });
    let hired: u32 = facts.posts_of(no).map(|post| plan.hired(post)).sum();
    let posts = facts.posts_of(no);
    SchoolDoc {
        pupils: sizes.iter().sum(),
        classes: length(sizes.len()),
        heads_now: length(active.count()),
        heads_before: length(before.len()),
        heads_after: length(after.len()) + hired,
        subjects: subjects(facts, ledgers, no),
        quota: quota(facts, plan, no),
        teaching_posts: posts
            .map(|post| post_doc(facts, [plan, undecided], post))
            .collect(),
        ..SchoolDoc::bare(roster.school(no))
    }
}

/// Stages and subjects of a school as the balance reckons them; a school that closes has none.
fn subjects(facts: &Facts<'_>, ledgers: [&Ledger; 2], no: SchoolNo) -> Vec<SubjectDoc> {
    let mut posts: BTreeMap<Taught, i64> = BTreeMap::new();
    for post in facts.posts_of(no).map(|post| facts.post(post)) {
        if let Some(main) = post.main() {
            *posts.entry((post.stage, main)).or_default() += i64::from(post.number);
        }
    }
    let [before, after] = ledgers.map(|all| all.get(&no));
    let lines = before.into_iter().chain(after).flatten();
    let known = lines.map(|(taught, _)| taught).chain(posts.keys());
    let known: BTreeSet<Taught> = known.copied().collect();
    let rows = known.into_iter().map(|taught| {
        let line = |all: Option<&BTreeMap<Taught, Line>>| {
            all.and_then(|all| all.get(&taught))
                .copied()
                .unwrap_or_default()
        };
        let (before, after) = (line(before), line(after));
        let over =
            |line: Line| (line.load > 0 && !line.open).then(|| persons(line.over(), line.load));
        SubjectDoc {
            stage: Some(taught.0),
            subject: taught.1,
            periods: before.periods,
            posts: posts.get(&taught).copied().unwrap_or(0),
            before: before.heads,
            after: after.heads,
            over_before: over(before),
            over_after: over(after),
        }
    });
    rows.collect()
}

/// Recruits for posts of a school.
fn hires<'a>(
    facts: &'a Facts<'_>,
    plan: &'a Placement,
    no: SchoolNo,
) -> impl Iterator<Item = &'a Hire> {
    let all = plan.hires.iter();
    all.filter(move |hire| facts.post(hire.post).school == no)
}

fn quota(facts: &Facts<'_>, plan: &Placement, no: SchoolNo) -> QuotaDoc {
    let (roster, share) = (facts.roster, &facts.quota[no.0]);
    let is_on = |employment| i64::from(holds_place(facts.book, employment));
    let going = plan.moves.iter().filter(|one| one.quota_goes);
    let moved = going.map(|one| {
        let who = roster.teacher(one.teacher);
        let had = place_next(roster, who, facts.stands(one.teacher));
        is_on(who.employment) * (i64::from(one.to == no) - i64::from(had == Some(no)))
    });
    let hired = hires(facts, plan, no);
    let hired = hired.map(|one| is_on(roster.pools[one.pool].employment) * i64::from(one.number));
    let taken_on = plan.conversions.iter();
    let taken_on = taken_on.map(|who| i64::from(roster.teacher(*who).quota_school == no));
    let brought = brought(facts, plan)[no.0];
    QuotaDoc {
        asked: [share.asked.numer(), share.asked.denom()],
        given: given_after(facts, plan)[no.0] + brought,
        brought,
        in_force: roster.school(no).quota,
        heads_now: share.heads_now,
        heads_after: share.heads_base + moved.chain(hired).chain(taken_on).sum::<i64>(),
    }
}

fn post_doc(facts: &Facts<'_>, [plan, undecided]: [&Placement; 2], no: PostNo) -> PostDoc {
    let post = facts.post(no);
    let ids = |plan: &Placement| -> Vec<String> {
        let people = plan.fills[no.0].iter();
        people.map(|who| facts.roster.teacher_id(*who)).collect()
    };
    let (filled_by, filled_before) = (ids(plan), ids(undecided));
    PostDoc {
        stage: post.stage,
        parts: post.parts.clone(),
        main: post.main(),
        number: post.number,
        how: Some(post.how),
        must_open: post.must_open,
        filled_before: (filled_before != filled_by).then_some(filled_before),
        filled_by,
        recruits: plan.hired(no),
        empty: plan.empty_of(facts, no),
    }
}
