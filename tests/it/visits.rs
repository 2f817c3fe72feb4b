//! Visits and mentors against enumeration: in small counties drawn by lot nobody can send people, or
//! pair them, so that less is missing, or as little over fewer minutes.

use crate::patched::alone;
use crate::tiny::{self, Lot, NINE, POINT, TOWN, VILLAGE, classes, subject, teacher};
use lungang::audit::{Audit, audit};
use lungang::domain::{Backbone, Protection, Roster, SchoolNo, TravelTime};
use lungang::facts::values::mentor_pairs::RULE as MENTORS;
use lungang::facts::values::visiting_lessons::RULE as VISITS;
use lungang::facts::{Facts, Placement};
use lungang::plan::Ended;
use lungang::plan::secondary::{Mentors, Program, Secondary, Visits};
use lungang::policy::{GoalId, RuleBook};
use lungang::solve::{Options, Silent, solve};
use std::collections::BTreeMap;

const ROUNDS: usize = 80;
const SCHOOLS: [SchoolNo; 4] = [TOWN, VILLAGE, NINE, POINT];
/// Whether a school sends people; the others are visited.
const SENDS: [bool; 4] = [true, false, true, false];
const SUBJECTS: [&str; 4] = ["chinese", "music", "art", "pe"];
/// Groups of subjects by their places above.
const GROUPS: [&[usize]; 2] = [&[1, 2], &[3]];
const GRADES: [Backbone; 4] = [
    Backbone::None,
    Backbone::School,
    Backbone::County,
    Backbone::City,
];
const LIMIT: i64 = 40;

struct Person {
    school: usize,
    subjects: Vec<usize>,
    grade: Backbone,
    free: bool,
}

/// What a county was drawn as; nothing of it is read from the program.
struct Plain {
    people: Vec<Person>,
    minutes: [[Option<i64>; 4]; 4],
    closing: bool,
    circuits: i64,
    times: i64,
    most: i64,
    /// Circuits are asked of people, not of schools.
    by_person: bool,
}

/// One visit that is wanted: at which school or of which person, and for which group or none for a circuit.
#[derive(Clone, Copy)]
enum Want {
    At(usize, Option<usize>),
    Of(usize),
}

fn drawn(lot: &mut Lot, number: u64) -> (Plain, Roster) {
    let mut plain = Plain {
        people: Vec::new(),
        minutes: [[Some(0); 4]; 4],
        closing: lot.below(6) == 0,
        circuits: lot.pick(&[0, 1, 2]),
        times: lot.pick(&[0, 1, 2]),
        most: lot.pick(&[1, 2, 3]),
        by_person: lot.below(3) == 0,
    };
    let mut people = Vec::new();
    for no in 0..number {
        let (at, own) = (lot.pick(&[0, 0, 1, 2, 3]), lot.pick(&[0, 1, 2, 3]));
        let mut one = teacher(SCHOOLS[at], SUBJECTS[own]);
        one.id = format!("t{no}");
        one.backbone = lot.pick(&GRADES);
        let mut subjects = vec![own];
        if lot.below(3) == 0 {
            subjects.push(lot.pick(&[1, 2, 3]));
            one.more_subjects = vec![subject(SUBJECTS[subjects[1]])];
        }
        if lot.below(8) == 0 {
            one.protections.push(Protection::Pregnant);
        }
        plain.people.push(Person {
            school: at,
            subjects,
            grade: one.backbone,
            free: one.protections.is_empty(),
        });
        people.push(one);
    }
    let mut roster = tiny::with(people);
    roster.schools[VILLAGE.0].closing = plain.closing;
    for (no, at) in SCHOOLS.iter().enumerate() {
        roster.classes.push(classes(*at, 1, &[20]));
        for (to, other) in SCHOOLS.iter().enumerate().skip(no + 1) {
            let minutes = lot.pick(&[None, Some(5), Some(15), Some(15), Some(40), Some(41)]);
            plain.minutes[no][to] = minutes;
            plain.minutes[to][no] = minutes;
            if let Some(minutes) = minutes {
                roster.travel.push(TravelTime {
                    from: *at,
                    to: *other,
                    minutes: u32::try_from(minutes).unwrap(),
                });
            }
        }
    }
    (plain, roster)
}

/// How somebody may meet a want: at which place, where places are to be visited alike, and in how many minutes.
type Met = (Option<usize>, i64);

