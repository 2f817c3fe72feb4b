//! What is proved and what holds: the summary, the goals, the compliance table, what it was made from.

use super::context::{Annex, NO, RULE};
use crate::input::plan_sheets::INPUTS;
use crate::plan::{FigureDoc, FigureId, MeasureDoc, RuleDoc, input_name};
use crate::policy::GoalId;
use crate::print::{Align, Cell, LIST, Phrase, Table, row};
use crate::report;
use crate::text::{Text, show};
use serde_json::json;

/// The minute's read.
pub(super) fn summary(annex: &Annex<'_>) -> Table {
    let doc = annex.doc;
    let ended = Text::new("求解结果", "Proof");
    let ended = row![ended, report::ended(doc.outcome.ended)];
    let changes = report::changes(doc).into_iter();
    let goals = doc.outcome.goals.iter();
    let goals = goals.filter(|goal| goal.goal != GoalId::Canonical);
    let says = Text::new(
        "现状{before}，方案{value}，最优下界{bound}（{unit}）",
        "before {before}, plan {value}, bound {bound} ({unit})",
    );
    let goals = goals.map(|goal| {
        let blanks = crate::blanks! {
            before: goal.before, value: goal.value, unit: Phrase::from(&goal.unit),
            bound: goal.bound.map_or_else(|| json!("?"), |bound| json!(bound)),
        };
        row![goal.goal.text(), Phrase::fill(says, &blanks)]
    });
    Table::new(("概要", "summary"))
        .heads([("项目", "Item"), ("内容", "What")], Align::Left)
        .rows([ended])
        .rows(changes.map(|(head, line)| row![head, line]))
        .rows(goals)
}

/// The main figure of a rule.
fn main_figure(rule: &RuleDoc) -> Option<&MeasureDoc> {
    let shown = report::shown_measures(rule);
    shown.iter().find(|one| one.binds).or(shown.first())
}

/// Every rule with its clause, what it needs and what there is.
pub(super) fn rules(annex: &Annex<'_>) -> Table {
    let source = |rule: &RuleDoc| {
        let stated = annex.facts.book.rules.get(rule.id.as_str())?;
        let mark = report::mark(stated.verified).unwrap_or(Text::new("", ""));
        Some(Phrase::of(|lang| stated.source.clone() + mark.get(lang)))
    };
    let main = |of: fn(&MeasureDoc) -> i64| move |rule: &RuleDoc| main_figure(rule).map(of);
    let called = |rule: &RuleDoc| main_figure(rule).map(|one| Phrase::from(&one.name));
    Table::new(("合规审查表", "compliance"))
        .each(&annex.doc.rules)
        .words(NO, |rule| &rule.code)
        .words(RULE, |rule| report::title(&rule.id))
        .words(("效力", "Force"), |rule| rule.force.text())
        .words(("条款", "Clauses"), |rule| {
            Phrase::join(&rule.clauses, LIST)
        })
        .words(("依据", "Source"), source)
        .words(("应有", "Need"), |rule| rule.need)
        .words(("实有", "Actual"), |rule| rule.actual)
        .words(("单位", "Unit"), |rule| &rule.unit)
        .words(("主要指标", "Main figure"), called)
        .words(("分子", "Numerator"), main(|one| one.numerator))
        .words(("分母", "Denominator"), main(|one| one.denominator))
        .words(("结论", "Verdict"), report::rule_verdict)
        .done()
}

/// The register of figures: what is counted, in what, and how many.
pub(super) fn figures(annex: &Annex<'_>) -> Table {
    type Line<'a> = &'a FigureDoc;
    Table::new(("指标登记表", "register of figures"))
        .each(&annex.doc.figures)
        .words(("指标", "Figure"), |one: Line<'_>| &one.name)
        .words(("现状", "Before"), |one| one.before)
        .words(("方案", "Plan"), |one| one.value)
        .words(("单位", "Unit"), |one| &one.unit)
        .words(("属于", "Part of"), |one| one.of.map(FigureId::text))
        .words(("定义", "Definition"), |one| &one.says)
        .done()
}

/// Every figure that the rules report.
pub(super) fn measures(annex: &Annex<'_>) -> Table {
    let all = annex.doc.rules.iter().flat_map(|rule| {
        let shown = report::shown_measures(rule).iter();
        shown.map(move |one| (rule, one))
    });
    let share = |(_, one): (&RuleDoc, &MeasureDoc)| Cell::Share(one.numerator, one.denominator);
    Table::new(("指标明细表", "figures"))
        .each(all)
        .words(NO, |(rule, _)| &rule.code)
        .words(RULE, |(rule, _)| report::title(&rule.id))
        .words(("指标", "Figure"), |(_, one)| &one.name)
        .words(("分子", "Numerator"), |(_, one)| one.numerator)
        .words(("分母", "Denominator"), |(_, one)| one.denominator)
        .words(("占比", "Share"), share)
        .words(("分子应有", "Needed on top"), |(_, one)| one.need)
        .words(("是否约束", "Binds"), |(_, one)| one.binds)
        .done()
}

/// What the plan was made from.
pub(super) fn inputs(annex: &Annex<'_>) -> Table {
    let rows = annex.doc.scenario.inputs.iter().map(|one| {
        let name = input_name(&one.name);
        row![Phrase::of(|lang| show(&name, lang)), &one.sha256]
    });
    Table::of(&INPUTS, rows)
}
