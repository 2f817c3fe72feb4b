//! Where the pupils of a closing school go (撤并): into the classes of the school that is named to take them
//! in, before classes are split and posts are reckoned.
//!
//! Symbols: `P` pupils of a grade at the receiving school, its own and those who come; `n` its classes as
//! the table has them; `L` limit of class sizes of the stage, or the usual one where the policy sets none;
//! `R` rooms that its other grades leave, where the rooms are stated. It then has `max(n, min(⌈P / L⌉, R))`
//! classes, evenly filled. Pupils of a grade that the receiving school does not teach go nowhere; the
//! reading of the tables asks about them.

use super::splits::limit;
use super::values::class_sizes;
use crate::domain::{ClassGroup, Merger, Roster, SchoolNo, Stage};
use crate::policy::RuleBook;
use std::collections::BTreeMap;

/// Limits of class sizes where the policy sets none: primary, and above [pupils].
const USUAL: (i64, i64) = (45, 50);

/// The fewest classes that keep every one within the limit in force.
pub fn fewest_classes(book: &RuleBook, grade: u8, pupils: u32) -> u32 {
    let usual = if grade < 7 { USUAL.0 } else { USUAL.1 };
    let set = book.is_on(class_sizes::RULE).then(|| limit(book, grade));
    let most = set.flatten().unwrap_or(usual);
    pupils.div_ceil(u32::try_from(most).unwrap_or(u32::MAX).max(1))
}

/// The school that takes in the pupils of a grade when a school closes.
pub fn receiver(roster: &Roster, closing: SchoolNo, grade: u8) -> Option<SchoolNo> {
    takes_in(roster, closing, Stage::of_grade(grade)?)
}

/// The school that takes in the pupils of a stage when a school closes.
pub fn takes_in(roster: &Roster, closing: SchoolNo, stage: Stage) -> Option<SchoolNo> {
    let to = roster.school(closing).receiver?;
    let one = roster.school(to);
    (!one.closing && one.teaches(stage)).then_some(to)
}

/// Moves the pupils, boarders and expected intake of closing schools to the schools that take them in, and
/// keeps in the roster who went where.
pub fn merge_classes(roster: &mut Roster, book: &RuleBook) {
    roster.mergers = Vec::new();
    let (goes, stays): (Vec<ClassGroup>, Vec<ClassGroup>) = std::mem::take(&mut roster.classes)
        .into_iter()
        .partition(|one| target(roster, one.school, one.grade).is_some());
    roster.classes = stays;
    let mut coming: BTreeMap<(SchoolNo, u8), u32> = BTreeMap::new();
    let mut between: BTreeMap<(SchoolNo, SchoolNo), u32> = BTreeMap::new();
    for group in goes {
        if let Some(to) = target(roster, group.school, group.grade) {
            let pupils: u32 = group.pupils.iter().sum();
            *coming.entry((to, group.grade)).or_default() += pupils;
            *between.entry((group.school, to)).or_default() += pupils;
        }
    }
    for ((to, grade), pupils) in coming {
        join(roster, book, (to, grade), pupils);
    }
    for ((from, to), pupils) in between {
        let boarders = roster.school(from).boarders.min(pupils);
        roster.schools[from.0].boarders -= boarders;
        roster.schools[to.0].boarders += boarders;
        roster.mergers.push(Merger { from, to, pupils });
    }
    roster.classes.sort();
    intake(roster);
}

/// The school to which the pupils of a grade go, where theirs closes.
fn target(roster: &Roster, school: SchoolNo, grade: u8) -> Option<SchoolNo> {
    let closing = roster.school(school).closing;
    closing.then(|| receiver(roster, school, grade)).flatten()
}

/// Puts pupils into a grade of a school.
fn join(roster: &mut Roster, book: &RuleBook, (to, grade): (SchoolNo, u8), pupils: u32) {
    let here = |one: &&ClassGroup| one.school == to;
    let all: u32 = roster
        .classes
        .iter()
        .filter(here)
        .map(ClassGroup::number)
        .sum();
    let is_grade = |one: &ClassGroup| (one.school, one.grade) == (to, grade);
    let at = roster.classes.iter().position(is_grade).unwrap_or_else(|| {
        let pupils = Vec::new();
        let school = to;
        roster.classes.push(ClassGroup {
            school,
            grade,
            pupils,
        });
        roster.classes.len() - 1
    });
    let rooms = roster.school(to).rooms;
    let group = &mut roster.classes[at];
    let total = group.pupils.iter().sum::<u32>() + pupils;
    let left = rooms.map_or(u32::MAX, |rooms| rooms.saturating_sub(all - group.number()));
    let classes = fewest_classes(book, grade, total)
        .min(left)
        .max(group.number());
    // Where no room is left a class is made all the same: the pupils are there.
    group.pupils = ClassGroup::evenly(total, classes.max(u32::from(total > 0)));
}

/// Pupils whom a closing school expects in later years are expected where its pupils go. A school of which
/// nothing is expected takes in what it took in the year before, and that holds them already.
fn intake(roster: &mut Roster) {
    let (goes, mut stays): (Vec<_>, Vec<_>) = std::mem::take(&mut roster.forecast)
        .into_iter()
        .partition(|one| target(roster, one.school, one.grade).is_some());
    for line in goes {
        let to = target(roster, line.school, line.grade);
        let same = |one: &&mut crate::domain::Intake| {
            (Some(one.school), one.year, one.grade) == (to, line.year, line.grade)
        };
        if let Some(own) = stays.iter_mut().find(same) {
            own.pupils += line.pupils;
            own.classes = None;
        }
    }
    roster.forecast = stays;
}