/// Ways to meet the wants one after the other, each by anybody who may or by nobody: the least that is
/// missing, with that the fewest at one place, and with that the fewest minutes.
fn best(
    wants: usize,
    people: usize,
    most: i64,
    may: &dyn Fn(usize, usize) -> Vec<Met>,
) -> [i64; 3] {
    type Reached = BTreeMap<(Vec<i64>, [i64; 4]), [i64; 2]>;
    let start = (vec![0; people], [0; 4]);
    let mut reached: Reached = BTreeMap::from([(start, [0, 0])]);
    for want in 0..wants {
        let mut next: Reached = BTreeMap::new();
        let mut add = |state: (Vec<i64>, [i64; 4]), cost: [i64; 2]| {
            let known = next.entry(state).or_insert(cost);
            *known = cost.min(*known);
        };
        for ((used, there), [missing, minutes]) in &reached {
            add((used.clone(), *there), [missing + 1, *minutes]);
            for who in (0..people).filter(|who| used[*who] < most) {
                for (place, more) in may(who, want) {
                    let (mut used, mut there) = (used.clone(), *there);
                    used[who] += 1;
                    if let Some(place) = place {
                        there[place] += 1;
                    }
                    add((used, there), [*missing, minutes + more]);
                }
            }
        }
        reached = next;
    }
    let all = reached.into_iter().map(|((_, there), [missing, minutes])| {
        let most = there.into_iter().max().unwrap_or(0);
        [missing, most, minutes]
    });
    all.min().unwrap()
}

/// The proved point and the values of its first three goals.
fn solved(program: &Program) -> (Vec<i64>, [i64; 3]) {
    let goals = [
        GoalId::EmptyPosts,
        GoalId::Gaps,
        GoalId::Burden,
        GoalId::Canonical,
    ];
    assert_eq!(program.goals, goals);
    let outcome = solve(&program.lp, &goals, &Options::default(), &Silent);
    assert_eq!(outcome.ended, Ended::Proved);
    let value = |at: usize| outcome.goals[at].value.unwrap();
    (outcome.point.clone().unwrap(), [0, 1, 2].map(value))
}

/// What is missing is all that the auditor names, and by as much.
fn only_missing(judged: &Audit, codes: &[&str], missing: i64) {
    let found: Vec<_> = judged.findings.0.iter().map(|one| one.code.id).collect();
    assert!(found.iter().all(|one| codes.contains(one)), "{found:?}");
    assert_eq!(judged.rules[0].shortfall, missing);
}

impl Plain {
    /// Schools that are visited.
    fn visited(&self) -> impl Iterator<Item = usize> {
        (0..4).filter(|no| !SENDS[*no] && (*no != VILLAGE.0 || !self.closing))
    }

    fn goes_on_circuit(&self, who: usize) -> bool {
        let one = &self.people[who];
        one.free && SENDS[one.school] && one.grade >= Backbone::County
    }

    /// Single visits that are wanted.
    fn wants(&self) -> Vec<Want> {
        let mut all = Vec::new();
        for school in self.visited() {
            if !self.by_person {
                all.extend((0..self.circuits).map(|_| Want::At(school, None)));
            }
            for (group, subjects) in GROUPS.iter().enumerate() {
                let teaches = |one: &Person| one.subjects.iter().any(|no| subjects.contains(no));
                let mut here = self.people.iter().filter(|one| one.school == school);
                if !here.any(teaches) {
                    all.extend((0..self.times).map(|_| Want::At(school, Some(group))));
                }
            }
        }
        let go = (0..self.people.len()).filter(|who| self.by_person && self.goes_on_circuit(*who));
        all.extend(go.flat_map(|who| (0..self.circuits).map(move |_| Want::Of(who))));
        all
    }

    fn visits(&self, who: usize, want: Want) -> Vec<Met> {
        let one = &self.people[who];
        let near = |school: usize| {
            let minutes = self.minutes[one.school][school]?;
            (minutes <= LIMIT).then_some(minutes)
        };
        let way = match want {
            // Any school that is visited will do.
            Want::Of(person) => {
                let schools = self.visited().filter(|_| person == who);
                let ways = schools.filter_map(|no| Some((Some(no), near(no)?)));
                return ways.collect();
            }
            Want::At(school, None) => near(school).filter(|_| self.goes_on_circuit(who)),
            Want::At(school, Some(group)) => {
                let fits = one.subjects.iter().any(|no| GROUPS[group].contains(no));
                near(school).filter(|_| one.free && SENDS[one.school] && fits)
            }
        };
        way.map(|way| (None, way)).into_iter().collect()
    }

