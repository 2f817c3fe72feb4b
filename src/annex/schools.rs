//! For each school that sends or receives anybody a sheet of its own.

use super::Annex;
use super::form::{Cell, Form, row};
use crate::plan::MoveDoc;
use crate::text::Text;

const HEADS: [Text; 11] = [
    Text::new("类别", "What"),
    Text::new("工号", "Staff id"),
    Text::new("姓名", "Name"),
    Text::new("学科", "Subject"),
    Text::new("职称", "Title"),
    Text::new("原学校", "From school"),
    Text::new("新学年学校", "To school"),
    Text::new("形式", "Form"),
    Text::new("起始年月", "From month"),
    Text::new("结束年月", "To month"),
    Text::new("是否调动人事关系", "Quota place goes along"),
];
const GOES: Text = Text::new("派出", "sent");
const COMES: Text = Text::new("接收", "received");
const LEADER: Text = Text::new("校长交流", "school leader");
const RECRUIT: Text = Text::new("新招", "recruits");
const PERSONS: Text = Text::new("{number}人", "{number} persons");

/// A table for every school for which something changes.
pub(super) fn schools(annex: &Annex<'_>) -> Vec<Form> {
    let all = annex
        .doc
        .schools
        .iter()
        .map(|school| one_school(annex, &school.id));
    all.filter(|form| !form.rows.is_empty()).collect()
}

fn one_school(annex: &Annex<'_>, id: &str) -> Form {
    let doc = annex.doc;
    let mut form = Form::new(
        Text::new("教师变动名册", "changes of staff"),
        &HEADS,
        annex.lang,
    );
    form.about = annex.school(id);
    for one in doc.moves.iter().filter(|one| one.from == *id) {
        form.rows.push(one_move(annex, one, GOES));
    }
    for one in doc.moves.iter().filter(|one| one.to == *id) {
        form.rows.push(one_move(annex, one, COMES));
    }
    for one in &doc.leaders {
        if one.from == *id || one.to == *id {
            let who = annex.teacher(&one.teacher);
            form.rows.push(row![
                annex.say(LEADER),
                one.teacher.as_str(),
                one.name.as_str(),
                who.map(|who| annex.subject(who.subject)),
                who.map(|who| annex.say(who.title.text())),
                annex.school(&one.from),
                annex.school(&one.to),
                annex.say(one.role.text()),
                "",
                "",
                "",
            ]);
        }
    }
    for one in doc.recruits.iter().filter(|one| one.school == *id) {
        form.rows.push(row![
            annex.say(RECRUIT),
            one.pool.as_str(),
            PERSONS.fill(annex.lang, &crate::blanks! { number: one.number }),
            annex.parts(&one.parts),
            "",
            "",
            annex.school(id),
            annex.say(one.employment.text()),
            doc.scenario.year_start.to_string(),
            "",
            "",
        ]);
    }
    form
}

fn one_move(annex: &Annex<'_>, one: &MoveDoc, what: Text) -> Vec<Cell> {
    let who = annex.teacher(&one.teacher);
    row![
        annex.say(what),
        one.teacher.as_str(),
        one.name.as_str(),
        annex.subject(one.subject),
        who.map(|who| annex.say(who.title.text())),
        annex.school(&one.from),
        annex.school(&one.to),
        annex.say(one.form.text()),
        one.start.to_string(),
        one.end.to_string(),
        annex.yes(one.quota_goes),
    ]
}
