//! Who moves: the rotation roll (花名册), why (变动说明), and the leaders who change schools.

use super::Annex;
use super::form::{Cell, Form, row};
use crate::input::plan_sheets::{LEADERS, MOVES};
use crate::plan::{LeaderDoc, MoveDoc, Reason};
use crate::text::{Lang, Text};

/// The rotation roll, by sending school.
pub(super) fn moves(annex: &Annex<'_>) -> Form {
    let all: Vec<&MoveDoc> = annex.doc.moves.iter().collect();
    roll(annex, &all)
}

/// The roll of some of those who move.
pub(super) fn roll(annex: &Annex<'_>, moves: &[&MoveDoc]) -> Form {
    let mut moves = moves.to_vec();
    moves.sort_by_key(|one| (&one.from, &one.to, &one.teacher));
    let rows = moves.into_iter().map(|one| one_move(annex, one));
    Form::of(&MOVES, annex.lang).with(rows)
}

fn one_move(annex: &Annex<'_>, one: &MoveDoc) -> Vec<Cell> {
    let post = annex.held.get(one.teacher.as_str());
    let post = post.map(|post| annex.parts(&post.parts));
    let who = annex.teacher(&one.teacher);
    let known = who.filter(|_| !annex.masked);
    let say = |text: Option<Text>| text.map(|text| annex.say(text));
    let remark = one.reasons.contains(&Reason::Volunteer);
    row![
        annex.say(one.form.text()),
        annex.yes(one.quota_goes),
        one.start.to_string(),
        one.end.to_string(),
        annex.school(&one.from),
        annex.school(&one.to),
        one.teacher.as_str(),
        one.name.as_str(),
        say(who.map(|who| who.sex.text())),
        known.map(|who| who.birth.to_string()),
        say(who.map(|who| who.degree.text())),
        say(who.map(|who| who.title.text())),
        say(who.map(|who| who.stage.text())),
        annex.subject(one.subject),
        say(who.map(|who| who.backbone.text())),
        known.map(|who| who.at_school_since.to_string()),
        post,
        one.weekly_periods,
        (one.share != 100).then_some(one.share),
        annex.yes(one.bed),
        one.travel_minutes,
        if remark {
            annex.say(Reason::Volunteer.text())
        } else {
            ""
        },
    ]
}

const POSTED: [Text; 7] = [
    Text::new("序号", "No."),
    Text::new("姓名", "Name"),
    Text::new("任教学科", "Subject"),
    Text::new("现学校", "Present school"),
    Text::new("交流学校", "Next school"),
    Text::new("交流形式", "Form"),
    Text::new("起止年月", "From and to"),
];
const POSTED_NOTE: Text = Text::new(
    "注：对名单有异议的，请在公示期内向所在学校或县教育局人事股反映。",
    "Note: objections go to the school or to the personnel section of the bureau while the list is posted.",
);

/// What is posted (公示): nothing of the person but name and subject.
pub(super) fn posted(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.moves.iter().enumerate().map(|(no, one)| {
        row![
            no + 1,
            one.name.as_str(),
            annex.subject(one.subject),
            annex.school(&one.from),
            annex.school(&one.to),
            annex.say(one.form.text()),
            format!("{}—{}", one.start, one.end),
        ]
    });
    let form = Form::new(
        Text::new("公示名单", "list to be posted"),
        &POSTED,
        annex.lang,
    );
    form.with(rows).note(annex.say(POSTED_NOTE).to_owned())
}

const WHY: [Text; 7] = [
    Text::new("工号", "Staff id"),
    Text::new("姓名", "Name"),
    Text::new("学科", "Subject"),
    Text::new("现学校", "Present school"),
    Text::new("新学年学校", "Next school"),
    Text::new("理由", "Reasons"),
    Text::new("说明", "In words"),
];
const SENTENCE: Text = Text::new(
    "自{start}至{end}以{form}形式到{to}任教，每周{periods}课时；{quota}。",
    "Goes to {to} as {form} from {start} to {end}, {periods} periods a week; {quota}.",
);
const GOES: Text = Text::new("编制随转", "the quota place goes along");
const STAYS: Text = Text::new("编制保留在原校", "the quota place stays");

/// Why each of them moves.
pub(super) fn reasons(annex: &Annex<'_>) -> Form {
    let mark = if annex.lang == Lang::Zh { "；" } else { "; " };
    let rows = annex.doc.moves.iter().map(|one| {
        let reasons = one.reasons.iter().map(|reason| annex.say(reason.text()));
        let facts = crate::blanks! {
            start: one.start, end: one.end, form: one.form.text(), to: annex.school(&one.to),
            periods: one.weekly_periods, quota: if one.quota_goes { GOES } else { STAYS },
        };
        row![
            one.teacher.as_str(),
            one.name.as_str(),
            annex.subject(one.subject),
            annex.school(&one.from),
            annex.school(&one.to),
            reasons.collect::<Vec<_>>().join(mark),
            SENTENCE.fill(annex.lang, &facts),
        ]
    });
    Form::new(Text::new("变动说明", "reasons"), &WHY, annex.lang).with(rows)
}

/// School leaders who go on to another school.
pub(super) fn leaders(annex: &Annex<'_>) -> Form {
    let row = |one: &LeaderDoc| {
        row![
            one.teacher.as_str(),
            one.name.as_str(),
            annex.say(one.role.text()),
            one.terms,
            annex.school(&one.from),
            annex.school(&one.to),
            one.travel_minutes,
        ]
    };
    Form::of(&LEADERS, annex.lang).with(annex.doc.leaders.iter().map(row))
}
