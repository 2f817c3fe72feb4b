//! Who teaches what: teaching posts with those who fill them, subjects short and over, recruits.

use super::context::{Annex, CLASSES, SCHOOL, SUBJECT};
use crate::input::plan_sheets::{APPRENTICES, POSTS, RECRUITS};
use crate::plan::{PostDoc, SchoolDoc, SubjectDoc};
use crate::print::{Cell, Table, row};
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
    "注：余缺为本学科教师数减该学科为主的岗位数，正数为余，负数为缺；空岗为无人（含兼课）承担的岗位，两者口径不同。",
    "Note: over or short is teachers of the subject less posts of which it is the main part; an empty post is one that nobody takes, of whatever subject.",
);

/// Subjects over and short at every school, before and after.
pub(super) fn balance(annex: &Annex<'_>) -> Table {
    let all = annex.doc.schools.iter();
    let all = all.flat_map(|school| school.subjects.iter().map(move |one| (school, one)));
    let periods = |(school, one): (&SchoolDoc, &SubjectDoc)| {
        let posts = school.teaching_posts.iter();
        let parts = posts.flat_map(|post| post.parts.iter().map(move |part| (post, part)));
        let parts = parts.filter(|(_, part)| part.0 == one.subject);
        parts.map(|(post, part)| part.1 * post.number).sum::<u32>()
    };
    let empty = |(school, one): (&SchoolDoc, &SubjectDoc)| {
        let of = school.teaching_posts.iter();
        let of = of.filter(|post| post.main() == Some(one.subject));
        of.map(|post| post.empty).sum::<u32>()
    };
    Table::new(("学科余缺表", "subjects over and short"))
        .note(BALANCE_NOTE)
        .each(all)
        .words(SCHOOL, |(school, _)| annex.school(&school.id))
        .words(SUBJECT, |(_, one)| one.subject.text())
        .words(CLASSES, |(school, _)| school.classes)
        .words(("周课时需求", "Weekly periods"), periods)
        .words(("应配教师", "Posts"), |(_, one)| one.posts)
        .words(("现有(本学科)", "Own subject before"), |(_, one)| {
            one.before
        })
        .words(("方案前余缺", "Before: over or short"), |(_, one)| {
            one.before - one.posts
        })
        .words(("方案后(本学科)", "Own subject after"), |(_, one)| {
            one.after
        })
        .words(("方案后余缺", "After: over or short"), |(_, one)| {
            one.after - one.posts
        })
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
