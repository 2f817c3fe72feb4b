//! Lessons besides the posts against enumeration: in small counties drawn by lot no week of anybody, put
//! together with any week of everybody else, leaves less open than the program, or as little with fewer
//! minutes on the road.

use crate::patched::alone;
use crate::tiny::{self, Lot, NINE, TOWN, VILLAGE, classes, subject, teacher};
use lungang::audit::audit;
use lungang::domain::{
    GridLine, LoadLine, Protection, Role, Roster, SchoolNo, Stage, TeacherNo, TravelTime,
};
use lungang::facts::periods::Gap;
use lungang::facts::values::itinerant_teaching::RULE;
use lungang::facts::{Facts, Placement};
use lungang::plan::Ended;
use lungang::plan::secondary::{Lessons, Secondary};
use lungang::policy::{GoalId, RuleBook};
use lungang::solve::{Options, Silent, solve};
use std::collections::BTreeMap;

const ROUNDS: usize = 150;
const SCHOOLS: [SchoolNo; 3] = [TOWN, VILLAGE, NINE];
const SUBJECTS: [&str; 3] = ["chinese", "maths", "music"];
/// What an open period weighs at a village or weak school, and elsewhere.
const WEIGHTS: (i64, i64) = (3, 2);

/// Somebody in plain numbers.
struct Person {
    school: usize,
    may: [bool; 3],
    load: i64,
    free: bool,
}

/// What a county was drawn as; nothing of it is read from the program.
struct Plain {
    people: Vec<Person>,
    weight: [i64; 3],
    district: [u64; 3],
    minutes: [[i64; 3]; 3],
    /// Periods by school and subject.
    periods: [[i64; 3]; 3],
    per_half_day: i64,
    half_days: i64,
    schools: i64,
    period_minutes: i64,
    inside: bool,
    /// Subjects that may be remote, and what a remote period counts, as a fraction.
    remote: [bool; 3],
    counts: (i64, i64),
}

const LIMIT: i64 = 40;

fn drawn(lot: &mut Lot) -> (Plain, Roster, RuleBook) {
    let mut plain = Plain {
        people: Vec::new(),
        weight: [WEIGHTS.1, WEIGHTS.0, WEIGHTS.1],
        district: [0, 0, lot.below(2)],
        minutes: [[0; 3]; 3],
        periods: [[0; 3]; 3],
        per_half_day: lot.pick(&[1, 2, 2, 3]),
        half_days: lot.pick(&[1, 2, 2, 3]),
        schools: lot.pick(&[1, 1, 2]),
        period_minutes: lot.pick(&[30, 60]),
        inside: lot.below(2) == 0,
        remote: [false, false, lot.below(2) == 0],
        counts: lot.pick(&[(0, 1), (1, 4), (1, 2), (1, 1)]),
    };
    let mut people = Vec::new();
    let loads = [4, 5, 6].map(|least| least + lot.below(3));
    for no in 0..2 + lot.below(2) {
        let (at, own) = (lot.pick(&[0, 1, 2]), lot.pick(&[0, 1, 2]));
        let mut one = teacher(SCHOOLS[at], SUBJECTS[own]);
        one.id = format!("t{no}");
        let mut may = [false; 3];
        may[own] = true;
        may[lot.pick(&[0, 1, 2])] = true;
        let held = (0..3).filter(|no| may[*no]).map(|no| subject(SUBJECTS[no]));
        one.certified_subjects = held.collect();
        match lot.below(12) {
            0 => one.role = Role::VicePrincipal,
            1 => one.protections.push(Protection::Pregnant),
            _ => {}
        }
        plain.people.push(Person {
            school: at,
            may,
            load: i64::try_from(loads[own]).unwrap(),
            free: one.role == Role::Teacher && one.protections.is_empty(),
        });
        people.push(one);
    }
    let mut roster = tiny::with(people);
    roster.load = (0..3)
        .map(|no| LoadLine {
            stage: Stage::Primary,
            subject: subject(SUBJECTS[no]),
            periods: u32::try_from(loads[no]).unwrap(),
        })
        .collect();
    tables(lot, &mut plain, &mut roster);
    let book = book(&plain);
    (plain, roster, book)
}

