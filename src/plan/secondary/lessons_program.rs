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
use crate::domain::{Area, SchoolNo, TeacherNo, whole};
use crate::facts::periods::{Gap, Load, loads, may_give, on_the_road, open, reach};
use crate::facts::values::{itinerant_teaching, teaching_posts};
use crate::facts::{Facts, Lesson, Placement, Remote, Trip};
use crate::model::{Lp, Sense, Terms, Var};
use crate::policy::GoalId;
use std::collections::{BTreeMap, BTreeSet};

/// What the programs look at, in this order.
const GOALS: &[GoalId] = &[GoalId::EmptyPosts, GoalId::Burden];

/// The programs of a plan, one for each set of schools that people can go between.
pub(super) fn lessons(facts: &Facts<'_>, plan: &Placement) -> Vec<Program> {
    let (gaps, mut spare) = (open(facts, plan), loads(facts, plan));
    spare.retain(|_, load| load.most > load.taught);
    let mut ways: BTreeMap<TeacherNo, BTreeSet<SchoolNo>> = BTreeMap::new();
    for (who, load) in &spare {
        let near = |to: SchoolNo| to == load.school || reach(facts, load.school, to).is_some();
        for (gap, periods) in gaps.iter().filter(|(gap, _)| near(gap.school)) {
            if may_give(facts, *who, load.school, (*gap, *periods)) {
                ways.entry(*who).or_default().insert(gap.school);
            }
        }
    }
    let mut programs = Vec::new();
    for schools in clusters(facts, &spare, &ways) {
        let here = gaps.iter().filter(|(gap, _)| schools.contains(&gap.school));
        let here: BTreeMap<Gap, i64> = here.map(|(gap, periods)| (*gap, *periods)).collect();
        if !here.is_empty() {
            let mut building = Building {
                facts,
                gaps: &here,
                lp: Lp::default(),
                lessons: Vec::new(),
                trips: Vec::new(),
                covering: BTreeMap::new(),
            };
            for (who, to) in &ways {
                if schools.contains(&spare[who].school) {
                    building.add_teacher(*who, spare[who], to);
                }
            }
            programs.push(building.program());
        }
    }
    programs
}

/// Sets of schools, each with all whom somebody from it can teach at.
fn clusters(
    facts: &Facts<'_>,
    spare: &BTreeMap<TeacherNo, Load>,
    ways: &BTreeMap<TeacherNo, BTreeSet<SchoolNo>>,
) -> Vec<BTreeSet<SchoolNo>> {
    let mut root: Vec<usize> = (0..facts.roster.schools.len()).collect();
    let top = |root: &[usize], mut at: usize| {
        while root[at] != at {
            at = root[at];
        }
        at
    };
    for (who, schools) in ways {
        for to in schools {
            let (a, b) = (top(&root, spare[who].school.0), top(&root, to.0));
            root[a.max(b)] = a.min(b);
        }
    }
    let mut sets: BTreeMap<usize, BTreeSet<SchoolNo>> = BTreeMap::new();
    for at in 0..root.len() {
        sets.entry(top(&root, at)).or_default().insert(SchoolNo(at));
    }
    sets.into_values().collect()
}

/// The program of schools that belong together, with what its columns stand for.
struct Building<'a> {
    facts: &'a Facts<'a>,
    gaps: &'a BTreeMap<Gap, i64>,
    lp: Lp,
    lessons: Vec<(Lesson, Var)>,
    trips: Vec<(Trip, Var)>,
    /// What covers each gap.
    covering: BTreeMap<Gap, Terms>,
}

