//! R07 Teaching posts (学科岗位).
//!
//! Symbols: `number[p]`, `load[p]` posts of kind `p` and weekly periods of one [posts, periods];
//! `empty[p]` those left empty [posts]; `fill[s,π,p]` people of profile `π` on them, `hire[c,p]`
//! recruits [persons]; `miss[π,p]` periods that such a person leaves uncovered [periods]; `w[p]`
//! weight of an uncovered period (village or weak school, else the other weight, times the weight
//! of a must-open subject); `over[s]` empty posts of school `s` beyond the first `k` [posts], each
//! of which weighs `g` periods more.

mod next_year;
mod own_first;

pub use next_year::NextYear;
pub use own_first::{Flows, OwnPosts};

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{School, whole};
use crate::facts::values::teaching_posts;
use crate::facts::{Facts, Fit, Grade, Placement, PostNo, Profile, closes_nothing, period_weight};
use crate::finding::About;
use crate::policy::{Card, GoalId};
use crate::text::{Blanks, Text};
use std::collections::BTreeMap;

crate::finding::codes! { pub(super),
    EMPTY "R07" warning
        ["{school}{stage}{subjects}岗{need}个，落实{actual}个。", "{school} has {need} posts for {subjects} ({stage}), {actual} of them filled."]
        ["安排招聘、走教或兼课。", "Recruit, send an itinerant teacher, or share the periods."];
    NOT_THERE "R07b" error
        ["方案让{name}承担{school}的{subjects}岗，但其新学年不在该校。", "{name} is given a post for {subjects} at {school} without being there next year."]
        ["更正任岗人员，或写明其调入该校。", "Mend who fills the post, or enter the move."];
    TWO_POSTS "R07c" error
        ["{name}同时占用{number}个岗位。", "{name} is on {number} posts at the same time."]
        ["每人只占一个岗位。", "Give each person one post."];
    COVERS_NOTHING "R07d" error
        ["{name}不能任教{school}{stage}{subjects}岗的任何学科。", "{name} may teach nothing of the post for {subjects} ({stage}) at {school}."]
        ["按任教学科和教师资格另行安排。", "Choose somebody by subjects and certificates."];
    DOES_NOT_FILL "R07g" error
        ["{name}只能承担{school}{stage}{subjects}岗{periods}课时中的{covered}课时，不足主要学科，也不到规定的比例，不算任岗。", "{name} can take {covered} of the {periods} periods of the post for {subjects} ({stage}) at {school}: neither its main subject nor as much as is asked for to hold it."]
        ["岗位改由能承担其主要学科的人员担任，所余课时作兼课安排。", "Give the post to somebody who can teach its main subject, and share the periods besides."];
    OVERFILLED "R07e" error
        ["{school}{stage}{subjects}岗只有{need}个，安排了{actual}人。", "{school} has {need} posts for {subjects} ({stage}), yet {actual} people are put on them."]
        ["减少安排的人数。", "Put fewer people on them."];
    NO_POST "R07f" error
        ["{name}调入{school}后没有岗位。", "{name} is moved to {school} without a post there."]
        ["为其落实岗位，或去掉这一调动。", "Give this person a post, or take the move out."];
}

pub(super) static CARD: Card = Card {
    code: "R07",
    id: teaching_posts::RULE,
    title: Text::new("学科岗位", "Teaching posts"),
    asks: Text::new(
        "按班级数、课程计划和标准课时量测算学科岗位，空岗和无人承担的课时尽量少，乡村、薄弱学校和必开学科优先。",
        "Posts follow from classes, curriculum and loads; as few as possible stay empty or half covered, village and weak schools and must-open subjects first.",
    ),
    formula: "min Σ_p w[p]·(load[p]·empty[p] + Σ_π miss[π,p]·fill[s,π,p] + Σ_c miss[c,p]·hire[c,p]) + g·Σ_s over[s];   over[s] ≥ Σ_{p at s} empty[p] − k",
    unit: Text::new("个岗位", "posts"),
    goal: GoalId::EmptyPosts,
    mend: Some(Text::new(
        "允许{place}空岗{amount}个",
        "{amount} posts at {place} may stay empty",
    )),
    params: teaching_posts::PARAMS,
    marks: &[],
    suspected: 13,
    breaches: CODES,
};

