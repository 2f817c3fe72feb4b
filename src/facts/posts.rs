//! From periods to teaching posts (学科岗位): classes × grid ÷ load, whole posts and combined posts.
//!
//! `periods[s,g,k] = Σ_grade classes[s,grade] · grid[grade,k]` weekly periods of subject `k` at
//! school `s` and stage `g`. Of a subject with a certificate of its own: `⌊periods / load[g,k]⌋` whole
//! posts of `load[g,k]` periods, a few more where that leaves nothing over; the remainders are bundled into combined posts (兼课岗) in `bundle`. What
//! any teacher of the stage may teach makes no posts of its own: it tops those up in `open_periods`.

use super::bundle::{Piece, bundle};
use super::class_taught::is_class_taught;
use super::form_teachers::{Led, form_teachers, led};
use super::leaders::Exchange;
use super::must_open::mark_must_open;
use super::offices::{Parts, capacity_at, leads, own_load, take_beside};
use super::open_periods::{alone, top_up};
use super::post::{Gap, Post, Reckoning};
use super::rights::Rights;
use super::scraps::{spare, take_scraps};
use super::values::{move_worth, must_open_subjects, teaching_posts, village_subjects};
use super::{Eligibility, Profile};
use crate::domain::{
    ClassGroup, GivenPost, GridLine, Role, Roster, SchoolNo, Stage, Subject, Teacher, TeacherNo,
};
use crate::policy::{Force, RuleBook, Share};
use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Who teaches what next year, before anybody is on a post.
#[derive(Debug, Default)]
pub(super) struct Demand {
    /// Posts of every school, sorted.
    pub(super) posts: Vec<Post>,
    /// The periods that are in none of them.
    pub(super) unplanned: Vec<(Gap, u32)>,
    /// What heads and deputy heads teach beside their office.
    pub(super) beside_office: BTreeMap<TeacherNo, Parts>,
    /// What leading a class takes off the loads of each school.
    pub(super) led: Led,
}

/// Who will be at each school when nothing is decided.
fn at_base<'a>(
    standing: &[Eligibility],
    profiles: &'a [Profile],
) -> BTreeMap<SchoolNo, Vec<&'a Profile>> {
    let mut people: BTreeMap<SchoolNo, Vec<&Profile>> = BTreeMap::new();
    for stand in standing {
        if let Some(base) = stand.base {
            let here = people.entry(base).or_default();
            here.push(&profiles[stand.profile.0]);
        }
    }
    people
}

/// Next year's posts of every school, and what is in none of them. Schools that close have none.
pub(super) fn posts(
    roster: &Roster,
    book: &RuleBook,
    rights: &Rights,
    (standing, exchange): (&[Eligibility], &Exchange),
    profiles: &[Profile],
) -> Demand {
    let people = at_base(standing, profiles);
    let given: BTreeSet<_> = roster.given_posts.iter().map(|post| post.school).collect();
    let mut sites: BTreeMap<(SchoolNo, Stage), Vec<&ClassGroup>> = BTreeMap::new();
    for group in &roster.classes {
        if let Some(stage) = Stage::of_grade(group.grade) {
            sites.entry((group.school, stage)).or_default().push(group);
        }
    }
    let offices = offices(roster, standing, exchange);
    let mut demand = Demand::default();
    for ((school, stage), groups) in sites {
        if given.contains(&school) || roster.school(school).closing {
            continue;
        }
        let site = Site {
            roster,
            book,
            rights,
            school,
            stage,
            groups,
            county: profiles,
        };
        let (mut made, left) = if is_class_taught(roster, book, school, stage) {
            site.class_posts()
        } else {
            let people = people.get(&school).map_or(&[][..], Vec::as_slice);
            let offices = offices.get(&(school, stage)).map_or(&[][..], Vec::as_slice);
            site.subject_posts(people, offices, &mut demand.beside_office)
        };
        mark_must_open(book, &mut made);
        demand.posts.append(&mut made);
        let gap = |subject| Gap {
            school,
            stage,
            subject,
        };
        let unplanned = &mut demand.unplanned;
        unplanned.extend(left.into_iter().map(|(one, periods)| (gap(one), periods)));
    }
    let stated = roster.given_posts.iter();
    let stated = stated.filter(|post| !roster.school(post.school).closing);
    demand.posts.extend(stated.map(|given| {
        let site = Site {
            roster,
            book,
            rights,
            school: given.school,
            stage: given.stage,
            groups: Vec::new(),
            county: profiles,
        };
        site.as_stated(given)
    }));
    demand.unplanned.sort_unstable();
    demand.led = led(roster, &demand.posts);
    demand.posts = merge(demand.posts);
    demand
}

