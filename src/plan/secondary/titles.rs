//! Appointments to title posts (职称聘任), and the posts before and after; the main program decides who is
//! appointed.

use super::decision::{Proof, Secondary};
use crate::domain::{SchoolNo, Title};
use crate::facts::titles::GradePosts;
use crate::facts::{Facts, Placement, apportion};
use crate::input::NamedSheets;
use crate::input::plan_sheets::APPOINTMENTS;
use crate::plan::reader::Reader;
use crate::plan::{AppointmentDoc, Plan, PostSource, TitlePostDoc};
use crate::rules::{brought, taken};
use crate::text::OwnedText;
use num_rational::Ratio;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The decision.
pub struct Titles;

impl Secondary for Titles {
    fn list(&self, facts: &Facts<'_>, plan: &Placement, _: Proof, doc: &mut Plan) {
        doc.appointments = appointments(facts, plan);
        doc.title_posts = title_posts(facts, plan);
    }

    fn listed(&self, doc: &Plan) -> usize {
        doc.appointments.iter().filter(|one| one.appointed).count()
    }

    fn read(&self, doc: &Plan, reader: &mut Reader<'_>) {
        let appointed = doc.appointments.iter().filter(|one| one.appointed);
        reader.plan.appointments = reader.people(appointed.map(|one| &one.teacher));
    }

    fn read_sheets(&self, book: &mut NamedSheets<'_>, doc: &mut Plan) {
        doc.appointments = book.rows(&APPOINTMENTS, |cells, roster| {
            let who = cells.somebody("teacher", roster)?;
            let appointed = cells.flag("appointed", false);
            let teacher = who.no.map(|no| roster.teacher(no));
            let school = teacher.map(|one| roster.school_id(one.quota_school));
            let title = teacher.and_then(|one| one.applies_for);
            cells.sound.then_some(AppointmentDoc {
                teacher: who.id,
                school: school.unwrap_or_default(),
                title: title.unwrap_or(Title::None),
                appointed,
                ..AppointmentDoc::default()
            })
        });
    }
}

/// Posts by grade and school after the plan: each school is given what is approved there. Pooled posts
/// go where they are taken; what is left of a grade, without the reserve, is given to the schools as
/// their share of the on-quota heads asks, and the reserve that is left stays with the county.
fn title_posts(facts: &Facts<'_>, plan: &Placement) -> Vec<TitlePostDoc> {
    let ledger = &facts.titles;
    let (taken, brought) = (taken(facts, plan), brought(facts, plan));
    let grades: BTreeSet<Title> = ledger.posts.iter().map(|one| one.grade).collect();
    let mut list = Vec::new();
    for grade in grades.into_iter().rev() {
        let posts = ledger.posts.iter().filter(|one| one.grade == grade);
        let posts: Vec<&GradePosts> = posts.collect();
        let at_posts = posts.iter().map(|one| one.school);
        let at_taken = taken.keys().chain(brought.keys());
        let at_taken = at_taken.filter(|key| key.1 == grade).map(|key| key.0);
        let receivers = at_posts
            .clone()
            .filter_map(|no| facts.roster.school(no).receiver);
        let schools = at_posts.chain(at_taken).chain(receivers);
        let schools: BTreeSet<SchoolNo> = schools.collect();
        let rows = schools.into_iter().map(|no| {
            let mut row = TitlePostDoc {
                school: Some(facts.roster.school_id(no)),
                grade,
                ..TitlePostDoc::default()
            };
            for one in posts.iter().filter(|one| one.school == no) {
                row.approved += one.approved;
                row.filled += one.filled;
                row.freed += one.freed;
            }
            let taken = taken.get(&(no, grade)).copied().unwrap_or_default();
            (row.appointed, row.risen) = (taken.appointed, taken.risen);
            let brought = brought.get(&(no, grade)).copied().unwrap_or_default();
            (row.recruited, row.moved) = (taken.recruited, taken.moved + brought);
            row.given = row.approved + brought;
            row.filled_after = row.filled - row.freed + taken.all() + brought;
            (no, row)
        });
        let mut rows: BTreeMap<SchoolNo, TitlePostDoc> = rows.collect();
        let mut county = TitlePostDoc {
            grade,
            ..TitlePostDoc::default()
        };
        hand_over(facts, &mut rows, &mut county);
        if ledger.pooled {
            county.given = give_rest(facts, &posts, &mut rows, county.filled_after);
        }
        list.extend(rows.into_values());
        let keeps = county.given != 0 || county.filled_after != 0;
        list.extend(Some(county).filter(|_| keeps));
    }
    list
}