/// As few weekly periods as possible stay uncovered.
pub(super) struct TeachingPosts;

impl Rule for TeachingPosts {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        audit_people(facts, plan, verdict);
        // People and recruits on each post, and the periods that they leave uncovered.
        let mut filled = vec![0; facts.posts.len()];
        let mut missed = vec![0; facts.posts.len()];
        // Periods that are told one by one, and those of them that colleagues share.
        let (mut off, mut shared) = (0, 0);
        for (no, people) in facts.post_nos().zip(&plan.fills) {
            for who in people {
                let profile = facts.profile(facts.stands(*who).profile);
                let fit = profile.fit(facts.post(no));
                filled[no.0] += 1;
                missed[no.0] += fit.uncovered;
                off += fit.told + told_open(facts, no, profile) + fit.part_time;
                shared += fit.part_time;
                let teacher = facts.roster.teacher(*who);
                judge_fit(facts, (no, fit), &teacher.name, teacher, verdict);
            }
        }
        for hire in plan.hires.iter().filter(|hire| hire.number > 0) {
            let profile = facts.profile(facts.pool_profile[hire.pool]);
            let fit = profile.fit(facts.post(hire.post));
            filled[hire.post.0] += i64::from(hire.number);
            missed[hire.post.0] += i64::from(hire.number) * fit.uncovered;
            let told = fit.told + told_open(facts, hire.post, profile);
            off += i64::from(hire.number) * (told + fit.part_time);
            shared += i64::from(hire.number) * fit.part_time;
            let (pool, school) = (&facts.roster.pools[hire.pool], school_of(facts, hire.post));
            judge_fit(facts, (hire.post, fit), &pool.id, school, verdict);
        }
        let nothing = closing_nothing(facts, plan);
        audit_posts(facts, &filled, &missed, &nothing, verdict);
        let own = OwnPosts::of(facts);
        let schools = NextYear::of(facts, plan);
        let aside: i64 = schools.iter().map(|next| own.cost(facts, next)).sum();
        verdict.cost(GoalId::EmptyPosts, aside);
        verdict.cost(GoalId::OffSubject, off);
        let posts = facts.posts.iter();
        let periods = posts.map(|post| i64::from(post.number) * post.periods());
        let periods = periods.sum();
        let name = Text::new("非专任教师承担的周课时", "weekly periods off subject");
        verdict.figure(name, off, periods);
        let name = Text::new(
            "其中同校兼任",
            "of these shared without any certificate for it",
        );
        verdict.figure(name, shared, periods);
    }
}

/// Periods of subjects without a certificate of their own that are told all the same, where she has none.
fn told_open(facts: &Facts<'_>, no: PostNo, profile: &Profile) -> i64 {
    let post = facts.post(no);
    let told = |subject| facts.rights.is_told(post.stage, subject);
    let parts = profile.taken(post).into_iter();
    let open = parts.filter(|part| part.grade == Grade::Open && told(part.subject));
    open.map(|part| i64::from(part.taught)).sum()
}

/// Whoever is on a post covers enough of it to hold it.
fn judge_fit(
    facts: &Facts<'_>,
    (no, fit): (PostNo, Fit),
    name: &str,
    about: impl Into<About>,
    verdict: &mut Verdict,
) {
    let (periods, covered) = (facts.post(no).periods(), fit.covered());
    let words = blanks! { name: name, periods: periods, covered: covered };
    if covered == 0 {
        verdict.fault(about, &COVERS_NOTHING, describe(facts, no, words));
    } else if !fit.fills() {
        verdict.fault(about, &DOES_NOT_FILL, describe(facts, no, words));
    }
}

