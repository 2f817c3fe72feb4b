//! What no move of a plan may be, whatever a rule of the policy makes of it: of another year, longer than the policy
//! has moves, beyond somebody's retirement, more than full time, or of a kind that the policy has not.

use super::plan_codes::{
    BEYOND, FOR_GOOD, HALF_ON_WHOLE, NO_SUCH_FORM, NO_SUCH_QUOTA, NO_TERM, NOT_THIS_YEAR, OVERFULL,
    TOO_LONG,
};
use super::reader::Reader;
use crate::blanks;
use crate::facts::values::{counting_forms, school_quota};
use crate::facts::{Facts, Placement, PlannedMove, form_of};
use crate::finding::{About, Code, Finding, Severity};
use crate::rules::card;
use crate::text::Blanks;

/// Looks at every move that was read.
pub(super) fn say_what_no_move_may_be(reader: &mut Reader<'_>) {
    let facts = reader.facts;
    for one in reader.plan.moves.clone() {
        let id = facts.roster.teacher_id(one.teacher);
        for told in wrong(facts, &one) {
            reader.findings.push(told.about(About::Teacher(id.clone())));
        }
        if let Some((code, blanks)) = half_on_whole(facts, &reader.plan, &one) {
            reader.say(code, About::Teacher(id), blanks);
        }
    }
}

/// Somebody who is there for a part of her time holds a post that takes more of it.
fn half_on_whole(
    facts: &Facts<'_>,
    plan: &Placement,
    one: &PlannedMove,
) -> Option<(&'static Code, Blanks)> {
    let held = facts.post_nos().find(|no| {
        let people = plan.fills.get(no.0);
        people.is_some_and(|people| people.contains(&one.teacher))
    });
    let post = facts.post(held.filter(|_| one.share < 100)?);
    let (periods, load) = (post.periods(), i64::from(post.load));
    let most = i64::from(one.share) * load;
    let name = facts.roster.teacher_name(one.teacher);
    let blanks = blanks! { name: name, share: one.share, periods: periods, load: load };
    (periods * 100 > most).then_some((&HALF_ON_WHOLE, blanks))
}

/// Whether a move of a plan may be so, by itself and beside the post that the person holds there.
pub fn may_be(facts: &Facts<'_>, plan: &Placement, one: &PlannedMove) -> bool {
    let mut all = wrong(facts, one).into_iter();
    all.all(|one| one.severity != Severity::Error) && half_on_whole(facts, plan, one).is_none()
}

/// What is wrong with a move by itself.
fn wrong(facts: &Facts<'_>, one: &PlannedMove) -> Vec<Finding> {
    let name = facts.roster.teacher_name(one.teacher);
    let planned = PlannedMove::new(facts, one.teacher, one.from, one.to);
    let mut wrong = Vec::new();
    let mut say = |code, blanks| wrong.push(Finding::new(code, blanks));
    if one.start != planned.start {
        let blanks = blanks! { name: name, start: one.start, year: planned.start };
        say(&NOT_THIS_YEAR, blanks);
    }
    // Whoever is placed goes for good, and nobody else does.
    if planned.end.is_none() && (one.end.is_some() || one.form.is_some()) {
        say(&FOR_GOOD, blanks! { name: name });
    } else if planned.end.is_some() && (one.end.is_none() || one.form.is_none()) {
        say(&NO_TERM, blanks! { name: name });
    }
    let (months, most) = (one.months(facts.book), planned.months(facts.book));
    if planned.end.is_some() && months > most {
        let blanks = blanks! { name: name, months: months, most: most };
        say(&TOO_LONG, blanks);
    }
    if one.share > 100 {
        say(&OVERFULL, blanks! { name: name, share: one.share });
    }
    let counted = facts.book.get(counting_forms::FORMS);
    let fitting = form_of(facts, one.from, one.to);
    let strange = one
        .form
        .filter(|form| !counted.contains(form) && *form != fitting);
    if let Some(form) = strange.filter(|_| planned.form.is_some()) {
        let blanks = blanks! { name: name, form: form.text(), fitting: fitting.text() };
        say(&NO_SUCH_FORM, blanks);
    }
    if one.quota_goes != planned.quota_goes {
        let rule = card(school_quota::RULE.key()).map(|card| card.title);
        say(&NO_SUCH_QUOTA, blanks! { name: name, rule: rule });
    }
    wrong.extend(beyond(facts, one, &planned));
    wrong
}

/// A posting that goes on after she has retired. Where the policy spares nobody for that, or the officer has placed her
/// there, the posting is as long as any, and that is told; any other is wrong.
fn beyond(facts: &Facts<'_>, one: &PlannedMove, planned: &PlannedMove) -> Option<Finding> {
    let stand = facts.stands(one.teacher);
    let end = one.end.filter(|end| *end > stand.retires)?;
    let meant = planned.end.filter(|last| end <= *last);
    let may = stand.movable && !stand.by_wish;
    let name = facts.roster.teacher_name(one.teacher);
    let blanks = blanks! { name: name, end: end, retires: stand.retires };
    let mut told = Finding::new(&BEYOND, blanks);
    if meant.is_some() && may {
        told.severity = Severity::Warning;
    }
    planned.end.is_some().then_some(told)
}
