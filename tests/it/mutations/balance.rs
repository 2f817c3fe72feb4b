//! Breaking the rules on staff per pupil, balance between schools, degrees and special posts.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{Class, Degree, Employment, SchoolNo, Stage, TeacherNo};
use lungang::facts::floors::{Counting, Floor, Indicator, floors, stage_at, weighted_pupils};
use lungang::facts::variation::{Mode, coefficient};
use lungang::finding::About;
use std::collections::BTreeMap;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R25", leaves_a_school_short),
    ("R26", crowds_one_school),
    ("R27", sends_the_unlearned_up),
    ("R28", keeps_special_posts_in_town),
    ("R29", goes_where_the_school_may_close),
];

type Counts = BTreeMap<(SchoolNo, Indicator), i64>;

/// Who counts where, when these people work elsewhere than planned.
fn counts(scene: &Scene<'_>, gone: &[TeacherNo], to: Option<SchoolNo>) -> Counts {
    let counting = Counting::new(&scene.facts);
    let mut all = Counts::new();
    for indicator in Indicator::ALL.iter().copied() {
        for (who, at) in scene.facts.roster.teacher_nos().zip(&scene.next) {
            let at = if gone.contains(&who) { to } else { *at };
            if let Some(at) = at.filter(|at| counting.teacher(indicator, who, *at)) {
                *all.entry((at, indicator)).or_default() += 1;
            }
        }
        for hire in &scene.placement.hires {
            if counting.recruit(indicator) {
                let at = scene.facts.post(hire.post).school;
                *all.entry((at, indicator)).or_default() += i64::from(hire.number);
            }
        }
    }
    // Whoever goes holds no post for a while: who counts for PE and art is on one.
    let facts = &scene.facts;
    for (post, people) in facts.post_nos().zip(&scene.placement.fills) {
        let stays = people.iter().filter(|who| !gone.contains(who));
        let counts = |who: &&TeacherNo| counting.on_post(facts.stands(**who).profile, post);
        let number = whole(stays.filter(counts).count());
        *all.entry((facts.post(post).school, Indicator::Arts))
            .or_default() += number;
    }
    for hire in &scene.placement.hires {
        if counting.on_post(facts.pool_profile[hire.pool], hire.post) {
            let at = facts.post(hire.post).school;
            *all.entry((at, Indicator::Arts)).or_default() += i64::from(hire.number);
        }
    }
    all
}

fn short(floors: &[Floor], counts: &Counts) -> i64 {
    let there = |one: &Floor| {
        counts
            .get(&(one.school, one.indicator))
            .copied()
            .unwrap_or(0)
    };
    floors
        .iter()
        .map(|one| (one.need - there(one)).max(0))
        .sum()
}

/// People who stay where they are by the plan.
fn stay(scene: &Scene<'_>, who: TeacherNo) -> bool {
    scene.stands(who).base.is_some() && !scene.moves(who)
}

/// Sends so many away from a school that it is shorter than before, to where they mend less than that.
fn leaves_a_school_short(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let counting = Counting::new(&scene.facts);
    let all = floors(&scene.facts);
    let now = counts(scene, &[], None);
    let places: Vec<usize> = (0..all.len()).collect();
    let floor = all[draw.pick(&places)?];
    let there = now
        .get(&(floor.school, floor.indicator))
        .copied()
        .unwrap_or(0);
    let counted = scene.people(|who| {
        stay(scene, who)
            && scene.at(who, floor.school)
            && counting.teacher(floor.indicator, who, floor.school)
    });
    let gone = draw.some(&counted, (there - floor.need).max(0) + 1)?;
    let to = draw.pick(&scene.schools(|no| no != floor.school))?;
    (short(&all, &counts(scene, &gone, Some(to))) > short(&all, &now)).then_some(())?;
    let mut edit = Edit::of(scene);
    for who in gone {
        edit.sends(who, to);
    }
    edit.done(scene.about_school(floor.school))
}

#[allow(
    clippy::cast_precision_loss,
    reason = "people and pupils are far below 2^53"
)]
/// The coefficients of an indicator at both stages, as far as they are over the limit.
fn over(scene: &Scene<'_>, counts: &Counts) -> Vec<i64> {
    let (facts, rule) = (&scene.facts, "staff_balance");
    let mode = Mode::find(facts.book.choice(rule, "mode")).unwrap();
    let mut all = Vec::new();
    for (stage, key) in [
        (Stage::Primary, "primary_at_most"),
        (Stage::Junior, "junior_at_most"),
    ] {
        let most = facts.book.share(rule, key).floor_of(1000);
        for indicator in Indicator::ALL.iter().copied() {
            let with = floors_schools(scene, stage);
            let per_pupil = with.into_iter().map(|(no, pupils)| {
                let (sum, one) = weighted_pupils(facts, no, stage);
                let people = counts.get(&(no, indicator)).copied().unwrap_or(0);
                let share = one / sum * people;
                (pupils, *share.numer() as f64 / *share.denom() as f64)
            });
            let cv = coefficient(&per_pupil.collect::<Vec<_>>(), mode).unwrap_or(0);
            all.push((cv - most).max(0));
        }
    }
    all
}

