//! The balance before anything is decided (余缺平衡), in words and as tables.

use crate::blanks;
use crate::domain::Stage;
use crate::facts::ledger::{Line, persons};
use crate::facts::values::teaching_posts::FormTeacher;
use crate::finding::{Finding, Findings};
use crate::plan::{BalanceDoc, BalanceLineDoc, sum_of};
use crate::print::{ALSO, LIST, Phrase, Table};
use crate::text::{Lang, Text};
use std::cmp::Reverse;
use std::collections::BTreeSet;

const TOTAL: Text = Text::new(
    "全县每周应开{periods}课时；在岗教师{heads}人，{reduced}可承担{capacity}课时，{state}。",
    "{periods} weekly periods are to be taught; {heads} people at work {reduced}can teach {capacity}: {state}.",
);
const REDUCED: Text = Text::new(
    "扣除职务等核减的{reduced}课时，",
    "(less {reduced} for offices and the like) ",
);
const NO_WORD: Text = Text::new("", "");
const EVEN: Text = Text::new("余缺相抵", "in balance");
const OVER: Text = Text::new(
    "余{periods}课时（约{people}人）",
    "{periods} over (about {people} people)",
);
const SHORT: Text = Text::new(
    "缺{periods}课时（约{people}人）",
    "{periods} short (about {people} people)",
);
const STAGE: Text = Text::new("{stage}：{subjects}{open}。", "{stage}: {subjects}{open}.");
const MANY: Text = Text::new("富余{subjects}", "over: {subjects}");
const FEW: Text = Text::new("不足{subjects}", "short: {subjects}");
const FITS: Text = Text::new(
    "各学科余缺均不到1人",
    "no subject over or short by a person",
);
const OF: Text = Text::new("{subject}{people}人", "{subject} {people}");
const OPEN: Text = Text::new(
    "；{subjects}每周共{periods}课时不设专岗，由同学段教师兼任",
    "; {subjects}, {periods} weekly periods, have no posts of their own: any teacher of the stage takes them",
);
const FORM_TEACHERS: Text = Text::new(
    "班主任{classes}人现不核减课时；如按标准课时的一半核减，可承担课时减少{half}，全县将{state}；如每人核减{each}课时，减少{own}，全县将{then}（课时不足设班主任岗的班不减）。是否核减由政策取值决定。",
    "Nothing is taken off for {classes} form teachers; if half a load were, {half} periods fewer could be taught: {state}; if {each} periods each were, {own} fewer: {then} (none where too few periods are left for such a post). The policy (form_teacher) decides.",
);
const HALF_TAKEN: Text = Text::new(
    "其中班主任{classes}人按标准课时的一半核减，共{taken}课时（课时不足设班主任岗的班不减）；如不核减，全县将{state}。",
    "Of this {taken} periods are taken off for {classes} form teachers, half a load each (form_teacher; none where too few periods are left for such a post); without it: {state}.",
);
const OWN_TAKEN: Text = Text::new(
    "其中班主任{classes}人每人核减{each}课时，共{taken}课时（课时不足设班主任岗的班不减）；如不核减，全县将{state}。",
    "Of this {taken} periods are taken off for {classes} form teachers, {each} periods each (form_teacher; none where too few periods are left for such a post); without it: {state}.",
);

/// The balance of a county in a few sentences: the whole, each stage, form teachers.
pub fn balance(doc: &BalanceDoc) -> Vec<Phrase> {
    if doc.county.is_empty() {
        return Vec::new();
    }
    let all = sum_of(doc.county.iter());
    let reduced = Phrase::fill(REDUCED, &blanks! { reduced: all.reduced });
    let words = blanks! {
        periods: all.periods, heads: all.heads, capacity: all.capacity,
        reduced: if all.reduced > 0 { reduced } else { NO_WORD.into() },
        state: state(&all),
    };
    let mut lines = vec![Phrase::fill(TOTAL, &words)];
    let stages: BTreeSet<Stage> = doc.county.iter().map(|one| one.stage).collect();
    for &stage in &stages {
        let subjects = over_and_short(lines_of(doc, stage));
        let words = blanks! { stage: stage.text(), subjects: subjects, open: open(doc, stage) };
        lines.push(Phrase::fill(STAGE, &words));
    }
    lines.extend(form_teachers(doc, &all));
    lines
}

