//! The second, small program: when everybody is on a post, who covers what is left open.
//!
//! Sets: `t` teachers with periods to spare, `g` gaps (school, stage, subject), `s` other schools within
//! reach of `t`. Columns, whole numbers: `lesson[t,g]` weekly periods, at her own school or another;
//! `trip[t,s]` half-days a week; `goes[t,s]` 1 when there are any; `remote[g]` periods by remote lessons,
//! `open[g]` periods that stay open. Symbols: `n[g]` periods to cover; `r[t]` periods to spare; `w[t,s]`
//! periods on the road for a half-day; `P` lessons of a half-day, `D` half-days, `N` schools at most.
//! - gaps: `Σ_t lesson[t,g] + remote[g] + open[g] = n[g]`
//! - load: `Σ lesson[t,·] + Σ w[t,s]·trip[t,s] ≤ r[t]`
//! - `half_days`: `Σ_{g at s} lesson[t,g] ≤ P·trip[t,s]`
//! - days: `Σ_s trip[t,s] ≤ D`; where more than `N` schools are within reach also
//!   goes: `trip[t,s] ≤ D·goes[t,s]`; schools: `Σ_s goes[t,s] ≤ N`
//!
//! Goals: open periods, a remote one counting for a part, village and weak schools more; then minutes
//! on the road. Schools that no teacher can go between are solved apart. A third goal that would make
//! the point unique took four times as long as both and is left out: columns stand in the order of staff
//! ids and there is one thread, so the same tables give the same lessons all the same.

use super::decision::{Program, given};
use crate::domain::{Area, SchoolNo, Subject, TeacherNo};
use crate::facts::periods::{Gap, Load, RULE, loads, on_the_road, open, reach};
use crate::facts::{Facts, Lesson, Placement, Remote, Trip};
use crate::model::{Lp, Sense, Terms, Var};
use crate::policy::GoalId;
use std::collections::{BTreeMap, BTreeSet};

/// What the programs look at, in this order.
const GOALS: &[GoalId] = &[GoalId::EmptyPosts, GoalId::Burden];

/// The program of schools that belong together, with what its columns stand for.
#[derive(Default)]
struct Building {
    lp: Lp,
    given: BTreeMap<(TeacherNo, Gap), Var>,
    trips: BTreeMap<(TeacherNo, SchoolNo), Var>,
    remote: BTreeMap<Gap, Var>,
    /// What covers each gap.
    covering: BTreeMap<Gap, Terms>,
}

impl Building {
    fn program(mut self) -> Program {
        self.lp.tidy();
        let (lessons, trips, remote) = (self.given, self.trips, self.remote);
        Program::new(self.lp, GOALS, move |point, plan| {
            for ((teacher, gap), periods) in given(point, lessons.iter().map(copied)) {
                plan.lessons.push(Lesson {
                    teacher,
                    gap,
                    periods,
                });
            }
            for ((teacher, school), half_days) in given(point, trips.iter().map(copied)) {
                plan.trips.push(Trip {
                    teacher,
                    school,
                    half_days,
                });
            }
            let remote = given(point, remote.iter().map(copied));
            plan.remote
                .extend(remote.map(|(gap, periods)| Remote { gap, periods }));
            plan.lessons.sort_unstable();
            plan.trips.sort_unstable();
            plan.remote.sort_unstable();
        })
    }
}

fn copied<K: Copy>((thing, var): (&K, &Var)) -> (K, Var) {
    (*thing, *var)
}

/// What a policy lets people do besides their posts.
struct Bounds {
    periods_per_half_day: i64,
    half_days: i64,
    schools: i64,
    remote: Vec<Subject>,
    /// What an open period weighs, and what a remote one does.
    open_weight: i64,
    remote_weight: i64,
    village: i64,
    other: i64,
}

