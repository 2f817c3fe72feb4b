//! Compliance (合规审查): every rule with what it asks, what there is, and the verdict.

use crate::blanks;
use crate::plan::{MeasureDoc, RuleDoc};
use crate::policy::{Force, Mark};
use crate::print::{Align, Cell, Phrase, Sign, Table, row, terminal};
use crate::rules::{Judgement, card};
use crate::text::{Lang, Text};

const YES: Text = Text::new("成立", "holds");
const TIGHT: Text = Text::new("成立（无余量）", "holds, nothing to spare");
const SHORT: Text = Text::new("尚差{short}{unit}", "short by {short} {unit}");
const NO: Text = Text::new("不成立，差{short}{unit}", "fails by {short} {unit}");

fn table(rules: impl Iterator<Item = Vec<Cell>>) -> Table {
    Table::new("")
        .column(("规定", "rule"), Align::Left)
        .column(("效力", "force"), Align::Left)
        .column(("应有", "need"), Align::Right)
        .column(("实有", "actual"), Align::Right)
        .column(("单位", "unit"), Align::Left)
        .column(("结论", "verdict"), Align::Left)
        .rows(rules)
}

/// Every rule of a plan.
pub(super) fn rule_table(rules: &[RuleDoc]) -> Table {
    table(rules.iter().map(|rule| {
        row![
            Phrase::numbered(&rule.code, super::title(&rule.id)),
            rule.force.text(),
            rule.need,
            rule.actual,
            &rule.unit,
            rule_verdict(rule),
        ]
    }))
}

/// What the auditor says of every rule that is on.
pub fn judgements(rules: &[Judgement], lang: Lang) -> String {
    let rules = rules.iter().map(|rule| {
        let unit = card(rule.rule.key()).map_or("".into(), |card| card.unit.into());
        let short = (rule.shortfall, unit);
        row![
            Phrase::numbered(rule.code, super::title(rule.rule.key())),
            rule.force.text(),
            rule.need,
            rule.actual,
            rule.unit,
            verdict(rule.force, rule.holds, rule.binding, &short),
        ]
    });
    terminal::text(&table(rules), "  ", lang)
}

/// How a rule stands; one that is only a goal cannot fail, it falls short.
pub(crate) const fn sign(force: Force, holds: bool, binding: bool) -> Sign {
    match (holds, binding, force) {
        (true, false, _) => Sign::Fine,
        (true, true, _) => Sign::Tight,
        (false, _, Force::Goal) => Sign::Short,
        (false, ..) => Sign::Fails,
    }
}

/// The verdict of a rule that is short by so many units.
pub(crate) fn verdict(force: Force, holds: bool, binding: bool, short: &(i64, Phrase)) -> Cell {
    let sign = sign(force, holds, binding);
    let text = match sign {
        Sign::Fine => YES,
        Sign::Tight => TIGHT,
        Sign::Short => SHORT,
        Sign::Fails => NO,
    };
    let (short, unit) = short;
    let words = |lang| text.fill(lang, &blanks! { short: short, unit: unit.get(lang) });
    Cell::Verdict(sign, Phrase::of(words))
}

/// The verdict of a rule in a plan.
pub(crate) fn rule_verdict(rule: &RuleDoc) -> Cell {
    let short = (rule.shortfall, (&rule.shortfall_unit).into());
    verdict(rule.force, rule.holds, rule.binding, &short)
}

/// The figures of a rule that may be seen by everybody.
pub(crate) fn shown_measures(rule: &RuleDoc) -> &[MeasureDoc] {
    let kept_back = card(&rule.id).is_some_and(|card| card.is(Mark::KeptBack));
    if kept_back { &[] } else { &rule.measures }
}
