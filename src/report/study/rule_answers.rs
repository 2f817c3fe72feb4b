//! A rule and the prices of rules in words.

use super::priced::{is_nothing, price_words};
use crate::blanks;
use crate::plan::Ended;
use crate::policy::Force;
use crate::print::terminal::{self, Lines};
use crate::print::{LIST, Phrase, Table};
use crate::study::{Price, Priced, Prices, RuleAnswer, Step};
use crate::text::{Lang, Text, show};
use std::collections::BTreeSet;

const EXCLUDES: Text = Text::new(
    "本规定以排除方式起作用：不合条件的人和学校不进入测算，没有可以放宽一个单位的数量。改动各取值一步，重新求解：",
    "The rule acts by exclusion: who and what does not fit is no part of the program, and there is no amount to lift by one. Each value one step further, solved again:",
);
const EXCLUDING: Text = Text::new(
    "以排除方式起作用的规定，整条不启用、各取值改动一步时（{solved}）：",
    "Rules that act by exclusion, when left out, and each value one step further ({solved}):",
);
const NEVER: Text = Text::new(
    "整条不启用、各取值改动一步都不带来变化的：{list}。",
    "Neither leaving these out nor any value one step further changes anything: {list}.",
);
const NO_CHANGE: Text = Text::new("不带来变化的：{list}。", "These change nothing: {list}.");
const ROOM: Text = Text::new(
    "尚有余地、放宽不带来变化的：{list}。",
    "With something to spare, so that lifting them changes nothing: {list}.",
);
const RULE: Text = Text::new("{code} {title}：{both}。", "{code} {title}: {both}.");
const COUNTED: Text = Text::new(
    "计入的人（{number}）：{who}",
    "who counts ({number}): {who}",
);
const AMONG: Text = Text::new(
    "基数中的人（{number}）：{who}",
    "among these ({number}): {who}",
);
const PRICES: Text = Text::new(
    "放宽或收紧一个单位的代价（{solved}）：",
    "What one unit looser or tighter changes ({solved}):",
);
const ALL_SOLVED: Text = Text::new("均已求解", "each solved");
const SOME_SOLVED: Text = Text::new(
    "注明中途停止的没有求解或没有求到最好，其余均已求解",
    "each solved but where it says that it was stopped",
);

/// Whether all of these were solved, in words.
fn solved<'p>(mut all: impl Iterator<Item = &'p Priced>) -> Text {
    let settled = all.all(|one| one.ended.is_settled() || one.ended == Ended::NoPlanExists);
    if settled { ALL_SOLVED } else { SOME_SOLVED }
}

/// The same of prices.
fn solved_prices(prices: &[Price]) -> Text {
    let each = prices.iter();
    solved(each.flat_map(|one| [&one.looser].into_iter().chain(one.tighter.as_ref())))
}
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
    let mut lines = Lines::new(lang);
    let title = crate::report::rules::title(judged.rule.key());
    let blanks = blanks! {
        code: judged.code, title: title.get(lang),
        both: super::both(&crate::report::Asked::from(judged), lang),
    };
    lines.fill(0, RULE, &blanks);
    for (head, list) in [(COUNTED, &one.counted), (AMONG, &one.among)] {
        if !list.is_empty() {
            let who = list.iter().map(|(id, name)| format!("{name}({id})"));
            let who: Vec<String> = who.collect();
            lines.fill(0, head, &blanks! { number: list.len(), who: who });
        }
    }
    if let Some(steps) = &one.steps {
        lines.say(0, EXCLUDES);
        lines.add(&step_table(steps, lang));
    } else if one.unfinished {
        lines.say(0, Ended::NotTried.text());
    } else if one.prices.is_empty() {
        let must = judged.force == Force::Must;
        lines.say(0, if must { SPARE } else { GOAL_ONLY });
    } else {
        let blanks = blanks! { solved: solved_prices(&one.prices) };
        lines.fill(0, PRICES, &blanks);
        lines.add(&price_table(&one.prices, lang));
    }
    lines.done()
}

/// What is tried, and what it changes.
type Tried<'a> = (String, String, &'a Priced);

