//! Breaking what people do besides their posts: lessons, half-days and remote lessons.

use super::Breaker;
use super::county::{Scene, whole};
use super::draw::Draw;
use super::edit::{Broken, Edit};
use crate::by_name::ByName;
use lungang::domain::{SchoolNo, Subject, TeacherNo};
use lungang::facts::periods::{Gap, Load, loads, may_give, on_the_road, open, reach};
use lungang::facts::values::itinerant_teaching::RULE;
use lungang::plan::{ItinerantDoc, LessonDoc, WeekDoc};
use std::collections::BTreeMap;

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("R33", fills_a_week_over),
    ("R33b", sends_too_often),
    ("R33c", sends_to_too_many),
    ("R33d", takes_half_days_away),
    ("R33d", teaches_away_without_a_half_day),
    ("R33e", sends_out_of_reach),
    ("R33f", gives_what_she_may_not_teach),
    ("R33g", burdens_who_is_left_alone),
    ("R33h", gives_more_than_is_lacking),
    ("R33h", covers_it_from_afar_as_well),
    ("R33i", teaches_another_subject_from_afar),
];

/// The facts of lessons in the unbroken plan.
struct Known<'s, 'f> {
    scene: &'s Scene<'f>,
    gaps: BTreeMap<Gap, i64>,
    loads: BTreeMap<TeacherNo, Load>,
}

impl<'s, 'f> Known<'s, 'f> {
    fn of(scene: &'s Scene<'f>) -> Self {
        Self {
            scene,
            gaps: open(&scene.facts, &scene.placement),
            loads: loads(&scene.facts, &scene.placement),
        }
    }

    fn count(&self, key: &str) -> i64 {
        self.scene.facts.book.count(RULE.key(), key)
    }

    fn may_teach(&self, who: TeacherNo, gap: &Gap) -> bool {
        let works = self.loads[&who].school;
        let periods = self.gaps.get(gap).copied().unwrap_or(0);
        may_give(&self.scene.facts, who, works, (*gap, periods))
    }

    /// Somebody with a load, at an open school.
    fn anyone(&self, draw: &mut Draw) -> Option<(TeacherNo, Load)> {
        let all: Vec<_> = self.loads.iter().map(|(who, load)| (*who, *load)).collect();
        draw.pick(&all)
    }

    fn minutes(&self, load: Load, to: SchoolNo) -> Option<u32> {
        reach(&self.scene.facts, load.school, to)
    }

    /// What she teaches and travels a week by the plan.
    fn week(&self, who: TeacherNo, load: Load) -> i64 {
        let plan = &self.scene.placement;
        let lessons = plan.lessons.iter().filter(|one| one.teacher == who);
        let given: i64 = lessons.map(|one| i64::from(one.periods)).sum();
        let trips = plan.trips.iter().filter(|one| one.teacher == who);
        let road = trips.map(|one| {
            let minutes = self.minutes(load, one.school).unwrap();
            on_the_road(&self.scene.facts, minutes) * i64::from(one.half_days)
        });
        load.taught + given + road.sum::<i64>()
    }

    fn half_days(&self, who: TeacherNo) -> i64 {
        let trips = self.scene.placement.trips.iter();
        let trips = trips.filter(|one| one.teacher == who);
        trips.map(|one| i64::from(one.half_days)).sum()
    }

    /// What is given for a gap by the plan.
    fn given(&self, gap: Gap) -> i64 {
        let plan = &self.scene.placement;
        let lessons = plan.lessons.iter().filter(|one| one.gap == gap);
        let lessons: i64 = lessons.map(|one| i64::from(one.periods)).sum();
        let remote = plan.remote.iter().filter(|one| one.gap == gap);
        lessons + remote.map(|one| i64::from(one.periods)).sum::<i64>()
    }

    fn gap(&self, draw: &mut Draw, holds: impl Fn(&Gap) -> bool) -> Option<Gap> {
        let all: Vec<Gap> = self.gaps.keys().copied().filter(|gap| holds(gap)).collect();
        draw.pick(&all)
    }

    fn name(&self, who: TeacherNo) -> (String, String) {
        let teacher = self.scene.facts.roster.teacher(who);
        (teacher.id.clone(), teacher.name.clone())
    }

    fn school(&self, no: SchoolNo) -> String {
        self.scene.facts.roster.school(no).id.clone()
    }

    /// Gives her so many more periods.
    fn gives(&self, edit: &mut Edit<'_, '_>, who: TeacherNo, gap: Gap, periods: i64) {
        let (teacher, name) = self.name(who);
        let weeks = &mut edit.plan.periods.weeks;
        let at = weeks.iter().position(|one| one.teacher == teacher);
        let at = at.unwrap_or_else(|| {
            weeks.push(WeekDoc {
                teacher,
                name,
                school: self.school(self.scene.next[who.0].unwrap_or(gap.school)),
                most: 0,
                on_post: 0,
                on_the_road: 0,
                lessons: Vec::new(),
            });
            weeks.len() - 1
        });
        weeks[at].lessons.push(LessonDoc {
            school: self.school(gap.school),
            stage: gap.stage,
            subject: gap.subject,
            periods: u32::try_from(periods).unwrap(),
        });
    }

    /// Sends her for so many more half-days.
    fn sends(&self, edit: &mut Edit<'_, '_>, who: TeacherNo, to: SchoolNo, half_days: i64) {
        let (teacher, name) = self.name(who);
        let from = self.scene.next[who.0].unwrap_or(to);
        edit.plan.itinerants.push(ItinerantDoc {
            teacher,
            name,
            from: self.school(from),
            to: self.school(to),
            half_days: u32::try_from(half_days).unwrap(),
            travel_minutes: self.scene.facts.travel.between(from, to),
        });
    }
}

