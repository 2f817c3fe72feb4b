//! For each school that sends or receives anybody a sheet of its own.

use super::context::{Annex, TEACHES};
use crate::input::SCHOOL_SHEET;
use crate::plan::MoveDoc;
use crate::print::{Align, Cell, LIST, Phrase, Table, row};
use crate::report;
use crate::text::Text;

const GOES: Text = Text::new("派出", "sent");
const COMES: Text = Text::new("接收", "received");
const LEADER: Text = Text::new("校长交流", "school leader");
const RECRUIT: Text = Text::new("新招", "recruits");
const PERSONS: Text = Text::new("{number}人", "{number} persons");

/// The heads of every sheet.
const HEADS: [Text; 11] = [
    Text::new("类别", "What"),
    Text::new("工号", "Staff id"),
    Text::new("姓名", "Name"),
    TEACHES,
    Text::new("职称", "Title"),
    Text::new("原学校", "From school"),
    Text::new("新学年学校", "To school"),
    Text::new("形式", "Form"),
    Text::new("起始年月", "From month"),
    Text::new("结束年月", "To month"),
    Text::new("是否调动人事关系", "Quota place goes along"),
];

/// A table for every school for which something changes.
pub(super) fn schools(annex: &Annex<'_>) -> Vec<Table> {
    let all = annex.doc.schools.iter();
    let all = all.map(|school| one_school(annex, &school.id));
    all.filter(|table| !table.rows.is_empty()).collect()
}

fn one_school(annex: &Annex<'_>, id: &str) -> Table {
    let doc = annex.doc;
    let goes = doc.moves.iter().filter(|one| one.from == *id);
    let comes = doc.moves.iter().filter(|one| one.to == *id);
    let goes = goes.map(|one| one_move(annex, one, GOES));
    let comes = comes.map(|one| one_move(annex, one, COMES));
    let leaders = doc.leaders.iter();
    let leaders = leaders.filter(|one| one.from == *id || one.to == *id);
    let leaders = leaders.map(|one| {
        let who = annex.teacher(&one.teacher);
        row![
            LEADER,
            &one.teacher,
            &one.name,
            beside_leading(annex, &one.teacher),
            who.map(|who| who.title.text()),
            annex.school(&one.from),
            annex.school(&one.to),
            one.role.text(),
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
        ]
    });
    let recruits = doc.recruits.iter().filter(|one| one.school == *id);
    let recruits = recruits.map(|one| {
        row![
            RECRUIT,
            &one.pool,
            Phrase::fill(PERSONS, &crate::blanks! { number: one.number }),
            annex.parts(&one.parts),
            Cell::Blank,
            Cell::Blank,
            annex.school(id),
            one.employment.text(),
            doc.scenario.year_start,
            Cell::Blank,
            Cell::Blank,
        ]
    });
    let table = Table::new((SCHOOL_SHEET.zh, SCHOOL_SHEET.en)).heads(HEADS, Align::Left);
    let mut table = table.rows(goes.chain(comes).chain(leaders).chain(recruits));
    table.about = annex.school(id);
    table
}

/// What a leader teaches beside leading.
fn beside_leading(annex: &Annex<'_>, who: &str) -> Phrase {
    let mut people = annex.doc.people.iter();
    let found = people.find(|one| one.teacher == who);
    let taught = found.into_iter().flat_map(|one| &one.post);
    Phrase::join(taught.map(|part| part.0.text()), LIST)
}

fn one_move(annex: &Annex<'_>, one: &MoveDoc, what: Text) -> Vec<Cell> {
    let who = annex.teacher(&one.teacher);
    row![
        what,
        &one.teacher,
        &one.name,
        report::teaches(annex.doc, one),
        who.map(|who| who.title.text()),
        annex.school(&one.from),
        annex.school(&one.to),
        one.form_text(),
        one.start,
        one.end,
        one.quota_goes,
    ]
}
