//! After the posts: who covers what is left open, who visits, who guides whom; and the document's lists
//! of it.

use super::decide::Decided;
use crate::audit;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::periods::{self, Gap, Load};
use crate::facts::visits::{MENTORS, VISITS, Visiting};
use crate::facts::{Apprentice, Facts, Lesson, Placement, apprentices, leaders};
use crate::model::{self, Lp, lessons, pairs, visits};
use crate::plan::Ended;
use crate::plan::SolverFault;
use crate::plan::{
    ApprenticeDoc, GapDoc, ItinerantDoc, LeaderDoc, LessonDoc, PairDoc, PeriodsDoc, Plan, VisitDoc,
    WeekDoc,
};
use crate::policy::GoalId;
use crate::solve::{Options, Outcome, Silent, solve};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How the small programs of a plan ended.
#[derive(Debug, Clone, Default)]
pub(super) struct Covered {
    /// Of the periods; none when the policy asks for none.
    periods: Option<(Ended, i64, Option<i64>)>,
}

/// Adds lessons, visits and mentors to a plan, and judges it again.
pub(super) fn cover(
    facts: &Facts<'_>,
    decided: &Decided,
    options: &Options,
) -> Result<(Decided, Covered), SolverFault> {
    let (mut decided, mut covered) = (decided.clone(), Covered::default());
    let heads = decided.placement.clone();
    if facts.book.is_on(apprentices::RULE) {
        let program = model::places_to_learn(facts, &heads);
        if let Some(point) = solved(&program.lp, TRANSPORT, options)?.point {
            program.read(&point, &mut decided.placement);
        }
    }
    if facts.book.is_on(periods::RULE) {
        let (mut ended, mut value, mut bound) = (Ended::Proved, 0, Some(0));
        let programs = lessons(facts, &heads);
        let outcomes: Result<Vec<Outcome>, SolverFault> = programs
            .par_iter()
            .map(|program| solved(&program.lp, LESSONS, options))
            .collect();
        for (program, outcome) in programs.iter().zip(outcomes?) {
            if let Some(point) = &outcome.point {
                program.read(point, &mut decided.placement);
            }
            if !outcome.is_proved() {
                ended = outcome.ended;
            }
            let first = outcome.goals.first();
            value += first.and_then(|goal| goal.value).unwrap_or(0);
            bound = bound
                .zip(first.and_then(|goal| goal.bound))
                .map(|(a, b)| a + b);
        }
        covered.periods = Some((ended, value, bound));
    }
    if facts.book.is_on(VISITS) {
        let program = visits(facts, &heads);
        if let Some(point) = solved(&program.lp, TRANSPORT, options)?.point {
            program.read(&point, &mut decided.placement);
        }
    }
    if facts.book.is_on(MENTORS) {
        let program = pairs(facts, &heads);
        if let Some(point) = solved(&program.lp, TRANSPORT, options)?.point {
            program.read(&point, &mut decided.placement);
        }
    }
    if facts.book.is_on(leaders::RULE) {
        let program = model::leaders(facts);
        if let Some(point) = solved(&program.lp, TRANSPORT, options)?.point {
            program.read(&point, &mut decided.placement);
        }
    }
    decided.judged = audit::audit(facts, &decided.placement);
    Ok((decided, covered))
}

/// What the program of lessons looks at, in this order.
const LESSONS: &[GoalId] = &[GoalId::EmptyPosts, GoalId::Burden];
/// What those of visits and mentors do: they are small enough for lots to be drawn among equals.
const TRANSPORT: &[GoalId] = &[GoalId::EmptyPosts, GoalId::Burden, GoalId::Canonical];

fn solved(lp: &Lp, goals: &[GoalId], options: &Options) -> Result<Outcome, SolverFault> {
    let outcome = solve(lp, goals, options, &Silent);
    match outcome.ended {
        Ended::SolverFault | Ended::NoPlanExists => Err(SolverFault(
            outcome
                .fault
                .unwrap_or_else(|| "no lessons are a plan too".into()),
        )),
        _ => Ok(outcome),
    }
}

/// Writes the lists of lessons, visits and mentors into a document.
pub(super) fn list(facts: &Facts<'_>, plan: &Placement, covered: &Covered, doc: &mut Plan) {
    if let Some((ended, value, bound)) = covered.periods {
        doc.periods = PeriodsDoc {
            ended: Some(ended),
            value,
            bound,
            gaps: gaps(facts, plan),
            weeks: weeks(facts, plan),
        };
        doc.itinerants = itinerants(facts, plan);
    }
    let name = |who: TeacherNo| facts.roster.teacher(who).name.clone();
    let id = |who: TeacherNo| facts.roster.teacher(who).id.clone();
    if facts.book.is_on(VISITS) {
        let visiting = Visiting::new(facts, plan);
        let all = plan.visits.iter().map(|one| VisitDoc {
            teacher: id(one.teacher),
            name: name(one.teacher),
            school: facts.roster.school(one.school).id.clone(),
            subjects: one
                .group
                .map_or_else(Vec::new, |group| visiting.group(group).to_vec()),
            times: one.times,
        });
        doc.visits = all.collect();
    }
    let pairs = plan.pairs.iter().map(|pair| PairDoc {
        teacher: id(pair.teacher),
        name: name(pair.teacher),
        mentor: id(pair.mentor),
        mentor_name: name(pair.mentor),
        subject: facts.roster.teacher(pair.teacher).subject,
    });
    doc.mentors = pairs.collect();
    let due = leaders::due(facts);
    let leaders = plan.leaders.iter().filter_map(|one| {
        let (who, held) = (facts.roster.teacher(one.teacher), due.get(&one.teacher)?);
        Some(LeaderDoc {
            teacher: who.id.clone(),
            name: who.name.clone(),
            role: who.role,
            terms: who.terms,
            from: facts.roster.school(held.school).id.clone(),
            to: facts.roster.school(one.to).id.clone(),
            travel_minutes: facts.travel.minutes(one.teacher, one.to),
        })
    });
    doc.leaders = leaders.collect();
    doc.apprentices = plan
        .apprentices
        .iter()
        .map(|one| apprentice(facts, one))
        .collect();
}

