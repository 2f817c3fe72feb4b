//! What the program does not decide for itself, and the file of the plan that a new one follows does: the terms of a
//! move (months, form, share, quota place, bed), and who of a school sits on which post. They are held as the file has
//! them wherever every must-rule still holds and no goal changes; so what was edited by hand is kept, and nobody's post
//! changes from round to round for nothing. Whether it may be so is for the auditor to say.

use super::beside;
use super::not_kept::elsewhere;
use super::seats::{all_fit, sit};
use super::together::{groups, with};
use crate::audit::{Audit, audit};
use crate::blanks;
use crate::decide::Decided;
use crate::domain::{SchoolNo, TeacherNo};
use crate::facts::{Facts, Placement, PlannedMove, PostNo};
use crate::finding::Severity;
use crate::plan::secondary::open_value;
use crate::plan::{self, Edited, Made, MoveDoc, Plan, TERMS, is_beside, may_be};
use crate::policy::GoalId;
use crate::text::{Lang, OwnedText, Text};
use std::collections::{BTreeMap, BTreeSet};

/// One thing to be held.
#[derive(Clone, Copy)]
enum Hold<'d> {
    /// One of the terms of a move.
    Term(Made, &'d MoveDoc),
    /// Somebody's post.
    Seat(TeacherNo, PostNo),
    /// What was edited beside moves and posts, and the plan of the file.
    Beside(&'d Edited, &'d Placement),
}

/// Why an edit is not kept, in both languages.
pub type NotKept = (Edited, OwnedText);

/// A plan in which things are held.
struct Held<'a, 'f> {
    facts: &'f Facts<'f>,
    placement: &'a mut Placement,
    judged: &'a mut Audit,
    /// No rule may come shorter, of whatever goal.
    strict: bool,
}

/// So many decisions of a kind are held one by one, where not all can be.
const FEW: usize = 64;

/// Holds whatever of the file can be held: what was edited first. What is not, comes back with the reason.
pub fn hold(
    facts: &Facts<'_>,
    decided: &mut Decided,
    doc: &Plan,
    edits: &[Edited],
) -> Vec<NotKept> {
    let mut held = Held {
        facts,
        placement: &mut decided.placement,
        judged: &mut decided.judged,
        strict: false,
    };
    let of_terms = doc.moves.iter();
    let terms = of_terms.flat_map(|one| TERMS.map(|term| Hold::Term(term, one)));
    let seats = seats(facts, doc);
    let edited = edits.iter().filter(|one| one.what == Made::Post);
    let edited = edited.filter_map(|one| facts.roster.find_teacher(&one.of));
    let edited: BTreeSet<TeacherNo> = edited.collect();
    let (first, rest): (Vec<Hold<'_>>, Vec<Hold<'_>>) =
        seats.into_iter().partition(|one| match one {
            Hold::Seat(who, _) => edited.contains(who),
            Hold::Term(..) | Hold::Beside(..) => false,
        });
    hold_each(&mut held, &terms.collect::<Vec<_>>());
    let group = groups(edits);
    hold_groups(
        &mut held,
        &gathered(&first, |one| group_of(facts, edits, &group, one)),
    );
    // Then those whom nobody touched, school by school.
    for these in by_school(facts, held.placement, rest).into_values() {
        hold_each(&mut held, &these);
    }
    let theirs = Placement::empty(facts);
    let own = edits.iter().filter(|one| !is_beside(one.what));
    let told = own.filter_map(|edit| {
        let elsewhere = elsewhere(facts, doc, held.placement, edit);
        let reckoned = || {
            let of = |edit| hold_of(facts, doc, &first, (edit, &theirs));
            (edit.what != Made::Letter).then(|| reason_with(&held, edit, edits, &group, of))
        };
        Some((edit.clone(), elsewhere.or_else(reckoned)?))
    });
    told.take(REASONS).collect()
}