/// What changes something, a line each; the rest folded into one.
fn folded(tried: Vec<Tried<'_>>, lang: Lang) -> String {
    let (nothing, some): (Vec<Tried<'_>>, Vec<Tried<'_>>) =
        tried.into_iter().partition(|(.., price)| is_nothing(price));
    let table = Table::new("")
        .each(&some)
        .words("", |(what, ..)| what.clone())
        .words("", |(_, how, _)| how.clone())
        .words("", |(.., price)| price_words(price, lang));
    let mut text = terminal::text(&table.done(), "  ", lang);
    if !nothing.is_empty() {
        let named = nothing.iter().map(|(what, how, _)| format!("{what} {how}"));
        let list = named.collect::<Vec<_>>().join(LIST.get(lang));
        text.push_str(&format!(
            "  {}\n",
            NO_CHANGE.fill(lang, &blanks! { list: list })
        ));
    }
    text
}

fn step_table(steps: &[Step], lang: Lang) -> String {
    let tried = steps.iter().map(|step| {
        let (what, how) = step_words(step, lang);
        (what, how, &step.price)
    });
    folded(tried.collect(), lang)
}

/// Which value, and how it is changed.
fn step_words(step: &Step, lang: Lang) -> (String, String) {
    let how = format!("{} → {}", show(&step.from, lang), show(&step.to, lang));
    let what = step.key;
    let what = what.map_or_else(|| show(&step.meaning, lang), str::to_owned);
    (what, how)
}

/// The prices of all must-rules: none is left out.
pub fn prices(all: &Prices, lang: Lang) -> String {
    let numbered =
        |code: &'static str, title: Text| Phrase::numbered(code, title).get(lang).to_owned();
    let mut lines = Lines::new(lang);
    if !all.prices.is_empty() {
        let blanks = blanks! { solved: solved_prices(&all.prices) };
        lines.fill(0, PRICES, &blanks);
        lines.add(&price_table(&all.prices, lang));
    }
    if !all.excluding.is_empty() {
        let steps = all.excluding.iter().map(|one| &one.2.price);
        lines.fill(0, EXCLUDING, &blanks! { solved: solved(steps) });
        let (nothing, some): (Vec<_>, Vec<_>) = all
            .excluding
            .iter()
            .partition(|one| is_nothing(&one.2.price));
        let tried = some.iter().map(|(code, title, step)| {
            let (what, how) = step_words(step, lang);
            let how = format!("{what} {how}");
            (numbered(code, *title), how, &step.price)
        });
        lines.add(&folded(tried.collect(), lang));
        let never = |code: &&str| !some.iter().any(|one| one.0 == *code);
        let never = nothing.iter().filter(|one| never(&one.0));
        let never: BTreeSet<String> = never.map(|one| numbered(one.0, one.1)).collect();
        if !never.is_empty() {
            let list = Vec::from_iter(never).join(LIST.get(lang));
            lines.fill(0, NEVER, &blanks! { list: list });
        }
    }
    if !all.spare.is_empty() {
        let names = all.spare.iter().map(|(code, title)| numbered(code, *title));
        let list = names.collect::<Vec<_>>().join(LIST.get(lang));
        lines.fill(0, ROOM, &blanks! { list: list });
    }
    lines.done()
}

/// Prices, two lines a place; the rule is named when there are several. What changes nothing is folded.
fn price_table(prices: &[Price], lang: Lang) -> String {
    let several = prices.iter().any(|one| one.rule != prices[0].rule);
    let place = |one: &Price| {
        let place = show(&one.place, lang);
        let rule = Phrase::numbered(one.code, one.title);
        let named = format!("{} {place}", rule.get(lang));
        if several { named } else { place }
    };
    let tried = prices.iter().flat_map(|one| {
        let head = |text: Text| text.fill(lang, &blanks! { unit: one.unit });
        let looser = [(place(one), head(LOOSER), &one.looser)].into_iter();
        let tighter = one.tighter.as_ref();
        looser.chain(tighter.map(|tighter| (place(one), head(TIGHTER), tighter)))
    });
    folded(tried.collect(), lang)
}