fn floors_schools(scene: &Scene<'_>, stage: Stage) -> Vec<(SchoolNo, i64)> {
    let facts = &scene.facts;
    let all = facts.roster.school_nos();
    let all = all.filter(|no| lungang::facts::floors::assessed(facts, *no));
    let all = all.filter(|no| facts.roster.school(*no).teaches(stage));
    let all = all.map(|no| (no, i64::from(facts.roster.pupils(no, stage))));
    all.filter(|(_, pupils)| *pupils > 0).collect()
}

/// Brings all who count by an indicator to one school.
fn crowds_one_school(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let counting = Counting::new(&scene.facts);
    let indicator = draw.pick(&[Indicator::Backbone, Indicator::Arts, Indicator::Degree])?;
    let to = draw.pick(&scene.schools(|_| true))?;
    let others = scene.people(|who| {
        let from = scene.from(who);
        stay(scene, who) && from != to && counting.teacher(indicator, who, from)
    });
    let number = 1 + draw.less_than(whole(others.len()).max(1));
    let gone = draw.some(&others, number)?;
    let (was, is) = (
        over(scene, &counts(scene, &[], None)),
        over(scene, &counts(scene, &gone, Some(to))),
    );
    (is.iter().sum::<i64>() > was.iter().sum::<i64>()).then_some(())?;
    let mut edit = Edit::of(scene);
    for who in gone {
        edit.sends(who, to);
    }
    edit.done(About::County)
}

/// Sends teachers without a bachelor degree to schools of junior secondary.
fn sends_the_unlearned_up(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let roster = scene.facts.roster;
    let share = scene
        .facts
        .book
        .opt_share("degree_shares", "junior_at_least")?;
    let stage = |who: TeacherNo, at| stage_at(roster.school(at), roster.teacher(who).stage);
    let degree = |who: TeacherNo| roster.teacher(who).degree;
    let placed = roster.teacher_nos().zip(&scene.next);
    let junior = placed.filter(|(who, at)| at.is_some_and(|at| stage(*who, at) == Stage::Junior));
    let junior: Vec<TeacherNo> = junior.map(|(who, _)| who).collect();
    let hired = scene.placement.hires.iter();
    let hired = hired.filter(|hire| roster.pools[hire.pool].stage == Stage::Junior);
    let hired: i64 = hired.map(|hire| i64::from(hire.number)).sum();
    let have = junior
        .iter()
        .filter(|who| degree(**who) >= Degree::Bachelor)
        .count();
    let (all, have) = (whole(junior.len()) + hired, whole(have) + hired);
    let lacks = |more: i64| (share.ceil_of(all + more) - have).max(0);
    let number = (1..40).find(|more| lacks(*more) > lacks(0))?;
    let others = scene.people(|who| {
        stay(scene, who)
            && degree(who) == Degree::College
            && stage(who, scene.from(who)) == Stage::Primary
    });
    let to = draw.pick(&scene.schools(|no| roster.school(no).kind.stages() == [Stage::Junior]))?;
    let mut edit = Edit::of(scene);
    for who in draw.some(&others, number)? {
        edit.sends(who, to);
    }
    edit.done(About::County)
}

/// Recruits on special posts for schools that do not count, until too few go to those that do.
fn keeps_special_posts_in_town(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, rule) = (&scene.facts, "special_post_share");
    let share = facts.book.opt_share(rule, "at_least")?;
    let classes = facts.book.choices(rule, "schools", Class::find);
    let special = |pool: usize| facts.roster.pools[pool].employment == Employment::SpecialPost;
    let counts = |no| facts.roster.school(facts.post(no).school).is_any(&classes);
    let hires = scene
        .placement
        .hires
        .iter()
        .filter(|hire| special(hire.pool));
    let (mut all, mut village) = (0, 0);
    for hire in hires {
        all += i64::from(hire.number);
        village += if counts(hire.post) {
            i64::from(hire.number)
        } else {
            0
        };
    }
    let number = (1..9).find(|more| share.ceil_of(all + more) > village)? + draw.less_than(2);
    let pools: Vec<usize> = (0..facts.roster.pools.len())
        .filter(|no| special(*no))
        .collect();
    let pool = draw.pick(&pools)?;
    let stage = facts.roster.pools[pool].stage;
    let post = draw.pick(&scene.posts(|no| !counts(no) && facts.post(no).stage == stage))?;
    let mut edit = Edit::of(scene);
    edit.hires(pool, post, number);
    edit.done(About::County)
}

/// Sends somebody for long to a school that is not on the list of those kept for good.
fn goes_where_the_school_may_close(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let (facts, roster) = (&scene.facts, scene.facts.roster);
    let length = facts.book.count("counting_forms", "length_months");
    (length >= facts.book.count("permanent_schools", "long_months")).then_some(())?;
    let kept = |no: SchoolNo| roster.school(no).permanent;
    (!scene.schools(kept).is_empty()).then_some(())?;
    let who = draw.pick(&scene.people(|who| stay(scene, who)))?;
    let classes = facts
        .book
        .choices("permanent_schools", "schools", Class::find);
    let may_close = |no: SchoolNo| roster.school(no).is_any(&classes) && !kept(no);
    let to = draw.pick(&scene.schools(|no| may_close(no) && !scene.at(who, no)))?;
    let mut edit = Edit::of(scene);
    edit.sends(who, to);
    edit.done(scene.about_teacher(who))
}