/// One class at each school, each in a grade of its own, and the ways between them.
fn tables(lot: &mut Lot, plain: &mut Plain, roster: &mut Roster) {
    if lot.below(4) == 0 {
        roster.schools[0].weak = true;
        plain.weight[0] = WEIGHTS.0;
    }
    for (no, at) in SCHOOLS.iter().enumerate() {
        roster.schools[at.0].district = Some(format!("d{}", plain.district[no]));
        let grade = u8::try_from(no + 1).unwrap();
        roster.classes.push(classes(*at, grade, &[30]));
        for (other, name) in SUBJECTS.iter().enumerate() {
            let periods = u32::try_from(lot.pick(&[0, 0, 1, 2, 3, 4])).unwrap();
            if periods > 0 {
                plain.periods[no][other] = i64::from(periods);
                roster.grid.push(GridLine {
                    grade,
                    subject: subject(name),
                    periods,
                });
            }
        }
        for (to, other) in SCHOOLS.iter().enumerate().skip(no + 1) {
            let minutes = lot.pick(&[0, 8, 20, 35, 50]);
            plain.minutes[no][to] = minutes;
            plain.minutes[to][no] = minutes;
            roster.travel.push(TravelTime {
                from: *at,
                to: *other,
                minutes: u32::try_from(minutes).unwrap(),
            });
        }
    }
}

fn book(plain: &Plain) -> RuleBook {
    let mut book = tiny::book(&[]);
    let (numer, denom) = plain.counts;
    let texts = [
        ("half_days_at_most", 'c', plain.half_days.to_string()),
        ("schools_at_most", 'c', plain.schools.to_string()),
        ("periods_per_half_day", 'c', plain.per_half_day.to_string()),
        ("period_minutes", 'c', plain.period_minutes.to_string()),
        ("minutes_at_most", 'c', LIMIT.to_string()),
        ("load_at_most", 's', "100%".to_owned()),
        ("to_schools", 'w', "city,town,village".to_owned()),
        ("remote_schools", 'w', "city,town,village".to_owned()),
        (
            "inside_district",
            'f',
            if plain.inside { "yes" } else { "no" }.to_owned(),
        ),
        (
            "remote_subjects",
            'w',
            if plain.remote[2] { "music" } else { "none" }.to_owned(),
        ),
        (
            "remote_counts",
            's',
            format!("{}%", (100 * numer).div_euclid(denom)),
        ),
    ];
    for (key, kind, text) in texts {
        tiny::add(&mut book, &[(&format!("{RULE}.{key}"), kind, &text)]);
    }
    // The enumeration knows certificates only.
    for key in ["any_of_stage", "part_time"] {
        let path = format!("teaching_posts.{key}");
        tiny::add(&mut book, &[(&path, 'w', "none")]);
    }
    for (key, weight) in [("village_weight", WEIGHTS.0), ("other_weight", WEIGHTS.1)] {
        let path = format!("teaching_posts.{key}");
        tiny::add(&mut book, &[(&path, 'c', &weight.to_string())]);
    }
    alone(&book, &[RULE])
}

