//! R33 Itinerant teaching (走教兼课).
//!
//! Symbols: `L[t]` periods that teacher `t` may teach and travel, `c[t]` periods on her post, `l[t,g]`
//! periods that she gives besides for gap `g` (school, stage, subject), `d[t,s]` half-days at another
//! school `s`, `w[t,s]` periods on the road for one of them; `n[g]` periods that nobody on a post covers,
//! `r[g]` remote ones. Decided after the posts by a small program of its own; what is left open there is
//! the least that these people can leave.
//! - `c[t] + Σ l[t,·] + Σ w·d ≤ L[t]`; `Σ_{g at s} l[t,g] ≤ P·d[t,s]`; `Σ d[t,·] ≤ D`; at most `N` schools
//! - `Σ_t l[t,g] + r[g] ≤ n[g]`

use super::{Rule, Verdict};
use crate::blanks;
use crate::domain::{SchoolNo, TeacherNo, whole};
use crate::facts::periods::{Gap, Load, loads, may_give, on_the_road, open, reach};
use crate::facts::values::itinerant_teaching;
use crate::facts::{Facts, Lesson, Placement};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

mod card;
pub(super) use card::CARD;
use card::{
    NOT_FREE, NOT_QUALIFIED, NOT_REMOTE, OVER_GAP, OVER_HALF_DAY, OVER_LOAD, OVER_SCHOOLS,
    OVER_WEEK, TOO_FAR,
};

/// Periods that nobody on a post covers are covered by people with periods to spare.
pub(super) struct ItinerantTeaching;

impl Rule for ItinerantTeaching {
    fn audit(&self, facts: &Facts<'_>, plan: &Placement, verdict: &mut Verdict) {
        let (gaps, loads) = (open(facts, plan), loads(facts, plan));
        let lessons = plan.lessons.iter().map(|one| one.teacher);
        let trips = plan.trips.iter().map(|one| one.teacher);
        let people: BTreeSet<TeacherNo> = lessons.chain(trips).collect();
        for who in people {
            if let Some(load) = loads.get(&who) {
                audit_person(facts, plan, (who, *load, &gaps), verdict);
            } else {
                let teacher = facts.roster.teacher(who);
                verdict.fault(teacher, &NOT_FREE, blanks! { teacher: teacher.name });
            }
        }
        audit_gaps(facts, plan, &gaps, verdict);
        let sum = |list: &mut dyn Iterator<Item = u32>| list.map(i64::from).sum::<i64>();
        let home = |one: &&Lesson| {
            let load = loads.get(&one.teacher);
            load.is_some_and(|load| load.school == one.gap.school)
        };
        let inside = sum(&mut plan.lessons.iter().filter(home).map(|one| one.periods));
        let all = sum(&mut plan.lessons.iter().map(|one| one.periods));
        let remote = sum(&mut plan.remote.iter().map(|one| one.periods));
        let left: i64 = gaps.values().sum();
        let name = Text::new(
            "岗位之外由本校兼课承担的周课时",
            "weekly periods covered at the own school",
        );
        verdict.figure(name, inside, left);
        let name = Text::new("由走教承担的周课时", "weekly periods covered by itinerants");
        verdict.figure(name, all - inside, left);
        let name = Text::new("由远程课程补充的周课时", "weekly periods by remote lessons");
        verdict.figure(name, remote, left);
        let name = Text::new(
            "兼课后仍无人承担的周课时",
            "weekly periods that nobody covers after shared lessons",
        );
        verdict.figure(name, left - all - remote, left);
    }
}