fn apprentice(facts: &Facts<'_>, one: &Apprentice) -> ApprenticeDoc {
    let post = facts.post(one.post);
    let months = facts.book.count(apprentices::RULE, "months");
    ApprenticeDoc {
        pool: facts.roster.pools[one.pool].id.clone(),
        school: facts.roster.school(post.school).id.clone(),
        stage: post.stage,
        parts: post.parts.clone(),
        must_open: post.must_open,
        at: facts.roster.school(one.school).id.clone(),
        number: one.number,
        start: facts.year_start,
        end: facts
            .year_start
            .plus(i32::try_from(months).unwrap_or(12) - 1),
    }
}

fn gaps(facts: &Facts<'_>, plan: &Placement) -> Vec<GapDoc> {
    let loads = periods::loads(facts, plan);
    let home = |one: &Lesson| {
        loads
            .get(&one.teacher)
            .is_some_and(|load| load.school == one.gap.school)
    };
    let sum = |gap: Gap, inside: bool| -> i64 {
        let here = plan.lessons.iter();
        let here = here.filter(|one| one.gap == gap && home(one) == inside);
        here.map(|one| i64::from(one.periods)).sum()
    };
    let list = periods::open(facts, plan)
        .into_iter()
        .map(|(gap, lacking)| {
            let (inside, itinerant) = (sum(gap, true), sum(gap, false));
            let remote = plan.remote.iter().filter(|one| one.gap == gap);
            let remote: i64 = remote.map(|one| i64::from(one.periods)).sum();
            GapDoc {
                school: facts.roster.school(gap.school).id.clone(),
                stage: gap.stage,
                subject: gap.subject,
                lacking,
                inside,
                itinerant,
                remote,
                open: lacking - inside - itinerant - remote,
            }
        });
    list.collect()
}

fn weeks(facts: &Facts<'_>, plan: &Placement) -> Vec<WeekDoc> {
    let loads: BTreeMap<TeacherNo, Load> = periods::loads(facts, plan);
    let people: BTreeSet<TeacherNo> = plan.lessons.iter().map(|one| one.teacher).collect();
    let week = |who: TeacherNo| Some(week(facts, plan, who, *loads.get(&who)?));
    people.into_iter().filter_map(week).collect()
}

/// The week of one who may take on more than her post.
pub fn week(facts: &Facts<'_>, plan: &Placement, who: TeacherNo, load: Load) -> WeekDoc {
    let trips = plan.trips.iter().filter(|one| one.teacher == who);
    let road = trips.map(|one| {
        let minutes = periods::reach(facts, load.school, one.school).unwrap_or(0);
        periods::on_the_road(facts, minutes) * i64::from(one.half_days)
    });
    let lessons = plan.lessons.iter().filter(|one| one.teacher == who);
    WeekDoc {
        teacher: facts.roster.teacher(who).id.clone(),
        name: facts.roster.teacher(who).name.clone(),
        school: facts.roster.school(load.school).id.clone(),
        most: load.most,
        on_post: load.taught,
        on_the_road: road.sum(),
        lessons: lessons.map(|one| lesson(facts, one)).collect(),
    }
}

fn lesson(facts: &Facts<'_>, one: &Lesson) -> LessonDoc {
    LessonDoc {
        school: facts.roster.school(one.gap.school).id.clone(),
        stage: one.gap.stage,
        subject: one.gap.subject,
        periods: one.periods,
    }
}

/// Everybody who teaches at another school too.
pub fn itinerants(facts: &Facts<'_>, plan: &Placement) -> Vec<ItinerantDoc> {
    let next = plan.next(facts);
    let school = |no: SchoolNo| facts.roster.school(no).id.clone();
    let list = plan.trips.iter().filter_map(|one| {
        let from = next[one.teacher.0]?;
        let who = facts.roster.teacher(one.teacher);
        Some(ItinerantDoc {
            teacher: who.id.clone(),
            name: who.name.clone(),
            from: school(from),
            to: school(one.school),
            half_days: one.half_days,
            travel_minutes: facts.travel.between(from, one.school),
        })
    });
    list.collect()
}
