//! What was edited by hand beside who goes where, as a change of a plan: lessons, half-days, remote lessons, visits,
//! mentors, leaders, apprentices, appointments, conversions, recruits, and seats that were given up.

use crate::domain::TeacherNo;
use crate::facts::periods::Gap;
use crate::facts::{Facts, Placement};
use crate::plan::{Edited, Made};
use std::collections::BTreeSet;

/// Takes from the plan of the file what was edited, in the place of what this one has.
pub(super) fn take(facts: &Facts<'_>, plan: &mut Placement, theirs: &Placement, edit: &Edited) {
    if let Some(who) = facts.roster.find_teacher(&edit.of) {
        of_somebody(plan, theirs, edit, who);
    } else {
        of_somewhere(facts, plan, theirs, edit);
    }
    plan.appointments.sort_unstable();
    plan.conversions.sort_unstable();
    plan.hires.sort();
    plan.sort_secondary();
}

/// What the plan of the file decides beside moves and posts and nobody edited, kind by kind: lessons with half-days,
/// visits, mentors, leaders.
pub(super) fn others(facts: &Facts<'_>, theirs: &Placement, edits: &[Edited]) -> Vec<Vec<Edited>> {
    let of = |what: Made, who: TeacherNo| Edited {
        what,
        of: facts.roster.teacher_id(who),
        was: None,
        is: Some(String::new()),
    };
    let lessons = theirs
        .lessons
        .iter()
        .map(|one| of(Made::Lesson, one.teacher));
    let visits = theirs.visits.iter().map(|one| of(Made::Visit, one.teacher));
    let mentors = theirs.pairs.iter().map(|one| of(Made::Mentor, one.teacher));
    let leaders = theirs
        .leaders
        .iter()
        .map(|one| of(Made::Leader, one.teacher));
    let kinds: [BTreeSet<Edited>; 4] = [
        lessons.collect(),
        visits.collect(),
        mentors.collect(),
        leaders.collect(),
    ];
    let is_edited = |one: &Edited| {
        let mut edits = edits.iter();
        edits.any(|edit| (edit.what, &edit.of) == (one.what, &one.of))
    };
    let untouched = kinds.map(|kind| kind.into_iter().filter(|one| !is_edited(one)).collect());
    untouched.into_iter().collect()
}

fn of_somebody(plan: &mut Placement, theirs: &Placement, edit: &Edited, who: TeacherNo) {
    match edit.what {
        Made::Appointed => swap(&mut plan.appointments, &theirs.appointments, |one| {
            *one == who
        }),
        Made::Conversion => swap(&mut plan.conversions, &theirs.conversions, |one| {
            *one == who
        }),
        // Who goes somewhere goes there to teach: neither is taken without the other.
        Made::Lesson | Made::Trip => {
            swap(&mut plan.lessons, &theirs.lessons, |one| one.teacher == who);
            swap(&mut plan.trips, &theirs.trips, |one| one.teacher == who);
        }
        Made::Visit => swap(&mut plan.visits, &theirs.visits, |one| one.teacher == who),
        Made::Mentor => swap(&mut plan.pairs, &theirs.pairs, |one| one.teacher == who),
        Made::Leader => swap(&mut plan.leaders, &theirs.leaders, |one| one.teacher == who),
        // A seat that was given up; one that was taken is held elsewhere.
        Made::Post if edit.is.is_none() => {
            for people in &mut plan.fills {
                people.retain(|one| *one != who);
            }
        }
        _ => {}
    }
}

fn of_somewhere(facts: &Facts<'_>, plan: &mut Placement, theirs: &Placement, edit: &Edited) {
    let roster = facts.roster;
    let line = edit.of.split(' ').next().unwrap_or_default();
    let pool = roster.pools.iter().position(|pool| pool.id == line);
    let place = |gap: Gap| {
        let school = roster.school_id(gap.school);
        format!("{school} {} {}", gap.stage.key(), gap.subject.key())
    };
    match edit.what {
        Made::Remote => swap(&mut plan.remote, &theirs.remote, |one| {
            place(one.gap) == edit.of
        }),
        Made::Recruits => swap(&mut plan.hires, &theirs.hires, |one| Some(one.pool) == pool),
        Made::Apprentice => swap(&mut plan.apprentices, &theirs.apprentices, |one| {
            Some(one.pool) == pool
        }),
        _ => {}
    }
}

/// Those of the file in the place of ours.
fn swap<T: Clone>(ours: &mut Vec<T>, theirs: &[T], is_meant: impl Fn(&T) -> bool) {
    ours.retain(|one| !is_meant(one));
    ours.extend(theirs.iter().filter(|one| is_meant(one)).cloned());
}