/// Movers on posts that are not worth their move, and the periods that they cover there: such a seat
/// closes nothing and weighs like an empty one.
fn closing_nothing(facts: &Facts<'_>, plan: &Placement) -> Vec<(i64, i64)> {
    let posts = facts.post_nos().zip(&plan.fills);
    let seats = posts.map(|(no, people)| {
        let people = people.iter();
        let lodged = people.filter(|who| closes_nothing(facts, plan, **who, no));
        let covered = lodged.map(|who| {
            let profile = facts.profile(facts.stands(*who).profile);
            profile.fit(facts.post(no)).covered()
        });
        covered.fold((0, 0), |(all, sum), periods| (all + 1, sum + periods))
    });
    seats.collect()
}

/// What an uncovered period of a post weighs.
pub fn weight(facts: &Facts<'_>, no: PostNo) -> i64 {
    let weight = period_weight(facts, facts.post(no).school);
    if facts.post(no).must_open {
        weight * facts.book.get(teaching_posts::MUST_OPEN_WEIGHT)
    } else {
        weight
    }
}

/// What each post lacks, and what that weighs.
fn audit_posts(
    facts: &Facts<'_>,
    filled: &[i64],
    missed: &[i64],
    lodged: &[(i64, i64)],
    verdict: &mut Verdict,
) {
    let book = facts.book;
    let mut empty_of = vec![0; facts.roster.schools.len()];
    let mut crowd_of = empty_of.clone();
    let (mut uncovered, mut periods) = (0, 0);
    for no in facts.post_nos() {
        let post = facts.post(no);
        let (number, people) = (i64::from(post.number), filled[no.0]);
        let empty = (number - people).max(0);
        empty_of[post.school.0] += empty;
        crowd_of[post.school.0] += empty + lodged[no.0].0;
        let school = school_of(facts, no);
        let weight = weight(facts, no);
        let open = empty * post.periods() + missed[no.0];
        verdict.cost(GoalId::EmptyPosts, weight * (open + lodged[no.0].1));
        uncovered += open;
        periods += number * post.periods();
        let words = describe(facts, no, blanks! { need: number, actual: people });
        if people > number {
            verdict.fault(school, &OVERFILLED, words);
        } else {
            let verdict = verdict.at(facts.post_site(no));
            verdict.lacks(school, &EMPTY, number, people, words);
        }
    }
    for empty in &crowd_of {
        let over = (empty - book.get(teaching_posts::CROWD_FROM)).max(0);
        let weight = book.get(teaching_posts::CROWD_WEIGHT);
        verdict.cost(GoalId::EmptyPosts, weight * over);
    }
    let name = Text::new("学科岗位内缺的周课时", "weekly periods lacking on posts");
    verdict.figure(name, uncovered, periods);
    report_empty(facts, &empty_of, verdict);
}

fn report_empty(facts: &Facts<'_>, empty_of: &[i64], verdict: &mut Verdict) {
    let posts = facts.posts.iter().map(|post| i64::from(post.number)).sum();
    let with = whole(empty_of.iter().filter(|empty| **empty > 0).count());
    let most = empty_of.iter().copied().max().unwrap_or(0);
    let all = empty_of.iter().sum();
    verdict.figure(Text::new("空岗", "empty posts"), all, posts);
    let name = Text::new("有空岗的学校", "schools with an empty post");
    verdict.figure(name, with, whole(empty_of.len()));
    let name = Text::new("一校空岗最多", "most empty posts at one school");
    verdict.figure(name, most, posts);
}

