//! When no plan obeys every must-rule: which rules cannot hold together, and what would help.

use super::table::{Align, Table};
use crate::blanks;
use crate::decide::{Conflict, NoPlan, Relief, Repair};
use crate::policy::GoalId;
use crate::rules::cards;
use crate::text::{Lang, Text, show};
use serde_json::json;

const NONE: Text = Text::new(
    "不存在满足全部硬性规定的方案。",
    "No plan obeys every must-rule.",
);
const TOO_MANY: Text = Text::new(
    "没有一个方案经得起所要求人数的退出。最经得起的方案：",
    "No plan withstands so many refusals. The one that withstands most:",
);
const TOGETHER: Text = Text::new(
    "下列规定不能同时满足；放开其中任何一条，就有方案（均已求解证明）：",
    "These rules cannot hold together; without any one of them there is a plan (each proved by solving):",
);
const ALONE: Text = Text::new(
    "在现有人员、岗位和资格条件下，下列规定本身就无法满足（已求解证明）：",
    "With the people, posts and certificates there are, this rule alone cannot hold (proved by solving):",
);
const PLACES: Text = Text::new("涉及{places}", "at {places}");
const MORE: Text = Text::new("等{number}处", "and more, {number} in all");
const PEOPLE: Text = Text::new("限制{number}人", "holding back {number} people");
const REPAIRS: Text = Text::new(
    "可供选择的办法（每种办法都已代入求解，确有方案）：",
    "What would help (each was solved with it granted, and there is a plan):",
);
const HELPLESS: Text = Text::new(
    "没有一种放宽可以换来方案：请核对指定与不予安排、免交流人员和撤并学校。",
    "No special approval on offer helps: look at pins and bans, protected people and closing schools.",
);
const OFFER: Text = Text::new("{no}. {parts}", "{no}. {parts}");
const THEN: Text = Text::new(
    "此时{goal}为{value}（{unit}），调整{moves}人，空岗{empty}个。",
    "Then: {goal} {value} ({unit}), {moves} people move, {empty} posts stay empty.",
);
const HOW: Text = Text::new(
    "办法经批准后，写入 scenario.toml 的 [[waivers]]（规定、涉及对象、数量、理由、决定人），即可测算：",
    "Once approved, write it under [[waivers]] in scenario.toml (rule, about, amount, reason, author), then plan again:",
);

/// Places that are named in a line.
const SHOWN: usize = 6;

/// Both answers in words.
pub fn no_plan(answer: &NoPlan, lang: Lang) -> String {
    if let Some(withstands) = &answer.withstands {
        let most = super::letters::withstands(withstands, lang);
        return format!("{}\n{most}", TOO_MANY.get(lang));
    }
    let mut text = format!("{}\n", NONE.get(lang));
    if let Some(conflict) = &answer.conflict {
        text.push('\n');
        text.push_str(&members(conflict, lang));
    }
    text.push('\n');
    if answer.repairs.is_empty() {
        text.push_str(HELPLESS.get(lang));
        text.push('\n');
        return text;
    }
    text.push_str(REPAIRS.get(lang));
    text.push('\n');
    for (no, repair) in answer.repairs.iter().enumerate() {
        text.push_str(&offer(no + 1, repair, lang));
    }
    text.push('\n');
    text.push_str(HOW.get(lang));
    text.push('\n');
    if let Some(first) = answer.repairs.first() {
        text.push_str(&waivers(&first.reliefs));
    }
    text
}

/// The rules of a conflict, with their places and how many people each holds back.
pub(super) fn members(conflict: &Conflict, lang: Lang) -> String {
    let head = if conflict.members.len() == 1 {
        ALONE
    } else {
        TOGETHER
    };
    let mut text = format!("{}\n", head.get(lang));
    let mut table = Table::new()
        .column("", Align::Left)
        .column("", Align::Left)
        .column("", Align::Left);
    for one in &conflict.members {
        let mut about = Vec::new();
        if !one.places.is_empty() {
            about.push(PLACES.fill(lang, &blanks! { places: some(&one.place_words, lang) }));
        }
        if !one.people.is_empty() {
            about.push(PEOPLE.fill(lang, &blanks! { number: one.people.len() }));
        }
        table.row([
            format!("{} {}", one.code, one.title.get(lang)),
            format!("[{}]", one.clauses.join(" ")),
            about.join(if lang == Lang::Zh { "；" } else { "; " }),
        ]);
    }
    text.push_str(&table.render("  "));
    text
}

/// The first few of a list, and how many there are.
fn some(words: &[serde_json::Value], lang: Lang) -> String {
    let shown = show(&json!(words.iter().take(SHOWN).collect::<Vec<_>>()), lang);
    if words.len() <= SHOWN {
        return shown;
    }
    format!(
        "{shown}{}",
        MORE.fill(lang, &blanks! { number: words.len() })
    )
}

/// One repair, and the plan that it makes possible.
pub(super) fn offer(no: usize, repair: &Repair, lang: Lang) -> String {
    let blanks = blanks! { no: no, parts: reliefs(repair, lang) };
    let figures = &repair.figures;
    let mut goals = figures.goals.iter();
    let main = goals.find(|one| one.goal != GoalId::Shortfall);
    let mut text = format!("  {}\n", OFFER.fill(lang, &blanks));
    if let Some(goal) = main {
        let blanks = blanks! {
            goal: goal.goal.text(), value: goal.value, unit: goal.unit,
            moves: figures.moves, empty: figures.empty_posts,
        };
        text.push_str(&format!("     {}\n", THEN.fill(lang, &blanks)));
    }
    text
}

/// What gives way, in a line.
pub(super) fn reliefs(repair: &Repair, lang: Lang) -> String {
    let parts: Vec<String> = repair.reliefs.iter().map(|one| relief(one, lang)).collect();
    parts.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// One relief in the words of its rule.
pub(super) fn relief(one: &Relief, lang: Lang) -> String {
    let card = cards().into_iter().find(|card| card.id == one.rule);
    let blanks = blanks! { place: one.place, amount: one.amount, unit: one.unit };
    match card.and_then(|card| card.mend) {
        Some(text) => text.fill(lang, &blanks),
        None => one.title.get(lang).to_owned(),
    }
}

/// The special approvals as they would stand in `scenario.toml`.
fn waivers(reliefs: &[Relief]) -> String {
    let one = |one: &Relief| {
        format!(
            "  [[waivers]]\n  rule = \"{}\"\n  about = \"{}\"\n  amount = {}\n  reason = \"\"\n  author = \"\"\n",
            one.rule, one.about, one.amount
        )
    };
    reliefs.iter().map(one).collect()
}