/// Who holds an office, or is away for part of the year, at a stage of the school where she stays or to which she is
/// exchanged, the highest office first.
fn offices<'a>(
    roster: &'a Roster,
    standing: &[Eligibility],
    exchange: &Exchange,
) -> BTreeMap<(SchoolNo, Stage), Vec<(TeacherNo, &'a Teacher)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (no, stand) in roster.teacher_nos().zip(standing) {
        let one = roster.teacher(no);
        let fewer = one.role > Role::Teacher || (one.part().is_some() && one.is_fit_to_teach());
        if fewer && stand.base == Some(one.work_school) {
            let at = exchange.get(&no).copied().unwrap_or(one.work_school);
            let here = all.entry((at, one.stage)).or_default();
            here.push((no, one));
        }
    }
    for people in all.values_mut() {
        people.sort_by_key(|(no, one)| (Reverse(one.role), *no));
    }
    all
}

/// Posts alike become one kind, sorted by school, stage and parts. However they were reckoned: a plan
/// names posts by nothing else.
fn merge(posts: Vec<Post>) -> Vec<Post> {
    let mut kinds: BTreeMap<_, Post> = BTreeMap::new();
    for one in posts.into_iter().filter(|one| one.number > 0) {
        let key = (one.school, one.stage, one.parts.clone(), one.must_open);
        match kinds.entry(key) {
            Entry::Vacant(place) => {
                place.insert(one);
            }
            Entry::Occupied(mut place) => {
                let kind = place.get_mut();
                kind.number += one.number;
                kind.how = kind.how.max(one.how);
            }
        }
    }
    kinds.into_values().collect()
}

/// A stage of a school with its classes, for which the grid, the loads and the policy ask posts.
struct Site<'a> {
    roster: &'a Roster,
    book: &'a RuleBook,
    rights: &'a Rights,
    school: SchoolNo,
    stage: Stage,
    groups: Vec<&'a ClassGroup>,
    /// Every profile of the county and of the recruits.
    county: &'a [Profile],
}

/// Posts, and the periods of subjects that are in none.
type Reckoned = (Vec<Post>, Vec<(Subject, u32)>);

