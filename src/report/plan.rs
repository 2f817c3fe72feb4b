//! A plan in the words of a minute's talk: how it ended, the goals, the rules, what changes. The same is the
//! minute's read as a document (`summary.md`).

use super::balance::balance;
use super::changes::changes;
use super::compliance::rule_table;
use super::ended::{WITHSTANDS, ended, made_up, proved};
use crate::blanks;
use crate::plan::{GoalDoc, Plan};
use crate::policy::GoalId;
use crate::print::terminal::{self, Lines};
use crate::print::{Cell, Medium, Phrase, Table};
use crate::text::{Lang, Text};

const TITLE: Text = Text::new("{title}（核算日期{date}）", "{title} (reckoned on {date})");
const WHERE: Text = Text::new(
    "方案已写入{file}，并已从文件读回审核。",
    "The plan is in {file}; it was read back from there and audited.",
);
const NOT_PROVED: Text = Text::new(
    "注意：本方案未证明最优，不宜作为定案。",
    "Note: this plan is not proved best; do not take it as final.",
);
const HEAD_BALANCE: Text = Text::new("余缺平衡", "Balance");
const HEAD_CHANGES: Text = Text::new("变动", "What changes");
const HEAD_GOALS: Text = Text::new("目标", "Goals");
const HEAD_RULES: Text = Text::new("规定", "Rules");
const DIGEST: Text = Text::new("方案校验码：{digest}", "Digest of the plan: {digest}");

/// Title, how it ended and what must be known at once, a line each; the first two belong together.
fn head(doc: &Plan, lang: Lang) -> Vec<String> {
    let scenario = &doc.scenario;
    let title = lang.pick(&scenario.title_zh, &scenario.title_en);
    let blanks = blanks! { title: title, date: scenario.reckoning_date };
    let title = TITLE.fill(lang, &blanks);
    let made_up = made_up(scenario.made_up, lang);
    let ended = ended(doc.outcome.ended).get(lang);
    let mut lines = vec![format!("{title}{made_up}\n{ended}")];
    if doc.outcome.withstand > 0 {
        lines.push(WITHSTANDS.fill(lang, &blanks! { number: doc.outcome.withstand }));
    }
    if !proved(doc.outcome.ended) {
        lines.push(NOT_PROVED.get(lang).to_owned());
    }
    lines
}

/// The summary of a plan; `file` is where it stands.
pub fn plan(doc: &Plan, file: &str, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    for line in head(doc, lang) {
        lines.say(0, line);
        lines.gap();
    }
    for line in balance(&doc.balance) {
        lines.say(0, line);
    }
    lines.gap();
    let goals = goals(&doc.outcome.goals, Medium::Terminal);
    for table in [goals, rule_table(&doc.rules)] {
        lines.table(2, &table);
        lines.gap();
    }
    for (_, line) in changes(doc) {
        lines.say(0, line);
    }
    lines.fill(0, WHERE, &blanks! { file: file });
    lines.done()
}

/// The summary of a plan in Markdown, its tables straight in plain text too.
pub fn summary(doc: &Plan, lang: Lang) -> String {
    let mut lines = head(doc, lang).into_iter();
    let first = lines.next().unwrap_or_default();
    let (title, ended) = first.split_once('\n').unwrap_or((&first, ""));
    let mut text = format!("# {title}\n\n**{ended}**\n\n");
    for line in lines {
        text.push_str(&format!("**{line}**\n\n"));
    }
    let mut section = |head: Text, all: Vec<Phrase>| {
        if !all.is_empty() {
            text.push_str(&format!("## {}\n\n", head.get(lang)));
            let lines = all.iter().map(|line| format!("- {}\n", line.get(lang)));
            text.extend(lines);
            text.push('\n');
        }
    };
    section(HEAD_BALANCE, balance(&doc.balance));
    text.push_str(&format!("## {}\n\n", HEAD_CHANGES.get(lang)));
    for (_, line) in changes(doc) {
        text.push_str(&format!("- {}\n", line.get(lang)));
    }
    for (head, table) in [
        (HEAD_GOALS, goals(&doc.outcome.goals, Medium::Terminal)),
        (HEAD_RULES, rule_table(&doc.rules)),
    ] {
        let table = terminal::markdown(&table, lang);
        text.push_str(&format!("\n## {}\n\n{table}", head.get(lang)));
    }
    let blanks = blanks! { digest: doc.digest };
    text.push_str(&format!("\n{}\n", DIGEST.fill(lang, &blanks)));
    text
}

const GOALS: Text = Text::new(
    "各项目标，按先后次序。现状指什么都不安排时的新学年；数值都是越小越好。",
    "Goals in their order. Before: the coming year when nothing is decided. Smaller is better.",
);

/// The goals in their order, before and after.
pub(crate) fn goals(goals: &[GoalDoc], medium: Medium) -> Table {
    let page = medium == Medium::Page;
    let [goal, bound] = if page {
        [("目标", "goal"), ("可证下界", "proved bound")]
    } else {
        [
            ("目标（依次优化）", "goal (in order)"),
            ("最优下界", "bound"),
        ]
    };
    // The canonical order only makes the plan unique; its value says nothing to a person. A page tells of
    // must-rules elsewhere.
    let silent = |goal| match goal {
        GoalId::Canonical => true,
        GoalId::Shortfall | GoalId::Letters => page,
        _ => false,
    };
    Table::new("")
        .note(GOALS)
        .each(goals.iter().filter(|one| !silent(one.goal)))
        .name(goal, |one| one.goal.text())
        .number(("现状", "before"), |one| one.before)
        .number(("方案", "plan"), |one| one.value)
        .only(page, |rows| {
            rows.words(("变化", "change"), |one| {
                Cell::Trend(one.value - one.before)
            })
        })
        .number(bound, |one| one.bound.map_or(Cell::Unknown, Cell::Count))
        .words(("单位", "unit"), |one| &one.unit)
        .done()
}
