//! Classes one year on: every grade moves up, entry grades are filled by the forecast.
//!
//! A group of grade `g` becomes grade `g + 1` of the same school; the last grade of a stage leaves.
//! Where a school that has a central school does not teach the next grade of its stage, those pupils
//! go to the central school and are spread over its classes. The intake of an entry grade is what the
//! forecast says, otherwise that of the year before.

use crate::domain::{ClassGroup, Roster, SchoolNo, Stage, length};
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
                // A school whose lowest grade is none of the stage's takes in pupils there.
                let lowest = self.0.get(&(no, *stage)).map_or(entry, |span| span.0);
                if let Some(same) = now.get(&(no, lowest)) {
                    next.entry((no, lowest)).or_insert_with(|| same.clone());
                }
            }
        }
    }
}

/// The open central school of a school, when it teaches the stage.
fn central(roster: &Roster, school: SchoolNo, stage: Stage) -> Option<SchoolNo> {
    let to = roster.school(school).central_school?;
    let one = roster.school(to);
    (to != school && !one.closing && one.teaches(stage)).then_some(to)
}