    fn guides(&self, mentor: usize, who: usize) -> Option<i64> {
        let (a, b) = (&self.people[mentor], &self.people[who]);
        let fits = a.grade >= Backbone::County && a.subjects[0] == b.subjects[0];
        let minutes = self.minutes[a.school][b.school].unwrap_or(24 * 60);
        (SENDS[a.school] && fits).then_some(minutes)
    }
}

fn visits_book(plain: &Plain) -> RuleBook {
    let mut book = tiny::book(&[]);
    for (key, kind, text) in [
        ("from_schools", 'w', "town".to_owned()),
        ("to_schools", 'w', "village".to_owned()),
        ("level", 'w', "county".to_owned()),
        ("circuits_per_term", 'c', plain.circuits.to_string()),
        (
            "count_by",
            'w',
            if plain.by_person { "person" } else { "school" }.to_owned(),
        ),
        ("groups", 'g', "music,art;pe".to_owned()),
        ("visits_per_term", 'c', plain.times.to_string()),
        ("per_person_at_most", 'c', plain.most.to_string()),
        ("minutes_at_most", 'c', LIMIT.to_string()),
    ] {
        tiny::add(&mut book, &[(&format!("{VISITS}.{key}"), kind, &text)]);
    }
    alone(&book, &[VISITS])
}

#[test]
fn as_many_visits_are_made_as_enumeration_finds() {
    let mut lot = Lot::new(20_260_902);
    let mut telling = 0;
    for round in 0..ROUNDS {
        let number = 4 + lot.below(2);
        let (plain, roster) = drawn(&mut lot, number);
        let book = visits_book(&plain);
        let facts = Facts::new(&roster, &book);
        let mut plan = Placement::empty(&facts);
        let program = Visits.programs(&facts, &plan).remove(0);
        let (point, found) = solved(&program);
        program.read(&point, &mut plan);
        let wants = plain.wants();
        let may = |who: usize, want: usize| plain.visits(who, wants[want]);
        let best = best(wants.len(), plain.people.len(), plain.most, &may);
        assert_eq!(found, best, "round {round}");
        let made: u32 = plan.visits.iter().map(|one| one.times).sum();
        assert_eq!(
            i64::from(made) + best[0],
            i64::try_from(wants.len()).unwrap()
        );
        only_missing(&audit(&facts, &plan), &["R34", "R34d"], best[0]);
        telling += usize::from(made > 0 && best[0] > 0);
    }
    println!("{telling} of {ROUNDS} make some visits and lack some");
    assert!(4 * telling >= ROUNDS, "only {telling}");
}

#[test]
fn as_many_have_a_mentor_as_enumeration_finds() {
    let mut lot = Lot::new(20_260_903);
    let mut telling = 0;
    for round in 0..ROUNDS {
        let number = 7 + lot.below(3);
        let (mut plain, roster) = drawn(&mut lot, number);
        plain.most = lot.pick(&[1, 1, 2]);
        let mut book = tiny::book(&[]);
        for (key, kind, text) in [
            ("from_schools", 'w', "town"),
            ("to_schools", 'w', "village"),
            ("mentor_level", 'w', "county"),
            ("village_level", 'w', "school"),
            ("per_mentor_at_most", 'c', &plain.most.to_string()),
        ] {
            tiny::add(&mut book, &[(&format!("{MENTORS}.{key}"), kind, text)]);
        }
        let book = alone(&book, &[MENTORS]);
        let facts = Facts::new(&roster, &book);
        let mut plan = Placement::empty(&facts);
        let program = Mentors.programs(&facts, &plan).remove(0);
        let (point, found) = solved(&program);
        program.read(&point, &mut plan);
        let wanting = |no: &usize| {
            let one = &plain.people[*no];
            !SENDS[one.school] && one.grade >= Backbone::School
        };
        let wants: Vec<usize> = (0..plain.people.len()).filter(wanting).collect();
        let may = |mentor: usize, want: usize| {
            let way = plain.guides(mentor, wants[want]);
            way.map(|way| (None, way)).into_iter().collect()
        };
        let best = best(wants.len(), plain.people.len(), plain.most, &may);
        assert_eq!(found, best, "round {round}");
        assert_eq!(
            plan.pairs.len() + usize::try_from(best[0]).unwrap(),
            wants.len()
        );
        only_missing(&audit(&facts, &plan), &["R35"], best[0]);
        telling += usize::from(!plan.pairs.is_empty() && best[0] > 0);
    }
    println!("{telling} of {ROUNDS} guide some and leave some alone");
    assert!(8 * telling >= ROUNDS, "only {telling}");
}
