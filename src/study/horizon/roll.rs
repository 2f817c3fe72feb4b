//! A county one year on: what a plan decided has been done, and time has passed.

use super::intake::Shape;
use super::service::Person;
use crate::domain::{
    Degree, Employment, Month, Roster, SchoolNo, Sex, Subject, Teacher, TeacherNo, TitlePost,
    year_start,
};
use crate::facts::values::running_rotations;
use crate::facts::{Exemption, Facts, Placement};
use crate::rules::taken;
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};

/// Months of a year.
const YEAR: i32 = 12;

/// Age of a recruit in her first month, years.
pub(super) const RECRUIT_AGE: i32 = 24;

/// What the years of a horizon carry on besides the roster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    shape: Shape,
    /// Who sleeps in a bed of which school, by staff id.
    lodgers: BTreeMap<String, SchoolNo>,
    /// People who came back before the reckoning date of this year.
    pub returned: i64,
}

impl Kept {
    /// What the first year begins with.
    pub fn new(facts: &Facts<'_>) -> Self {
        let lodgers = facts.roster.teacher_nos().filter_map(|no| {
            let teacher = facts.roster.teacher(no);
            facts.stands(no).ongoing.as_ref()?;
            let lodges = facts.needs_bed(no, teacher.work_school);
            lodges.then(|| (teacher.id.clone(), teacher.work_school))
        });
        Self {
            shape: Shape::of(facts.roster),
            lodgers: lodgers.collect(),
            returned: 0,
        }
    }
}

/// The roster of the next year when a plan is carried out: retired people gone, movers where they were
/// sent with their spells, postings that ended returned, recruits among the teachers, every class a
/// grade higher.
pub fn next_year(facts: &Facts<'_>, plan: &Placement, kept: &Kept) -> (Roster, Kept) {
    let old = facts.roster;
    let date = old.date.saturating_add(1.year());
    let year = u32::try_from(year_start(date).first_day().year()).unwrap_or(0);
    let (mut people, returned) = people(facts, plan, Month::of(date));
    people.extend(recruits(facts, plan));
    people.sort_by(|a, b| a.teacher.id.cmp(&b.teacher.id));
    let mut service = Vec::new();
    for (no, person) in people.iter_mut().enumerate() {
        for mut spell in person.spells.drain(..) {
            spell.teacher = TeacherNo(no);
            service.push(spell);
        }
    }
    service.sort();
    let mut roster = Roster {
        date,
        teachers: people.into_iter().map(|one| one.teacher).collect(),
        classes: kept.shape.next(old, facts.book, year),
        service,
        title_posts: title_posts(facts, plan),
        pins: Vec::new(),
        bans: Vec::new(),
        waivers: Vec::new(),
        ..old.clone()
    };
    let taught: BTreeSet<SchoolNo> = roster.classes.iter().map(|group| group.school).collect();
    let given = &mut roster.given_posts;
    given.retain(|post| taught.contains(&post.school));
    let lodgers = beds(facts, plan, kept, &mut roster);
    boarders(&mut roster);
    let shape = kept.shape.clone();
    (
        roster,
        Kept {
            shape,
            lodgers,
            returned,
        },
    )
}

/// The title posts of the next year: posts of those who left are empty, posts of those who were appointed
/// filled. What is approved stays; a school that got a post of the county's pool has
/// more filled than were approved for it, and the county as many as before.
fn title_posts(facts: &Facts<'_>, plan: &Placement) -> Vec<TitlePost> {
    let lines = facts.roster.title_posts.iter();
    let lines = lines.map(|line| ((line.school, line.grade), line.clone()));
    let mut posts: BTreeMap<_, TitlePost> = lines.collect();
    let number = |count: i64| u32::try_from(count.max(0)).unwrap_or(u32::MAX);
    for one in &facts.titles.posts {
        if let Some(line) = posts.get_mut(&(one.school, one.grade)) {
            line.filled = number(one.filled - one.freed);
        }
    }
    for ((school, grade), sum) in taken(facts, plan) {
        let line = posts.entry((school, grade)).or_insert(TitlePost {
            school,
            grade,
            approved: 0,
            filled: 0,
            reserve_filled: 0,
        });
        line.filled = number(i64::from(line.filled) + sum.all());
        line.reserve_filled = line.reserve_filled.min(line.filled);
    }
    posts.into_values().collect()
}