/// Puts some people on posts of their schools; what they teach there is no gap and no spare time.
fn heads(lot: &mut Lot, plain: &mut Plain, facts: &Facts<'_>) -> Placement {
    let mut plan = Placement::empty(facts);
    // What a head teaches beside her office is no gap.
    for (who, parts) in &facts.beside_office {
        for (part, periods) in parts {
            let at = SUBJECTS.iter().position(|one| subject(one) == *part);
            let school = plain.people[who.0].school;
            plain.periods[school][at.unwrap()] -= i64::from(*periods);
        }
    }
    for (no, person) in plain.people.iter_mut().enumerate() {
        let who = TeacherNo(no);
        let profile = facts.profile(facts.stands(who).profile);
        let free: Vec<_> = facts
            .posts_of(SCHOOLS[person.school])
            .filter(|post| plan.fills[post.0].len() < facts.post(*post).number as usize)
            .filter(|post| profile.fit(facts.post(*post)).fills())
            .collect();
        if free.is_empty() || lot.below(2) == 0 {
            continue;
        }
        let post = lot.pick(&free);
        plan.fills[post.0].push(who);
        for (part, periods) in &facts.post(post).parts {
            let at = SUBJECTS.iter().position(|one| subject(one) == *part);
            let at = at.unwrap();
            if person.may[at] {
                person.load -= i64::from(*periods);
                plain.periods[person.school][at] -= i64::from(*periods);
            }
        }
    }
    plan
}

type Left = [[i64; 3]; 3];

impl Plain {
    fn reach(&self, from: usize, to: usize) -> bool {
        let inside = !self.inside || self.district[from] == self.district[to];
        inside && self.minutes[from][to] <= LIMIT
    }

    /// Every week of somebody, with as few half-days as it needs, and minutes on the road.
    fn weeks(&self, person: &Person) -> Vec<(Left, i64)> {
        let mut all = vec![([[0; 3]; 3], 0)];
        if !person.free {
            return all;
        }
        for school in 0..3 {
            for subject in 0..3 {
                let there = school == person.school || self.reach(person.school, school);
                if !there || !person.may[subject] {
                    continue;
                }
                let before = std::mem::take(&mut all);
                for (week, _) in before {
                    for periods in 0..=self.periods[school][subject] {
                        let mut more = week;
                        more[school][subject] = periods;
                        all.push((more, 0));
                    }
                }
            }
        }
        all.retain_mut(|(week, minutes)| {
            let (mut time, mut days, mut schools) = (0, 0, 0);
            for (school, subjects) in week.iter().enumerate() {
                let here: i64 = subjects.iter().sum();
                time += here;
                if here > 0 && school != person.school {
                    let trips = (here + self.per_half_day - 1).div_euclid(self.per_half_day);
                    let both_ways = 2 * self.minutes[person.school][school];
                    let road =
                        (both_ways + self.period_minutes - 1).div_euclid(self.period_minutes);
                    time += trips * road;
                    days += trips;
                    schools += 1;
                    *minutes += trips * both_ways;
                }
            }
            // Whoever has more on her post than her load takes on nothing.
            let fits = time == 0 || time <= person.load;
            fits && days <= self.half_days && schools <= self.schools
        });
        all
    }

    /// What stays open weighs, when as much of it as `remote` says is remote.
    fn weighs(&self, left: &Left, remote: &Left) -> i64 {
        let mut sum = 0;
        for school in 0..3 {
            for subject in 0..3 {
                let (left, remote) = (left[school][subject], remote[school][subject]);
                let (numer, denom) = self.counts;
                sum += self.weight[school] * (denom * left + (denom - numer) * remote);
            }
        }
        sum
    }

    /// The least that can stay open, and with that the fewest minutes.
    fn best(&self) -> (i64, i64) {
        let mut reached: BTreeMap<Left, i64> = BTreeMap::from([(self.periods, 0)]);
        for person in &self.people {
            let weeks = self.weeks(person);
            let mut next: BTreeMap<Left, i64> = BTreeMap::new();
            for (left, minutes) in &reached {
                for (week, more) in &weeks {
                    if let Some(left) = less(left, week) {
                        let known = next.entry(left).or_insert(i64::MAX);
                        *known = (minutes + more).min(*known);
                    }
                }
            }
            reached = next;
        }
        let ends = reached.iter().map(|(left, minutes)| {
            let (mut open, mut remote) = (*left, [[0; 3]; 3]);
            for school in 0..3 {
                for subject in (0..3).filter(|no| self.remote[*no]) {
                    remote[school][subject] = std::mem::take(&mut open[school][subject]);
                }
            }
            (self.weighs(&open, &remote), *minutes)
        });
        ends.min().unwrap()
    }

