//! Lessons besides the posts, visits, mentors, classes that are split.

use super::Annex;
use super::form::{Form, row};
use crate::domain::Subject;
use crate::input::plan_sheets::{GAPS, LESSONS, MENTORS, TRIPS, VISITS};
use crate::text::{Lang, Text};

/// Lessons that people give besides their posts.
pub(super) fn lessons(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.periods.weeks.iter().flat_map(|week| {
        week.lessons.iter().map(|one| {
            row![
                week.teacher.as_str(),
                week.name.as_str(),
                annex.school(&week.school),
                week.on_post,
                annex.school(&one.school),
                annex.stage(one.stage),
                annex.subject(one.subject),
                one.periods,
            ]
        })
    });
    Form::of(&LESSONS, annex.lang).with(rows)
}

/// Half-days at other schools.
pub(super) fn trips(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.itinerants.iter().map(|one| {
        row![
            one.teacher.as_str(),
            one.name.as_str(),
            annex.school(&one.from),
            annex.school(&one.to),
            one.half_days,
            one.travel_minutes,
        ]
    });
    Form::of(&TRIPS, annex.lang).with(rows)
}

/// What nobody on a post covers, and what becomes of it.
pub(super) fn gaps(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.periods.gaps.iter().map(|one| {
        row![
            annex.school(&one.school),
            annex.stage(one.stage),
            annex.subject(one.subject),
            one.lacking,
            one.inside,
            one.itinerant,
            one.remote,
            one.open,
        ]
    });
    Form::of(&GAPS, annex.lang).with(rows)
}

/// Lessons given now and then at village schools.
pub(super) fn visits(annex: &Annex<'_>) -> Form {
    let list = |all: &[Subject]| {
        let all = all.iter().map(|one| annex.subject(*one));
        all.collect::<Vec<_>>().join(";")
    };
    let rows = annex.doc.visits.iter().map(|one| {
        row![
            one.teacher.as_str(),
            one.name.as_str(),
            annex.school(&one.school),
            list(&one.subjects),
            one.times,
        ]
    });
    Form::of(&VISITS, annex.lang).with(rows)
}

/// Village backbone teachers and their mentors.
pub(super) fn mentors(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.mentors.iter().map(|one| {
        row![
            one.teacher.as_str(),
            one.name.as_str(),
            annex.subject(one.subject),
            one.mentor.as_str(),
            one.mentor_name.as_str(),
        ]
    });
    Form::of(&MENTORS, annex.lang).with(rows)
}

const SPLITS: [Text; 4] = [
    Text::new("学校", "School"),
    Text::new("年级", "Grade"),
    Text::new("现有各班人数", "Pupils of each class now"),
    Text::new("新学年各班人数", "Pupils of each class next year"),
];

/// Classes that are split before the year.
pub(super) fn splits(annex: &Annex<'_>) -> Form {
    let mark = if annex.lang == Lang::Zh { "、" } else { ", " };
    let list = |all: &[u32]| {
        all.iter()
            .map(u32::to_string)
            .collect::<Vec<_>>()
            .join(mark)
    };
    let rows = annex.doc.class_splits.iter().map(|one| {
        row![
            annex.school(&one.school),
            i64::from(one.grade),
            list(&one.before),
            list(&one.after),
        ]
    });
    Form::new(
        Text::new("大班额化解表", "classes split"),
        &SPLITS,
        annex.lang,
    )
    .with(rows)
}