/// Her week: load, half-days, schools, distances, and whether she may teach what she gives.
fn audit_person(
    facts: &Facts<'_>,
    plan: &Placement,
    (who, load, gaps): (TeacherNo, Load, &BTreeMap<Gap, i64>),
    verdict: &mut Verdict,
) {
    let (book, teacher) = (facts.book, facts.roster.teacher(who));
    let mut given: BTreeMap<SchoolNo, i64> = BTreeMap::new();
    for one in plan.lessons.iter().filter(|one| one.teacher == who) {
        *given.entry(one.gap.school).or_default() += i64::from(one.periods);
        let (stage, subject) = (one.gap.stage, one.gap.subject);
        let lacking = gaps.get(&one.gap).copied().unwrap_or(0);
        if !may_give(facts, who, load.school, (one.gap, lacking)) {
            let words =
                blanks! { teacher: teacher.name, stage: stage.text(), subject: subject.text() };
            verdict.fault(teacher, &NOT_QUALIFIED, words);
        }
    }
    let (mut road, mut days) = (0, 0);
    let mut away: BTreeMap<SchoolNo, i64> = BTreeMap::new();
    for one in plan.trips.iter().filter(|one| one.teacher == who) {
        let half_days = i64::from(one.half_days);
        *away.entry(one.school).or_default() += half_days;
        days += half_days;
        if let Some(minutes) = reach(facts, load.school, one.school) {
            road += on_the_road(facts, minutes) * half_days;
        } else {
            let school = &facts.roster.school(one.school).name;
            let words = blanks! { teacher: teacher.name, school: school };
            verdict.fault(teacher, &TOO_FAR, words);
        }
    }
    let week = load.taught + given.values().sum::<i64>() + road;
    let half_days = book.get(itinerant_teaching::HALF_DAYS_AT_MOST);
    let schools = book.get(itinerant_teaching::SCHOOLS_AT_MOST);
    for (code, most, actual) in [
        (&OVER_LOAD, load.most, week),
        (&OVER_WEEK, half_days, days),
        (&OVER_SCHOOLS, schools, whole(away.len())),
    ] {
        if actual > most {
            let words = blanks! { teacher: teacher.name, most: most, actual: actual, road: road };
            verdict.fault(teacher, code, words);
        }
    }
    for (school, periods) in given.iter().filter(|one| *one.0 != load.school) {
        let most = away.get(school).copied().unwrap_or(0)
            * book.get(itinerant_teaching::PERIODS_PER_HALF_DAY);
        if *periods > most {
            let school = &facts.roster.school(*school).name;
            let words =
                blanks! { teacher: teacher.name, school: school, most: most, actual: periods };
            verdict.fault(teacher, &OVER_HALF_DAY, words);
        }
    }
}

/// No subject is given more than it lacks.
fn audit_gaps(
    facts: &Facts<'_>,
    plan: &Placement,
    gaps: &BTreeMap<Gap, i64>,
    verdict: &mut Verdict,
) {
    let may = facts.book.get(itinerant_teaching::REMOTE_SUBJECTS);
    let listed = facts.book.get(itinerant_teaching::REMOTE_SCHOOLS);
    let mut given: BTreeMap<Gap, i64> = BTreeMap::new();
    for one in &plan.lessons {
        *given.entry(one.gap).or_default() += i64::from(one.periods);
    }
    let words = |gap: Gap, need: i64, actual: i64| {
        blanks! { school: facts.roster.school(gap.school).name, stage: gap.stage.text(),
        subject: gap.subject.text(), need: need, actual: actual }
    };
    let about = |gap: Gap| facts.roster.school(gap.school);
    for one in &plan.remote {
        let periods = i64::from(one.periods);
        *given.entry(one.gap).or_default() += periods;
        let there = listed.iter().any(|class| about(one.gap).is(*class));
        if !may.contains(&one.gap.subject) || !there {
            verdict.fault(about(one.gap), &NOT_REMOTE, words(one.gap, 0, periods));
        }
    }
    for (gap, actual) in given {
        let need = gaps.get(&gap).copied().unwrap_or(0);
        if actual > need {
            verdict.fault(about(gap), &OVER_GAP, words(gap, need, actual));
        }
    }
}

impl super::Constrain for ItinerantTeaching {}