/// Holds what was edited beside moves and posts, once the rest of the plan is decided.
pub(super) fn hold_beside(
    facts: &Facts<'_>,
    (placement, judged): (&mut Placement, &mut Audit),
    (doc, edits): (&Plan, &[Edited]),
) -> Vec<NotKept> {
    let (theirs, _) = plan::placement(facts, doc);
    let mut held = Held {
        facts,
        placement,
        judged,
        strict: false,
    };
    let these = || edits.iter().filter(|one| is_beside(one.what));
    let all: Vec<Hold<'_>> = these().map(|one| Hold::Beside(one, &theirs)).collect();
    let group = groups(edits);
    hold_groups(
        &mut held,
        &gathered(&all, |one| group_of(facts, edits, &group, one)),
    );
    // What nobody touched stays as the file has it, so that nothing that was kept once is undone a round later.
    held.strict = true;
    for kind in beside::others(facts, &theirs, edits) {
        let kind: Vec<Hold<'_>> = kind.iter().map(|one| Hold::Beside(one, &theirs)).collect();
        if !hold_all(&mut held, &kind) && kind.len() <= FEW {
            hold_each(&mut held, &kind);
        }
    }
    these()
        .take(REASONS)
        .map(|edit| {
            let of = |edit| Some(Hold::Beside(edit, &theirs));
            (edit.clone(), reason_with(&held, edit, edits, &group, of))
        })
        .collect()
}

/// An edit of a seat or of terms as something to be held.
fn hold_of<'d>(
    facts: &Facts<'_>,
    doc: &'d Plan,
    seats: &[Hold<'d>],
    (edit, theirs): (&'d Edited, &'d Placement),
) -> Option<Hold<'d>> {
    let who = facts.roster.find_teacher(&edit.of);
    let hers = |one: &&Hold<'_>| matches!(one, Hold::Seat(of, _) if Some(*of) == who);
    if edit.what != Made::Post {
        let mut moves = doc.moves.iter();
        let letter = moves.find(|one| one.teacher == edit.of);
        return letter.map(|letter| Hold::Term(edit.what, letter));
    }
    let given_up = edit.is.is_none().then_some(Hold::Beside(edit, theirs));
    given_up.or_else(|| seats.iter().find(hers).copied())
}

const NO_PLACE: Text = Text::new(
    "现在没有这个岗位，或本人新学年不在该校",
    "there is no such post today, or that person is not there next year",
);
const NO_RIGHT: Text = Text::new(
    "本人没有该岗位的任教资格",
    "that person has not the certificates of the post",
);
const NO_SUCH_MOVE: Text = Text::new(
    "起止年月、形式、工作量或编制与政策不符",
    "months, form, share or quota place are not as the policy has them",
);
const COSTS: Text = Text::new("照改将使{goals}", "it would change {goals}");
const OPEN: Text = Text::new(
    "兼课后仍缺的课时（加权）",
    "periods that stay open, weighted",
);
/// So many reasons are looked for: each is an audit.
const REASONS: usize = 50;

/// Why an edit is not kept: with those that were made together with it, where they are not kept either.
fn reason_with<'d>(
    held: &Held<'_, '_>,
    edit: &'d Edited,
    edits: &'d [Edited],
    groups: &[usize],
    of: impl Fn(&'d Edited) -> Option<Hold<'d>>,
) -> OwnedText {
    let no = edits.iter().position(|one| one == edit);
    let group = no.and_then(|no| groups.get(no));
    let others = edits.iter().zip(groups);
    let others = others.filter(|(one, its)| Some(*its) == group && *one != edit);
    let others: Vec<&Edited> = others.map(|one| one.0).collect();
    let open = |one: Hold<'_>| {
        let mut trial = held.placement.clone();
        apply(held.facts, &mut trial, one);
        trial != *held.placement
    };
    let (mut people, mut all) = (BTreeSet::new(), Vec::from_iter(of(edit)));
    for other in others {
        let unkept = of(other).filter(|one| open(*one));
        all.extend(unkept);
        people.extend(unkept.map(|_| other.of.as_str()));
    }
    people.remove(edit.of.as_str());
    with(&people, held.facts.roster, reason(held, &all))
}

