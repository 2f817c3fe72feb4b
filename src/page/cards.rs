//! One card for each school: before and after, quota, subjects, who comes, who goes, title posts.

use super::seen::{Seen, decimal, lacking, parts};
use crate::blanks;
use crate::plan::{FigureId, PostDoc, QuotaDoc, SchoolDoc, SubjectDoc};
use crate::print::html::{self, Look, months, name, say, t};
use crate::print::{COLON, COMMA, Cell, Phrase, Sign, Table};
use crate::report::teaches;
use crate::text::Text;
use maud::{Markup, html};

const NOTE: Text = Text::new(
    "点开学校名称看明细。“方案前”指什么都不安排时的新学年。",
    "Open a school for its details. Before: the coming year when nothing is decided.",
);
const HEADS: Text = Text::new("教师 {before} → {after} 人", "teachers {before} → {after}");
const OPEN: Text = Text::new("空岗 {empty}", "empty posts {empty}");
const MOVED: Text = Text::new("调入 {come}，调出 {go}", "{come} come, {go} go");
const SIZE: Text = Text::new(
    "学生{pupils}人，{classes}个班；现有任课教师{now}人。",
    "{pupils} pupils in {classes} classes; {now} people teach there now.",
);
const CLOSES: Text = Text::new("新学年撤并", "closes before the year");
const SENDS: Text = Text::new("学生{pupils}人转入", "{pupils} pupils go to ");
const NOWHERE: Text = Text::new(
    "学生{pupils}人没有接收学校，不计入任何学校",
    "{pupils} pupils are taken in nowhere and counted at no school",
);
const TAKES: Text = Text::new(
    "接收撤并学校学生{pupils}人，来自",
    "{pupils} pupils come from the closing school ",
);
const QUOTA: Text = Text::new("编制（名）", "Quota (heads)");
const SUBJECTS: Text = Text::new("学科教师", "Teachers by subject");
const EMPTY: Text = Text::new("仍空缺的岗位", "Posts that stay empty");
const COMES: Text = Text::new("调入", "Who comes");
const GOES: Text = Text::new("调出", "Who goes");
const RECRUITS: Text = Text::new("招聘补充", "Recruits");
const FIRST: Text = Text::new("其中先到外校见习：", "First learn elsewhere: ");
const TITLES: Text = Text::new("职称岗位", "Title posts");
const SPLITS: Text = Text::new(
    "{grade}年级拆班：由{before}个班分为{after}个班。",
    "Grade {grade} is split: {before} classes become {after}.",
);
const PEOPLE: Text = Text::new("{number}人", "{number} people");
const PERIODS: Text = Text::new("课时/周", "periods a week");
const POSTS: Text = Text::new("{number}个岗位", "{number} posts");
const EXCHANGE: Text = Text::new("校长交流", "leader exchange");

/// The section.
pub(super) fn cards(seen: &Seen<'_>) -> Markup {
    html! {
        p.note { (t(NOTE)) }
        @for school in &seen.doc.schools { (card(seen, school)) }
    }
}

fn card(seen: &Seen<'_>, school: &SchoolDoc) -> Markup {
    let no = seen.facts.roster.find_school(&school.id);
    let closes = no.is_some_and(|no| seen.facts.roster.school(no).closing);
    let figure = |key: FigureId| school.figure(key).unwrap_or(0);
    let (come, go) = (figure(FigureId::Came), figure(FigureId::Moved));
    let empty = figure(FigureId::PostsEmpty);
    let heads = blanks! { before: school.heads_before, after: school.heads_after };
    let size = blanks! { pupils: school.pupils, classes: school.classes, now: school.heads_now };
    let splits = seen.doc.class_splits.iter();
    let splits = splits.filter(|one| one.school == school.id);
    html! {
        details.card.unfold {
            summary {
                b { (name(&school.name)) }
                " " small { (t(school.kind.text())) " · " (t(school.area.text())) }
                span.fig { (say(HEADS, &heads)) }
                span.fig { (say(OPEN, &blanks! { empty: empty })) }
                @if come + go > 0 {
                    span.fig { (say(MOVED, &blanks! { come: come, go: go })) }
                }
                @if closes { span.fig.fail { "✘ " (t(CLOSES)) } }
            }
            p { (say(SIZE, &size)) }
            @for one in seen.doc.mergers.iter().filter(|one| one.from == school.id) {
                @if let Some(to) = &one.to {
                    p { (say(SENDS, &blanks! { pupils: one.pupils })) (name(seen.school(to))) }
                } @else {
                    p { (say(NOWHERE, &blanks! { pupils: one.pupils })) }
                }
            }
            @for one in seen.doc.mergers.iter().filter(|one| one.to.as_ref() == Some(&school.id)) {
                p { (say(TAKES, &blanks! { pupils: one.pupils })) (name(seen.school(&one.from))) }
            }
            @for one in splits {
                p { (say(SPLITS, &blanks! {
                    grade: one.grade, before: one.before.len(), after: one.after.len()
                })) }
            }
            (quota(&school.quota))
            div.half { (subjects(&school.subjects)) }
            div.half {
                (people(seen, &school.id, true))
                (people(seen, &school.id, false))
                (recruits(seen, school))
                (vacancies(school))
            }
            (titles(seen, school))
        }
    }
}

