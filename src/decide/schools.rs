//! Schools before and after, for the document.

use crate::domain::{Employment, SchoolNo, Status, Subject, TeacherNo};
use crate::facts::values::per_pupil_staff;
use crate::facts::{Facts, Hire, Placement, PostNo, floors, main_part};
use crate::plan::{IndicatorDoc, PostDoc, QuotaDoc, SchoolDoc, SubjectDoc};
use std::collections::BTreeMap;

/// Who is where, reckoned once for all schools.
struct Heads {
    now: Vec<u32>,
    before: Vec<Vec<TeacherNo>>,
    after: Vec<Vec<TeacherNo>>,
}

impl Heads {
    fn new(facts: &Facts<'_>, plan: &Placement) -> Self {
        let nowhere = vec![Vec::new(); facts.roster.schools.len()];
        let mut heads = Self {
            now: vec![0; nowhere.len()],
            before: nowhere.clone(),
            after: nowhere,
        };
        let next = plan.next(facts);
        for no in facts.roster.teacher_nos() {
            let who = facts.roster.teacher(no);
            if who.status == Status::Active {
                heads.now[who.work_school.0] += 1;
            }
            if let Some(base) = facts.stands(no).base {
                heads.before[base.0].push(no);
            }
            if let Some(to) = next[no.0] {
                heads.after[to.0].push(no);
            }
        }
        heads
    }
}

/// Every school after a plan; `undecided` is how things stand when nothing is decided.
pub(super) fn schools(
    facts: &Facts<'_>,
    plan: &Placement,
    undecided: &Placement,
) -> Vec<SchoolDoc> {
    let heads = Heads::new(facts, plan);
    let mut indicators = indicators(facts, plan, undecided);
    let schools = facts.roster.school_nos();
    schools
        .map(|no| SchoolDoc {
            indicators: indicators.remove(&no).unwrap_or_default(),
            ..school(facts, plan, &heads, no)
        })
        .collect()
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

fn school(facts: &Facts<'_>, plan: &Placement, heads: &Heads, no: SchoolNo) -> SchoolDoc {
    let groups = facts
        .roster
        .classes
        .iter()
        .filter(|group| group.school == no);
    let sizes: Vec<u32> = groups.flat_map(|group| group.pupils.clone()).collect();
    let hired: u32 = facts.posts_of(no).map(|post| plan.hired(post)).sum();
    let posts = facts.posts_of(no);
    SchoolDoc {
        pupils: sizes.iter().sum(),
        classes: length(sizes.len()),
        heads_now: heads.now[no.0],
        heads_before: length(heads.before[no.0].len()),
        heads_after: length(heads.after[no.0].len()) + hired,
        subjects: subjects(facts, plan, heads, no),
        quota: quota(facts, plan, no),
        teaching_posts: posts.map(|post| post_doc(facts, plan, post)).collect(),
        ..SchoolDoc::bare(facts.roster.school(no))
    }
}

fn subjects(facts: &Facts<'_>, plan: &Placement, heads: &Heads, no: SchoolNo) -> Vec<SubjectDoc> {
    let mut table: BTreeMap<Subject, SubjectDoc> = BTreeMap::new();
    let mut add = |subject: Subject, count: fn(&mut SubjectDoc) -> &mut i64, number: u32| {
        let row = table.entry(subject).or_insert(SubjectDoc {
            subject,
            posts: 0,
            before: 0,
            after: 0,
        });
        *count(row) += i64::from(number);
    };
    for post in facts.posts_of(no).map(|post| facts.post(post)) {
        if let Some(main) = main_part(&post.parts) {
            add(main, |row| &mut row.posts, post.number);
        }
    }
    for who in &heads.before[no.0] {
        add(facts.roster.teacher(*who).subject, |row| &mut row.before, 1);
    }
    for who in &heads.after[no.0] {
        add(facts.roster.teacher(*who).subject, |row| &mut row.after, 1);
    }
    for hire in hires(facts, plan, no) {
        if let Some(own) = facts.roster.pools[hire.pool].subjects.first() {
            add(*own, |row| &mut row.after, hire.number);
        }
    }
    table.into_values().collect()
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
    let is_on = |employment| i64::from(employment == Employment::OnQuota);
    let going = plan.moves.iter().filter(|one| one.quota_goes);
    let moved = going.map(|one| {
        let who = roster.teacher(one.teacher);
        is_on(who.employment) * (i64::from(one.to == no) - i64::from(who.quota_school == no))
    });
    let hired = hires(facts, plan, no)
        .map(|hire| is_on(roster.pools[hire.pool].employment) * i64::from(hire.number));
    let taken_on = plan
        .conversions
        .iter()
        .map(|who| i64::from(roster.teacher(*who).quota_school == no));
    QuotaDoc {
        asked: [share.asked.numer(), share.asked.denom()],
        given: share.given,
        in_force: roster.school(no).quota,
        heads_now: share.heads_now,
        heads_after: share.heads_base + moved.chain(hired).chain(taken_on).sum::<i64>(),
    }
}

fn post_doc(facts: &Facts<'_>, plan: &Placement, no: PostNo) -> PostDoc {
    let post = facts.post(no);
    let people = plan.fills[no.0].iter();
    PostDoc {
        stage: post.stage,
        parts: post.parts.clone(),
        number: post.number,
        how: Some(post.how),
        must_open: post.must_open,
        filled_by: people.map(|who| facts.roster.teacher_id(*who)).collect(),
        recruits: plan.hired(no),
        empty: plan.empty_of(facts, no),
    }
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