/// What is left at a school that closes goes to the school that takes its pupils in or, where none is named, to the
/// county: its empty posts, and the filled ones of whoever is placed nowhere since she is not at work.
fn hand_over(
    facts: &Facts<'_>,
    rows: &mut BTreeMap<SchoolNo, TitlePostDoc>,
    county: &mut TitlePostDoc,
) {
    let closes = |no: &SchoolNo| facts.roster.school(*no).closing;
    let closing: Vec<SchoolNo> = rows.keys().copied().filter(closes).collect();
    for no in closing {
        let Some(row) = rows.get_mut(&no) else {
            continue;
        };
        let (given, filled) = (row.given, row.filled_after);
        (row.given, row.filled_after) = (0, 0);
        row.moved -= filled;
        let receiver = facts.roster.school(no).receiver;
        let receiver = receiver.filter(|to| !closes(to));
        let to = match receiver.and_then(|to| rows.get_mut(&to)) {
            Some(to) => to,
            None => &mut *county,
        };
        to.given += given;
        to.filled_after += filled;
        to.moved += filled;
    }
}

/// Gives out the pooled posts of a grade; how many the county keeps comes back, those that are filled at no school
/// among them.
fn give_rest(
    facts: &Facts<'_>,
    posts: &[&GradePosts],
    rows: &mut BTreeMap<SchoolNo, TitlePostDoc>,
    elsewhere: i64,
) -> i64 {
    let approved: i64 = posts.iter().map(|one| one.approved).sum();
    let reserves = posts.iter().map(|one| one.reserve - one.reserve_filled);
    let reserve: i64 = reserves.sum();
    let filled: i64 = rows.values().map(|row| row.filled_after).sum::<i64>() + elsewhere;
    let left = (approved - filled).max(0);
    let kept = reserve.clamp(0, left);
    // A school that closes is given none of what is left.
    let closes = |no: &SchoolNo| facts.roster.school(*no).closing;
    let heads = rows.keys().map(|no| {
        if closes(no) {
            0
        } else {
            facts.quota[no.0].heads_base
        }
    });
    let heads: Vec<_> = heads.map(Ratio::from_integer).collect();
    for (row, share) in rows.values_mut().zip(apportion(left - kept, &heads)) {
        row.given = row.filled_after + share;
    }
    kept + elsewhere
}

/// Every applicant for a grade of the ledger. Of the appointed the first take general posts as long as
/// there are any; the rotated who come after that take the reserve.
pub fn appointments(facts: &Facts<'_>, plan: &Placement) -> Vec<AppointmentDoc> {
    let ledger = &facts.titles;
    let mut order: Vec<_> = ledger.applicants.iter().collect();
    order.sort_by_key(|one| (Reverse(one.title), one.place == 0, one.place));
    let cells = ledger.cells().into_iter();
    let cells = cells.map(|cell| ((cell.grade, cell.school), cell.general()));
    let mut general: BTreeMap<(Title, Option<SchoolNo>), i64> = cells.collect();
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
            teacher: facts.roster.teacher_id(one.teacher),
            school: facts.roster.school_id(one.school),
            title: one.title,
            place: (one.place > 0).then_some(one.place),
            appointed,
            post: appointed.then_some(post),
            lacks: one.unfit.iter().copied().map(OwnedText::from).collect(),
        }
    });
    list.collect()
}