    /// The same of a plan, counted from its lists, and whether it covers some and leaves some open.
    fn counted(&self, plan: &Placement) -> ((i64, i64), bool) {
        let (mut left, mut remote) = (self.periods, [[0; 3]; 3]);
        for one in &plan.lessons {
            let (school, subject) = place(one.gap);
            left[school][subject] -= i64::from(one.periods);
        }
        for one in &plan.remote {
            let (school, subject) = place(one.gap);
            left[school][subject] -= i64::from(one.periods);
            remote[school][subject] += i64::from(one.periods);
        }
        let minutes = plan.trips.iter().map(|one| {
            let from = self.people[one.teacher.0].school;
            2 * self.minutes[from][one.school.0] * i64::from(one.half_days)
        });
        let open = left.iter().flatten().sum::<i64>() > 0;
        let both = open && !plan.lessons.is_empty();
        ((self.weighs(&left, &remote), minutes.sum()), both)
    }
}

fn less(left: &Left, week: &Left) -> Option<Left> {
    let mut new = *left;
    for (row, taken) in new.iter_mut().zip(week) {
        for (one, taken) in row.iter_mut().zip(taken) {
            *one -= taken;
        }
    }
    new.iter().flatten().all(|one| *one >= 0).then_some(new)
}

fn place(gap: Gap) -> (usize, usize) {
    let subject = SUBJECTS
        .iter()
        .position(|one| subject(one) == gap.subject)
        .unwrap();
    (gap.school.0, subject)
}

/// The proved lessons besides these posts, and the values of both goals.
fn solved(facts: &Facts<'_>, heads: &Placement) -> (Placement, (i64, i64)) {
    let goals = [GoalId::EmptyPosts, GoalId::Burden];
    let (mut plan, mut sums) = (heads.clone(), [0, 0]);
    for program in Lessons.programs(facts, heads) {
        let outcome = solve(&program.lp, &goals, &Options::default(), &Silent);
        assert_eq!(outcome.ended, Ended::Proved);
        program.read(&outcome.point.unwrap(), &mut plan);
        for (sum, goal) in sums.iter_mut().zip(&outcome.goals) {
            *sum += goal.value.unwrap();
        }
    }
    (plan, (sums[0], sums[1]))
}

#[test]
fn the_program_covers_as_much_as_enumeration_does() {
    let mut lot = Lot::new(20_260_901);
    let (mut telling, mut next_door) = (0, 0);
    for round in 0..ROUNDS {
        let (mut plain, roster, book) = drawn(&mut lot);
        let facts = Facts::new(&roster, &book);
        let heads = heads(&mut lot, &mut plain, &facts);
        let (plan, found) = solved(&facts, &heads);
        let (counted, both) = plain.counted(&plan);
        assert_eq!(found, plain.best(), "round {round}");
        assert_eq!(found, counted, "round {round}");
        let judged = audit(&facts, &plan);
        assert!(judged.findings.0.is_empty(), "{:?}", judged.findings);
        telling += usize::from(both);
        let door = |one: &lungang::facts::Trip| {
            plain.minutes[plain.people[one.teacher.0].school][one.school.0] == 0
        };
        next_door += usize::from(plan.trips.iter().any(door));
        // The same again, and with the rows of every table but that of people in another order.
        let mut turned = roster.clone();
        turned.grid.reverse();
        turned.travel.reverse();
        turned.load.reverse();
        turned.classes.reverse();
        assert_eq!(plan, solved(&facts, &heads).0, "round {round}");
        let other = Facts::new(&turned, &book);
        assert_eq!(plan, solved(&other, &heads).0, "round {round}");
    }
    println!("{telling} of {ROUNDS} cover some and leave some open, {next_door} next door");
    assert!(2 * telling >= ROUNDS, "only {telling}");
    assert!(next_door > 5, "only {next_door}");
}
