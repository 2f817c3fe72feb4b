//! Who teaches what: teaching posts with those who fill them, subjects short and over, recruits.

use super::Annex;
use super::form::{Cell, Form, row};
use crate::input::plan_sheets::{APPRENTICES, POSTS, RECRUITS};
use crate::plan::{PostDoc, SchoolDoc};
use crate::text::Text;
use std::collections::BTreeSet;

const STAYS: Text = Text::new("现任", "stays");
const COMES: Text = Text::new("交入", "comes");
const RECRUIT: Text = Text::new("新招", "recruit");
const EMPTY: Text = Text::new("空缺", "empty");

/// Every teaching post, a row for each person, recruit or empty place.
pub(super) fn posts(annex: &Annex<'_>) -> Form {
    let movers: BTreeSet<&str> = annex
        .doc
        .moves
        .iter()
        .map(|one| one.teacher.as_str())
        .collect();
    let mut form = Form::of(&POSTS, annex.lang);
    for school in &annex.doc.schools {
        for post in &school.teaching_posts {
            for id in &post.filled_by {
                let state = if movers.contains(id.as_str()) {
                    COMES
                } else {
                    STAYS
                };
                form.rows
                    .push(one_post(annex, school, post, Some(id), state));
            }
            let others = [(post.recruits, RECRUIT), (post.empty, EMPTY)];
            for (number, state) in others {
                let row = || one_post(annex, school, post, None, state);
                form.rows.extend((0..number).map(|_| row()));
            }
        }
    }
    form
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
        annex.stage(post.stage),
        annex.parts(&post.parts),
        annex.yes(post.must_open),
        id.map(String::as_str),
        who.map(|who| who.name.as_str()),
        who.map(|who| annex.subject(who.subject)),
        annex.say(state),
    ]
}

const BALANCE: [Text; 10] = [
    Text::new("学校", "School"),
    Text::new("学科", "Subject"),
    Text::new("班级数", "Classes"),
    Text::new("周课时需求", "Weekly periods"),
    Text::new("应配教师", "Posts"),
    Text::new("现有(本学科)", "Own subject before"),
    Text::new("方案前余缺", "Before: over or short"),
    Text::new("方案后(本学科)", "Own subject after"),
    Text::new("方案后余缺", "After: over or short"),
    Text::new("方案后空岗", "Empty posts after"),
];
const BALANCE_NOTE: Text = Text::new(
    "注：余缺为本学科教师数减该学科为主的岗位数，正数为余，负数为缺；空岗为无人（含兼课）承担的岗位，两者口径不同。",
    "Note: over or short is teachers of the subject less posts of which it is the main part; an empty post is one that nobody takes, of whatever subject.",
);

/// Subjects over and short at every school, before and after.
pub(super) fn balance(annex: &Annex<'_>) -> Form {
    let name = Text::new("学科余缺表", "subjects over and short");
    let mut form = Form::new(name, &BALANCE, annex.lang);
    for school in &annex.doc.schools {
        for one in &school.subjects {
            let mine = |post: &&PostDoc| post.main() == Some(one.subject);
            let empty = school.teaching_posts.iter().filter(mine);
            let empty: u32 = empty.map(|post| post.empty).sum();
            let of = school.teaching_posts.iter();
            let periods = of.map(|post| {
                let of = post.parts.iter().filter(|part| part.0 == one.subject);
                of.map(|part| part.1).sum::<u32>() * post.number
            });
            form.rows.push(row![
                annex.school(&school.id),
                annex.subject(one.subject),
                school.classes,
                periods.sum::<u32>(),
                one.posts,
                one.before,
                one.before - one.posts,
                one.after,
                one.after - one.posts,
                empty,
            ]);
        }
    }
    form.note(annex.say(BALANCE_NOTE).to_owned())
}

/// Recruits by school and post.
pub(super) fn recruits(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.recruits.iter().map(|one| {
        let pool = annex
            .facts
            .roster
            .pools
            .iter()
            .find(|pool| pool.id == one.pool);
        row![
            one.pool.as_str(),
            annex.say(one.employment.text()),
            pool.map(|pool| annex.say(pool.source.text())),
            annex.school(&one.school),
            annex.stage(one.stage),
            annex.parts(&one.parts),
            annex.yes(one.must_open),
            one.number,
        ]
    });
    Form::of(&RECRUITS, annex.lang).with(rows)
}

/// Recruits who learn at another school first.
pub(super) fn apprentices(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.apprentices.iter().map(|one| {
        row![
            one.pool.as_str(),
            annex.school(&one.school),
            annex.stage(one.stage),
            annex.parts(&one.parts),
            annex.yes(one.must_open),
            annex.school(&one.at),
            one.number,
            one.start.to_string(),
            one.end.to_string(),
        ]
    });
    Form::of(&APPRENTICES, annex.lang).with(rows)
}
