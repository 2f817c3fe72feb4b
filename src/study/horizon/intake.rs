//! Classes one year on: every grade moves up, entry grades are filled by the forecast.
//!
//! A group of grade `g` becomes grade `g + 1` of the same school; the last grade of a stage leaves.
//! Where a school that has a central school does not teach the next grade of its stage, those pupils
//! go to the central school and are spread over its classes. The intake of an entry grade is what the
//! forecast says; without one grade 7 grows from grade 6, and other entry grades are as the year before.

use crate::domain::{ClassGroup, Roster, SchoolNo, Stage, length, year_start};
use crate::facts::merging::fewest_classes;
use crate::policy::RuleBook;
use std::collections::BTreeMap;

/// Lowest and highest grade of every school and stage in the first year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shape(BTreeMap<(SchoolNo, Stage), (u8, u8)>);

type Grades = BTreeMap<(SchoolNo, u8), Vec<u32>>;

impl Shape {
    /// The shape of a county as it stands.
    pub(super) fn of(roster: &Roster) -> Self {
        let mut shape: BTreeMap<_, (u8, u8)> = BTreeMap::new();
        for group in &roster.classes {
            if let Some(stage) = Stage::of_grade(group.grade) {
                let key = (group.school, stage);
                let span = shape.entry(key).or_insert((group.grade, group.grade));
                *span = (span.0.min(group.grade), span.1.max(group.grade));
            }
        }
        Self(shape)
    }

    /// The classes of the school year that begins in `year`.
    pub(super) fn next(&self, roster: &Roster, book: &RuleBook, year: u32) -> Vec<ClassGroup> {
        let mut now = Grades::new();
        for group in &roster.classes {
            if !roster.school(group.school).closing {
                let key = (group.school, group.grade);
                now.entry(key).or_default().extend(&group.pupils);
            }
        }
        let mut next = self.moved_up(roster, book, &now);
        self.admit(roster, book, year, &now, &mut next);
        let groups = next.into_iter().filter(|one| !one.1.is_empty());
        let groups = groups.map(|((school, grade), mut pupils)| {
            pupils.sort_unstable_by(|a, b| b.cmp(a));
            ClassGroup {
                school,
                grade,
                pupils,
            }
        });
        groups.collect()
    }

    fn moved_up(&self, roster: &Roster, book: &RuleBook, now: &Grades) -> Grades {
        let (mut next, mut sent) = (Grades::new(), BTreeMap::<(SchoolNo, u8), u32>::new());
        for (&(school, grade), pupils) in now {
            let (stage, up) = (Stage::of_grade(grade), grade + 1);
            let Some(stage) = stage.filter(|stage| Stage::of_grade(up) == Some(*stage)) else {
                continue;
            };
            let highest = self.0.get(&(school, stage)).map(|span| span.1);
            match central(roster, school, stage) {
                Some(to) if highest.is_some_and(|highest| grade >= highest) => {
                    *sent.entry((to, up)).or_default() += pupils.iter().sum::<u32>();
                }
                _ => {
                    next.insert((school, up), pupils.clone());
                }
            }
        }
        for (key, pupils) in sent.into_iter().filter(|one| one.1 > 0) {
            let own = next.entry(key).or_default();
            let total = own.iter().sum::<u32>() + pupils;
            let now = length(own.len());
            let classes = fewest_classes(book, key.1, total).max(now);
            *own = ClassGroup::evenly(total, classes);
        }
        next
    }

    fn admit(&self, roster: &Roster, book: &RuleBook, year: u32, now: &Grades, next: &mut Grades) {
        let from_below = grown(book, now);
        for no in roster.school_nos().filter(|no| !roster.school(*no).closing) {
            for stage in roster.school(no).kind.stages() {
                let entry = stage.entry_grade();
                let here = (no, year, entry);
                let mut forecast = roster.forecast.iter();
                if let Some(one) = forecast.find(|one| (one.school, one.year, one.grade) == here) {
                    let fewest = || fewest_classes(book, entry, one.pupils);
                    let classes = one.classes.unwrap_or_else(fewest);
                    next.insert((no, entry), ClassGroup::evenly(one.pupils, classes));
                    continue;
                }
                if let Some(pupils) = from_below.get(&(no, entry)) {
                    next.insert((no, entry), pupils.clone());
                    continue;
                }
                // A school whose lowest grade is none of the stage's takes in pupils there.
                let lowest = self.0.get(&(no, *stage)).map_or(entry, |span| span.0);
                if let Some(same) = now.get(&(no, lowest)) {
                    next.entry((no, lowest)).or_insert_with(|| same.clone());
                }
            }
        }
    }
}

/// The classes of grade 7 as they grow from grade 6 of the whole county: each school keeps its share of the pupils
/// of grade 7, and classes in proportion, as few as the limit lets. Where nobody leaves grade 6 nothing is known.
fn grown(book: &RuleBook, now: &Grades) -> Grades {
    let entry = Stage::Junior.entry_grade();
    let of = |grade: u8| now.iter().filter(move |(key, _)| key.1 == grade);
    let pupils = |classes: &[u32]| u64::from(classes.iter().sum::<u32>());
    let (leave, enter): (u64, u64) = (
        of(entry - 1).map(|(_, classes)| pupils(classes)).sum(),
        of(entry).map(|(_, classes)| pupils(classes)).sum(),
    );
    if leave == 0 || enter == 0 {
        return Grades::new();
    }
    // So many have been given out after each school: the sum is that of those who leave grade 6.
    let (mut before, mut given) = (0, 0);
    let grown = of(entry).map(|(key, classes)| {
        before += pupils(classes);
        let upto = (leave * before).div_euclid(enter);
        let here = u32::try_from(upto - given).unwrap_or(0);
        given = upto;
        let was = pupils(classes).max(1);
        let scaled = (u64::from(length(classes.len())) * u64::from(here)).div_ceil(was);
        let fewest = fewest_classes(book, entry, here);
        let number = u32::try_from(scaled).unwrap_or(0).max(fewest);
        (*key, ClassGroup::evenly(here, number))
    });
    grown.collect()
}

/// Entry grades of so many years, the first apart, that have no forecast.
pub(super) fn without_forecast(roster: &Roster, years: u32) -> usize {
    let first = u32::try_from(year_start(roster.date).first_day().year()).unwrap_or(0);
    let open = roster.school_nos().filter(|no| !roster.school(*no).closing);
    let entries = open.flat_map(|no| {
        let stages = roster.school(no).kind.stages().iter();
        stages.map(move |stage| (no, stage.entry_grade()))
    });
    let entries: Vec<_> = entries.collect();
    let known = |year: u32, (no, grade): &(SchoolNo, u8)| {
        let mut rows = roster.forecast.iter();
        rows.any(|one| (one.school, one.year, one.grade) == (*no, year, *grade))
    };
    let all =
        (first + 1..first + years).flat_map(|year| entries.iter().map(move |one| (year, one)));
    all.filter(|(year, one)| !known(*year, one)).count()
}

/// The open central school of a school, when it teaches the stage.
fn central(roster: &Roster, school: SchoolNo, stage: Stage) -> Option<SchoolNo> {
    let to = roster.school(school).central_school?;
    let one = roster.school(to);
    (to != school && !one.closing && one.teaches(stage)).then_some(to)
}