impl<'a> Site<'a> {
    /// Subjects and weekly periods of a grade.
    fn grid(&self, grade: u8) -> impl Iterator<Item = &'a GridLine> {
        let lines = self.roster.grid.iter();
        lines.filter(move |line| line.grade == grade)
    }

    /// Weekly periods of a full-time teacher.
    fn load(&self, subject: Subject) -> Option<u32> {
        self.roster.standard_load(self.stage, subject)
    }

    fn post(&self, parts: Vec<(Subject, u32)>, number: u32, how: Reckoning) -> Post {
        let school = self.roster.school(self.school);
        let least = |part: &(Subject, u32)| self.rights.least(school, self.stage, part.0);
        let periods: u32 = parts.iter().map(|part| part.1).sum();
        let filled_from = self.book.get(teaching_posts::FILLED_FROM);
        let enough = filled_from.ceil_of(i64::from(periods));
        let mut post = Post {
            school: self.school,
            stage: self.stage,
            ways: parts.iter().map(least).collect(),
            parts,
            number,
            must_open: false,
            how,
            load: periods,
            enough: u32::try_from(enough).unwrap_or(periods),
            worth: 0,
            far: 0,
        };
        let load = if post.is_open() {
            let loads = post.parts.iter().filter_map(|part| self.load(part.0));
            loads.max().or_else(|| self.load_of_chinese())
        } else {
            post.main().and_then(|main| self.load(main))
        };
        post.load = load.unwrap_or(periods);
        let of_load = |share: Share| {
            let least = share.ceil_of(i64::from(post.load));
            u32::try_from(least).unwrap_or(post.load)
        };
        post.worth = of_load(self.book.get(move_worth::LOAD_AT_LEAST));
        post.far = of_load(self.book.get(move_worth::FAR_LOAD_AT_LEAST));
        post
    }

    /// The officer's own post, with her own word on whether it must be opened.
    fn as_stated(&self, given: &GivenPost) -> Post {
        let mut parts = given.parts.clone();
        parts.sort_unstable();
        let must_open = given.must_open;
        let post = self.post(parts, given.number, Reckoning::Given);
        Post { must_open, ..post }
    }

    fn load_of_chinese(&self) -> Option<u32> {
        Subject::find("chinese").and_then(|one| self.load(one))
    }

    /// One post per class, of all periods of its grade: whoever takes a class (包班) takes the whole of it.
    fn class_posts(&self) -> Reckoned {
        let mut made = Vec::new();
        for group in &self.groups {
            let number = group.number();
            let periods: u32 = self.grid(group.grade).map(|line| line.periods).sum();
            if periods > 0 && number > 0 {
                let parts = vec![(Subject::WHOLE_CLASS, periods)];
                made.push(self.post(parts, number, Reckoning::Class));
            }
        }
        (made, Vec::new())
    }

    /// Whole posts by subject, the remainders bundled and topped up, and posts of open periods alone.
    fn subject_posts(
        &self,
        people: &[&Profile],
        offices: &[(TeacherNo, &Teacher)],
        beside: &mut BTreeMap<TeacherNo, Parts>,
    ) -> Reckoned {
        let mut periods: BTreeMap<Subject, u32> = BTreeMap::new();
        for group in &self.groups {
            for line in self.grid(group.grade) {
                *periods.entry(line.subject).or_default() += line.periods * group.number();
            }
        }
        let mut small = self.office_posts(offices, &mut periods, beside);
        let classes = self.groups.iter().map(|group| group.number()).sum();
        let form = form_teachers(self.book, classes, &mut periods, |one| self.load(one));
        let form = form.into_iter();
        small.extend(form.map(|part| self.post(vec![part], 1, Reckoning::FormTeacher)));
        let is_open = |subject: &Subject| self.rights.is_open(self.stage, *subject);
        let (open, closed): (BTreeMap<_, _>, BTreeMap<_, _>) = periods
            .into_iter()
            .partition(|(subject, _)| is_open(subject));
        let (mut made, pieces, mut left) = self.whole_and_rest(closed);
        let whole: Vec<&Post> = made.iter().chain(&small).collect();
        let spare = spare(people, &whole);
        let mut combined = bundle(self.book, self.stage, &pieces, (people, &spare));
        if !self.keeps_all() {
            let post = |parts: &Parts| self.post(parts.clone(), 1, Reckoning::Combined);
            let scraps = take_scraps(&mut combined, post, spare, (people, self.county));
            left.extend(scraps.into_iter().flatten());
        }
        let mut open: Vec<_> = open.into_iter().collect();
        let here: BTreeSet<Subject> = people.iter().map(|one| one.own).collect();
        let load = |subject| self.load(subject);
        top_up(&mut combined, &mut open, (load, &here));
        let combined = combined.into_iter();
        made.extend(combined.map(|parts| self.post(parts, 1, Reckoning::Combined)));
        let loads = open.iter().filter_map(|part| self.load(part.0));
        let load = loads.max().or_else(|| self.load_of_chinese()).unwrap_or(0);
        // Less than a full load is shared out by whoever is there: nobody is moved for it.
        let least = if self.keeps_all() {
            let least = self.book.get(teaching_posts::REMAINDER_FROM);
            u32::try_from(least.ceil_of(i64::from(load))).unwrap_or(load)
        } else {
            load
        };
        let alone = alone(&mut open, load, least);
        let alone = alone.into_iter();
        made.extend(alone.map(|parts| self.post(parts, 1, Reckoning::Open)));
        made.append(&mut small);
        left.extend(open);
        left.sort_unstable();
        (made, left)
    }

    /// Whether every remainder makes a post: the policy says so, or that some subject must be opened whatever it
    /// takes, or nothing of what a move is worth.
    fn keeps_all(&self) -> bool {
        let rules = [must_open_subjects::RULE, village_subjects::RULE];
        let mut rules = rules.iter();
        self.book.get(teaching_posts::EVERY_REMAINDER)
            || !self.book.is_on(move_worth::RULE)
            || rules.any(|rule| self.book.force(*rule) == Force::Must)
    }

    /// Whole posts of subjects with a certificate of their own, the remainders that may make a post, and those too
    /// small for that.
    fn whole_and_rest(&self, closed: BTreeMap<Subject, u32>) -> (Vec<Post>, Vec<Piece>, Parts) {
        let remainder_from = self.book.get(teaching_posts::REMAINDER_FROM);
        let (mut made, mut pieces, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for (subject, weekly) in closed {
            let Some(load) = self.load(subject) else {
                continue;
            };
            let most = self.book.get(teaching_posts::COMBINED_LOAD);
            let most = most.floor_of(i64::from(load));
            let most = u32::try_from(most).unwrap_or(load);
            let (sizes, rest) = whole_posts(weekly, load, most);
            let sizes = sizes.into_iter().filter(|(_, number)| *number > 0);
            made.extend(
                sizes.map(|(size, number)| {
                    self.post(vec![(subject, size)], number, Reckoning::Whole)
                }),
            );
            if rest > 0 && i64::from(rest) >= remainder_from.ceil_of(i64::from(load)) {
                pieces.push(Piece {
                    subject,
                    periods: rest,
                    load,
                });
            } else if rest > 0 {
                left.push((subject, rest));
            }
        }
        (made, pieces, left)
    }

    /// What holders of an office teach is taken off: a head or deputy head holds no post, a head of section and
    /// whoever is away for part of the year have a smaller one.
    fn office_posts(
        &self,
        offices: &[(TeacherNo, &Teacher)],
        periods: &mut BTreeMap<Subject, u32>,
        beside: &mut BTreeMap<TeacherNo, Parts>,
    ) -> Vec<Post> {
        let mut made = Vec::new();
        for &(no, one) in offices {
            let standard = own_load(self.roster, one).map_or(0, i64::from);
            let room = capacity_at(self.roster, self.book, (one, self.school), standard);
            let room = u32::try_from(room).unwrap_or(0);
            if !one.is_fit_to_teach() {
                continue;
            }
            let own = (self.rights, self.stage, one.subject);
            let mut parts = take_beside(periods, own, room);
            if leads(self.roster, self.book, one, self.school) {
                beside.insert(no, parts);
            } else if !parts.is_empty() {
                parts.sort_unstable();
                let how = if one.part().is_some() {
                    Reckoning::Part
                } else {
                    Reckoning::Office
                };
                made.push(self.post(parts, 1, how));
            }
        }
        made
    }
}

/// Whole posts of a subject, by size, with what is left: a remainder that the colleagues of the subject can
/// share out among themselves without anybody having more than the largest load makes no post of its own.
fn whole_posts(weekly: u32, load: u32, most: u32) -> ([(u32, u32); 2], u32) {
    let (number, rest) = (weekly.div_euclid(load), weekly.rem_euclid(load));
    let room = most.saturating_sub(load);
    if rest == 0 || rest > number * room {
        return ([(load, number), (0, 0)], rest);
    }
    // As even as it goes: one period more for some of them.
    let (each, over) = (rest.div_euclid(number), rest.rem_euclid(number));
    let sizes = [(load + each, number - over), (load + each + 1, over)];
    (sizes, 0)
}