impl Bounds {
    fn read(facts: &Facts<'_>) -> Self {
        let count = |key| facts.book.count(RULE, key);
        let counts = facts.book.share(RULE, "remote_counts");
        Self {
            periods_per_half_day: count("periods_per_half_day"),
            half_days: count("half_days_at_most"),
            schools: count("schools_at_most"),
            remote: facts.book.choices(RULE, "remote_subjects", Subject::find),
            open_weight: counts.denom(),
            remote_weight: (counts.denom() - counts.numer()).max(0),
            village: facts.book.count("teaching_posts", "village_weight"),
            other: facts.book.count("teaching_posts", "other_weight"),
        }
    }

    fn weight(&self, facts: &Facts<'_>, school: SchoolNo) -> i64 {
        let one = facts.roster.school(school);
        if one.weak || one.area == Area::Village {
            self.village
        } else {
            self.other
        }
    }
}

/// The programs of a plan, one for each set of schools that people can go between.
pub(super) fn lessons(facts: &Facts<'_>, plan: &Placement) -> Vec<Program> {
    let (gaps, bounds) = (open(facts, plan), Bounds::read(facts));
    let spare: BTreeMap<TeacherNo, Load> = loads(facts, plan)
        .into_iter()
        .filter(|(_, load)| load.most > load.taught)
        .collect();
    let mut ways: BTreeSet<(TeacherNo, SchoolNo)> = BTreeSet::new();
    for (who, load) in &spare {
        let profile = facts.profile(facts.stands(*who).profile);
        for gap in gaps
            .keys()
            .filter(|gap| gap.subject != Subject::WHOLE_CLASS)
        {
            let near = gap.school == load.school || reach(facts, load.school, gap.school).is_some();
            if near && profile.may_teach(gap.stage, gap.subject) {
                ways.insert((*who, gap.school));
            }
        }
    }
    let mut programs = Vec::new();
    for schools in clusters(facts, &spare, &ways) {
        let here = |no: &SchoolNo| schools.contains(no);
        let gaps: BTreeMap<Gap, i64> = gaps
            .iter()
            .filter(|(gap, _)| here(&gap.school))
            .map(|(gap, periods)| (*gap, *periods))
            .collect();
        let ways = ways.iter().copied().filter(|way| here(&way.1)).collect();
        if !gaps.is_empty() {
            programs.push(program(facts, &bounds, &gaps, &spare, &ways));
        }
    }
    programs
}

/// Sets of schools, each with all whom somebody from it can teach at.
fn clusters(
    facts: &Facts<'_>,
    spare: &BTreeMap<TeacherNo, Load>,
    ways: &BTreeSet<(TeacherNo, SchoolNo)>,
) -> Vec<BTreeSet<SchoolNo>> {
    let mut root: Vec<usize> = (0..facts.roster.schools.len()).collect();
    let top = |root: &[usize], mut at: usize| {
        while root[at] != at {
            at = root[at];
        }
        at
    };
    for (who, to) in ways {
        let (a, b) = (top(&root, spare[who].school.0), top(&root, to.0));
        root[a.max(b)] = a.min(b);
    }
    let mut sets: BTreeMap<usize, BTreeSet<SchoolNo>> = BTreeMap::new();
    for at in 0..root.len() {
        sets.entry(top(&root, at)).or_default().insert(SchoolNo(at));
    }
    sets.into_values().collect()
}

fn program(
    facts: &Facts<'_>,
    bounds: &Bounds,
    gaps: &BTreeMap<Gap, i64>,
    spare: &BTreeMap<TeacherNo, Load>,
    ways: &BTreeSet<(TeacherNo, SchoolNo)>,
) -> Program {
    let mut made = Building::default();
    let mut of_teacher: BTreeMap<TeacherNo, Vec<SchoolNo>> = BTreeMap::new();
    for (who, school) in ways {
        of_teacher.entry(*who).or_default().push(*school);
    }
    for (who, schools) in of_teacher {
        made.add_teacher(facts, bounds, (who, spare[&who], &schools), gaps);
    }
    for (gap, periods) in gaps {
        let site = site(facts, *gap);
        let mut row = made.covering.remove(gap).unwrap_or_default();
        let weight = bounds.weight(facts, gap.school);
        let open = made.lp.column(format!("open[{site}]"), 0, *periods);
        made.lp
            .cost(GoalId::EmptyPosts, open, weight * bounds.open_weight);
        row.push((open, 1));
        if bounds.remote.contains(&gap.subject) {
            let remote = made.lp.column(format!("remote[{site}]"), 0, *periods);
            made.lp
                .cost(GoalId::EmptyPosts, remote, weight * bounds.remote_weight);
            made.remote.insert(*gap, remote);
            row.push((remote, 1));
        }
        made.lp.row("gaps", site, row, Sense::Exactly, *periods);
    }
    made.program()
}