/// What is taken off for leading classes, or what the other settings would take off.
fn form_teachers(doc: &BalanceDoc, all: &Line) -> Option<Phrase> {
    let form = &doc.form_teachers;
    let less = |periods: i64| {
        let then = Line {
            capacity: all.capacity - periods,
            ..*all
        };
        state(&then)
    };
    let text = match form.setting {
        _ if form.classes == 0 => return None,
        FormTeacher::Off => FORM_TEACHERS,
        FormTeacher::Half => HALF_TAKEN,
        FormTeacher::Own => OWN_TAKEN,
    };
    let off = form.setting == FormTeacher::Off;
    let words = blanks! {
        classes: form.classes, half: form.half, own: form.own, each: form.each,
        taken: form.taken, state: less(if off { form.half } else { -form.taken }),
        then: less(form.own),
    };
    Some(Phrase::fill(text, &words))
}

/// The subjects of a stage that any of its teachers takes.
fn open(doc: &BalanceDoc, stage: Stage) -> Phrase {
    let open = lines_of(doc, stage).filter(|one| one.open && one.periods > 0);
    let subjects: Vec<_> = open.clone().map(|one| one.subject.text()).collect();
    if subjects.is_empty() {
        return NO_WORD.into();
    }
    let periods: i64 = open.map(|one| one.periods).sum();
    Phrase::fill(OPEN, &blanks! { subjects: subjects, periods: periods })
}

fn lines_of(doc: &BalanceDoc, stage: Stage) -> impl Iterator<Item = &BalanceLineDoc> + Clone {
    doc.county.iter().filter(move |one| one.stage == stage)
}

/// How a sum stands: so many periods over or short, and what that is in people.
fn state(all: &Line) -> Phrase {
    let over = all.over();
    let text = match over {
        0 => return EVEN.into(),
        1.. => OVER,
        _ => SHORT,
    };
    let people = persons(over.abs(), all.load);
    Phrase::fill(text, &blanks! { periods: over.abs(), people: people })
}

/// Subjects with at least one person over, and one short, most first.
fn over_and_short<'l>(lines: impl Iterator<Item = &'l BalanceLineDoc> + Clone) -> Phrase {
    let closed = lines.filter(|one| one.load > 0 && !one.open);
    let by = |sign: i64| {
        let all = closed
            .clone()
            .map(|one| (persons(sign * one.over(), one.load), one.subject));
        let mut all: Vec<_> = all.filter(|(people, _)| *people > 0).collect();
        all.sort_by_key(|(people, subject)| (Reverse(*people), *subject));
        let words = all.into_iter().map(|(people, subject)| {
            Phrase::fill(OF, &blanks! { subject: subject.text(), people: people })
        });
        let words: Vec<Phrase> = words.collect();
        (!words.is_empty()).then(|| Phrase::join(words, LIST))
    };
    let many = by(1).map(|all| Phrase::fill(MANY, &blanks! { subjects: all }));
    let few = by(-1).map(|all| Phrase::fill(FEW, &blanks! { subjects: all }));
    let words: Vec<Phrase> = many.into_iter().chain(few).collect();
    if words.is_empty() {
        FITS.into()
    } else {
        Phrase::join(words, ALSO)
    }
}

const HEAD: Text = Text::new(
    "余缺平衡（编制方案之前）",
    "Balance, before anything is decided",
);
const ASKS: Text = Text::new(
    "请补充{number}项后再编制：",
    "Please answer {number} before planning:",
);
const ASK: Text = Text::new("{no}. {says}{more}{help}", "{no}. {says}{more} {help}");
const MORE: Text = Text::new("（同类共{number}处）", " ({number} of this kind)");

