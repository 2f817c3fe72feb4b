//! Two transport programs over people who are already placed: who visits which village school, and who
//! is whose mentor.
//!
//! Visits: `visit[t,s,k]` times a term teacher `t` visits school `s` for want `k`, `miss[s,k]` times that
//! nobody does; `Σ_t visit[t,s,k] + miss[s,k] = n[s,k]`, `Σ visit[t,·,·] ≤ M`. Mentors: `pair[m,e]` 1 when
//! `m` guides `e`, `alone[e]` 1 when nobody does; `Σ_m pair[m,e] + alone[e] = 1`, `Σ_e pair[m,e] ≤ C`.
//! Goals: what is missing; then minutes; then the canonical order.

use super::{Lp, Sense, Terms, Var, canonical};
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::visits::{MENTORS, Mentoring, VISITS, Visiting};
use crate::facts::{Facts, Pair, Placement, Visit};
use crate::policy::GoalId;
use std::collections::BTreeMap;

type Way = (TeacherNo, SchoolNo, Option<usize>);

/// Who visits which school.
#[derive(Debug, Clone)]
pub struct Visits {
    /// Columns, rows, goals.
    pub lp: Lp,
    ways: Vec<(Way, Var)>,
}

/// Who is whose mentor.
#[derive(Debug, Clone)]
pub struct Pairs {
    /// Columns, rows, goals.
    pub lp: Lp,
    ways: Vec<((TeacherNo, TeacherNo), Var)>,
}

impl Visits {
    /// Adds to a plan what a point of the program means.
    pub fn read(&self, point: &[i64], plan: &mut Placement) {
        for ((teacher, school, group), var) in &self.ways {
            let times = u32::try_from(point[var.0]).unwrap_or(0);
            if times > 0 {
                plan.visits.push(Visit {
                    teacher: *teacher,
                    school: *school,
                    group: *group,
                    times,
                });
            }
        }
        plan.visits.sort_unstable();
    }
}

impl Pairs {
    /// Adds to a plan what a point of the program means.
    pub fn read(&self, point: &[i64], plan: &mut Placement) {
        let made = self.ways.iter().filter(|(_, var)| point[var.0] > 0);
        plan.pairs.extend(made.map(|((mentor, teacher), _)| Pair {
            teacher: *teacher,
            mentor: *mentor,
        }));
        plan.pairs.sort_unstable();
    }
}

/// The program of visits.
pub fn visits(facts: &Facts<'_>, plan: &Placement) -> Visits {
    let visiting = Visiting::new(facts, plan);
    let most = facts.book.count(VISITS, "per_person_at_most");
    let (mut lp, mut ways) = (Lp::default(), Vec::new());
    let mut of_person: BTreeMap<TeacherNo, Terms> = BTreeMap::new();
    let id = |who: TeacherNo| &facts.roster.teacher(who).id;
    for want in visiting.wanted() {
        let group = want
            .group
            .map_or("circuit".to_owned(), |no| format!("group{no}"));
        let site = format!("{},{group}", facts.roster.school(want.school).id);
        let mut row = Terms::new();
        for who in facts.roster.teacher_nos() {
            if !visiting.may_visit(who, want.group) {
                continue;
            }
            if let Some(minutes) = visiting.reach(who, want.school) {
                let name = format!("visit[{},{site}]", id(who));
                let var = lp.column(name, 0, want.times.min(most));
                lp.cost(GoalId::Burden, var, i64::from(minutes));
                ways.push(((who, want.school, want.group), var));
                of_person.entry(who).or_default().push((var, 1));
                row.push((var, 1));
            }
        }
        let miss = lp.column(format!("miss[{site}]"), 0, want.times);
        lp.cost(GoalId::EmptyPosts, miss, 1);
        row.push((miss, 1));
        lp.row("wants", site, row, Sense::Exactly, want.times);
    }
    for (who, row) in of_person {
        lp.row("visitor", id(who).clone(), row, Sense::AtMost, most);
    }
    let vars: Vec<Var> = ways.iter().map(|way| way.1).collect();
    canonical(&mut lp, &vars, &facts.roster.lottery_seed);
    lp.tidy();
    Visits { lp, ways }
}

/// The program of mentors.
pub fn pairs(facts: &Facts<'_>, plan: &Placement) -> Pairs {
    let mentoring = Mentoring::new(facts, plan);
    let most = facts.book.count(MENTORS, "per_mentor_at_most");
    let (mut lp, mut ways) = (Lp::default(), Vec::new());
    let mut of_mentor: BTreeMap<TeacherNo, Terms> = BTreeMap::new();
    let id = |who: TeacherNo| &facts.roster.teacher(who).id;
    for who in facts
        .roster
        .teacher_nos()
        .filter(|who| mentoring.wants(*who))
    {
        let mut row = Terms::new();
        for mentor in facts.roster.teacher_nos() {
            if mentoring.may_guide(mentor, who) {
                let var = lp.column(format!("pair[{},{}]", id(mentor), id(who)), 0, 1);
                lp.cost(GoalId::Burden, var, mentoring.minutes(mentor, who));
                ways.push(((mentor, who), var));
                of_mentor.entry(mentor).or_default().push((var, 1));
                row.push((var, 1));
            }
        }
        let alone = lp.column(format!("alone[{}]", id(who)), 0, 1);
        lp.cost(GoalId::EmptyPosts, alone, 1);
        row.push((alone, 1));
        lp.row("guided", id(who).clone(), row, Sense::Exactly, 1);
    }
    for (mentor, row) in of_mentor {
        lp.row("mentor", id(mentor).clone(), row, Sense::AtMost, most);
    }
    let vars: Vec<Var> = ways.iter().map(|way| way.1).collect();
    canonical(&mut lp, &vars, &facts.roster.lottery_seed);
    lp.tidy();
    Pairs { lp, ways }
}
