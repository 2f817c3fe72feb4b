//! When no plan obeys every must-rule: which rules cannot hold together, and what would help.

use crate::blanks;
use crate::decide::{Conflict, Member, NoPlan, Relief, Repair};
use crate::policy::GoalId;
use crate::print::terminal::Lines;
use crate::print::{ALSO, Phrase, Table};
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
const TOO_MANY_IN_TIME: Text = Text::new(
    "没有一个方案经得起{number}人退出（--withstand {number}）。中途停止，能经得起较少人退出的方案尚未求出；请减小 --withstand，或让它算完。",
    "No plan withstands {number} refusals (--withstand {number}). It was stopped before a plan was found that withstands fewer: lower --withstand, or let it finish.",
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
pub(super) const UNFINISHED: Text = Text::new(
    "中途停止，尚未求完：没有列出的规定和办法，不等于没有。重新运行、让它算完即可补齐。",
    "Stopped before everything was tried: what is not listed may yet help. Run again and let it finish.",
);
const OFFER: Text = Text::new("{no}. {parts}", "{no}. {parts}");
const THEN: Text = Text::new(
    "此时{goal}为{value}（{unit}），调整{moves}人，空岗{empty}个。",
    "Then: {goal} {value} ({unit}), {moves} people move, {empty} posts stay empty.",
);
const HOW: Text = Text::new(
    "办法经批准后，写入 scenario.toml 的 [[approvals]]（规定、涉及对象、数量、理由、决定人、日期），即可测算：",
    "Once approved, write it under [[approvals]] in scenario.toml (rule, about, amount, reason, author, date), then plan again:",
);

/// Places that are named in a line.
const SHOWN: usize = 6;

/// Both answers in words.
pub fn no_plan(answer: &NoPlan, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    if let Some(withstands) = &answer.withstands {
        lines.say(0, TOO_MANY);
        lines.add(&super::letters::withstands(withstands, lang));
        if answer.unfinished {
            lines.say(0, UNFINISHED);
        }
        return lines.done();
    }
    if let Some(number) = answer.refusals {
        lines.fill(0, TOO_MANY_IN_TIME, &blanks! { number: number });
        return lines.done();
    }
    lines.say(0, NONE);
    if let Some(conflict) = &answer.conflict {
        lines.gap();
        members(&mut lines, conflict);
    }
    lines.gap();
    if answer.unfinished {
        lines.say(0, UNFINISHED);
    }
    if answer.repairs.is_empty() {
        if !answer.unfinished {
            lines.say(0, HELPLESS);
        }
        return lines.done();
    }
    lines.say(0, REPAIRS);
    offers(&mut lines, &answer.repairs);
    lines.gap();
    lines.say(0, HOW);
    if let Some(first) = answer.repairs.first() {
        lines.add(&waivers(&first.reliefs));
    }
    lines.done()
}

/// The rules of a conflict, with their places and how many people each holds back.
pub(super) fn members(lines: &mut Lines, conflict: &Conflict) {
    let alone = conflict.members.len() == 1;
    lines.say(0, if alone { ALONE } else { TOGETHER });
    let about = |one: &Member| {
        let places = blanks! { places: Phrase::of(|lang| some(&one.place_words, lang)) };
        let places = (!one.places.is_empty()).then(|| Phrase::fill(PLACES, &places));
        let people = blanks! { number: one.people.len() };
        let people = (!one.people.is_empty()).then(|| Phrase::fill(PEOPLE, &people));
        Phrase::join(places.into_iter().chain(people), ALSO)
    };
    let table = Table::new("")
        .each(&conflict.members)
        .words("", |one| Phrase::numbered(one.code, one.title))
        .words("", |one| format!("[{}]", one.clauses.join(" ")))
        .words("", about);
    lines.table(2, &table.done());
}

/// The first few of a list, and how many there are.
fn some(words: &[serde_json::Value], lang: Lang) -> String {
    let shown = show(&json!(words[..words.len().min(SHOWN)]), lang);
    let more = (words.len() > SHOWN).then(|| MORE.fill(lang, &blanks! { number: words.len() }));
    shown + &more.unwrap_or_default()
}

/// Each repair, and the plan that it makes possible.
pub(super) fn offers(lines: &mut Lines, repairs: &[Repair]) {
    for (no, repair) in repairs.iter().enumerate() {
        lines.fill(2, OFFER, &blanks! { no: no + 1, parts: reliefs(repair) });
        let figures = &repair.figures;
        let mut goals = figures.goals.iter();
        if let Some(goal) = goals.find(|one| one.goal != GoalId::Shortfall) {
            let (goal, value, unit): (Phrase, _, Phrase) = match goal.shown.first() {
                Some(part) => ((&part.name).into(), part.value, (&part.unit).into()),
                None => (goal.goal.text().into(), goal.value, goal.unit.into()),
            };
            let blanks = blanks! {
                goal: goal, value: value, unit: unit, moves: figures.moves,
                empty: figures.empty_posts,
            };
            lines.fill(5, THEN, &blanks);
        }
    }
}

/// What gives way, in a line.
pub(super) fn reliefs(repair: &Repair) -> Phrase {
    Phrase::join(repair.reliefs.iter().map(relief), ALSO)
}

/// One relief in the words of its rule.
fn relief(one: &Relief) -> Phrase {
    let card = cards().into_iter().find(|card| card.id == one.rule);
    let blanks = blanks! { place: one.place, amount: one.amount, unit: one.unit };
    match card.and_then(|card| card.mend) {
        Some(text) => Phrase::fill(text, &blanks),
        None => one.title.into(),
    }
}

/// The special approvals as they would stand in `scenario.toml`.
fn waivers(reliefs: &[Relief]) -> String {
    let one = |one: &Relief| {
        format!(
            "  [[approvals]]\n  rule = \"{}\"\n  about = \"{}\"\n  amount = {}\n  reason = \"\"\n  author = \"\"\n  date = \"\"\n",
            one.rule, one.about, one.amount
        )
    };
    reliefs.iter().map(one).collect()
}
