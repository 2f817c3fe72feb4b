//! Everybody accounted for, in words: what is told of one person, and of all of them in a line.

use super::placed::office_words;
use crate::blanks;
use crate::domain::Subject;
use crate::facts::people::{DutyKind, State};
use crate::plan::{DutyDoc, FigureId, PersonDoc, Plan, STATES};
use crate::print::{ALSO, LIST, Phrase};
use crate::text::Text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

const ALL: Text = Text::new(
    "教师表{all}人，逐人有去向：{states}。",
    "{all} people on the roster, each accounted for: {states}.",
);
const STATE: Text = Text::new("{state}{number}人", "{number} {state}");
const SURPLUS: Text = Text::new(
    "富余（无岗）{number}人：{subjects}，见富余人员名册。",
    "{number} without a post: {subjects}; see the list of people without a post.",
);
const PLACED: Text = Text::new(
    "撤并安置的人员中另有{number}人没有学科岗位（{subjects}），由接收学校安排工作，一并列入该名册。",
    "Of those placed from closing schools {number} have no post ({subjects}); their new schools arrange their work, and they stand on that list too.",
);
const NONE: Text = Text::new("没有无岗的人员。", "Nobody is without a post.");
const OF: Text = Text::new("{subject}{number}人", "{subject} {number}");
const LESSONS: Text = Text::new("兼课每周{number}课时", "{number} further periods a week");
const LESSONS_AT: Text = Text::new(
    "到{school}兼课每周{number}课时",
    "{number} further periods a week at {school}",
);
const ITINERANT: Text = Text::new(
    "到{school}走教每周{number}个半天{lessons}",
    "{number} half-days a week at {school}{lessons}",
);
const PERIODS: Text = Text::new("（{periods}课时）", " ({periods} periods)");
const VISITS: Text = Text::new(
    "到{school}送教每学期{number}次",
    "{number} visits a term to {school}",
);
const MENTOR: Text = Text::new("结对指导{number}人", "guides {number}");
const EXCHANGED: Text = Text::new(
    "任期届满，交流到{school}",
    "terms over, goes on to {school}",
);

/// What is said of somebody beside state, school and post.
pub(crate) fn remark(one: &PersonDoc) -> Option<Phrase> {
    let part = one
        .duty
        .map(|duty| Phrase::fill(PART, &blanks! { duty: duty }));
    let sent = one.employment.map(|sent| Phrase::from(sent.text()));
    let words: Vec<Phrase> = of_state(one).into_iter().chain(sent).chain(part).collect();
    (!words.is_empty()).then(|| Phrase::join(words, LIST))
}

const IDLE: Text = Text::new(
    "没有学科岗位，由接收学校安排工作",
    "no teaching post; the new school arranges the work",
);
const PART: Text = Text::new("任教份额{duty}%", "there for {duty}% of a load");

fn of_state(one: &PersonDoc) -> Option<Phrase> {
    match (one.state, &one.why) {
        (State::NoPost, Some(why)) => Some(why.says()),
        (State::Placed, _) => {
            let idle = one.post.is_empty().then(|| Phrase::from(IDLE));
            let words: Vec<Phrase> = office_words(one).into_iter().chain(idle).collect();
            (!words.is_empty()).then(|| Phrase::join(words, ALSO))
        }
        (State::Away, _) => one.status.map(|status| status.text().into()),
        (State::Leading, _) => {
            let office = one.role.map(|role| Phrase::from(role.text()));
            let words: Vec<Phrase> = office.into_iter().chain(without_post(one)).collect();
            (!words.is_empty()).then(|| Phrase::join(words, ALSO))
        }
        (State::Rotating | State::Posted | State::Moved, _) => {
            one.form.map(|form| form.text().into())
        }
        _ => None,
    }
}

const NO_LESSONS: Text = Text::new("没有任课：{why}", "gives no lessons: {why}");
const SHARES_LESSONS: Text = Text::new(
    "没有任课岗位，只兼课：{why}",
    "has no post and only shares lessons: {why}",
);

/// Why a head of section, of whom a post is expected, has none.
pub(crate) fn without_post(one: &PersonDoc) -> Option<Phrase> {
    let why = one.why.as_ref().filter(|_| one.state == State::Leading)?;
    let mut duties = one.duties.iter();
    let shares = duties.any(|duty| duty.duty == DutyKind::Lessons);
    let says = if shares { SHARES_LESSONS } else { NO_LESSONS };
    Some(Phrase::fill(says, &blanks! { why: why.says() }))
}

