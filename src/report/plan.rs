//! A plan in the words of a minute's talk: how it ended, the goals, the rules, what changes. The same is the
//! minute's read as a document (`summary.md`).

use super::balance::balance;
use super::changes::{changes, not_reached};
use super::compliance::rule_table;
use super::ended::{WITHSTANDS, ended, made_up, proved};
use crate::blanks;
use crate::plan::{GoalDoc, PartDoc, Plan};
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

const UNFINISHED: Text = Text::new(
    "注意：方案没有算完，不宜作为定案。{left}",
    "Note: the plan is not finished; do not take it as final. {left}",
);

/// That a plan was stopped before all was reckoned, and what was not; none where all was.
pub fn unfinished(doc: &Plan, lang: Lang) -> Option<String> {
    let left = not_reached(doc)?;
    Some(UNFINISHED.fill(lang, &blanks! { left: left.get(lang) }))
}

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
    if let Some(left) = unfinished(doc, lang) {
        lines.push(left);
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
    for (head, note, table) in [
        (
            HEAD_GOALS,
            Some(GOALS),
            goals(&doc.outcome.goals, Medium::Terminal),
        ),
        (HEAD_RULES, None, rule_table(&doc.rules)),
    ] {
        let table = terminal::markdown(&table, lang);
        text.push_str(&format!("\n## {}\n\n{table}", head.get(lang)));
        let note = note.map(|note| format!("\n{}\n", note.get(lang)));
        text.push_str(&note.unwrap_or_default());
    }
    let blanks = blanks! { digest: doc.digest };
    text.push_str(&format!("\n{}\n", DIGEST.fill(lang, &blanks)));
    text
}

const GOALS: Text = Text::new(
    "各项目标，按先后次序，用通常的单位，各行不相加。“不安排时”指什么都不安排的新学年；数值都是越小越好；排在后面的只在不影响前面的范围内改善，因而可能变差。“已证明最优”指一项目标的各项内容按政策的权数和调动须增加的课时合计；单看其中一行，可以有数字更小而合计更差的方案，合计见技术附表。“价值不足的调动”只衡量去处（岗位、路程、两校同学科人员），按处计，一人可有几处；与调动理由（如“只为完成交流轮岗比例”）是两回事，只为完成比例的调动不一定价值不足，有别的理由的也可能价值不足。",
    "Goals in their order, in plain units; lines are not added. Before: the coming year when nothing is decided. Smaller is better; what comes later is bettered only as far as nothing before it suffers, so it may be worse. What is proved best is a goal as a whole, weighed as the policy says, with the periods that a move has to gain; another plan may have less in one line and be worse as a whole, see the technical annex. That a move is worth too little is said of where it leads (post, way, people of the subject at both schools), point by point, of which one move may have several; why somebody moves is another matter: a move for the rotation share only need not be worth too little, and one with other reasons may be.",
);
const WEIGHTED: Text = Text::new(
    "求解口径，供复核：各目标的加权值、最优下界和单位；权重见各规定取值及出处（lungang rules）。日常使用看目标表。",
    "As the solver reckons, for whoever checks the proof: weighted values, bounds and units; the weights stand with their sources among the values of the rules (lungang rules).",
);

/// The canonical order only makes the plan unique; its value says nothing to a person.
fn spoken(goals: &[GoalDoc]) -> impl Iterator<Item = &GoalDoc> {
    goals.iter().filter(|one| one.goal != GoalId::Canonical)
}

/// Every part of every goal, in their order.
pub(crate) fn parts(goals: &[GoalDoc]) -> Vec<(&GoalDoc, &PartDoc)> {
    let all = spoken(goals).flat_map(|goal| goal.shown.iter().map(move |part| (goal, part)));
    all.collect()
}

/// The goals in their order, part by part, before and after.
pub(crate) fn goals(goals: &[GoalDoc], medium: Medium) -> Table {
    type Line<'a> = (&'a GoalDoc, &'a PartDoc);
    let page = medium == Medium::Page;
    // What is said of the goal as a whole stands at its first part.
    let first = |(goal, part): Line<'_>| {
        let first = goal.shown.first();
        first.is_some_and(|first| std::ptr::eq(first, part))
    };
    let name = |line: Line<'_>| first(line).then(|| line.0.goal.text());
    let proved = |line: Line<'_>| first(line).then_some(line.0.proved);
    Table::new("")
        .note(GOALS)
        .each(parts(goals))
        .name(("目标（依次优化）", "goal (in order)"), name)
        .words(("内容", "what"), |(_, part)| &part.name)
        .number(("不安排时", "before"), |(_, part)| part.before)
        .number(("方案", "plan"), |(_, part)| part.value)
        .only(page, |rows| {
            rows.words(("变化", "change"), |(_, part)| {
                Cell::Trend(part.value - part.before)
            })
        })
        .words(("单位", "unit"), |(_, part)| &part.unit)
        .words(("目标已证明最优", "goal proved best"), proved)
        .done()
}

/// The goals as the solver reckons them.
pub(crate) fn weighted(goals: &[GoalDoc]) -> Table {
    Table::new("")
        .note(WEIGHTED)
        .each(spoken(goals))
        .name(("目标", "goal"), |one| one.goal.text())
        .number(("不安排时", "before"), |one| one.before)
        .number(("方案", "plan"), |one| one.value)
        .number(("可证下界", "proved bound"), |one| {
            one.bound.map_or(Cell::Unknown, Cell::Count)
        })
        .words(("单位", "unit"), |one| &one.unit)
        .done()
}
