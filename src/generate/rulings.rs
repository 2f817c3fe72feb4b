//! What the officer has decided before the plan is made: somebody who must go, somebody who must stay,
//! and somebody who must not be sent to a certain school.

use super::Options;
use super::draw::Draw;
use super::grid::Curriculum;
use super::people::Staff;
use super::seat::{Seat, Tier};
use super::when::{september, today, years};
use crate::domain::{Backbone, Employment, Role, SchoolNo, Sex, Stage, Status, Subject, Teacher};
use std::collections::{BTreeMap, BTreeSet};

/// Who decides such things in a county.
const AUTHOR: &str = "教育局人事科";
const GOES: &str = "本人自愿报名，已与两校商定";
const STAYS: &str = "承担校内教研和青年教师培养，本学年留任";
const NOT_THERE: &str = "近亲属在该校任职，按规定回避";

/// The officer's decisions as they stand in `scenario.toml`, one of each kind for every four hundred people;
/// none where nobody is fit for one.
pub(super) fn text(seats: &[Seat], staff: &Staff, options: &Options) -> String {
    let county = County::new(seats, staff);
    let mut settled = county.settled();
    Draw::new(options.seed, 10).shuffle(&mut settled);
    let number = staff.teachers.len().div_ceil(400);
    let mut text = String::new();
    // Of so few who go at all, none is named where there are not eighty people.
    let few = staff.teachers.len() < 80;
    let goes = county.goes(if few { 0 } else { number });
    settled.retain(|who| goes.iter().all(|one| one.0 != *who));
    for (who, to) in goes {
        text.push_str(&county.entry("pins", who, to, GOES));
    }
    for who in settled.drain(..number.min(settled.len())) {
        let home = staff.teachers[who].quota_school;
        text.push_str(&county.entry("pins", who, home, STAYS));
    }
    let kin = settled
        .iter()
        .filter_map(|who| Some((*who, county.kin(*who)?)));
    for (who, school) in kin.take(number) {
        text.push_str(&county.entry("bans", who, school, NOT_THERE));
    }
    text
}

/// Schools are near each other within half a degree along both axes together, some forty kilometres.
const NEAR: f64 = 0.5;

/// The county as it was drawn.
struct County<'a> {
    seats: &'a [Seat],
    staff: &'a Staff,
    /// People of a stage and main subject whom a school has beyond what it needs, thousandths; below
    /// nought where it needs more.
    spare: BTreeMap<(Stage, Subject), BTreeMap<SchoolNo, i64>>,
}

/// On quota and at work at the own school, without office, bond and protection, and not about to apply for a
/// title.
fn is_free(one: &Teacher) -> bool {
    one.employment == Employment::OnQuota
        && one.status == Status::Active
        && one.role == Role::Teacher
        && one.work_school == one.quota_school
        && one.protections.is_empty()
        && one.applies_for.is_none()
        && one.bond_until.is_none()
        && one.ethics_ok
}

impl<'a> County<'a> {
    fn new(seats: &'a [Seat], staff: &'a Staff) -> Self {
        let plan = Curriculum::national();
        let mut spare: BTreeMap<_, BTreeMap<_, i64>> = BTreeMap::new();
        for (no, seat) in seats.iter().enumerate() {
            let subjects = plan.grid.iter().filter_map(|line| {
                let stage = Stage::of_grade(line.grade)?;
                Some((stage, line.subject))
            });
            for key in subjects.collect::<BTreeSet<_>>() {
                let need = seat.need(&plan, |stage, subject| (stage, subject) == key);
                let need = i64::try_from(need).unwrap_or(i64::MAX);
                *spare
                    .entry(key)
                    .or_default()
                    .entry(SchoolNo(no))
                    .or_default() -= need;
            }
        }
        let at_work = staff.teachers.iter();
        for one in at_work.filter(|one| one.status == Status::Active) {
            let key = (one.stage, one.subject);
            let here = spare.entry(key).or_default();
            *here.entry(one.work_school).or_default() += 1000;
        }
        Self {
            seats,
            staff,
            spare,
        }
    }

