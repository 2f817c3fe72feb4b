//! What is proved and what holds: the summary, the goals, the compliance table, what it was made from.

use super::Annex;
use super::form::{Cell, Form, row};
use crate::input::plan_sheets::INPUTS;
use crate::plan::RuleDoc;
use crate::plan::input_name;
use crate::policy::GoalId;
use crate::report;
use crate::text::{Lang, Text, show};

const SUMMARY: [Text; 2] = [Text::new("项目", "Item"), Text::new("内容", "What")];

/// The minute's read.
pub(super) fn summary(annex: &Annex<'_>) -> Form {
    let (doc, lang) = (annex.doc, annex.lang);
    let ended = Text::new("求解结果", "Proof");
    let mut form = Form::new(Text::new("概要", "summary"), &SUMMARY, lang);
    form.rows.push(row![
        annex.say(ended),
        report::ended(doc.outcome.ended, lang)
    ]);
    for (head, line) in report::changes(doc, lang) {
        form.rows.push(row![annex.say(head), line]);
    }
    let goals = doc.outcome.goals.iter();
    let goals = goals.filter(|goal| goal.goal != GoalId::Canonical);
    let says = Text::new(
        "现状{before}，方案{value}，最优下界{bound}（{unit}）",
        "before {before}, plan {value}, bound {bound} ({unit})",
    );
    form.rows.extend(goals.map(|goal| {
        let bound = goal
            .bound
            .map_or_else(|| "?".to_owned(), |bound| bound.to_string());
        let facts = crate::blanks! {
            before: goal.before, value: goal.value, bound: bound, unit: goal.unit.get(lang),
        };
        row![goal.goal.text().get(lang), says.fill(lang, &facts)]
    }));
    form
}

const JUDGED: [Text; 12] = [
    Text::new("编号", "No."),
    Text::new("规定", "Rule"),
    Text::new("效力", "Force"),
    Text::new("条款", "Clauses"),
    Text::new("依据", "Source"),
    Text::new("应有", "Need"),
    Text::new("实有", "Actual"),
    Text::new("单位", "Unit"),
    Text::new("主要指标", "Main figure"),
    Text::new("分子", "Numerator"),
    Text::new("分母", "Denominator"),
    Text::new("结论", "Verdict"),
];

/// Every rule with its clause, what it needs and what there is.
pub(super) fn rules(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.rules.iter().map(|rule| one_rule(annex, rule));
    let name = Text::new("合规审查表", "compliance");
    Form::new(name, &JUDGED, annex.lang).with(rows)
}

fn one_rule(annex: &Annex<'_>, rule: &RuleDoc) -> Vec<Cell> {
    let mark = if annex.lang == Lang::Zh { "、" } else { ", " };
    let stated = annex.facts.book.rules.get(&rule.id);
    let source =
        stated.map(|one| format!("{}{}", one.source, report::mark(one.verified, annex.lang)));
    let shown = report::shown_measures(rule);
    let first = shown.iter().find(|one| one.binds).or(shown.first());
    row![
        rule.code.as_str(),
        report::title(&rule.id, annex.lang),
        annex.say(rule.force.text()),
        rule.clauses.join(mark),
        source,
        rule.need,
        rule.actual,
        rule.unit.get(annex.lang),
        first.map(|one| one.name.get(annex.lang)),
        first.map(|one| one.numerator),
        first.map(|one| one.denominator),
        report::rule_verdict(rule, annex.lang),
    ]
}

const MEASURES: [Text; 8] = [
    Text::new("编号", "No."),
    Text::new("规定", "Rule"),
    Text::new("指标", "Figure"),
    Text::new("分子", "Numerator"),
    Text::new("分母", "Denominator"),
    Text::new("占比", "Share"),
    Text::new("分子应有", "Needed on top"),
    Text::new("是否约束", "Binds"),
];

/// Every figure that the rules report.
pub(super) fn measures(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.rules.iter().flat_map(|rule| {
        report::shown_measures(rule).iter().map(|one| {
            row![
                rule.code.as_str(),
                report::title(&rule.id, annex.lang),
                one.name.get(annex.lang),
                one.numerator,
                one.denominator,
                Cell::Share(one.numerator, one.denominator),
                one.need,
                annex.yes(one.binds),
            ]
        })
    });
    let name = Text::new("指标明细表", "figures");
    Form::new(name, &MEASURES, annex.lang).with(rows)
}

/// What the plan was made from.
pub(super) fn inputs(annex: &Annex<'_>) -> Form {
    let rows = annex.doc.scenario.inputs.iter().map(|one| {
        let name = show(&input_name(&one.name), annex.lang);
        row![name, one.sha256.as_str()]
    });
    Form::of(&INPUTS, annex.lang).with(rows)
}
