//! Explanations in words.

use super::super::reasons::{Told, picked, why};
use super::comparison::letter_line;
use super::extra_duties::extra_duties;
use super::priced::price_words;
use crate::blanks;
use crate::decide::LetterChange;
use crate::facts::values::move_worth;
use crate::facts::{Exemption, PERSONAL_WORDS};
use crate::plan::{PickedDoc, Reason, SchoolDoc};
use crate::policy::GoalId;
use crate::print::terminal::Lines;
use crate::print::{ALSO, COLON, LIST, Phrase, Table};
use crate::rules::card;
use crate::study::{Choice, SchoolAnswer, TeacherAnswer};
use crate::text::{Lang, Text};

const GOES: Text = Text::new(
    "{name}（{teacher}），现在{base}，方案安排到{to}。",
    "{name} ({teacher}), now at {base}, is sent to {to}.",
);
const STAYS: Text = Text::new(
    "{name}（{teacher}），现在{base}，方案安排留任。",
    "{name} ({teacher}), now at {base}, stays.",
);
const ELIGIBLE: Text = Text::new("符合交流条件。", "Meets the rotation conditions.");
const NOT_ELIGIBLE: Text = Text::new(
    "不在应交流之列：{why}。",
    "Not among those who are due: {why}.",
);
const NOT_MOVABLE: Text = Text::new("不得调整。", " May not be moved.");
const SERVES: Text = Text::new("本次调动的作用：{what}。", "The move serves: {what}.");
const RECKONED: Text = Text::new("按方案推算：{what}。", "Reckoned from the plan: {what}.");
const PICKED: Text = Text::new("选定次序：{what}。", "Picked: {what}.");
const IF_STAYS: Text = Text::new(
    "如不调出，重新测算：{price}",
    "If she stays, solved again: {price}",
);
const OPEN: Text = Text::new(
    "可改派的学校（均已求解，除注明外）：",
    "Other schools open to her (each solved, unless marked):",
);
const NOT_SOLVED: Text = Text::new(
    "未求解（按估计排在后面）",
    "not solved (later by the estimate)",
);
const CLOSED: Text = Text::new("不能改派的学校：", "Schools closed to her:");
const INSTEAD: Text = Text::new("改动其他人：{who}", "others change: {who}");

const STATE: Text = Text::new("去向：{state}。", "State: {state}.");
const HOLDERS: Text = Text::new("现任这些岗位的：{who}。", "On these posts: {who}.");
const SHORT: Text = Text::new(
    "方案后仍有{subject}空岗的学校：{schools}。",
    "Schools where a post of {subject} stays empty: {schools}.",
);
const NOT_SHORT: Text = Text::new(
    "方案后全县没有{subject}空岗。",
    "No post of {subject} stays empty in the county.",
);

const BY_PIN: Text = Text::new(
    "以上均按人事部门指定推算：指定的人不受“{rule}”约束，不计入“{goal}”，也不要求调动须增加的课时。其中比方案少的，是按规定不能由方案自行安排的，不表示方案不是最优；认为值得的，写入指定安排。",
    "All of this is reckoned as if the bureau had decided it: “{rule}” asks nothing of whoever it places, she does not count among “{goal}”, and her move need gain nothing. What is less than in the plan is what the plan may not arrange by itself, and no sign that it is not the best; enter a pin if it is worth that.",
);
/// Goals in which a pinned move may seem better than any that the plan may make.
const LIFTED: [GoalId; 3] = [GoalId::FarMoves, GoalId::ShareOnly, GoalId::EmptyPosts];

/// What pins leave out, where any of these choices has less by it.
fn by_pin<'a>(lines: &mut Lines, choices: impl IntoIterator<Item = &'a Choice>) {
    let less = |choice: &Choice| {
        let price = choice.price.as_ref();
        let by = |goal: &GoalId| price.and_then(|price| price.goals.get(goal));
        LIFTED.iter().filter_map(by).any(|by| *by < 0)
    };
    if choices.into_iter().any(less) {
        let rule = card(move_worth::RULE.key()).map(|card| card.title);
        lines.fill(
            0,
            BY_PIN,
            &blanks! { rule: rule, goal: GoalId::ShareOnly.text() },
        );
    }
}