/// The balance and what should be answered before planning, as lines for a terminal; each kind of question once.
pub fn balance_and_asks(doc: &BalanceDoc, asks: &Findings, lang: Lang) -> String {
    let mut text = String::new();
    let mut say = |line: &str| text.extend([line, "\n"]);
    let lines = balance(doc);
    if !lines.is_empty() {
        say("");
        say(HEAD.get(lang));
        for line in &lines {
            say(line.get(lang));
        }
    }
    let mut kinds: Vec<(&Finding, usize)> = Vec::new();
    for one in &asks.0 {
        match kinds.iter_mut().find(|(first, _)| first.code == one.code) {
            Some((_, number)) => *number += 1,
            None => kinds.push((one, 1)),
        }
    }
    if !kinds.is_empty() {
        say("");
        say(&ASKS.fill(lang, &blanks! { number: kinds.len() }));
    }
    for (no, (one, number)) in kinds.into_iter().enumerate() {
        let more = MORE.fill(lang, &blanks! { number: number });
        let words = blanks! {
            no: no + 1, says: one.says(lang), help: one.help(lang),
            more: if number > 1 { more } else { String::new() },
        };
        say(&ASK.fill(lang, &words));
    }
    text
}

const COUNTY_NOTE: Text = Text::new(
    "编制方案之前的余缺：在岗教师按主教学科计，可承担课时为标准周课时扣除职务等核减；正数为余，负数为缺。",
    "Before anything is decided: people at work by own subject; what they can teach is the standard load less what offices and the like take off; above nought is over, below is short.",
);

/// The county by stage and subject, with a last row for the whole.
pub(crate) fn county_table(doc: &BalanceDoc) -> Table {
    let people = |one: &BalanceLineDoc| persons(one.over(), one.load);
    Table::new(("全县学科余缺", "the county by subject"))
        .note(COUNTY_NOTE)
        .each(&doc.county)
        .words(("学段", "Stage"), |one| one.stage.text())
        .words(("学科", "Subject"), |one| one.subject.text())
        .sum(("每周应开课时", "Weekly periods"), |one| one.periods)
        .number(("标准周课时", "Standard load"), |one| {
            (one.load > 0).then_some(one.load)
        })
        .sum(("在岗教师", "People at work"), |one| one.heads)
        .sum(("可承担课时", "Periods they can teach"), |one| {
            one.capacity
        })
        .sum(("余缺课时", "Over or short"), BalanceLineDoc::over)
        .number(("约合人数", "About so many people"), people)
        .number(("持资格人数", "Hold a certificate"), |one| one.holders)
        .total(Text::new("全县合计", "county"))
}

/// The lines of one school.
fn lines_at<'d>(
    doc: &'d BalanceDoc,
    id: &'d str,
) -> impl Iterator<Item = &'d BalanceLineDoc> + Clone {
    let lines = doc.schools.iter();
    lines.filter(move |one| one.school.as_deref() == Some(id))
}

/// The schools, each in a row: what is over and short there; `school` names one by its id.
pub(crate) fn school_table(doc: &BalanceDoc, school: impl Fn(&str) -> String) -> Table {
    let mut ids: Vec<&str> = doc
        .schools
        .iter()
        .filter_map(|one| one.school.as_deref())
        .collect();
    ids.dedup();
    let sums = ids.into_iter().map(|id| (id, sum_of(lines_at(doc, id))));
    let people = |(_, all): (&str, Line)| persons(all.over(), all.load);
    Table::new(("各校余缺", "the schools"))
        .each(sums.collect::<Vec<_>>())
        .words(("学校", "School"), |(id, _)| school(id))
        .sum(("每周应开课时", "Weekly periods"), |(_, all)| {
            all.periods
        })
        .sum(("在岗教师", "People at work"), |(_, all)| all.heads)
        .sum(("可承担课时", "Periods they can teach"), |(_, all)| {
            all.capacity
        })
        .sum(("余缺课时", "Over or short"), |(_, all)| all.over())
        .number(("约合人数", "About so many people"), people)
        .words(
            ("富余和不足的学科", "Subjects over and short"),
            |(id, _)| over_and_short(lines_at(doc, id)),
        )
        .total(Text::new("合计", "total"))
}