    /// One decision, with its reason and its author.
    fn entry(&self, head: &str, who: usize, school: SchoolNo, reason: &str) -> String {
        let teacher = &self.staff.teachers[who].id;
        let school = &self.seats[school.0].school.id;
        format!(
            "\n[[{head}]]\nteacher = \"{teacher}\"\nschool = \"{school}\"\nreason = \"{reason}\"\nauthor = \"{AUTHOR}\"\n"
        )
    }

    /// Whoever could be moved by the usual conditions: long enough at the school besides, and far from
    /// retirement.
    fn settled(&self) -> Vec<usize> {
        let is = |one: &Teacher| {
            let age = today().months_since(one.birth).div_euclid(12);
            let oldest = if one.sex == Sex::Female { 45 } else { 50 };
            let since = one.at_school_since;
            is_free(one) && years(one) >= 8 && since <= september(2020) && age < oldest
        };
        let all = self.staff.teachers.iter().enumerate();
        all.filter(|(_, one)| is(one)).map(|(no, _)| no).collect()
    }

    /// Volunteers of the seat and of towns whom their school can spare, and a village school of their wish:
    /// first where their subject is short, then backbone teachers, then the nearest. Nobody and no school is
    /// named twice.
    fn goes(&self, number: usize) -> Vec<(usize, SchoolNo)> {
        let mut found: Vec<((bool, bool), f64, usize, SchoolNo)> = Vec::new();
        let people = self.staff.teachers.iter().enumerate();
        for (who, one) in people.filter(|(_, one)| one.volunteer && is_free(one)) {
            let (home, key) = (one.quota_school, (one.stage, one.subject));
            let at = |school| self.spare.get(&key).and_then(|here| here.get(school));
            let spare = at(&home).is_some_and(|spare| *spare >= 500);
            let near = |to: &&SchoolNo| {
                let seat = &self.seats[to.0];
                seat.tier == Tier::Village && seat.heads > 3 && self.apart(home, **to) < NEAR
            };
            let town = self.seats[home.0].tier < Tier::Village;
            for to in one.wishes.iter().filter(|_| spare && town).filter(near) {
                let short = at(to).is_some_and(|spare| *spare < 0);
                let rank = (!short, one.backbone < Backbone::County);
                found.push((rank, self.apart(home, *to), who, *to));
            }
        }
        found.sort_by(|a, b| {
            let place = a.1.total_cmp(&b.1);
            a.0.cmp(&b.0).then(place).then((a.2, a.3).cmp(&(b.2, b.3)))
        });
        let mut named: Vec<(usize, SchoolNo)> = Vec::new();
        for (.., who, to) in found {
            let again = named.iter().any(|one| one.0 == who || one.1 == to);
            if !again && named.len() < number {
                named.push((who, to));
            }
        }
        named
    }

    /// Another school of a person's stage where somebody of the same surname works, unless hardly anybody
    /// else could be sent there for a subject.
    fn kin(&self, who: usize) -> Option<SchoolNo> {
        let people = &self.staff.teachers;
        let one = &people[who];
        let kin = people.iter().find(|other| {
            other.quota_school != one.quota_school
                && other.name.chars().next() == one.name.chars().next()
                && self.seats[other.quota_school.0].school.teaches(one.stage)
        })?;
        let stages = self.seats[kin.quota_school.0].school.kind.stages();
        let few = |subject: Subject| {
            stages.iter().any(|stage| {
                let able = people.iter().filter(|other| {
                    let stages = &other.certified_stages;
                    other.status == Status::Active
                        && other.subjects().contains(&subject)
                        && (other.stage == *stage || stages.contains(stage))
                });
                able.count() < 3
            })
        };
        let left = !one.subjects().into_iter().any(few);
        left.then_some(kin.quota_school)
    }

    /// How far two schools are apart, degrees along both axes; far where it is not known.
    fn apart(&self, one: SchoolNo, other: SchoolNo) -> f64 {
        let place = |no: SchoolNo| self.seats[no.0].school.place;
        let both = place(one).zip(place(other));
        both.map_or(f64::MAX, |(one, other)| {
            (one.0 - other.0).abs() + (one.1 - other.1).abs()
        })
    }
}
