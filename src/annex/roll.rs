//! Who moves: the rotation roll (花名册), why (变动说明), and the leaders who change schools.

use super::context::{Annex, NEXT_AT, NOW_AT, PERSON, STAFF_ID, TEACHES};
use crate::input::plan_sheets::{LEADERS, MOVES};
use crate::plan::{FigureId, LeaderDoc, MoveDoc, MoveKind, Plan, Reason};
use crate::print::{ALSO, Cell, Phrase, Table, row};
use crate::report;
use crate::text::Text;

const SUM: Text = Text::new(
    "注：合计调整人员{moved}人，其中交流轮岗{rotating}人、撤并安置{closing}人、其他调整{otherwise}人；校长、副校长交流和往年派出仍在期内的不在本表。",
    "Note: {moved} people move in all: {rotating} rotate, {closing} are placed from closing schools, {otherwise} are moved otherwise; exchanged leaders and postings of earlier years are not in this table.",
);

/// The rotation roll, by sending school.
pub(super) fn moves(annex: &Annex<'_>) -> Table {
    let figure = |key: FigureId| annex.doc.figure(key);
    let blanks = crate::blanks! {
        moved: figure(FigureId::Moved), rotating: figure(FigureId::Rotating),
        closing: figure(FigureId::PlacedClosing), otherwise: figure(FigureId::MovedOtherwise),
    };
    roll(annex, annex.doc.moves.iter().collect()).note(Phrase::fill(SUM, &blanks))
}

/// The roll of some of those who move.
pub(super) fn roll(annex: &Annex<'_>, mut moves: Vec<&MoveDoc>) -> Table {
    moves.sort_by_key(|one| (&one.from, &one.to, &one.teacher));
    let rows = moves.into_iter().map(|one| one_move(annex, one));
    Table::of(&MOVES, rows)
}

fn one_move(annex: &Annex<'_>, one: &MoveDoc) -> Vec<Cell> {
    let post = annex.held.get(one.teacher.as_str());
    let who = annex.teacher(&one.teacher);
    let known = who.filter(|_| !annex.masked);
    let volunteer = one.reasons.contains(&Reason::Volunteer);
    row![
        one.form_text(),
        one.quota_goes,
        one.start,
        one.end,
        annex.school(&one.from),
        annex.school(&one.to),
        &one.teacher,
        &one.name,
        who.map(|who| who.sex.text()),
        known.map(|who| who.birth),
        who.map(|who| who.degree.text()),
        who.map(|who| who.title.text()),
        who.map(|who| who.stage.text()),
        one.subject.text(),
        who.map(|who| who.backbone.text()),
        known.map(|who| who.at_school_since),
        post.map(|post| annex.parts(&post.parts)),
        one.weekly_periods,
        (one.share != 100).then_some(one.share),
        one.bed,
        one.travel_minutes,
        one.kind.text(),
        volunteer.then(|| Reason::Volunteer.text()),
    ]
}

const POSTED_NOTE: Text = Text::new(
    "注：对名单有异议的，请在公示期内向所在学校或县教育局人事股反映。",
    "Note: objections go to the school or to the personnel section of the bureau while the list is posted.",
);

/// What is posted (公示): nothing of the person but name and subject.
pub(super) fn posted(annex: &Annex<'_>) -> Table {
    Table::new(("公示名单", "list to be posted"))
        .note(POSTED_NOTE)
        .each(annex.doc.moves.iter().enumerate())
        .words(("序号", "No."), |(no, _)| no + 1)
        .words(PERSON, |(_, one)| &one.name)
        .words(TEACHES, |(_, one)| report::teaches(annex.doc, one))
        .words(NOW_AT, |(_, one)| annex.school(&one.from))
        .words(("交流学校", "Next school"), |(_, one)| {
            annex.school(&one.to)
        })
        .words(("交流形式", "Form"), |(_, one)| one.form_text())
        .words(("起止年月", "From and to"), |(_, one)| one.term())
        .done()
}

const SENTENCE: Text = Text::new(
    "自{start}至{end}以{form}形式到{to}任教{subjects}，每周{periods}课时；{quota}。",
    "Goes to {to} as {form} from {start} to {end} to teach {subjects}, {periods} periods a week; {quota}.",
);
const PLACED: Text = Text::new(
    "自{start}起安置到{to}任教{subjects}，每周{periods}课时；{quota}。",
    "Is placed at {to} from {start} on to teach {subjects}, {periods} periods a week; {quota}.",
);
const IDLE: Text = Text::new(
    "自{start}起安置到{to}，工作由该校安排；{quota}。",
    "Is placed at {to} from {start} on; the school arranges the work; {quota}.",
);

/// Why each of them moves.
pub(super) fn reasons(annex: &Annex<'_>) -> Table {
    let sentence = |one: &MoveDoc| {
        let blanks = crate::blanks! {
            start: one.start, end: one.end, form: one.form_text(), to: annex.school(&one.to),
            subjects: report::teaches_in_full(annex.doc, one), periods: one.weekly_periods,
            quota: report::quota_words(annex.facts, one),
        };
        let says = match (one.kind, one.weekly_periods) {
            (MoveKind::Closing, 0) => IDLE,
            (MoveKind::Closing, _) => PLACED,
            _ => SENTENCE,
        };
        Phrase::fill(says, &blanks)
    };
    let against =
        |one: &MoveDoc| Phrase::join(report::objections(annex.facts, annex.doc, one), ALSO);
    let reasons = |one: &MoveDoc| Phrase::join(one.reasons.iter().map(|one| one.text()), ALSO);
    Table::new(("变动说明", "reasons"))
        .each(&annex.doc.moves)
        .words(STAFF_ID, |one| &one.teacher)
        .words(PERSON, |one| &one.name)
        .words(TEACHES, |one| report::teaches(annex.doc, one))
        .words(NOW_AT, |one| annex.school(&one.from))
        .words(NEXT_AT, |one| annex.school(&one.to))
        .words(("理由", "Reasons"), reasons)
        .words(("理由说明", "Why"), |one| why(annex.doc, one))
        .words(("审核提示", "What the audit says"), against)
        .words(("说明", "In words"), sentence)
        .done()
}

/// What would be lost if she stayed, and how she was picked.
fn why(doc: &Plan, one: &MoveDoc) -> Phrase {
    Phrase::join(report::move_reasons(doc, one, &one.name), ALSO)
}

/// School leaders who go on to another school.
pub(super) fn leaders(annex: &Annex<'_>) -> Table {
    let row = |one: &LeaderDoc| {
        row![
            &one.teacher,
            &one.name,
            one.role.text(),
            one.terms,
            annex.school(&one.from),
            annex.school(&one.to),
            one.travel_minutes,
        ]
    };
    Table::of(&LEADERS, annex.doc.leaders.iter().map(row))
}