impl Building<'_> {
    /// What somebody with periods to spare can do at these schools.
    fn add_teacher(&mut self, who: TeacherNo, load: Load, schools: &BTreeSet<SchoolNo>) {
        let facts = self.facts;
        let a_day = facts.book.get(itinerant_teaching::PERIODS_PER_HALF_DAY);
        let half_days = facts.book.get(itinerant_teaching::HALF_DAYS_AT_MOST);
        let most_schools = facts.book.get(itinerant_teaching::SCHOOLS_AT_MOST);
        let id = &facts.roster.teacher(who).id;
        let room = load.most - load.taught;
        let (mut all, mut days, mut away) = (Terms::new(), Terms::new(), Vec::new());
        for &school in schools {
            let (mut here, lacking) = self.add_lessons(who, (load.school, school), room);
            all.extend(&here);
            let Some(minutes) = reach(facts, load.school, school) else {
                continue;
            };
            let road = on_the_road(facts, minutes);
            // A half-day leaves room for a lesson, and serves one; to a school next door it costs no time.
            let leaves_room = (room - 1).checked_div(road).unwrap_or(room);
            let serves = (lacking + a_day - 1).div_euclid(a_day.max(1));
            let most = half_days.min(leaves_room).min(serves).max(0);
            let name = format!("{id},{}", facts.roster.school(school).id);
            let var = self.lp.column(format!("trip[{name}]"), 0, most);
            here.push((var, -a_day));
            let about = name.clone();
            self.lp.row("half_days", about, here, Sense::AtMost, 0);
            self.lp.cost(GoalId::Burden, var, 2 * i64::from(minutes));
            let trip = Trip {
                teacher: who,
                school,
                half_days: 0,
            };
            self.trips.push((trip, var));
            all.push((var, road));
            days.push((var, 1));
            away.push((name, var, most));
        }
        if whole(away.len()) > most_schools {
            let mut gone = Terms::new();
            for (name, trip, most) in away {
                let goes = self.lp.column(format!("goes[{name}]"), 0, 1);
                let both = vec![(trip, 1), (goes, -most)];
                self.lp.row("goes", name, both, Sense::AtMost, 0);
                gone.push((goes, 1));
            }
            let about = id.clone();
            self.lp
                .row("schools", about, gone, Sense::AtMost, most_schools);
        }
        self.lp.row("load", id.clone(), all, Sense::AtMost, room);
        if !days.is_empty() {
            self.lp
                .row("days", id.clone(), days, Sense::AtMost, half_days);
        }
    }

    /// The lessons that somebody can give at a school, and how many periods lack there in all of them.
    fn add_lessons(
        &mut self,
        teacher: TeacherNo,
        (works, school): (SchoolNo, SchoolNo),
        room: i64,
    ) -> (Terms, i64) {
        let (mut here, mut lacking) = (Terms::new(), 0);
        let id = &self.facts.roster.teacher(teacher).id;
        for (&gap, periods) in self.gaps.iter().filter(|one| one.0.school == school) {
            if may_give(self.facts, teacher, works, (gap, *periods)) {
                let name = format!("lesson[{id},{}]", site(self.facts, gap));
                let var = self.lp.column(name, 0, room.min(*periods));
                let lesson = Lesson {
                    teacher,
                    gap,
                    periods: 0,
                };
                self.lessons.push((lesson, var));
                self.covering.entry(gap).or_default().push((var, 1));
                here.push((var, 1));
                lacking += periods;
            }
        }
        (here, lacking)
    }

    /// The program, once everybody has been added.
    fn program(mut self) -> Program {
        let (facts, book) = (self.facts, self.facts.book);
        let counts = book.get(itinerant_teaching::REMOTE_COUNTS);
        let from_afar = book.get(itinerant_teaching::REMOTE_SUBJECTS);
        let afar = book.get(itinerant_teaching::REMOTE_SCHOOLS);
        let mut remote = Vec::new();
        for (&gap, &periods) in self.gaps {
            let (site, school) = (site(facts, gap), facts.roster.school(gap.school));
            let mut row = self.covering.remove(&gap).unwrap_or_default();
            let weight = weight(facts, gap);
            let mut add = |name: &str, weight: i64| {
                let var = self.lp.column(format!("{name}[{site}]"), 0, periods);
                self.lp.cost(GoalId::EmptyPosts, var, weight);
                row.push((var, 1));
                var
            };
            // A remote period weighs as much less than an open one as it counts for.
            add("open", weight * counts.denom());
            if from_afar.contains(&gap.subject) && school.is_any(&afar) {
                let remote_weight = (counts.denom() - counts.numer()).max(0);
                let var = add("remote", weight * remote_weight);
                remote.push((Remote { gap, periods: 0 }, var));
            }
            self.lp.row("gaps", site, row, Sense::Exactly, periods);
        }
        self.lp.tidy();
        let (lessons, trips) = (self.lessons, self.trips);
        let add = move |point: &[i64], plan: &mut Placement| {
            let lessons = given(point, &lessons);
            let lessons = lessons.map(|(one, periods)| Lesson { periods, ..one });
            plan.lessons.extend(lessons);
            let trips = given(point, &trips);
            let trips = trips.map(|(one, half_days)| Trip { half_days, ..one });
            plan.trips.extend(trips);
            let remote = given(point, &remote);
            let remote = remote.map(|(one, periods)| Remote { periods, ..one });
            plan.remote.extend(remote);
        };
        Program {
            lp: self.lp,
            goals: GOALS,
            add: Box::new(add),
        }
    }
}

/// How much a period of a gap weighs.
pub(super) fn weight(facts: &Facts<'_>, gap: Gap) -> i64 {
    let school = facts.roster.school(gap.school);
    facts
        .book
        .get(if school.weak || school.area == Area::Village {
            teaching_posts::VILLAGE_WEIGHT
        } else {
            teaching_posts::OTHER_WEIGHT
        })
}

fn site(facts: &Facts<'_>, gap: Gap) -> String {
    let school = &facts.roster.school(gap.school).id;
    format!("{school},{},{}", gap.stage.key(), gap.subject.key())
}