/// Whoever is on a post is at that school and on no other post; whoever is moved is on one,
/// unless her school closes.
fn audit_people(facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
    let next = plan.next(facts);
    let mut on: BTreeMap<_, i64> = BTreeMap::new();
    for (no, people) in facts.post_nos().zip(&plan.fills) {
        for who in people {
            *on.entry(*who).or_default() += 1;
            if next[who.0] != Some(facts.post(no).school) {
                let teacher = facts.roster.teacher(*who);
                let words = describe(facts, no, blanks! { name: teacher.name });
                verdict.fault(teacher, &NOT_THERE, words);
            }
        }
    }
    for (who, number) in on.iter().filter(|(_, number)| **number > 1) {
        let teacher = facts.roster.teacher(*who);
        let words = blanks! { name: teacher.name, number: number };
        verdict.fault(teacher, &TWO_POSTS, words);
    }
    for one in &plan.moves {
        if !on.contains_key(&one.teacher) && !facts.must_leave(one.teacher) {
            let teacher = facts.roster.teacher(one.teacher);
            let words = blanks! { name: teacher.name, school: facts.roster.school(one.to).name };
            verdict.fault(teacher, &NO_POST, words);
        }
    }
}

fn school_of<'f>(facts: &Facts<'f>, no: PostNo) -> &'f School {
    facts.roster.school(facts.post(no).school)
}

/// School, stage and subjects of a post, besides other facts.
fn describe(facts: &Facts<'_>, no: PostNo, mut words: Blanks) -> Blanks {
    let post = facts.post(no);
    let subjects: Vec<_> = post.parts.iter().map(|part| part.0.text()).collect();
    let school = &school_of(facts, no).name;
    words.append(&mut blanks! { school: school, stage: post.stage.text(), subjects: subjects });
    words
}

impl super::Constrain for TeachingPosts {
    fn constrain(&self, program: &mut crate::model::Staffing<'_>) {
        use crate::facts::off_subject;
        use crate::model::Terms;
        use crate::policy::Force;
        let facts = program.facts;
        let book = facts.book;
        let weight = |no: PostNo| weight(facts, no);
        own_first::constrain(program);
        let people: Vec<_> = program.on_posts().collect();
        for (profile, no, var) in people {
            let miss = facts.profile(profile).fit(facts.post(no)).uncovered;
            program.lp.cost(CARD.goal, var, weight(no) * miss);
            let off = off_subject(facts, profile, no);
            program.lp.cost(GoalId::OffSubject, var, off);
        }
        for one in &program.lodged {
            let covered = facts
                .profile(one.profile)
                .fit(facts.post(one.post))
                .covered();
            program
                .lp
                .cost(CARD.goal, one.var, weight(one.post) * covered);
        }
        for (no, empty) in facts.post_nos().zip(program.empties.clone()) {
            let amount = weight(no) * facts.post(no).periods();
            program.lp.cost(CARD.goal, empty, amount);
            if facts.book.force(CARD.id) == Force::Must {
                program.at_most(&CARD, facts.post_site(no), vec![(empty, 1)], 0);
            }
        }
        let from = book.get(teaching_posts::CROWD_FROM);
        let crowd_weight = book.get(teaching_posts::CROWD_WEIGHT);
        for school in facts.roster.school_nos() {
            let number = |no: PostNo| i64::from(facts.post(no).number);
            let most = facts.posts_of(school).map(number).sum::<i64>() - from;
            if most > 0 && crowd_weight > 0 {
                let id = &facts.roster.school(school).id;
                let over = program.lp.column(format!("over[{id}]"), 0, most);
                let posts = facts.posts_of(school).map(|no| (program.empties[no.0], 1));
                let mut row: Terms = posts.collect();
                let lodged = program.lodged.iter();
                let lodged = lodged.filter(|one| facts.post(one.post).school == school);
                row.extend(lodged.map(|one| (one.var, 1)));
                row.push((over, -1));
                let lp = &mut program.lp;
                lp.counts(CARD.id, id.clone(), row, from);
                lp.cost(CARD.goal, over, crowd_weight);
            }
        }
    }
}