/// Why a plan with edits is not as good as the one without.
fn reason(was: &Held<'_, '_>, these: &[Hold<'_>]) -> OwnedText {
    let facts = was.facts;
    let mut trial = was.placement.clone();
    for one in these {
        apply(facts, &mut trial, *one);
    }
    if trial == *was.placement {
        return NO_PLACE.into();
    }
    if !all_fit(facts, &trial) {
        return NO_RIGHT.into();
    }
    let judged = audit(facts, &trial);
    let errors = judged.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    // What is wrong with the plan in any case has nothing to do with the edit.
    let mut new = errors.filter(|one| !was.judged.findings.0.contains(one));
    if let Some(first) = new.next() {
        return OwnedText::new(first.says(Lang::Zh), first.says(Lang::En));
    }
    if !trial.moves.iter().all(|one| may_be(facts, &trial, one)) {
        return NO_SUCH_MOVE.into();
    }
    let amount = |goal: &GoalId, audit: &Audit| audit.goals.get(goal).copied().unwrap_or(0);
    let goals = judged.goals.keys();
    let by = goals.map(|goal| (goal, amount(goal, &judged) - amount(goal, was.judged)));
    let by: Vec<(&GoalId, i64)> = by.filter(|(_, by)| *by != 0).collect();
    // What stays open is known once lessons are decided.
    let is_beside = |one: &Hold<'_>| matches!(one, Hold::Beside(edit, _) if is_beside(edit.what));
    let beside = these.iter().any(is_beside);
    let open = open_value(facts, &trial) - open_value(facts, was.placement);
    let open = if beside { open } else { 0 };
    let words = |lang: Lang| {
        let goals = by.iter().map(|(goal, by)| {
            let (name, unit) = (goal.text().get(lang), goal.unit().get(lang));
            format!("{name} {by:+} {unit}")
        });
        let open = (open != 0).then(|| format!("{} {open:+}", OPEN.get(lang)));
        let all: Vec<String> = goals.chain(open).collect();
        COSTS.fill(lang, &blanks! { goals: all })
    };
    OwnedText::new(words(Lang::Zh), words(Lang::En))
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

/// The group of what is to be held: that of the edit from which it comes.
fn group_of(facts: &Facts<'_>, edits: &[Edited], groups: &[usize], one: &Hold<'_>) -> usize {
    let comes_from = |edit: &Edited| match one {
        Hold::Beside(of, _) => edit == *of,
        Hold::Seat(who, _) => {
            edit.what == Made::Post && facts.roster.find_teacher(&edit.of) == Some(*who)
        }
        Hold::Term(..) => false,
    };
    let no = edits.iter().position(comes_from);
    no.and_then(|no| groups.get(no)).copied().unwrap_or(0)
}

/// What is to be held, group by group.
fn gathered<'d>(these: &[Hold<'d>], group: impl Fn(&Hold<'d>) -> usize) -> Vec<Vec<Hold<'d>>> {
    let mut all: BTreeMap<usize, Vec<Hold<'d>>> = BTreeMap::new();
    for one in these {
        all.entry(group(one)).or_default().push(*one);
    }
    all.into_values().collect()
}

/// Holds as many of these groups as can be: all, else of either half as many; of one that cannot be held as much of it
/// as can be.
fn hold_groups(held: &mut Held<'_, '_>, groups: &[Vec<Hold<'_>>]) {
    let [only] = groups else {
        if groups.is_empty() || hold_all(held, &groups.concat()) {
            return;
        }
        let (one, other) = groups.split_at(groups.len().div_euclid(2));
        hold_groups(held, one);
        hold_groups(held, other);
        return;
    };
    hold_each(held, only);
}

/// Holds as many of these as can be: all, else of either half as many.
fn hold_each(held: &mut Held<'_, '_>, these: &[Hold<'_>]) {
    if these.is_empty() || hold_all(held, these) || these.len() == 1 {
        return;
    }
    let (one, other) = these.split_at(these.len().div_euclid(2));
    hold_each(held, one);
    hold_each(held, other);
}

/// Holds all of these, where it may be so.
fn hold_all(held: &mut Held<'_, '_>, these: &[Hold<'_>]) -> bool {
    let facts = held.facts;
    let mut trial = held.placement.clone();
    for one in these {
        apply(facts, &mut trial, *one);
    }
    if trial == *held.placement {
        return true;
    }
    let judged = audit(facts, &trial);
    let beside = these.iter().any(|one| matches!(one, Hold::Beside(..)));
    let as_open = || open_value(facts, &trial) == open_value(facts, held.placement);
    let no_shorter = || {
        let rules = judged.rules.iter().zip(&held.judged.rules);
        rules
            .into_iter()
            .all(|(is, was)| is.shortfall <= was.shortfall)
    };
    let open = !beside || as_open();
    let good =
        open && (!held.strict || no_shorter()) && is_as_good(facts, &trial, &judged, held.judged);
    if good {
        (*held.placement, *held.judged) = (trial, judged);
    }
    good
}

/// Whether every must-rule holds, and every goal is what it was.
fn is_as_good(facts: &Facts<'_>, trial: &Placement, judged: &Audit, was: &Audit) -> bool {
    all_fit(facts, trial)
        && judged.holds()
        && !judged.findings.has_errors()
        && judged.goals == was.goals
        && trial.moves.iter().all(|one| may_be(facts, trial, one))
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
        Hold::Beside(edit, theirs) => beside::take(facts, plan, theirs, edit),
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
