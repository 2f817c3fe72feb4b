//! Title posts before and after, for the document.

use crate::domain::{SchoolNo, Title};
use crate::facts::{Facts, Placement, apportion};
use crate::plan::{AppointmentDoc, PostSource, TitlePostDoc};
use crate::rules::{Taken, taken};
use crate::text::OwnedText;
use num_rational::Ratio;
use std::collections::BTreeMap;

/// Posts by grade and school after the plan. Pooled posts go where they are taken; what is left of a
/// grade, without the reserve, is given to the schools as their share of the on-quota heads asks, and
/// the reserve that is left stays with the county.
pub(super) fn title_posts(facts: &Facts<'_>, plan: &Placement) -> Vec<TitlePostDoc> {
    let ledger = &facts.titles;
    let taken = taken(facts, plan);
    let grades: Vec<Title> = ledger.cells().iter().map(|cell| cell.grade).collect();
    let mut list = Vec::new();
    for grade in Title::ALL.iter().rev().filter(|one| grades.contains(one)) {
        let mut rows = rows(facts, *grade, &taken);
        let mut kept = None;
        if ledger.pooled {
            kept = give_rest(facts, *grade, &mut rows);
        }
        list.extend(rows.into_values());
        list.extend(kept);
    }
    list
}

fn rows(
    facts: &Facts<'_>,
    grade: Title,
    taken: &BTreeMap<(SchoolNo, Title), Taken>,
) -> BTreeMap<SchoolNo, TitlePostDoc> {
    let mut rows: BTreeMap<SchoolNo, TitlePostDoc> = BTreeMap::new();
    let id = |no: SchoolNo| Some(facts.roster.school(no).id.clone());
    for post in facts.titles.posts.iter().filter(|one| one.grade == grade) {
        let row = rows.entry(post.school).or_insert_with(|| empty(grade));
        row.school = id(post.school);
        row.approved += post.approved;
        row.filled += post.filled;
        row.freed += post.freed;
    }
    for ((school, _), sum) in taken.iter().filter(|(key, _)| key.1 == grade) {
        let row = rows.entry(*school).or_insert_with(|| empty(grade));
        row.school = id(*school);
        row.appointed = sum.appointed;
        row.risen = sum.risen;
        row.recruited = sum.recruited;
        row.moved = sum.moved;
    }
    for row in rows.values_mut() {
        let taken = row.appointed - row.risen + row.recruited + row.moved;
        row.filled_after = row.filled - row.freed + taken;
        row.given = row.approved;
    }
    rows
}

/// Gives out pooled posts; what the county keeps comes back.
fn give_rest(
    facts: &Facts<'_>,
    grade: Title,
    rows: &mut BTreeMap<SchoolNo, TitlePostDoc>,
) -> Option<TitlePostDoc> {
    let here = facts.titles.posts.iter().filter(|one| one.grade == grade);
    let (approved, reserve) = here.fold((0, 0), |(approved, reserve), one| {
        (
            approved + one.approved,
            reserve + one.reserve - one.reserve_filled,
        )
    });
    let filled: i64 = rows.values().map(|row| row.filled_after).sum();
    let left = (approved - filled).max(0);
    let kept = reserve.clamp(0, left);
    let heads: Vec<_> = rows
        .keys()
        .map(|no| Ratio::from_integer(facts.quota[no.0].heads_base))
        .collect();
    let shares = apportion(left - kept, &heads);
    for (row, share) in rows.values_mut().zip(shares) {
        row.given = row.filled_after + share;
    }
    (kept > 0).then(|| TitlePostDoc {
        given: kept,
        ..empty(grade)
    })
}

fn empty(grade: Title) -> TitlePostDoc {
    TitlePostDoc {
        school: None,
        grade,
        approved: 0,
        filled: 0,
        freed: 0,
        appointed: 0,
        risen: 0,
        recruited: 0,
        moved: 0,
        given: 0,
        filled_after: 0,
    }
}

/// Every applicant for a grade of the ledger. Of the appointed the first take general posts as long as
/// there are any; the rotated who come after that take the reserve.
pub fn appointments(facts: &Facts<'_>, plan: &Placement) -> Vec<AppointmentDoc> {
    let ledger = &facts.titles;
    let mut order: Vec<_> = ledger.applicants.iter().collect();
    order.sort_by_key(|one| (std::cmp::Reverse(one.title), one.place == 0, one.place));
    let mut general: BTreeMap<(Title, Option<SchoolNo>), i64> = ledger
        .cells()
        .iter()
        .map(|cell| ((cell.grade, cell.school), cell.general()))
        .collect();
    for no in &plan.appointments {
        if let Some(one) = ledger.applicant(*no) {
            let cell = (!ledger.pooled).then_some(one.school);
            *general.entry((one.from, cell)).or_default() += 1;
            // Whoever may not use the reserve takes a general post whatever her place.
            if !one.rotated && !one.outside {
                *general.entry((one.title, cell)).or_default() -= 1;
            }
        }
    }
    let list = order.into_iter().map(|one| {
        let appointed = plan.appointments.binary_search(&one.teacher).is_ok();
        let cell = (!ledger.pooled).then_some(one.school);
        let left = general.entry((one.title, cell)).or_default();
        let post = match (one.outside, one.rotated) {
            (true, _) => PostSource::Outside,
            (false, true) if *left <= 0 => PostSource::Reserve,
            (false, rotated) => {
                *left -= i64::from(appointed && rotated);
                PostSource::General
            }
        };
        AppointmentDoc {
            teacher: facts.roster.teacher(one.teacher).id.clone(),
            school: facts.roster.school(one.school).id.clone(),
            title: one.title,
            place: (one.place > 0).then_some(one.place),
            appointed,
            post: appointed.then_some(post),
            lacks: one.unfit.iter().copied().map(OwnedText::from).collect(),
        }
    });
    list.collect()
}