fn quota(quota: &QuotaDoc) -> Markup {
    let in_force = |one: &QuotaDoc| one.in_force.map_or(Cell::Unknown, Cell::from);
    let table = Table::new("")
        .note(QUOTA)
        .each([quota])
        .number(("按标准测算", "asked by the standard"), |one| {
            decimal(one.asked[0], one.asked[1])
        })
        .number(("原核定", "in force"), in_force)
        .number(("本次分配", "given"), |one| one.given)
        .number(("现在编", "on quota now"), |one| one.heads_now)
        .number(("方案后在编", "on quota after"), |one| one.heads_after);
    html::table(&table.done(), Look::FitAligned)
}

fn subjects(subjects: &[SubjectDoc]) -> Markup {
    let short = |one: &SubjectDoc| match lacking(one) {
        0 => Cell::Blank,
        short => Cell::Verdict(Sign::Short, short.to_string().into()),
    };
    let change = |one: &SubjectDoc| Cell::Change(one.after - one.before);
    // Stages are told apart only where a school has several.
    let mut stages = subjects.iter().map(|one| one.stage);
    let first = stages.next();
    let several = stages.any(|stage| Some(stage) != first);
    let called = |one: &SubjectDoc| match one.stage.filter(|_| several) {
        Some(stage) => Phrase::join([stage.text(), one.subject.text()], Text::new("", " ")),
        None => one.subject.text().into(),
    };
    let table = Table::new("")
        .note(SUBJECTS)
        .each(subjects)
        .name(("学科", "subject"), called)
        .number(("岗位", "posts"), |one| one.posts)
        .number(("方案前", "before"), |one| one.before)
        .number(("方案后", "after"), |one| one.after)
        .number(("变化", "change"), change)
        .number(("本学科缺员", "lacking after"), short);
    html::table(&table.done(), Look::Full)
}

/// Lines under a head; nothing when there is none.
fn list(head: Text, lines: impl Iterator<Item = Markup>) -> Markup {
    let lines: Vec<Markup> = lines.collect();
    html! {
        @if !lines.is_empty() {
            p { strong { (t(head)) } }
            ul { @for line in lines { li { (line) } } }
        }
    }
}

/// Who comes, or who goes: the teachers who move, then the leaders who are exchanged.
fn people(seen: &Seen<'_>, school: &str, comes: bool) -> Markup {
    let (head, arrow) = if comes {
        (COMES, " ← ")
    } else {
        (GOES, " → ")
    };
    let here = |from: &str, to: &str| if comes { to == school } else { from == school };
    let other = |from, to| name(seen.school(if comes { from } else { to }));
    let moves = seen.doc.moves.iter().filter(|one| here(&one.from, &one.to));
    let moves = moves.map(|one| html! {
        (name(&one.name)) " " (t(teaches(seen.doc, one))) (arrow) (other(&one.from, &one.to)) (t(COMMA))
        (t(one.form_text())) " " (t(one.term()))
    });
    let leaders = seen.doc.leaders.iter();
    let leaders = leaders.filter(|one| here(&one.from, &one.to));
    let leaders = leaders.map(|one| html! {
        (name(&one.name)) " " (t(one.role.text())) (arrow) (other(&one.from, &one.to)) (t(COMMA))
        (t(EXCHANGE))
    });
    list(head, moves.chain(leaders))
}

fn recruits(seen: &Seen<'_>, school: &SchoolDoc) -> Markup {
    let recruits = seen.doc.recruits.iter();
    let recruits = recruits.filter(|one| one.school == school.id);
    let recruits = recruits.map(|one| {
        html! {
            (t(one.stage.text())) (t(COLON)) (parts(&one.parts)) " " (t(PERIODS)) (t(COMMA))
            (t(one.employment.text())) " " (say(PEOPLE, &blanks! { number: one.number }))
        }
    });
    let first = seen.doc.apprentices.iter();
    let first = first.filter(|one| one.school == school.id);
    let first = first.map(|one| html! {
        (t(FIRST)) (name(seen.school(&one.at))) " " (say(PEOPLE, &blanks! { number: one.number }))
        " " (months(one.start, one.end))
    });
    list(RECRUITS, recruits.chain(first))
}

fn vacancies(school: &SchoolDoc) -> Markup {
    let open = school.teaching_posts.iter().filter(|post| post.empty > 0);
    let line = |post: &PostDoc| {
        html! {
            (t(post.stage.text())) (t(COLON)) (parts(&post.parts)) " " (t(PERIODS)) (t(COMMA))
            (say(POSTS, &blanks! { number: post.empty }))
        }
    };
    list(EMPTY, open.map(line))
}

fn titles(seen: &Seen<'_>, school: &SchoolDoc) -> Markup {
    let here = seen.doc.title_posts.iter();
    let table = Table::new("")
        .note(TITLES)
        .each(here.filter(|one| one.school.as_deref() == Some(&school.id)))
        .name(("职称", "title"), |one| one.grade.text())
        .number(("原核定", "approved"), |one| one.approved)
        .number(("原已聘", "filled"), |one| one.filled)
        .number(("腾出", "freed"), |one| one.freed)
        .number(("本次聘任", "appointed"), |one| one.appointed)
        .number(("方案后岗位", "posts after"), |one| one.given)
        .number(("方案后已聘", "filled after"), |one| one.filled_after)
        .done();
    html! { @if !table.rows.is_empty() { (html::table(&table, Look::Fit)) } }
}