fn fills_a_week_over(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let gap = known.gap(draw, |gap| {
        gap.school == load.school && known.may_teach(who, gap)
    })?;
    let over = 1 + draw.less_than(4);
    let mut edit = Edit::of(scene);
    let periods = (load.most - known.week(who, load)).max(0) + over;
    known.gives(&mut edit, who, gap, periods);
    edit.done(scene.about_teacher(who))
}

fn sends_too_often(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let near = scene.schools(|to| known.minutes(load, to).is_some());
    let to = draw.pick(&near)?;
    let over = 1 + draw.less_than(3);
    let mut edit = Edit::of(scene);
    let more = known.count("half_days_at_most") - known.half_days(who) + over;
    known.sends(&mut edit, who, to, more);
    edit.done(scene.about_teacher(who))
}

fn sends_to_too_many(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let near = scene.schools(|to| known.minutes(load, to).is_some());
    let number = known.count("schools_at_most") + 1;
    let mut edit = Edit::of(scene);
    for to in draw.some(&near, number)? {
        known.sends(&mut edit, who, to, 1);
    }
    edit.done(scene.about_teacher(who))
}

/// Takes half-days away that are needed for the lessons there.
fn takes_half_days_away(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let trip = draw.pick(&scene.placement.trips)?;
    let lessons = scene.placement.lessons.iter();
    let lessons =
        lessons.filter(|one| (one.teacher, one.gap.school) == (trip.teacher, trip.school));
    let given: i64 = lessons.map(|one| i64::from(one.periods)).sum();
    let left = draw.less_than(i64::from(trip.half_days));
    (given > left * known.count("periods_per_half_day")).then_some(())?;
    let (teacher, to) = (known.name(trip.teacher).0, known.school(trip.school));
    let mut edit = Edit::of(scene);
    for one in &mut edit.plan.itinerants {
        if one.teacher == teacher && one.to == to {
            one.half_days = u32::try_from(left).unwrap();
        }
    }
    edit.plan.itinerants.retain(|one| one.half_days > 0);
    edit.done(scene.about_teacher(trip.teacher))
}

fn teaches_away_without_a_half_day(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let trips = &scene.placement.trips;
    let goes = |to| {
        trips
            .iter()
            .any(|one| (one.teacher, one.school) == (who, to))
    };
    let gap = known.gap(draw, |gap| {
        gap.school != load.school && !goes(gap.school) && known.may_teach(who, gap)
    })?;
    let mut edit = Edit::of(scene);
    known.gives(&mut edit, who, gap, 1 + draw.less_than(3));
    edit.done(scene.about_teacher(who))
}

fn sends_out_of_reach(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let far = scene.schools(|to| known.minutes(load, to).is_none());
    let to = draw.pick(&far)?;
    let mut edit = Edit::of(scene);
    known.sends(&mut edit, who, to, 1);
    edit.done(scene.about_teacher(who))
}

fn gives_what_she_may_not_teach(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let gap = known.gap(draw, |gap| {
        gap.school == load.school && !known.may_teach(who, gap)
    })?;
    let mut edit = Edit::of(scene);
    known.gives(&mut edit, who, gap, 1 + draw.less_than(3));
    edit.done(scene.about_teacher(who))
}

fn burdens_who_is_left_alone(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let who = draw.pick(&scene.people(|who| !known.loads.contains_key(&who)))?;
    let gap = known.gap(draw, |_| true)?;
    let mut edit = Edit::of(scene);
    if draw.coin() {
        known.gives(&mut edit, who, gap, 1);
    } else {
        known.sends(&mut edit, who, gap.school, 1);
    }
    edit.done(scene.about_teacher(who))
}

fn gives_more_than_is_lacking(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let (who, load) = known.anyone(draw)?;
    let gap = known.gap(draw, |gap| {
        gap.school == load.school && known.may_teach(who, gap)
    })?;
    let left = known.gaps[&gap] - known.given(gap);
    let mut edit = Edit::of(scene);
    known.gives(&mut edit, who, gap, left + 1 + draw.less_than(3));
    edit.done(scene.about_school(gap.school))
}

fn covers_it_from_afar_as_well(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let known = Known::of(scene);
    let all = whole(scene.plan.periods.gaps.len());
    let at = usize::try_from(draw.less_than(all)).ok()?;
    let mut edit = Edit::of(scene);
    let gap = &mut edit.plan.periods.gaps[at];
    gap.remote += gap.open + 1 + draw.less_than(3);
    let school = scene.facts.roster.find_school(&gap.school)?;
    known.gaps.keys().find(|one| one.school == school)?;
    edit.done(scene.about_school(school))
}

fn teaches_another_subject_from_afar(scene: &Scene<'_>, draw: &mut Draw) -> Option<Broken> {
    let book = scene.facts.book;
    let may: Vec<Subject> = book.choices(RULE.key(), "remote_subjects", Subject::find);
    let mut edit = Edit::of(scene);
    let gaps = edit.plan.periods.gaps.iter_mut();
    let other: Vec<_> = gaps
        .filter(|gap| gap.open > 0 && !may.contains(&gap.subject))
        .collect();
    let at = draw.below(other.len());
    let gap = other.into_iter().nth(at)?;
    gap.remote = 1 + draw.less_than(gap.open);
    let school = scene.facts.roster.find_school(&gap.school)?;
    edit.done(scene.about_school(school))
}
