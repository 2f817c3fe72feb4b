//! What leading a class takes off a load (班主任核减): how much it is by each setting of the policy, and what the
//! setting in force takes off at each school.

use super::Facts;
use super::class_taught::is_class_taught;
use super::post::{Post, Reckoning};
use super::values::teaching_posts::{self, FormTeacher};
use crate::domain::{Roster, SchoolNo, Stage, Subject};
use crate::policy::RuleBook;
use std::collections::BTreeMap;

/// Weekly periods that a setting takes off a load; none where it takes nothing.
fn credit(book: &RuleBook, setting: FormTeacher, load: u32) -> Option<u32> {
    match setting {
        FormTeacher::Off => None,
        FormTeacher::Half => Some(load.div_ceil(2)),
        FormTeacher::Own => {
            let stated = book.get(teaching_posts::FORM_TEACHER_PERIODS);
            Some(u32::try_from(stated).ok()?.min(load))
        }
    }
}

/// Subjects whose teachers lead classes, in turn.
const LEAD_CLASSES: &[&str] = &["chinese", "maths", "english"];

/// The same, as subjects.
fn lead_classes() -> impl Iterator<Item = Subject> {
    LEAD_CLASSES.iter().filter_map(|key| Subject::find(key))
}

/// One post for each form teacher, where the policy takes something off their load: the load of Chinese,
/// maths and English in turn without what leading a class counts for.
pub(super) fn form_teachers(
    book: &RuleBook,
    classes: u32,
    periods: &mut BTreeMap<Subject, u32>,
    load: impl Fn(Subject) -> Option<u32>,
) -> Vec<(Subject, u32)> {
    let setting = book.get(teaching_posts::FORM_TEACHER);
    let subjects: Vec<Subject> = lead_classes().collect();
    let mut made = Vec::new();
    for first in 0..usize::try_from(classes).unwrap_or(0) {
        // The turn goes on to a subject with enough periods left for such a post.
        let turn = subjects.iter().cycle().skip(first % subjects.len().max(1));
        let post = turn.take(subjects.len()).find_map(|subject| {
            let load = load(*subject)?;
            let size = load.saturating_sub(credit(book, setting, load)?);
            let enough = periods.get(subject).is_some_and(|left| *left >= size);
            (size > 0 && enough).then_some((*subject, size))
        });
        if let Some((subject, size)) = post {
            periods.entry(subject).and_modify(|left| *left -= size);
            made.push((subject, size));
        }
    }
    made
}

/// Form teachers, and what each setting would take off all their loads together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reductions {
    /// Classes that have a form teacher of their own: of schools that stay open, where nobody takes a whole class.
    pub classes: i64,
    /// Weekly periods less when half a load counts for each.
    pub half: i64,
    /// Weekly periods less by the number that the policy states.
    pub own: i64,
    /// Weekly periods that the setting in force takes off.
    pub taken: i64,
}

/// Works it out, each setting as if it were in force.
pub fn reductions(facts: &Facts<'_>) -> Reductions {
    let (roster, book) = (facts.roster, facts.book);
    let mut classes: BTreeMap<(SchoolNo, Stage), u32> = BTreeMap::new();
    for group in roster
        .classes
        .iter()
        .filter(|one| !roster.school(one.school).closing)
    {
        if let Some(stage) = Stage::of_grade(group.grade) {
            *classes.entry((group.school, stage)).or_default() += group.number();
        }
    }
    classes.retain(|(school, stage), _| !is_class_taught(roster, book, *school, *stage));
    // What another setting takes off is what the posts made under it take off: not every class finds a teacher whose
    // subject has enough periods left at the school.
    let under = |setting| {
        let mut other = book.clone();
        other.choose(teaching_posts::FORM_TEACHER, setting);
        facts.led_under(&other).values().sum()
    };
    Reductions {
        classes: classes.values().map(|number| i64::from(*number)).sum(),
        half: under(FormTeacher::Half),
        own: under(FormTeacher::Own),
        taken: facts.led.values().sum(),
    }
}

/// Weekly periods that leading a class takes off the loads of a school, by stage and subject.
pub type Led = BTreeMap<(SchoolNo, (Stage, Subject)), i64>;

/// What the setting in force takes off, from the posts before kinds that are alike are put together: whoever holds the
/// post of a form teacher teaches less than a load.
pub(super) fn led(roster: &Roster, posts: &[Post]) -> Led {
    let mut all = Led::new();
    for post in posts.iter().filter(|one| one.how == Reckoning::FormTeacher) {
        if let [(subject, periods)] = post.parts[..] {
            let load = roster.standard_load(post.stage, subject).unwrap_or(0);
            let less = i64::from(load.saturating_sub(periods)) * i64::from(post.number);
            *all.entry((post.school, (post.stage, subject))).or_default() += less;
        }
    }
    all
}
