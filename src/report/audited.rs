//! The verdict on a plan that somebody brings, in one sentence: what became of the file, whether it holds, and what
//! the changes cost.

use crate::blanks;
use crate::finding::Severity;
use crate::plan::{Plan, upgrade};
use crate::policy::{Force, GoalId};
use crate::print::{COMMA, Phrase};
use crate::rules::card;
use crate::run::Audited;
use crate::text::{Lang, Text};

const HOLDS: Text = Text::new(
    "审核结论：{file}，方案成立。{rules}。{cost}",
    "Verdict: {file}; the plan holds. {rules}. {cost}",
);
const FAILS: Text = Text::new(
    "审核结论：{file}，方案不成立。{rules}；文件错误{errors}处。{cost}",
    "Verdict: {file}; the plan does not hold. {rules}; {errors} errors in the file. {cost}",
);
const UNREAD: Text = Text::new(
    "审核结论：未能读出方案，错误{errors}处。",
    "Verdict: no plan could be read; {errors} errors.",
);
const RULES: Text = Text::new(
    "硬性规定{all}项，不成立{broken}项{which}",
    "{all} must-rules, {broken} of them broken{which}",
);
const COST: Text = Text::new(
    "与文件所列相比：{goals}。",
    "Against what the file says: {goals}.",
);
const AS_WRITTEN: Text = Text::new("文件与写出时一致", "the file is as it was written");
const EDITED: Text = Text::new(
    "文件写出后被改动过",
    "the file was changed after it was written",
);
const BY_HAND: Text = Text::new(
    "工作簿或人工编制的文件，没有校验码",
    "a workbook or made by hand, without a digest",
);
/// Broken rules that are named.
const NAMED: usize = 3;

/// The sentence.
pub fn audited(audited: &Audited, lang: Lang) -> String {
    let errors = audited.findings.0.iter();
    let errors = errors.filter(|one| one.severity == Severity::Error);
    let errors = errors.filter(|one| !one.code.id.starts_with('R')).count();
    let (Some(doc), Some(audit)) = (&audited.doc, &audited.audit) else {
        return format!("{}\n", UNREAD.fill(lang, &blanks! { errors: errors }));
    };
    let must = audit.rules.iter().filter(|one| one.force == Force::Must);
    let broken = must.clone().filter(|one| !one.holds);
    let names = broken
        .clone()
        .take(NAMED)
        .filter_map(|one| card(one.rule.key()));
    let names: Vec<&str> = names.map(|card| card.title.get(lang)).collect();
    let which = match (names.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("（{}）", names.join("、")),
        (false, Lang::En) => format!(" ({})", names.join(", ")),
    };
    let rules = blanks! { all: must.count(), broken: broken.count(), which: which };
    let file = if doc.digest.is_empty() {
        BY_HAND
    } else if upgrade::is_edited(doc) {
        EDITED
    } else {
        AS_WRITTEN
    };
    let blanks = blanks! {
        file: file, rules: RULES.fill(lang, &rules), errors: errors, cost: cost(doc, audited, lang),
    };
    let says = if audited.holds() { HOLDS } else { FAILS };
    format!("{}\n", says.fill(lang, &blanks).trim_end())
}

/// The goals that come out otherwise than the file says.
fn cost(doc: &Plan, audited: &Audited, lang: Lang) -> String {
    let is = |goal: GoalId| {
        let goals = audited.audit.as_ref().map(|audit| &audit.goals);
        goals.and_then(|goals| goals.get(&goal)).copied()
    };
    let changes = doc.outcome.goals.iter().filter_map(|one| {
        let by = is(one.goal)? - one.value;
        let (goal, unit) = (one.goal.text(), one.goal.unit());
        let words = Phrase::of(|lang| format!("{} {by:+} {}", goal.get(lang), unit.get(lang)));
        (by != 0).then_some(words)
    });
    let changes: Vec<Phrase> = changes.collect();
    if changes.is_empty() {
        return String::new();
    }
    let goals = Phrase::join(changes, COMMA);
    COST.fill(lang, &blanks! { goals: goals })
}
