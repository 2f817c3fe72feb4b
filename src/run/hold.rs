//! What the program does not decide for itself, and the file of the plan that a new one follows does: the terms of a
//! move (months, form, share, quota place, bed), and who of a school sits on which post. They are held as the file has
//! them wherever every must-rule still holds and no goal changes; so what was edited by hand is kept, and nobody's post
//! changes from round to round for nothing. Whether it may be so is for the auditor to say.

use super::solve::Solved;
use crate::audit::{Audit, audit};
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement, PlannedMove, PostNo};
use crate::plan::{Edited, Made, MoveDoc, Plan, TERMS, may_be};
use std::collections::{BTreeMap, BTreeSet};

/// One thing to be held.
#[derive(Clone, Copy)]
enum Hold<'d> {
    /// One of the terms of a move.
    Term(Made, &'d MoveDoc),
    /// Somebody's post.
    Seat(TeacherNo, PostNo),
}

/// Holds whatever of the file can be held: what was edited first.
pub fn hold(solved: &mut Solved<'_>, doc: &Plan, edits: &[Edited]) {
    let facts = solved.program.facts;
    let of_terms = doc.moves.iter();
    let terms = of_terms.flat_map(|one| TERMS.map(|term| Hold::Term(term, one)));
    let seats = seats(facts, doc);
    let edited = edits.iter().filter(|one| one.what == Made::Post);
    let edited = edited.filter_map(|one| facts.roster.find_teacher(&one.of));
    let edited: BTreeSet<TeacherNo> = edited.collect();
    let (first, rest): (Vec<Hold<'_>>, Vec<Hold<'_>>) =
        seats.into_iter().partition(|one| match one {
            Hold::Seat(who, _) => edited.contains(who),
            Hold::Term(..) => false,
        });
    for these in [terms.collect(), first] {
        hold_each(solved, &these);
    }
    // Then those whom nobody touched, school by school.
    for these in by_school(facts, &solved.decided.placement, rest).into_values() {
        hold_each(solved, &these);
    }
}

/// Seats that are not so yet, by school.
fn by_school<'d>(
    facts: &Facts<'_>,
    plan: &Placement,
    seats: Vec<Hold<'d>>,
) -> BTreeMap<SchoolNo, Vec<Hold<'d>>> {
    let mut all: BTreeMap<SchoolNo, Vec<Hold<'d>>> = BTreeMap::new();
    for one in seats {
        if let Hold::Seat(who, post) = one
            && !plan.fills[post.0].contains(&who)
        {
            all.entry(facts.post(post).school).or_default().push(one);
        }
    }
    all
}

/// Holds as many of these as can be: all, else of either half as many.
fn hold_each(solved: &mut Solved<'_>, these: &[Hold<'_>]) {
    if these.is_empty() || hold_all(solved, these) || these.len() == 1 {
        return;
    }
    let (one, other) = these.split_at(these.len().div_euclid(2));
    hold_each(solved, one);
    hold_each(solved, other);
}

/// Holds all of these, where it may be so.
fn hold_all(solved: &mut Solved<'_>, these: &[Hold<'_>]) -> bool {
    let facts = solved.program.facts;
    let mut trial = solved.decided.placement.clone();
    for one in these {
        apply(facts, &mut trial, *one);
    }
    if trial == solved.decided.placement {
        return true;
    }
    let judged = audit(facts, &trial);
    let good = is_as_good(facts, &trial, &judged, &solved.decided.judged);
    if good {
        solved.decided.placement = trial;
        solved.decided.judged = judged;
    }
    good
}

/// Whether every must-rule holds, and every goal is what it was.
fn is_as_good(facts: &Facts<'_>, trial: &Placement, judged: &Audit, was: &Audit) -> bool {
    let mut posts = facts.post_nos().zip(&trial.fills);
    let seated = posts.all(|(no, people)| {
        let post = facts.post(no);
        people
            .iter()
            .all(|who| facts.profile(facts.stands(*who).profile).fit(post).fills())
    });
    seated
        && judged.holds()
        && !judged.findings.has_errors()
        && judged.goals == was.goals
        && trial.moves.iter().all(|one| may_be(facts, one))
}

fn apply(facts: &Facts<'_>, plan: &mut Placement, one: Hold<'_>) {
    match one {
        Hold::Term(term, doc) => {
            let who = facts.roster.find_teacher(&doc.teacher);
            let to = facts.roster.find_school(&doc.to);
            let mut moves = plan.moves.iter_mut();
            let found = moves.find(|one| (Some(one.teacher), Some(one.to)) == (who, to));
            if let Some(found) = found {
                take(term, found, doc);
            }
        }
        Hold::Seat(who, post) => sit(facts, plan, who, post),
    }
}

fn take(term: Made, one: &mut PlannedMove, doc: &MoveDoc) {
    match term {
        Made::Form => one.form = doc.form,
        Made::Months => (one.start, one.end) = (doc.start, doc.end),
        Made::Share => one.share = doc.share,
        Made::Quota => one.quota_goes = doc.quota_goes,
        Made::Bed => one.bed = doc.bed,
        _ => {}
    }
}

/// Puts somebody who works at the school on a post, in the place of the last who sits there when it is full; they
/// change seats.
fn sit(facts: &Facts<'_>, plan: &mut Placement, who: TeacherNo, post: PostNo) {
    let here = plan.next(facts).get(who.0).copied().flatten() == Some(facts.post(post).school);
    if !here || plan.fills[post.0].contains(&who) {
        return;
    }
    let old = facts.post_nos().find(|no| plan.fills[no.0].contains(&who));
    let full = plan.empty_of(facts, post) == 0;
    let other = if full { plan.fills[post.0].pop() } else { None };
    // A post that only recruits fill has no room for her.
    if full && other.is_none() {
        return;
    }
    if let Some(old) = old {
        plan.fills[old.0].retain(|one| *one != who);
        plan.fills[old.0].extend(other);
        plan.fills[old.0].sort_unstable();
    }
    plan.fills[post.0].push(who);
    plan.fills[post.0].sort_unstable();
}

/// Who sits on which post by the file, where there is such a post today.
fn seats<'d>(facts: &Facts<'_>, doc: &Plan) -> Vec<Hold<'d>> {
    let mut seats = Vec::new();
    for school in &doc.schools {
        let Some(at) = facts.roster.find_school(&school.id) else {
            continue;
        };
        for post in &school.teaching_posts {
            let is_meant = |no: &PostNo| {
                let one = facts.post(*no);
                (one.stage, &one.parts, one.must_open) == (post.stage, &post.parts, post.must_open)
            };
            let Some(no) = facts.posts_of(at).find(is_meant) else {
                continue;
            };
            let people = post.filled_by.iter();
            let people = people.filter_map(|id| facts.roster.find_teacher(id));
            seats.extend(people.map(|who| Hold::Seat(who, no)));
        }
    }
    seats
}
