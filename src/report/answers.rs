//! Explanations in words.

use super::comparison::letter_line;
use super::table::{Align, Table};
use super::teacher_besides::teacher_besides;
use crate::blanks;
use crate::decide::LetterChange;
use crate::facts::Exemption;
use crate::plan::SchoolDoc;
use crate::policy::Force;
use crate::study::{Choice, Price, Priced, RuleAnswer, SchoolAnswer, TeacherAnswer};
use crate::text::{Lang, Text, show};
use serde_json::json;

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
const IF_STAYS: Text = Text::new("如不调出：{price}", "If she stays: {price}");
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
const NOTHING: Text = Text::new("各项目标不变", "no goal changes");
const NO_PLAN: Text = Text::new(
    "不存在满足全部硬性规定的方案",
    "no plan obeys every must-rule",
);
const GOAL: Text = Text::new("{goal}{by}（{unit}）", "{goal} {by} ({unit})");
const COUNTS: Text = Text::new(
    "空岗{empty}，调整人数{moves}",
    "empty posts {empty}, moves {moves}",
);

/// A name and what is said of it.
fn line(indent: usize, name: &str, says: &str, lang: Lang) -> String {
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    format!("{:indent$}{name}{colon}{says}\n", "")
}

fn mark(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "；" } else { "; " }
}

/// What something changes, in one line.
pub fn price_words(price: &Priced, lang: Lang) -> String {
    if !price.ended.is_settled() || price.ended == crate::plan::Ended::NoPlanExists {
        return NO_PLAN.get(lang).to_owned();
    }
    let mut parts: Vec<String> = price
        .goals
        .iter()
        .map(|(goal, by)| {
            let blanks = blanks! { goal: goal.text(), by: format!("{by:+}"), unit: goal.unit() };
            GOAL.fill(lang, &blanks)
        })
        .collect();
    if parts.is_empty() {
        return NOTHING.get(lang).to_owned();
    }
    if (price.empty_posts, price.moves) != (0, 0) {
        let blanks = blanks! {
            empty: format!("{:+}", price.empty_posts), moves: format!("{:+}", price.moves),
        };
        parts.push(COUNTS.fill(lang, &blanks));
    }
    parts.join(mark(lang))
}

/// The answer for a teacher.
pub fn teacher_answer(one: &TeacherAnswer, lang: Lang) -> String {
    let none = || {
        Text::new("（不任课）", "(does not teach)")
            .get(lang)
            .to_owned()
    };
    let blanks = blanks! {
        name: one.name, teacher: one.teacher, base: one.base.clone().unwrap_or_else(none),
        to: one.to,
    };
    let head = if one.to.is_some() { GOES } else { STAYS };
    let mut text = format!("{}\n", head.fill(lang, &blanks));
    let why = show(&json!(one.exemptions), lang);
    text.push_str(&if one.eligible {
        ELIGIBLE.get(lang).to_owned()
    } else {
        NOT_ELIGIBLE.fill(lang, &blanks! { why: why })
    });
    if !one.movable {
        text.push_str(NOT_MOVABLE.get(lang));
    }
    text.push('\n');
    if !one.serves.is_empty() {
        let what: Vec<Text> = one.serves.iter().map(|one| one.text()).collect();
        text.push_str(&SERVES.fill(lang, &blanks! { what: what }));
        text.push('\n');
    }
    if let Some(stays) = &one.stays {
        let price = choice_words(stays, lang);
        text.push_str(&IF_STAYS.fill(lang, &blanks! { price: price }));
        text.push('\n');
    }
    if !one.open.is_empty() {
        text.push_str(&format!("{}\n", OPEN.get(lang)));
        for choice in &one.open {
            text.push_str(&line(2, &choice.name, &choice_words(choice, lang), lang));
        }
    }
    if !one.closed.is_empty() {
        text.push_str(&format!("{}\n", CLOSED.get(lang)));
        let mut table = Table::new().column("", Align::Left).column("", Align::Left);
        for one in &one.closed {
            let rules = one
                .rules
                .iter()
                .map(|(code, title)| format!("{code} {}", title.get(lang)));
            table.row([
                one.school.clone(),
                rules.collect::<Vec<_>>().join(mark(lang)),
            ]);
        }
        text.push_str(&table.render("  "));
    }
    text.push_str(&teacher_besides(&one.besides, lang));
    text
}

fn choice_words(choice: &Choice, lang: Lang) -> String {
    let Some(price) = &choice.price else {
        return NOT_SOLVED.get(lang).to_owned();
    };
    let mut words = price_words(price, lang);
    if !choice.instead.is_empty() {
        words.push_str(mark(lang));
        words.push_str(&INSTEAD.fill(lang, &blanks! { who: people(&choice.instead, lang) }));
    }
    words
}

pub(super) fn people(letters: &[LetterChange], lang: Lang) -> String {
    let lines: Vec<String> = letters.iter().map(|one| letter_line(one, lang)).collect();
    lines.join(if lang == Lang::Zh { "、" } else { ", " })
}

const SCHOOL: Text = Text::new(
    "{name}：学生{pupils}人，{classes}个班；教师现有{now}人，新学年{before}人，方案后{after}人；编制{given}名，方案后在编{heads}人。",
    "{name}: {pupils} pupils, {classes} classes; {now} people now, {before} next year, {after} after the plan; quota {given}, on quota after the plan {heads}.",
);
const WHO: Text = Text::new("{name}（{teacher}，{base}）", "{name} ({teacher}, {base})");
const FULL: Text = Text::new("没有空岗。", "No post stays empty.");
const VACANCY: Text = Text::new("{place}空岗{number}个：", "{place}, {number} empty:");
const HELD: Text = Text::new(
    "能胜任但不能派来的：{list}。",
    "could fill it but may not come: {list}.",
);
const FREE: Text = Text::new(
    "可以派来的有{number}人，逐一求解其中{solved}人：",
    "{number} could come; {solved} of them solved one by one:",
);
const NOBODY: Text = Text::new(
    "全县没有能胜任又可派来的人。",
    "Nobody in the county could fill it and come.",
);