impl Building {
    fn add_teacher(
        &mut self,
        facts: &Facts<'_>,
        bounds: &Bounds,
        (who, load, schools): (TeacherNo, Load, &[SchoolNo]),
        gaps: &BTreeMap<Gap, i64>,
    ) {
        let id = &facts.roster.teacher(who).id;
        let profile = facts.profile(facts.stands(who).profile);
        let room = load.most - load.taught;
        let (mut all, mut days, mut away) = (Terms::new(), Terms::new(), Vec::new());
        for school in schools {
            let mut here = Terms::new();
            let there = gaps.iter().filter(|one| one.0.school == *school);
            for (gap, periods) in there {
                if gap.subject != Subject::WHOLE_CLASS && profile.may_teach(gap.stage, gap.subject)
                {
                    let name = format!("lesson[{id},{}]", site(facts, *gap));
                    let var = self.lp.column(name, 0, room.min(*periods));
                    self.given.insert((who, *gap), var);
                    self.covering.entry(*gap).or_default().push((var, 1));
                    here.push((var, 1));
                }
            }
            all.extend(&here);
            let Some(minutes) = reach(facts, load.school, *school) else {
                continue;
            };
            let road = on_the_road(facts, minutes);
            let lacking: i64 = gaps
                .iter()
                .filter(|(gap, _)| self.given.contains_key(&(who, **gap)) && gap.school == *school)
                .map(|one| one.1)
                .sum();
            // A half-day leaves room for a lesson, and serves one; to a school next door it costs no time.
            let leaves_room = (room - 1).checked_div(road).unwrap_or(room);
            let most = bounds.half_days.min(leaves_room).min(
                (lacking + bounds.periods_per_half_day - 1)
                    .div_euclid(bounds.periods_per_half_day.max(1)),
            );
            let name = format!("{id},{}", facts.roster.school(*school).id);
            let trip = self.lp.column(format!("trip[{name}]"), 0, most.max(0));
            here.push((trip, -bounds.periods_per_half_day));
            self.lp
                .row("half_days", name.clone(), here, Sense::AtMost, 0);
            self.lp.cost(GoalId::Burden, trip, 2 * i64::from(minutes));
            self.trips.insert((who, *school), trip);
            all.push((trip, road));
            days.push((trip, 1));
            away.push((name, trip, most.max(0)));
        }
        if i64::try_from(away.len()).unwrap_or(i64::MAX) > bounds.schools {
            let mut gone = Terms::new();
            for (name, trip, most) in away {
                let goes = self.lp.column(format!("goes[{name}]"), 0, 1);
                let both = vec![(trip, 1), (goes, -most)];
                self.lp.row("goes", name, both, Sense::AtMost, 0);
                gone.push((goes, 1));
            }
            self.lp
                .row("schools", id.clone(), gone, Sense::AtMost, bounds.schools);
        }
        self.lp.row("load", id.clone(), all, Sense::AtMost, room);
        if !days.is_empty() {
            let most = bounds.half_days;
            self.lp.row("days", id.clone(), days, Sense::AtMost, most);
        }
    }
}

fn site(facts: &Facts<'_>, gap: Gap) -> String {
    let school = &facts.roster.school(gap.school).id;
    format!("{school},{},{}", gap.stage.key(), gap.subject.key())
}