/// What somebody does besides, in words; `school` names a school by its id. An office is told by its name
/// elsewhere, and lessons at a school that is gone to for half-days by the half-days.
pub(crate) fn duties(one: &PersonDoc, school: impl Fn(&str) -> String) -> Option<Phrase> {
    let told = one.duties.iter().filter(|duty| {
        let goes_there = || of(one, DutyKind::Itinerant, duty).is_some();
        match duty.duty {
            DutyKind::Office => false,
            DutyKind::Lessons => !goes_there(),
            _ => true,
        }
    });
    let words = told.map(|duty| {
        let at = duty.school.as_deref().map(&school);
        let lessons = of(one, DutyKind::Lessons, duty);
        let lessons = lessons.map(|of| Phrase::fill(PERIODS, &blanks! { periods: of.number }));
        let blanks = blanks! {
            school: at.unwrap_or_default(), number: duty.number,
            lessons: lessons.unwrap_or_else(|| Phrase::from("")),
        };
        Phrase::fill(duty_words(one, duty), &blanks)
    });
    let words: Vec<Phrase> = words.collect();
    (!words.is_empty()).then(|| Phrase::join(words, LIST))
}

/// The duty of a kind at the school of another.
fn of<'a>(one: &'a PersonDoc, kind: DutyKind, beside: &DutyDoc) -> Option<&'a DutyDoc> {
    let mut all = one.duties.iter();
    all.find(|duty| duty.duty == kind && duty.school == beside.school)
}

fn duty_words(one: &PersonDoc, duty: &DutyDoc) -> Text {
    match duty.duty {
        DutyKind::Exchanged => EXCHANGED,
        DutyKind::Lessons if duty.school == one.school => LESSONS,
        DutyKind::Lessons => LESSONS_AT,
        DutyKind::Itinerant => ITINERANT,
        DutyKind::Visits => VISITS,
        DutyKind::Mentor | DutyKind::Office => MENTOR,
    }
}

/// Everybody in two lines: how many are in each state, and who is without a post by subject; none of a plan
/// that does not account for people.
pub(crate) fn lines(doc: &Plan) -> Vec<Phrase> {
    if doc.people.is_empty() {
        return Vec::new();
    }
    let states = STATES.into_iter().filter_map(|(state, key)| {
        let number = doc.figure(key).unwrap_or(0);
        let blanks = blanks! { state: state.text(), number: number };
        (number > 0).then(|| Phrase::fill(STATE, &blanks))
    });
    let states = Phrase::join(states, LIST);
    let all = blanks! { all: doc.figure(FigureId::People), states: states };
    vec![Phrase::fill(ALL, &all), surplus(doc)]
}

/// Who is without a post, by subject, and who is placed from a closing school without one.
fn surplus(doc: &Plan) -> Phrase {
    let (idle, placed) = (State::NoPost, State::Placed);
    let said = [
        (idle, FigureId::WithoutPost, SURPLUS),
        (placed, FigureId::PlacedIdle, PLACED),
    ];
    let said = said.into_iter().filter_map(|(state, key, text)| {
        let blanks = blanks! { number: doc.figure(key), subjects: by_subject(doc, state)? };
        Some(Phrase::fill(text, &blanks))
    });
    let said: Vec<Phrase> = said.collect();
    if said.is_empty() {
        return NONE.into();
    }
    Phrase::of(|lang| {
        let words: Vec<&str> = said.iter().map(|one| one.get(lang)).collect();
        words.join(lang.pick("", " "))
    })
}

/// Those of a state who have no post, by subject, most first; none where there is nobody.
fn by_subject(doc: &Plan, state: State) -> Option<Phrase> {
    let mut by: BTreeMap<Subject, i64> = BTreeMap::new();
    let those = doc.people.iter().filter(|one| one.state == state);
    for why in those.filter_map(|one| one.why.as_ref()) {
        *by.entry(why.subject).or_default() += 1;
    }
    let mut most: Vec<(Subject, i64)> = by.into_iter().collect();
    most.sort_by_key(|(subject, number)| (Reverse(*number), *subject));
    let subjects = most.into_iter().map(|(subject, number)| {
        let blanks = blanks! { subject: subject.text(), number: number };
        Phrase::fill(OF, &blanks)
    });
    let subjects: Vec<Phrase> = subjects.collect();
    (!subjects.is_empty()).then(|| Phrase::join(subjects, LIST))
}