/// The answer for a school; `doc` is what the plan says of it.
pub fn school_answer(one: &SchoolAnswer, doc: Option<&SchoolDoc>, lang: Lang) -> String {
    let mut text = String::new();
    if let Some(doc) = doc {
        let blanks = blanks! {
            name: doc.name, pupils: doc.pupils, classes: doc.classes, now: doc.heads_now,
            before: doc.heads_before, after: doc.heads_after, given: doc.quota.given,
            heads: doc.quota.heads_after,
        };
        text.push_str(&format!("{}\n", SCHOOL.fill(lang, &blanks)));
    }
    if one.empty.is_empty() {
        text.push_str(&format!("{}\n", FULL.get(lang)));
    }
    for post in &one.empty {
        let blanks = blanks! { place: post.place, number: post.number };
        text.push_str(&format!("{}\n", VACANCY.fill(lang, &blanks)));
        if !post.held.is_empty() {
            let held = post.held.iter().map(|(why, who)| {
                let number = who.len();
                let unit = Text::new("人", "").get(lang);
                format!("{}{number}{unit}", held_words(why, lang))
            });
            let list = held.collect::<Vec<_>>().join(mark(lang));
            text.push_str(&format!("  {}\n", HELD.fill(lang, &blanks! { list: list })));
        }
        if post.free.is_empty() {
            text.push_str(&format!("  {}\n", NOBODY.get(lang)));
            continue;
        }
        let blanks = blanks! { number: post.free_number, solved: post.free.len() };
        text.push_str(&format!("  {}\n", FREE.fill(lang, &blanks)));
        for who in &post.free {
            let price = choice_words(&who.choice, lang);
            let blanks = blanks! { name: who.name, teacher: who.teacher, base: who.base };
            text.push_str(&line(4, &WHO.fill(lang, &blanks), &price, lang));
        }
    }
    text
}

fn held_words(why: &str, lang: Lang) -> String {
    if let Some(exemption) = Exemption::find(why) {
        return exemption.text().get(lang).to_owned() + if lang == Lang::Zh { "" } else { " " };
    }
    let card = crate::rules::cards()
        .into_iter()
        .find(|card| card.code == why);
    let title = card.map_or(why, |card| card.title.get(lang));
    format!("{why} {title} ")
}

const RULE: Text = Text::new(
    "{code} {title}：应有{need}，实有{actual}（{unit}）。",
    "{code} {title}: need {need}, actual {actual} ({unit}).",
);
const COUNTED: Text = Text::new(
    "计入的人（{number}）：{who}",
    "who counts ({number}): {who}",
);
const AMONG: Text = Text::new(
    "基数中的人（{number}）：{who}",
    "among these ({number}): {who}",
);
const PRICES: Text = Text::new(
    "放宽或收紧一个单位的代价（均已求解）：",
    "What one unit looser or tighter changes (each solved):",
);
const LOOSER: Text = Text::new("放宽1{unit}", "1 looser ({unit})");
const TIGHTER: Text = Text::new("收紧1{unit}", "1 tighter ({unit})");
const GOAL_ONLY: Text = Text::new(
    "本规定为尽量满足，不限制方案，因此没有代价。",
    "The rule is a goal: it forbids nothing, so it has no price.",
);
const SPARE: Text = Text::new(
    "没有用足，放宽不带来任何变化。",
    "It does not bind: lifting it changes nothing.",
);

/// The answer for a rule.
pub fn rule_answer(one: &RuleAnswer, lang: Lang) -> String {
    let judged = &one.judgement;
    let blanks = blanks! {
        code: judged.code, title: super::rules::title(judged.rule, lang), need: judged.need,
        actual: judged.actual, unit: judged.unit,
    };
    let mut text = format!("{}\n", RULE.fill(lang, &blanks));
    for (head, list) in [(COUNTED, &one.counted), (AMONG, &one.among)] {
        if !list.is_empty() {
            let who: Vec<String> = list
                .iter()
                .map(|(id, name)| format!("{name}({id})"))
                .collect();
            let blanks = blanks! { number: list.len(), who: who };
            text.push_str(&format!("{}\n", head.fill(lang, &blanks)));
        }
    }
    if one.prices.is_empty() {
        let why = if judged.force == Force::Must {
            SPARE
        } else {
            GOAL_ONLY
        };
        text.push_str(&format!("{}\n", why.get(lang)));
        return text;
    }
    text.push_str(&format!("{}\n", PRICES.get(lang)));
    text.push_str(&price_table(&one.prices, lang));
    text
}

/// Prices, two lines a place; the rule is named when there are several.
pub fn price_table(prices: &[Price], lang: Lang) -> String {
    let mut table = Table::new()
        .column("", Align::Left)
        .column("", Align::Left)
        .column("", Align::Left);
    let several = prices.iter().any(|one| one.rule != prices[0].rule);
    for one in prices {
        let moved = [(LOOSER, Some(&one.looser)), (TIGHTER, one.tighter.as_ref())];
        for (head, price) in moved {
            if let Some(price) = price {
                let head = head.fill(lang, &blanks! { unit: one.unit });
                let mut place = show(&one.place, lang);
                if several {
                    place = format!("{} {} {place}", one.code, one.title.get(lang));
                }
                table.row([place, head, price_words(price, lang)]);
            }
        }
    }
    table.render("  ")
}