/// A name and what is said of it.
fn about(name: &str, says: &str, lang: Lang) -> String {
    [name, says].join(COLON.get(lang))
}

/// The answer for a teacher.
pub fn teacher_answer(one: &TeacherAnswer, lang: Lang) -> String {
    let none = Text::new("（不任课）", "(does not teach)").get(lang);
    let base = one.base.as_deref().unwrap_or(none);
    let blanks = blanks! { name: one.name, teacher: one.teacher, base: base, to: one.to };
    let mut lines = Lines::new(lang);
    lines.fill(0, if one.to.is_some() { GOES } else { STAYS }, &blanks);
    let due = if one.eligible { ELIGIBLE } else { NOT_ELIGIBLE };
    let due = due.fill(lang, &blanks! { why: one.exemptions });
    let stays = NOT_MOVABLE.get(lang);
    lines.say(0, due + if one.movable { "" } else { stays });
    state(&mut lines, one, lang);
    if !one.serves.is_empty() {
        let what: Vec<Text> = one.serves.iter().map(|one| one.text()).collect();
        lines.fill(0, SERVES, &blanks! { what: what });
    }
    let told = Told {
        who: one.name.as_str().into(),
        with: one.with.as_deref(),
        from: base,
        to: one.to.as_deref().unwrap_or_default(),
        subjects: one.subjects.clone(),
        periods: one.person.as_ref().map_or(0, |person| person.periods),
        open: one.open_at_home,
        why_there: one.why_there.clone(),
    };
    for said in one
        .loss
        .iter()
        .flat_map(|loss| why(&told, &one.serves, loss))
    {
        lines.fill(2, RECKONED, &blanks! { what: said });
    }
    // Whoever must be placed was not picked.
    let drafted = |_: &&PickedDoc| !one.serves.contains(&Reason::SchoolCloses);
    if let Some(said) = one.picked.as_ref().filter(drafted).map(picked) {
        lines.fill(2, PICKED, &blanks! { what: said });
    }
    choices(&mut lines, one, lang);
    if !one.closed.is_empty() {
        lines.say(0, CLOSED);
        let rule = |(code, title): &(&str, Text)| Phrase::numbered(code, *title);
        let table = Table::new("")
            .each(&one.closed)
            .words("", |one| &one.school)
            .words("", |one| Phrase::join(one.rules.iter().map(rule), ALSO));
        lines.table(2, &table.done());
    }
    lines.add(&extra_duties(one, lang));
    lines.done()
}

/// What would change if she stayed, or went elsewhere.
fn choices(lines: &mut Lines, one: &TeacherAnswer, lang: Lang) {
    if let Some(stays) = &one.stays {
        lines.fill(0, IF_STAYS, &blanks! { price: choice_words(stays, lang) });
    }
    if !one.open.is_empty() {
        lines.say(0, OPEN);
        for choice in &one.open {
            let says = choice_words(choice, lang);
            lines.say(2, about(&choice.name, &says, lang));
        }
    }
    by_pin(lines, one.stays.iter().chain(&one.open));
}

/// The main state of whoever stays, and of whoever has no post why, who holds the posts and where there are others.
fn state(lines: &mut Lines, one: &TeacherAnswer, lang: Lang) {
    let Some(person) = one.person.as_ref().filter(|_| one.to.is_none()) else {
        return;
    };
    let words = blanks! { state: person.state.text() };
    lines.fill(0, STATE, &words);
    let Some(why) = &person.why else {
        return;
    };
    lines.say(2, why.says().get(lang));
    if !one.holders.is_empty() {
        let who = one.holders.iter().map(|(id, name)| format!("{name}({id})"));
        let who: Vec<String> = who.collect();
        lines.fill(2, HOLDERS, &blanks! { who: who });
    }
    let text = if one.short.is_empty() {
        NOT_SHORT
    } else {
        SHORT
    };
    let subject = why.subject.text();
    lines.fill(2, text, &blanks! { subject: subject, schools: one.short });
}

