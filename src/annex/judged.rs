//! What is proved and what holds: the summary, the goals, the compliance table, what it was made from.

use super::context::{Annex, NO, RULE};
use crate::input::plan_sheets::{GOAL_VALUE, INPUTS, MADE, TABLE_ROW};
use crate::plan::{
    ClaimsDoc, FigureDoc, FigureId, MADE_DIGEST, MeasureDoc, RuleDoc, input_name, upgrade,
};
use crate::print::{Align, Cell, LIST, Phrase, Table, row};
use crate::report;
use crate::text::{Text, show};

const PROVED: Text = Text::new("（已证明最优）", " (proved best)");
const NOT_PROVED: Text = Text::new("（未证明最优）", " (not proved best)");

/// The minute's read.
pub(super) fn summary(annex: &Annex<'_>) -> Table {
    let doc = annex.doc;
    let ended = Text::new("求解结果", "Proof");
    let ended = row![ended, report::ended(doc.outcome.ended)];
    let changes = report::changes(doc).into_iter();
    let says = Text::new(
        "{name}：现状{before}，方案{value}{unit}{proved}",
        "{name}: before {before}, plan {value} {unit}{proved}",
    );
    let goals = report::parts(&doc.outcome.goals).into_iter();
    let goals = goals.map(|(goal, part)| {
        let proved = if goal.proved { PROVED } else { NOT_PROVED };
        let words = |lang| {
            let blanks = crate::blanks! {
                name: part.name.get(lang), before: part.before, value: part.value,
                unit: part.unit.get(lang), proved: proved.get(lang),
            };
            says.fill(lang, &blanks)
        };
        row![goal.goal.text(), Phrase::of(words)]
    });
    Table::new(("概要", "summary"))
        .heads([("项目", "Item"), ("内容", "What")], Align::Left)
        .rows([ended])
        .rows(changes.map(|(head, line)| row![head, line]))
        .rows(goals)
}

/// What the solver reckons with: the weighted values of the goals, for whoever checks the proof.
pub(super) fn technical(annex: &Annex<'_>) -> Table {
    report::weighted(&annex.doc.outcome.goals).named(("技术附表", "technical annex"))
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
        .words(("要求", "Asks"), |rule| report::Asked::from(rule).asks())
        .words(("实际", "There is"), |rule| {
            report::Asked::from(rule).has()
        })
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
    let named = |name: &str| {
        let name = input_name(name);
        Phrase::of(|lang| show(&name, lang))
    };
    let layout = row![named(upgrade::LAYOUT), &annex.doc.schema];
    let inputs = annex.doc.scenario.inputs.iter();
    let inputs = inputs.map(|one| row![named(&one.name), &one.sha256]);
    Table::of(&INPUTS, [layout].into_iter().chain(inputs))
}

/// What was decided when the workbook was written, what the goals came to and what its sheets show, for the program:
/// hidden.
pub(super) fn made(annex: &Annex<'_>, shown: &[String]) -> Table {
    let made = &annex.doc.made;
    let digest = (!made.digest.is_empty()).then(|| row![format!("{MADE_DIGEST}{}", made.digest)]);
    let lines = made.decisions.iter().map(|one| row![one]);
    let goals = annex.doc.outcome.goals.iter();
    let goals = goals.map(|one| row![format!("{GOAL_VALUE}{} = {}", one.goal.key(), one.value)]);
    let tables = annex.doc.scenario.inputs.iter();
    let rows = tables.flat_map(|table| {
        let rows = table.rows.iter();
        rows.map(|one| row![format!("{TABLE_ROW}{} {one}", table.name)])
    });
    let claims = ClaimsDoc::of(annex.doc).lines();
    let claims = claims.into_iter().map(|one| row![one]);
    let shown = shown.iter().map(|one| row![one]);
    let lines = digest.into_iter().chain(lines).chain(goals).chain(rows);
    let lines = lines.chain(claims).chain(shown);
    Table {
        hidden: true,
        ..Table::of(&MADE, lines)
    }
}
