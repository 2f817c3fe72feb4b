//! Who teaches what: teaching posts with those who fill them, subjects short and over, recruits, lessons
//! besides the posts, visits, mentors, classes that are split.

use super::context::{Annex, CLASSES, SCHOOL, SUBJECT};
use crate::domain::Stage;
use crate::input::plan_sheets::{
    APPRENTICES, GAPS, LESSONS, MENTORS, POSTS, RECRUITS, TRIPS, VISITS,
};
use crate::plan::{PostDoc, SchoolDoc, SubjectDoc};
use crate::print::{Cell, LIST, Phrase, Table, row};
use crate::text::Text;
use std::collections::BTreeSet;

const STAYS: Text = Text::new("现任", "stays");
const COMES: Text = Text::new("交入", "comes");
const RECRUIT: Text = Text::new("新招", "recruit");
const EMPTY: Text = Text::new("空缺", "empty");

/// Every teaching post, a row for each person, recruit or empty place.
pub(super) fn posts(annex: &Annex<'_>) -> Table {
    let movers: BTreeSet<&String> = annex.doc.moves.iter().map(|one| &one.teacher).collect();
    let mut rows = Vec::new();
    for school in &annex.doc.schools {
        for post in &school.teaching_posts {
            for id in &post.filled_by {
                let comes = movers.contains(id);
                let state = if comes { COMES } else { STAYS };
                rows.push(one_post(annex, school, post, Some(id), state));
            }
            for (number, state) in [(post.recruits, RECRUIT), (post.empty, EMPTY)] {
                let row = |_| one_post(annex, school, post, None, state);
                rows.extend((0..number).map(row));
            }
        }
    }
    Table::of(&POSTS, rows)
}

fn one_post(
    annex: &Annex<'_>,
    school: &SchoolDoc,
    post: &PostDoc,
    id: Option<&String>,
    state: Text,
) -> Vec<Cell> {
    let who = id.and_then(|id| annex.teacher(id));
    row![
        annex.school(&school.id),
        post.stage.text(),
        annex.parts(&post.parts),
        post.must_open,
        id,
        who.map(|who| &who.name),
        who.map(|who| who.subject.text()),
        state,
    ]
}

const BALANCE_NOTE: Text = Text::new(
    "注：余缺与余缺平衡表同一口径：本学科教师可承担课时减每周应开课时，按标准周课时折合为人，正数为余，负数为缺；不设专岗的学科由同学段教师兼任，不列余缺。空岗为无人（含兼课）承担的岗位。",
    "Note: over and short as in the balance: what the teachers of the subject can teach less what is to be taught, in full-time people; above nought is over, below is short. Subjects that any teacher of the stage takes have neither. An empty post is one that nobody takes, of whatever subject.",
);

/// Subjects over and short at every school, before and after.
pub(super) fn balance(annex: &Annex<'_>) -> Table {
    let all = annex.doc.schools.iter();
    let all = all.flat_map(|school| school.subjects.iter().map(move |one| (school, one)));
    let empty = |(school, one): (&SchoolDoc, &SubjectDoc)| {
        let of = school.teaching_posts.iter();
        let of = of.filter(|post| post.main() == Some(one.subject) && one.is_of(post.stage));
        of.map(|post| post.empty).sum::<u32>()
    };
    Table::new(("学科余缺表", "subjects over and short"))
        .note(BALANCE_NOTE)
        .each(all)
        .words(SCHOOL, |(school, _)| annex.school(&school.id))
        .words(("学段", "Stage"), |(_, one)| one.stage.map(Stage::text))
        .words(SUBJECT, |(_, one)| one.subject.text())
        .words(CLASSES, |(school, _)| school.classes)
        .words(("每周应开课时", "Weekly periods"), |(_, one)| {
            one.periods
        })
        .words(("本学科为主的岗位", "Posts"), |(_, one)| one.posts)
        .words(("现有(本学科)", "Own subject before"), |(_, one)| {
            one.before
        })
        .words(
            ("方案前余缺(人)", "Before: over or short"),
            |(_, one)| one.over_before,
        )
        .words(("方案后(本学科)", "Own subject after"), |(_, one)| {
            one.after
        })
        .words(
            ("方案后余缺(人)", "After: over or short"),
            |(_, one)| one.over_after,
        )
        .words(("方案后空岗", "Empty posts after"), empty)
        .done()
}

/// Recruits by school and post.
pub(super) fn recruits(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.recruits.iter().map(|one| {
        let mut pools = annex.facts.roster.pools.iter();
        let pool = pools.find(|pool| pool.id == one.pool);
        row![
            &one.pool,
            one.employment.text(),
            pool.map(|pool| pool.source.text()),
            annex.school(&one.school),
            one.stage.text(),
            annex.parts(&one.parts),
            one.must_open,
            one.number,
        ]
    });
    Table::of(&RECRUITS, rows)
}

/// Recruits who learn at another school first.
pub(super) fn apprentices(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.apprentices.iter().map(|one| {
        row![
            &one.pool,
            annex.school(&one.school),
            one.stage.text(),
            annex.parts(&one.parts),
            one.must_open,
            annex.school(&one.at),
            one.number,
            one.start,
            one.end,
        ]
    });
    Table::of(&APPRENTICES, rows)
}

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
