//! Schools before and after, for the document.

use crate::domain::{Employment, SchoolNo, Subject, TeacherNo};
use crate::facts::{Facts, Placement, PostNo, floors, main_part};
use crate::plan::{IndicatorDoc, PostDoc, QuotaDoc, SchoolDoc, SubjectDoc};
use std::collections::BTreeMap;

/// Who is where, reckoned once for all schools.
struct Heads {
    now: Vec<u32>,
    before: Vec<Vec<TeacherNo>>,
    after: Vec<Vec<TeacherNo>>,
}

/// Every school after a plan; `undecided` is how things stand when nothing is decided.
pub(super) fn schools(
    facts: &Facts<'_>,
    plan: &Placement,
    undecided: &Placement,
) -> Vec<SchoolDoc> {
    let nowhere = vec![Vec::new(); facts.roster.schools.len()];
    let mut heads = Heads {
        now: vec![0; nowhere.len()],
        before: nowhere.clone(),
        after: nowhere,
    };
    let next = plan.next(facts);
    for no in facts.roster.teacher_nos() {
        let (who, stand) = (facts.roster.teacher(no), facts.stands(no));
        if who.status == crate::domain::Status::Active {
            heads.now[who.work_school.0] += 1;
        }
        if let Some(base) = stand.base {
            heads.before[base.0].push(no);
        }
        if let Some(to) = next[no.0] {
            heads.after[to.0].push(no);
        }
    }
    let mut indicators = indicators(facts, plan, undecided);
    let school = |no: SchoolNo| {
        let mut doc = school(facts, plan, &heads, no);
        doc.indicators = indicators.remove(&no).unwrap_or_default();
        doc
    };
    facts.roster.school_nos().map(school).collect()
}

/// Staff per hundred pupils, by school, where the policy looks at it.
fn indicators(
    facts: &Facts<'_>,
    plan: &Placement,
    undecided: &Placement,
) -> BTreeMap<SchoolNo, Vec<IndicatorDoc>> {
    let mut all: BTreeMap<SchoolNo, Vec<IndicatorDoc>> = BTreeMap::new();
    if !facts.book.is_on(floors::RULE) {
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

fn school(facts: &Facts<'_>, plan: &Placement, heads: &Heads, no: SchoolNo) -> SchoolDoc {
    let one = facts.roster.school(no);
    let groups = facts
        .roster
        .classes
        .iter()
        .filter(|group| group.school == no);
    let sizes: Vec<u32> = groups
        .flat_map(|group| group.pupils.iter().copied())
        .collect();
    let hired: u32 = facts.posts_of(no).map(|post| plan.hired(post)).sum();
    SchoolDoc {
        id: one.id.clone(),
        name: one.name.clone(),
        kind: one.kind,
        area: one.area,
        pupils: sizes.iter().sum(),
        classes: length(sizes.len()),
        heads_now: heads.now[no.0],
        heads_before: length(heads.before[no.0].len()),
        heads_after: length(heads.after[no.0].len()) + hired,
        subjects: subjects(facts, plan, heads, no),
        quota: quota(facts, plan, no),
        teaching_posts: facts
            .posts_of(no)
            .map(|post| post_doc(facts, plan, post))
            .collect(),
        indicators: Vec::new(),
    }
}

fn subjects(facts: &Facts<'_>, plan: &Placement, heads: &Heads, no: SchoolNo) -> Vec<SubjectDoc> {
    let mut table: BTreeMap<Subject, [i64; 3]> = BTreeMap::new();
    for post in facts.posts_of(no) {
        let kind = facts.post(post);
        if let Some(main) = main_part(&kind.parts) {
            table.entry(main).or_default()[0] += i64::from(kind.number);
        }
    }
    for (column, people) in [(1, &heads.before[no.0]), (2, &heads.after[no.0])] {
        for who in people {
            table.entry(facts.roster.teacher(*who).subject).or_default()[column] += 1;
        }
    }
    for hire in plan
        .hires
        .iter()
        .filter(|hire| facts.post(hire.post).school == no)
    {
        if let Some(subject) = facts.roster.pools[hire.pool].subjects.first() {
            table.entry(*subject).or_default()[2] += i64::from(hire.number);
        }
    }
    let list = table
        .into_iter()
        .map(|(subject, [posts, before, after])| SubjectDoc {
            subject,
            posts,
            before,
            after,
        });
    list.collect()
}

fn quota(facts: &Facts<'_>, plan: &Placement, no: SchoolNo) -> QuotaDoc {
    let share = &facts.quota[no.0];
    let on_quota =
        |who: TeacherNo| i64::from(facts.roster.teacher(who).employment == Employment::OnQuota);
    let going = plan.moves.iter().filter(|one| one.quota_goes);
    let moved: i64 = going
        .map(|one| {
            let gone = facts.roster.teacher(one.teacher).quota_school == no;
            on_quota(one.teacher) * (i64::from(one.to == no) - i64::from(gone))
        })
        .sum();
    let hired: i64 = plan
        .hires
        .iter()
        .filter(|hire| facts.post(hire.post).school == no)
        .filter(|hire| facts.roster.pools[hire.pool].employment == Employment::OnQuota)
        .map(|hire| i64::from(hire.number))
        .sum();
    let here = |who: &&TeacherNo| facts.roster.teacher(**who).quota_school == no;
    let taken_on = i64::from(length(plan.conversions.iter().filter(here).count()));
    QuotaDoc {
        asked: [share.asked.numer(), share.asked.denom()],
        given: share.given,
        in_force: facts.roster.school(no).quota,
        heads_now: share.heads_now,
        heads_after: share.heads_base + moved + hired + taken_on,
    }
}

fn post_doc(facts: &Facts<'_>, plan: &Placement, no: PostNo) -> PostDoc {
    let post = facts.post(no);
    let people = plan.fills[no.0]
        .iter()
        .map(|who| facts.roster.teacher(*who).id.clone());
    PostDoc {
        stage: post.stage,
        parts: post.parts.clone(),
        number: post.number,
        how: Some(post.how),
        must_open: post.must_open,
        filled_by: people.collect(),
        recruits: plan.hired(no),
        empty: plan.empty_of(facts, no),
    }
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