/// Everybody who has not retired, and how many came back before the next reckoning date.
fn people(facts: &Facts<'_>, plan: &Placement, next: Month) -> (Vec<Person>, i64) {
    let old = facts.roster;
    let now = Month::of(old.date);
    let returns = facts.book.get(running_rotations::RETURN_AFTER_END);
    let (mut people, mut returned) = (Vec::new(), 0);
    for no in old.teacher_nos() {
        let stand = facts.stands(no);
        if stand.exemptions.contains(&Exemption::Leaving) {
            continue;
        }
        let work = old.teacher(no).work_school;
        let mut person = Person {
            teacher: old.teacher(no).clone(),
            spells: old.spells_of(no).to_vec(),
        };
        if plan.appointments.binary_search(&no).is_ok() {
            person.rise(facts.year_start);
        }
        if plan.conversions.binary_search(&no).is_ok() {
            person.teacher.employment = Employment::OnQuota;
        }
        let leads = plan.leaders.iter().find(|one| one.teacher == no);
        if let Some(one) = leads {
            person.lead(one.to, facts.year_start);
        } else if let Some(one) = plan.move_of(no) {
            person.go(one);
        } else if stand.base.is_some_and(|base| base != work) {
            person.back(facts.year_start);
        }
        let away = person.teacher.work_school != person.teacher.quota_school;
        match person.ending(now, next) {
            Some(end) if away && returns => {
                person.back(end.plus(1));
                returned += 1;
            }
            Some(end) => person.stay(end),
            None => {}
        }
        settle(old, &mut person, facts.year_start);
        person.lapse();
        people.push(person);
    }
    (people, returned)
}

/// Where the school of her quota place has closed, the place goes to where she works.
fn settle(old: &Roster, person: &mut Person, year_start: Month) {
    let closed = |no: SchoolNo| old.school(no).closing;
    if closed(person.teacher.quota_school) && !closed(person.teacher.work_school) {
        let since = person.here_since().unwrap_or(year_start);
        person.belong(since);
    }
}

/// Those whom the plan recruits.
fn recruits(facts: &Facts<'_>, plan: &Placement) -> Vec<Person> {
    let year = facts.year_start.first_day().year();
    let mut numbers: BTreeMap<SchoolNo, u32> = BTreeMap::new();
    let mut fresh = |school: SchoolNo| {
        let number = numbers.entry(school).or_default();
        // A roster that was rolled on before holds ids of the same kind, of other years.
        loop {
            *number += 1;
            let id = format!("NEW{year}-{}-{number:03}", facts.roster.school(school).id);
            if facts.roster.find_teacher(&id).is_none() {
                return id;
            }
        }
    };
    let mut all = Vec::new();
    for hire in &plan.hires {
        let school = facts.post(hire.post).school;
        all.extend((0..hire.number).map(|_| Person {
            teacher: recruit(facts, hire.pool, school, fresh(school)),
            spells: Vec::new(),
        }));
    }
    all
}

fn recruit(facts: &Facts<'_>, pool: usize, school: SchoolNo, id: String) -> Teacher {
    let pool = &facts.roster.pools[pool];
    let profile = pool.subjects.first().copied();
    let since = facts.year_start;
    Teacher {
        id,
        name: "新招".into(),
        sex: Sex::Female,
        birth: since.plus(-RECRUIT_AGE * YEAR),
        degree: Degree::Bachelor,
        employment: pool.employment,
        quota_school: school,
        work_school: school,
        stage: pool.stage,
        certified_stages: vec![pool.stage],
        certified_subjects: pool.subjects.clone(),
        subject: profile.unwrap_or(Subject::WHOLE_CLASS),
        more_subjects: pool.subjects.iter().skip(1).copied().collect(),
        title: pool.title,
        at_school_since: since,
        teaching_since: Some(since),
        ..Teacher::blank()
    }
}

/// Beds that are taken this year and those that fall free when the next begins; gives who lodges then.
fn beds(
    facts: &Facts<'_>,
    plan: &Placement,
    kept: &Kept,
    roster: &mut Roster,
) -> BTreeMap<String, SchoolNo> {
    let mut lodgers = kept.lodgers.clone();
    for one in plan.moves.iter().filter(|one| one.bed) {
        let free = &mut roster.schools[one.to.0].beds;
        // What a special approval added goes with whoever uses it.
        if *free > 0 {
            *free -= 1;
            let id = facts.roster.teacher(one.teacher).id.clone();
            if let Some(left) = lodgers.insert(id, one.to) {
                roster.schools[left.0].beds += 1;
            }
        }
    }
    let then = Facts::new(roster, facts.book);
    let stays = |id: &str, school: SchoolNo| {
        let no = then.roster.find_teacher(id);
        no.is_some_and(|no| then.stands(no).base == Some(school))
    };
    let (staying, leaving): (BTreeMap<_, _>, BTreeMap<_, _>) = lodgers
        .into_iter()
        .partition(|(id, school)| stays(id, *school));
    for school in leaving.into_values() {
        roster.schools[school.0].beds += 1;
    }
    staying
}

/// No school boards more pupils than it has.
fn boarders(roster: &mut Roster) {
    let mut pupils = vec![0; roster.schools.len()];
    for group in &roster.classes {
        pupils[group.school.0] += group.pupils.iter().sum::<u32>();
    }
    for (school, pupils) in roster.schools.iter_mut().zip(pupils) {
        school.boarders = school.boarders.min(pupils);
    }
}
