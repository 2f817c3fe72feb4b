//! Lessons besides the posts, visits, mentors, classes that are split.

use super::context::{Annex, SCHOOL};
use crate::input::plan_sheets::{GAPS, LESSONS, MENTORS, TRIPS, VISITS};
use crate::print::{LIST, Phrase, Table, row};
use crate::text::Text;

/// Lessons that people give besides their posts.
pub(super) fn lessons(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.periods.weeks.iter().flat_map(|week| {
        week.lessons.iter().map(|one| {
            row![
                &week.teacher,
                &week.name,
                annex.school(&week.school),
                week.on_post,
                annex.school(&one.school),
                one.stage.text(),
                one.subject.text(),
                one.periods,
            ]
        })
    });
    Table::of(&LESSONS, rows)
}

/// Half-days at other schools.
pub(super) fn trips(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.itinerants.iter().map(|one| {
        row![
            &one.teacher,
            &one.name,
            annex.school(&one.from),
            annex.school(&one.to),
            one.half_days,
            one.travel_minutes,
        ]
    });
    Table::of(&TRIPS, rows)
}

/// What nobody on a post covers, and what becomes of it.
pub(super) fn gaps(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.periods.gaps.iter().map(|one| {
        row![
            annex.school(&one.school),
            one.stage.text(),
            one.subject.text(),
            one.lacking,
            one.inside,
            one.itinerant,
            one.remote,
            one.open,
        ]
    });
    Table::of(&GAPS, rows)
}

/// The mark that is read back between the subjects of a cell.
const SEMICOLON: Text = Text::new(";", ";");

/// Lessons given now and then at village schools.
pub(super) fn visits(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.visits.iter().map(|one| {
        let subjects = one.subjects.iter().map(|one| one.text());
        row![
            &one.teacher,
            &one.name,
            annex.school(&one.school),
            Phrase::join(subjects, SEMICOLON),
            one.times,
        ]
    });
    Table::of(&VISITS, rows)
}

/// Village backbone teachers and their mentors.
pub(super) fn mentors(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.mentors.iter().map(|one| {
        row![
            &one.teacher,
            &one.name,
            one.subject.text(),
            &one.mentor,
            &one.mentor_name,
        ]
    });
    Table::of(&MENTORS, rows)
}

/// Classes that are split before the year.
pub(super) fn splits(annex: &Annex<'_>) -> Table {
    let list = |all: &[u32]| Phrase::join(all.iter().map(u32::to_string), LIST);
    Table::new(("大班额化解表", "classes split"))
        .each(&annex.doc.class_splits)
        .words(SCHOOL, |one| annex.school(&one.school))
        .words(("年级", "Grade"), |one| i64::from(one.grade))
        .words(("现有各班人数", "Pupils of each class now"), |one| {
            list(&one.before)
        })
        .words(
            ("新学年各班人数", "Pupils of each class next year"),
            |one| list(&one.after),
        )
        .done()
}
