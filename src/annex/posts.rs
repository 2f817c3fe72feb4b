//! Who teaches what: teaching posts with those who fill them, subjects short and over, recruits, lessons
//! besides the posts, visits, mentors, classes that are split.

use super::context::{Annex, CLASSES, SCHOOL, SUBJECT};
use crate::blanks;
use crate::facts::{Grade, PostNo, Taken};
use crate::input::plan_sheets::{
    APPRENTICES, GAPS, LESSONS, MENTORS, POSTS, RECRUITS, TRIPS, VISITS,
};
use crate::plan::{LessonDoc, PostDoc, SchoolDoc, SubjectDoc};
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
        id.and_then(|id| covered(annex, id)),
        id.and_then(|id| in_part(annex, school, post, id)),
    ]
}

/// Weekly periods of her post that somebody gives.
fn covered(annex: &Annex<'_>, id: &str) -> Option<i64> {
    let mut people = annex.doc.people.iter();
    let found = people.find(|one| one.teacher == id);
    found.map(|one| one.periods)
}

const IN_PART: Text = Text::new(
    "岗位{all}课时，本人承担{given}课时（{why}），其余列入课时台账{others}",
    "of {all} periods {given} are hers ({why}); the others stand in the ledger of periods{others}",
);
const NOT_HERS: Text = Text::new(
    "{subject}{left}课时不可任",
    "may not teach {subject}: {left}",
);
const FULL: Text = Text::new("课时已到本人上限", "her week is full");
const SHARED: Text = Text::new("，由{names}兼课", ", shared by {names}");

/// Why the weekly periods of a post are not all of whoever fills it, and who shares the others.
fn in_part(annex: &Annex<'_>, school: &SchoolDoc, post: &PostDoc, id: &str) -> Option<Phrase> {
    let facts = annex.facts;
    let stand = facts.stands(facts.roster.find_teacher(id)?);
    let mut posts = facts.posts_of(facts.roster.find_school(&school.id)?);
    let of = |no: &PostNo| {
        let one = facts.post(*no);
        (one.stage, &one.parts) == (post.stage, &post.parts)
    };
    let taken = facts
        .profile(stand.profile)
        .taken(facts.post(posts.find(of)?));
    let left = taken.iter().filter(|one| one.left > 0);
    let left: Vec<&Taken> = left.collect();
    let barred = left.iter().filter(|one| one.grade == Grade::None);
    let barred = barred.map(|one| {
        let words = blanks! { subject: one.subject.text(), left: one.left };
        Phrase::fill(NOT_HERS, &words)
    });
    let full = left.iter().any(|one| one.grade > Grade::None);
    let why = barred.chain(full.then(|| FULL.into()));
    let here = |one: &LessonDoc| {
        let subject = left.iter().any(|part| part.subject == one.subject);
        subject && one.school == school.id && one.stage == post.stage
    };
    let weeks = annex.doc.periods.weeks.iter();
    let others = weeks.filter(|week| week.teacher != id && week.lessons.iter().any(here));
    let others: Vec<&str> = others.map(|week| week.name.as_str()).collect();
    let shared = Phrase::fill(SHARED, &blanks! { names: others });
    let words = blanks! {
        all: taken.iter().map(|one| i64::from(one.taught + one.left)).sum::<i64>(),
        given: taken.iter().map(|one| i64::from(one.taught)).sum::<i64>(),
        why: Phrase::join(why, LIST),
        others: if others.is_empty() { Phrase::from("") } else { shared },
    };
    (!left.is_empty()).then(|| Phrase::fill(IN_PART, &words))
}

const BALANCE_NOTE: Text = Text::new(
    "注：余缺与余缺平衡表同一口径：本学科教师可承担课时减每周应开课时，按标准周课时折合为人，正数为余，负数为缺；不设专岗的学科由同学段教师兼任，不列余缺。空岗为无人（含兼课）承担的岗位。学段写“原任”的，是跨学段任教的教师，按其原任学段和主教学科计，该校不开该学段。",
    "Note: over and short as in the balance: what the teachers of the subject can teach less what is to be taught, in full-time people; above nought is over, below is short. Subjects that any teacher of the stage takes have neither. An empty post is one that nobody takes, of whatever subject. A stage that was taught before is of people who teach another one here; they are counted by their own stage and subject, of which the school has no classes.",
);
const TAUGHT_BEFORE: Text = Text::new("原任{stage}", "taught {stage} before");

/// Subjects over and short at every school, before and after.
pub(super) fn balance(annex: &Annex<'_>) -> Table {
    let all = annex.doc.schools.iter();
    let all = all.flat_map(|school| school.subjects.iter().map(move |one| (school, one)));
    let empty = |(school, one): (&SchoolDoc, &SubjectDoc)| {
        let of = school.teaching_posts.iter();
        let of = of.filter(|post| post.main() == Some(one.subject) && one.is_of(post.stage));
        of.map(|post| post.empty).sum::<u32>()
    };
    // Whoever comes from another stage is counted as what she taught: the school has no such stage.
    let stage = |(school, one): (&SchoolDoc, &SubjectDoc)| {
        let stage = one.stage?;
        let taught = school.kind.stages().contains(&stage);
        let words = blanks! { stage: stage.text() };
        Some(if taught {
            stage.text().into()
        } else {
            Phrase::fill(TAUGHT_BEFORE, &words)
        })
    };
    Table::new(("学科余缺表", "subjects over and short"))
        .note(BALANCE_NOTE)
        .each(all)
        .words(SCHOOL, |(school, _)| annex.school(&school.id))
        .words(("学段", "Stage"), stage)
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