fn choice_words(choice: &Choice, lang: Lang) -> String {
    let Some(price) = &choice.price else {
        return NOT_SOLVED.get(lang).to_owned();
    };
    let mut words = vec![price_words(price, lang)];
    if !choice.instead.is_empty() {
        words.push(INSTEAD.fill(lang, &blanks! { who: people(&choice.instead, lang) }));
    }
    words.join(ALSO.get(lang))
}

pub(super) fn people<'a>(of: impl IntoIterator<Item = &'a LetterChange>, lang: Lang) -> String {
    let lines = of.into_iter().map(|one| letter_line(one, lang));
    lines.collect::<Vec<_>>().join(LIST.get(lang))
}

const SCHOOL: Text = Text::new(
    "{name}：学生{pupils}人，{classes}个班；教师现有{now}人，新学年{before}人，方案后{after}人；编制{given}名，方案后在编{heads}人。",
    "{name}: {pupils} pupils, {classes} classes; {now} people now, {before} next year, {after} after the plan; quota {given}, on quota after the plan {heads}.",
);
const WHO: Text = Text::new("{name}（{teacher}，{base}）", "{name} ({teacher}, {base})");
const FULL: Text = Text::new("没有空岗。", "No post stays empty.");
const VACANCY: Text = Text::new("{place}空岗{number}个：", "{place}, {number} empty:");
const HELD: Text = Text::new(
    "能任但不能从他校派来的：{list}。",
    "could fill it but may not come: {list}.",
);
const FREE: Text = Text::new(
    "可以派来的有{free}人，逐一求解其中{solved}人：",
    "{free} could come; {solved} of them solved one by one:",
);
const WHY_EMPTY: Text = Text::new(
    "空岗原因：{why}；全县可任{able}人，其中无岗{idle}人，现在本校{here}人。",
    "Why it stays empty: {why}; {able} in the county could take it, {idle} of them without a post, {here} at the school.",
);

/// The answer for a school; `doc` is what the plan says of it.
pub fn school_answer(one: &SchoolAnswer, doc: Option<&SchoolDoc>, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    if let Some(doc) = doc {
        let blanks = blanks! {
            name: doc.name, pupils: doc.pupils, classes: doc.classes, now: doc.heads_now,
            before: doc.heads_before, after: doc.heads_after, given: doc.quota.given,
            heads: doc.quota.heads_after,
        };
        lines.fill(0, SCHOOL, &blanks);
    }
    if one.empty.is_empty() {
        lines.say(0, FULL);
    }
    for post in &one.empty {
        let blanks = blanks! {
            place: post.place, number: post.number, free: post.free_number,
            solved: post.free.len(),
        };
        lines.fill(0, VACANCY, &blanks);
        let words = blanks! {
            why: post.why.text(), able: post.able, idle: post.idle, here: post.here.len(),
        };
        lines.fill(2, WHY_EMPTY, &words);
        if !post.held.is_empty() {
            let held = post.held.iter();
            let held = held.map(|(why, who)| held_words(why, who.len(), lang));
            let list = held.collect::<Vec<_>>().join(ALSO.get(lang));
            lines.fill(2, HELD, &blanks! { list: list });
        }
        if !post.free.is_empty() {
            lines.fill(2, FREE, &blanks);
        }
        for who in &post.free {
            let says = choice_words(&who.choice, lang);
            let blanks = blanks! { name: who.name, teacher: who.teacher, base: who.base };
            lines.say(4, about(&WHO.fill(lang, &blanks), &says, lang));
        }
    }
    let free = one.empty.iter().flat_map(|post| &post.free);
    by_pin(&mut lines, free.map(|who| &who.choice));
    lines.done()
}

/// What holds so many people back.
fn held_words(why: &str, number: usize, lang: Lang) -> String {
    let people = Text::new("{why}{number}人", "{why} {number}");
    if why == "personal" {
        return people.fill(lang, &blanks! { why: PERSONAL_WORDS, number: number });
    }
    if let Some(exemption) = Exemption::find(why) {
        return people.fill(lang, &blanks! { why: exemption.text(), number: number });
    }
    let cards = crate::rules::cards();
    let card = cards.iter().find(|card| card.code == why);
    let title = card.map_or(why, |card| card.title.get(lang));
    let unit = Text::new("人", "").get(lang);
    format!("{why} {title} {number}{unit}")
}
